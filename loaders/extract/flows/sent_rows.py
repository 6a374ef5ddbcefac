"""Rows of what migrants send home: 'money transfers from A reached $60 million in B, followed by C ($40 million)'.

Input: a line with the scene's numbers. Output: the flows from the one state that the money is sent from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.flows.kinds import speaks_of_remittances
from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import Entry, partners_in, tied_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["remitted_rows"]


def remitted_rows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:  # noqa: ARG001 - all rows are called alike
    """Give a flow for each state with a sum, from the state behind 'from'; none where that is not one."""
    sums = [t for t in things if t.amount is not None]
    if not sums or not speaks_of_remittances(line):
        return ()
    senders = [m for m in partners_in(line) if line.lead(m.start) == "from"]
    codes = {m.code for m in senders}
    entries = _entries(line, sums, [m for m in partners_in(line) if m.code not in codes])
    if len(codes) != 1 or not entries or len({e.state.code for e in entries}) != len(entries):
        return ()
    (code,) = codes
    sender = ((senders[0].start, senders[0].end),)
    return tuple(
        Partner(e.thing, "remittance", code, e.state.code, "remittances", ((e.state.start, e.state.end), *sender), True)
        for e in entries
    )


def _entries(line: Line, sums: Sequence[Thing], states: Sequence[StateMention]) -> tuple[Entry, ...]:
    """Tie the sums to states; the first may stand far behind its own: 'A is third in transfers from B in those months ($9 million)'."""
    tied = tied_numbers(line, sums, states, frozenset({"to"}))
    first = next((m for m in states if m.end <= sums[0].start), None)
    if first is None or any(e.thing is sums[0] or e.state is first for e in tied):
        return tied
    return (Entry(sums[0], first, "", ()), *tied)
