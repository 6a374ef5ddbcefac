"""Pledges listed line by line under a heading: 'The pledges for A include:', then 'B: $50 million', '- C: 20 million euros'.

Input: a line, its things, what was told before. Output: the flow of the item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.partners import Partner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["listed_flows"]

_OPENS: Final = 2
_NEAR: Final = 3
_LONG: Final = 14
_SIGNS: Final = frozenset({":", "-", "–", "—", "("})


def listed_flows(_scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give what the one state that opens an item gives."""
    first = next(iter(sorted(line.mentions, key=lambda m: m.start)), None)
    if known.heading is None or first is None or not things or len(line.words) > _LONG:
        return ()
    at, thing = line.at(first.end), things[0]
    opens = line.at(first.start) <= _OPENS and line.low(at) in _SIGNS and 0 < line.at(thing.start) - at <= _NEAR
    if not opens or thing.people or first.code == known.heading or first.kind == "leader":
        return ()
    name = thing.name or "aid"
    return (Partner(thing, "aid", first.code, known.heading, name, ((first.start, first.end),), receives=False),)
