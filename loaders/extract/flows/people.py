"""People who move between states: students, tourists, refugees, workers, troops.

Input: a line, a thing that counts people. Output: where they come from and where they are or go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.flows.words import flow_index, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.things import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["people_ends"]

_NEAR: Final = 24
_REACH: Final = 90
_BESIDE: Final = 2
_ENVOYS: Final = frozenset(
    {"diplomat", "ambassador", "envoy", "attaché", "attache", "minister", "delegate", "official"}
)
_WHERE: Final = frozenset({"in", "to", "into", "at", "for", "inside", "across"})


def people_ends(scene: Scene, line: Line, thing: Thing) -> Ends | None:
    """Give the state that people come from and the one they are in or go to; envoys who come and go are no flow."""
    if set(fold_phrase(thing.name or "").split()) & _ENVOYS:
        return None
    mentions = [m for m in scene.mentions_in(line.start, line.end) if m.kind not in {"leader", "igo"}]
    origin = _origin(line, thing, mentions)
    target = _target(line, thing, mentions, origin)
    found = _left(scene, line, thing, mentions, target) or _sent_home(scene, line, thing, origin, target)
    if found is not None or origin is None:
        return found or _sender(scene, line, thing, target)
    if target is None or target.code == origin.code or _shared(line, target, mentions):
        return None
    if not (_movable(thing) or _goes(scene, line, thing)):
        return None
    return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")


def _left(
    scene: Scene, line: Line, thing: Thing, mentions: Sequence[StateMention], target: StateMention | None
) -> Ends | None:
    """Read '300 refugees went from A to B'."""
    left = next((m for m in mentions if _lead(line, m) == "from" and m.start > thing.end), None)
    if left is None or target is None or left.code == target.code or not _goes(scene, line, thing):
        return None
    return Ends(left.code, target.code, ((left.start, left.end), (target.start, target.end)), "sent from")


def _shared(line: Line, target: StateMention, mentions: Sequence[StateMention]) -> bool:
    """Tell whether the number is that of two states together: 'workers in A and B'."""
    after = line.at(target.end)
    joined = line.low(after) in {"and", ",", "or"} and after + 1 < len(line.words)
    return joined and any(m.code != target.code and 0 <= line.at(m.start) - after <= _BESIDE for m in mentions)


def _sent_home(
    scene: Scene, line: Line, thing: Thing, origin: StateMention | None, target: StateMention | None
) -> Ends | None:
    """Read 'A deported 45 B-ish men', '45 B-ish men were deported by A', '… from A': they go to B."""
    hits = flow_index().find(scene.body, max(line.start, thing.start - _REACH), min(line.end, thing.end + _REACH))
    sent = [h for h in hits if scene.body[h.start : h.end].casefold() in _grammar("flow people sent home")]
    if not sent or origin is None or (target is not None and target.code != origin.code):
        return None
    hit = sent[0]
    senders = [a for a in line.actors if a.lead in {"by", "from"} and a.start >= hit.start]
    if hit.end <= thing.start:
        senders += [a for a in line.actors if a.end <= hit.start and a.acts and a.lead not in {"to", "from", "in"}][-1:]
    able = [a for a in senders if a.code != origin.code]
    if not able:
        return None
    return Ends(able[0].code, origin.code, ((able[0].start, able[0].end), (origin.start, origin.end)), "sent from")


def _sender(scene: Scene, line: Line, thing: Thing, target: StateMention | None) -> Ends | None:
    """Read 'A will send 300 troops to B' and 'A has 300 troops in B'."""
    before = [a for a in line.actors if a.end <= thing.start and a.acts and a.lead not in {"to", "from", "in", "by"}]
    if target is None or not before or before[-1].code == target.code:
        return None
    doer = before[-1]
    hits = flow_index().find(scene.body, doer.end, thing.start)
    sends = any(m.way == "send" or (m.kind == "people" and m.way == "give") for hit in hits for m in hit.value)
    has = bool({"has", "have", "had"} & {w.low for w in line.words if doer.end <= w.start < thing.start}) and _troops(
        thing
    )
    if not (sends or has):
        return None
    return Ends(doer.code, target.code, ((doer.start, doer.end), (target.start, target.end)), "sent")


def _troops(thing: Thing) -> bool:
    return bool(set(fold_phrase(thing.name or "").split()) & {"troop", "soldier", "peacekeeper", "marine"})


def _origin(line: Line, thing: Thing, mentions: Sequence[StateMention]) -> StateMention | None:
    """'3,000 Chadian students', 'students from Chad', 'the number of Chadian tourists by 40,000'."""
    near = [m for m in mentions if m.kind in {"demonym", "name"} and thing.start <= m.start < thing.end + 2]
    near = near or [m for m in mentions if m.kind == "demonym" and thing.start - _NEAR <= m.start <= thing.end]
    if near:
        return min(near, key=lambda m: abs(m.start - thing.end))
    return next((m for m in mentions if _lead(line, m) in {"from", "of"} and 0 <= m.start - thing.end < _NEAR), None)


def _target(
    line: Line, thing: Thing, mentions: Sequence[StateMention], origin: StateMention | None
) -> StateMention | None:
    able = [m for m in mentions if m is not origin and m.kind != "demonym"]
    after = [
        m
        for m in able
        if 0 <= m.start - thing.end < _REACH
        and not _broken(line, thing.end, m.start)
        and (_lead(line, m) in _WHERE or _moves(line, m))
    ]
    if after:
        return after[0]
    hosts = [m for m in able if m.end <= thing.start and _hosts(line, m, thing)]
    return hosts[-1] if hosts else None


def _broken(line: Line, start: int, end: int) -> bool:
    """Tell whether another clause begins between two places."""
    return any(
        w.low in {";", ":", "while", "but", "after", "as", "when", "whereas", "because"}
        for w in line.words
        if start <= w.start < end
    )


def _movable(thing: Thing) -> bool:
    """Tell whether those counted are by their name away from home: students, tourists, refugees, troops."""
    return bool(set(fold_phrase(thing.name or "").split()) & (flow_words("people") - _grammar("flow people anybody")))


def _goes(scene: Scene, line: Line, thing: Thing) -> bool:
    """Tell whether the sentence says that people go, live abroad, or are sent or taken in."""
    hits = flow_index().find(scene.body, max(line.start, thing.start - _REACH), min(line.end, thing.end + _REACH))
    return any(m.kind == "people" for hit in hits for m in hit.value)


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


def _lead(line: Line, mention: StateMention) -> str:
    at = line.at(mention.start) - 1
    while at >= 0 and line.low(at) in {
        "the",
        "neighbouring",
        "neighboring",
        "southern",
        "northern",
        "eastern",
        "western",
    }:
        at -= 1
    return line.low(at)


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
