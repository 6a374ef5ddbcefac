"""People who move between states: students, tourists, refugees, workers, troops.

Input: a line, a thing that counts people. Output: where they come from and where they are or go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flow_roles import Ends
from bilateral.loaders.extract.flow_words import flow_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.flow_things import Thing
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.marks import StateMention
    from bilateral.loaders.extract.reference import References

__all__ = ["people_ends"]

_NEAR: Final = 30
_WHERE: Final = frozenset({"in", "to", "into", "at", "for", "inside", "across"})


def people_ends(scene: Scene, line: Line, thing: Thing, references: References) -> Ends | None:
    """Give the state that people come from and the one they are in or go to."""
    mentions = [m for m in scene.mentions_in(line.start, line.end) if m.kind not in {"leader", "igo"}]
    origin = _origin(line, thing, mentions)
    target = _target(line, thing, mentions, origin)
    left = next((m for m in mentions if _lead(line, m) == "from" and m is not origin and m.start > thing.end), None)
    if left is not None and target is not None and left.code != target.code and _sent(scene, line):
        return Ends(left.code, target.code, ((left.start, left.end), (target.start, target.end)), "sent from")
    if origin is None:
        return None
    if target is not None and target.code != origin.code:
        return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")
    others = {m.code for m in mentions if m.code != origin.code}
    other = tuple(others) if len(others) == 1 else () if others else references.other({origin.code})
    if len(other) == 1 and target is None:
        return Ends(origin.code, other[0], ((origin.start, origin.end),), "people, one named")
    return None


def _origin(line: Line, thing: Thing, mentions: Sequence[StateMention]) -> StateMention | None:
    """'3,000 Chadian students', 'students from Chad', 'the number of Chadian tourists by 40,000'."""
    near = [m for m in mentions if m.kind == "demonym" and thing.start - _NEAR <= m.start <= thing.end + _NEAR]
    if near:
        return min(near, key=lambda m: abs(m.start - thing.end))
    return next((m for m in mentions if _lead(line, m) in {"from", "of"} and 0 <= m.start - thing.end < _NEAR), None)


def _target(line: Line, thing: Thing, mentions: Sequence[StateMention], origin: StateMention | None) -> StateMention | None:
    able = [m for m in mentions if m is not origin and m.kind != "demonym"]
    after = [m for m in able if m.start >= thing.end and (_lead(line, m) in _WHERE or _moves(line, m))]
    if after:
        return after[0]
    hosts = [m for m in able if m.end <= thing.start and _hosts(line, m, thing)]
    return hosts[-1] if hosts else None


def _moves(line: Line, mention: StateMention) -> bool:
    """Tell whether a verb of going stands right before the state: 'visit Chad'."""
    word = line.low(line.at(mention.start) - 1)
    if word == "the":
        word = line.low(line.at(mention.start) - 2)
    return any(m.way == "go" for hit in flow_index().find(word) for m in hit.value)


def _hosts(line: Line, mention: StateMention, thing: Thing) -> bool:
    """Tell whether the state takes people in: 'Chad hosts 400,000 …'."""
    hits = flow_index().find(" ".join(w.low for w in line.words if mention.end <= w.start < thing.start))
    return any(m.kind == "people" and m.way == "take" for hit in hits for m in hit.value)


def _sent(scene: Scene, line: Line) -> bool:
    return any(m.kind == "people" and m.way == "give" for hit in flow_index().find(scene.body, line.start, line.end) for m in hit.value)


def _lead(line: Line, mention: StateMention) -> str:
    at = line.at(mention.start) - 1
    while at >= 0 and line.low(at) in {"the", "neighbouring", "neighboring", "southern", "northern", "eastern", "western"}:
        at -= 1
    return line.low(at)
