"""Figures of a flow of tourists: 'the tourist flow from A to B grew 3.4-fold to 480,900, from C - 2.6-fold to 11,000'.

Input: a line with the scene's numbers. Output: the flows of people into the one state that is visited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.numbers import qualifier_around
from bilateral.loaders.extract.flows.bare import end_of, is_free, numbers_in
from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import partners_in
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.schema.values import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["tourist_flows"]

_FLOW: Final = frozenset({"flow", "flows", "traffic"})
_PEOPLE: Final = frozenset({"tourist", "tourists", "visitor", "visitors"})
_REACH: Final = frozenset({"to", "reached", "totalled", "totaled", "was", "were", "at", "made", "("})
_LEAST: Final = 100
_SHARE: Final = frozenset({"%", "percent", "per", "fold", "-", "times"})


def tourist_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:  # noqa: ARG001 - all rows are called alike
    """Give a flow for each state behind 'from' that has a figure, into the one state behind 'to'."""
    lows = {w.low for w in line.words}
    states = partners_in(line)
    hosts = {m.code: m for m in states if line.lead(m.start) in {"to", "into"}}
    if not (lows & _FLOW and lows & _PEOPLE) or len(hosts) != 1:
        return ()
    (host,) = hosts.values()
    guests = [m for m in states if line.lead(m.start) == "from" and m.code != host.code]
    ends = [*(m.start for m in guests[1:]), line.end]
    tied = [(m, _figure(scene, line, m, end)) for m, end in zip(guests, ends, strict=True)]
    return tuple(
        Partner(thing, "people", m.code, host.code, "tourists", ((m.start, m.end), (host.start, host.end)), False)
        for m, thing in tied
        if thing is not None
    )


def _figure(scene: Scene, line: Line, guest: StateMention, end: int) -> Thing | None:
    """Give the number that the flow from a state came to: the first behind 'to' or 'reached'."""
    for number in numbers_in(scene, guest.end, end):
        stop, value = end_of(number), number.letter_value or number.value
        at = line.at(number.start)
        before, after = line.low(at - 1), line.low(line.at(stop))
        counts = before in _REACH and after not in _SHARE and value >= _LEAST
        if counts and is_free(scene, line, number):
            people = Quantity(value, "person", "tourists", qualifier_around(scene.body, number.start, stop))
            return Thing(number.start, stop, "tourists", quantity=people)
    return None
