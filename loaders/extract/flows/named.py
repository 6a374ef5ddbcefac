"""A transfer that a sentence names with both its ends, though it tells no number: the topic of the sentences after it.

Input: a line. Output: what it tells, None where it names no transfer or no two states.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Move
from bilateral.loaders.extract.flows.roles import named_ends
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.loaders.extract.flows.trade import Told
from bilateral.loaders.extract.flows.words import flow_index

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["named_transfer"]

_TWO: Final = 2
_NOUNS: Final = frozenset({"thing", "taken"})
_SURE: Final = frozenset({"export", "loan", "remittance", "investment"})


def named_transfer(scene: Scene, line: Line) -> Told | None:
    """Give the first transfer of a line whose two ends are named: 'A will help B with a loan'."""
    if len({a.code for a in line.actors}) < _TWO:
        return None
    for hit in flow_index().find(scene.body, line.start, line.end):
        for mover in hit.value:
            if mover.kind == "people" or not (mover.way in _NOUNS or mover.kind in _SURE):
                continue
            move = Move.of(line, mover, (hit.start, hit.end), Thing(hit.start, hit.end), (line.start, line.end))
            source, target = named_ends(move)
            if source is not None and target is not None and source.code != target.code:
                return Told(source.code, target.code, mover.way, mover.kind)
    return None
