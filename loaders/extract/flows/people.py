"""People who move between states: students, tourists, refugees, workers, troops.

Input: a line, a thing that counts people. Output: where they come from and where they are or go.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.flows.words import flow_index, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["people_ends"]

_NEAR: Final = 24
_REACH: Final = 90
_BESIDE: Final = 2
_ENVOYS: Final = frozenset(
    {"diplomat", "ambassador", "envoy", "attaché", "attache", "minister", "delegate", "official", "businessmen", "businesspeople", "businessman", "journalist", "lawmaker", "athlete", "executive"}
)
_WHERE: Final = frozenset({"in", "to", "into", "at", "for", "inside", "across", "on", "reached", "reach", "entered"})
_HELD: Final = 8
_NEAR_WORDS: Final = 5

Understood = Callable[[str], str | None]


def people_ends(scene: Scene, line: Line, thing: Thing, understood: Understood) -> Ends | None:
    """Give the state that people come from and the one they are in or go to; envoys who come and go are no flow.

    `understood` names the other state of those who are surely away from home, where the sentence does not.
    """
    if set(fold_phrase(thing.name or "").split()) & _ENVOYS or _held(line, thing) or _delegated(line, thing):
        return None
    mentions = [m for m in scene.mentions_in(line.start, line.end) if m.kind not in {"leader", "igo"}]
    origin = _origin(line, thing, mentions)
    target = _target(line, thing, mentions, origin)
    found = _left(scene, line, thing, mentions, target) or _sent_home(scene, line, thing, origin, target)
    if found is not None or origin is None:
        return found or _sender(scene, line, thing, target) or _driven(line, thing, mentions, target, understood)
    if target is None:
        return _away(scene, line, thing, origin, understood)
    if target.code == origin.code or _shared(line, target, mentions):
        return None
    if not (_movable(thing) or _goes(scene, line, thing)):
        return None
    return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")


def _left(
    scene: Scene, line: Line, thing: Thing, mentions: Sequence[StateMention], target: StateMention | None
) -> Ends | None:
    """Read '300 refugees went from A to B'."""
    leaving = _grammar("flow people leaving") | {"from"}
    left = next((m for m in mentions if _lead(line, m) in leaving and m.start > thing.end and m is not target), None)
    if left is None or target is None or left.code == target.code or not _goes(scene, line, thing):
        return None
    return Ends(left.code, target.code, ((left.start, left.end), (target.start, target.end)), "sent from")


def _driven(
    line: Line, thing: Thing, mentions: Sequence[StateMention], target: StateMention | None, understood: Understood
) -> Ends | None:
    """Read 'War in A has driven 300,000 people into B': those who flee come from the only other state, named or understood."""
    if target is None or not _flees(line, thing):
        return None
    others = {m.code: m for m in mentions if m.code != target.code}
    if len(others) == 1:
        origin = next(iter(others.values()))
        return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")
    known = understood(target.code) if not others else None
    return Ends(known, target.code, ((target.start, target.end),), "as before") if known else None


def _away(scene: Scene, line: Line, thing: Thing, origin: StateMention, understood: Understood) -> Ends | None:
    """Read '300 A-ish refugees arrived by boat' where the other state is understood."""
    if not (_flees(line, thing) or _arrives(scene, line, thing)):
        return None
    known = understood(origin.code)
    return Ends(origin.code, known, ((origin.start, origin.end),), "as before") if known else None


def _flees(line: Line, thing: Thing) -> bool:
    """Tell whether those counted are refugees, by their name or by what the sentence says of them."""
    fled = _grammar("flow people fleeing")
    return bool(set(fold_phrase(thing.name or "").split()) & fled) or any(w.low in fled for w in line.words)


def _arrives(scene: Scene, line: Line, thing: Thing) -> bool:
    after = scene.body[thing.end : min(line.end, thing.end + _REACH)].casefold().split()
    return bool({"arrived", "arrive", "landed", "arriving"} & set(after))


def _held(line: Line, thing: Thing) -> bool:
    """Tell whether those counted are prisoners, or dead, rather than on their way: 'nine Chadians detained in Malta'."""
    held = _grammar("flow people held")
    last = line.at(thing.end)
    after = [w for w in line.words[last : last + _HELD] if not w.sign]
    before = {line.low(i) for i in range(max(0, line.at(thing.start) - 2), line.at(thing.start))}
    sent = _grammar("flow people sent home") | _grammar("flow people brought home")
    moved = any(w.low in sent for w in line.words)
    return not moved and (bool(before & held) or any(w.low in held for w in after))


def _delegated(line: Line, thing: Thing) -> bool:
    """Tell whether they come as a delegation: such guests are no flow."""
    at = line.at(thing.start)
    return bool({line.low(i) for i in range(max(0, at - _NEAR_WORDS), at)} & _grammar("flow people delegations"))


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
    there = target is not None and origin is not None and target.code != origin.code
    if not sent or origin is None or (there and not _kept_there(line, thing, target)):
        return None
    hit = sent[0]
    senders = [a for a in line.actors if a.lead in {"by", "from"} and a.start >= hit.start]
    if hit.end <= thing.start:
        senders += [a for a in line.actors if a.end <= hit.start and a.acts and a.lead not in {"to", "from", "in"}][-1:]
    able = [(a.start, a.end, a.code) for a in senders if a.code != origin.code]
    able = able or _only_other(scene, line, origin)
    if not able:
        return None
    start, end, code = able[0]
    return Ends(code, origin.code, ((start, end), (origin.start, origin.end)), "sent from")


def _kept_there(line: Line, thing: Thing, target: StateMention | None) -> bool:
    """Tell whether people are held or stranded where they are sent home from: '40 B-ish men detained in A'."""
    if target is None or _lead(line, target) not in {"in", "at", "on"}:
        return False
    between = {w.low for w in line.words if thing.end <= w.start < target.start}
    return bool(between & _grammar("flow people stuck"))


def _only_other(scene: Scene, line: Line, origin: StateMention) -> list[tuple[int, int, str]]:
    """Give the only other state of the sentence: '265 B-ish men detained in A were sent back'."""
    others = [m for m in scene.mentions_in(line.start, line.end) if m.code != origin.code and m.kind != "igo"]
    return [(m.start, m.end, m.code) for m in others[:1]] if len({m.code for m in others}) == 1 else []


def _sender(scene: Scene, line: Line, thing: Thing, target: StateMention | None) -> Ends | None:
    """Read 'A will send 300 troops to B' and 'A has 300 troops in B'."""
    before = [a for a in line.actors if a.end <= thing.start and a.acts and a.lead not in {"to", "from", "in", "by"}]
    if target is None or not before or before[-1].code == target.code:
        return None
    doer = _relative(line, thing) or before[-1]
    if doer.code == target.code:
        return None
    hits = flow_index().find(scene.body, doer.end, thing.start)
    sends = any(m.way == "send" or (m.kind == "people" and m.way == "give") for hit in hits for m in hit.value)
    has = bool({"has", "have", "had"} & {w.low for w in line.words if doer.end <= w.start < thing.start}) and _posted(
        thing
    )
    if not (sends or has):
        return None
    return Ends(doer.code, target.code, ((doer.start, doer.end), (target.start, target.end)), "sent")


def _relative(line: Line, thing: Thing) -> Actor | None:
    """Give the actor whom a relative clause takes up: 'the crisis in A, which has sent 9,000 people to B'."""
    close = (a for a in reversed(line.actors) if a.end <= thing.start)
    found = next(close, None)
    if found is None:
        return None
    at = line.at(found.end)
    return found if {line.low(at), line.low(at + 1)} & {"that", "which"} else None


def _posted(thing: Thing) -> bool:
    """Tell whether those counted are sent abroad by their state: troops, doctors."""
    return bool(set(fold_phrase(thing.name or "").split()) & _grammar("flow people posted"))


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
    able = [m for m in mentions if m is not origin and (m.kind != "demonym" or _of_place(line, m))]
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


def _of_place(line: Line, mention: StateMention) -> bool:
    """Tell whether a state's adjective says where something is: 'at Chadian universities', 'on Maltese soil'."""
    at = line.at(mention.end)
    places = _grammar("flow people places")
    return line.low(at) in places or line.low(at + 1) in places


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
    if word in _grammar("flow people leaving"):
        return False
    return any(m.way == "go" for hit in flow_index().find(word) for m in hit.value)


def _hosts(line: Line, mention: StateMention, thing: Thing) -> bool:
    """Tell whether the state takes people in: 'Chad hosts 400,000 …'."""
    between = [w.low for w in line.words if mention.end <= w.start < thing.start]
    if _movable(thing) and {"has", "have", "had"} & set(between[:2]) and len(between) <= _BESIDE + 2:
        return True
    hits = flow_index().find(" ".join(between))
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
