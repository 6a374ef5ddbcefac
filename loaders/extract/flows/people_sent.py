"""People whom a state sends: home to theirs, or abroad as its own; and people who are no flow, since they are held or only visit.

Input: a line, a thing that counts people, what is known of the ends. Output: `Ends`, None where nobody sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.flows.people_places import lead_of
from bilateral.loaders.extract.flows.words import flow_index
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["delegated", "held", "on_scholarships", "sender_of", "sent_home"]

_REACH: Final = 90
_HELD: Final = 8
_NEAR_WORDS: Final = 5
_MEMBERS: Final = 2  # 'the 11-member delegation'
_STUDENTS: Final = frozenset({"student", "pupil", "graduate", "scholar", "youth", "trainee"})
#: What those who are sent home did before: 'deported over illegal entry into A'.
_ENTRY: Final = frozenset(
    {"entry", "entering", "entered", "crossing", "crossed", "overstaying", "overstayed", "sneaking"}
)


def sent_home(
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
    able = able or _only_other(line, origin)
    if not able:
        return None
    start, end, code = able[0]
    return Ends(code, origin.code, ((start, end), (origin.start, origin.end)), "sent from")


def on_scholarships(line: Line, thing: Thing, origin: StateMention | None) -> Ends | None:
    """Read 'A-ish scholarships to 200 B-ish students': whoever studies on them goes to the state that gives them."""
    if origin is None or not any(w.low.startswith("scholarship") for w in line.words):
        return None
    if not _STUDENTS & set(fold_phrase(thing.name or "").split()):
        return None
    for start, end, code in _only_other(line, origin):
        return Ends(origin.code, code, ((origin.start, origin.end), (start, end)), "people")
    return None


def _kept_there(line: Line, thing: Thing, target: StateMention | None) -> bool:
    """Tell whether people are held or stranded where they are sent home from, or had entered it: '40 B-ish men detained in A'."""
    if target is None:
        return False
    between = {w.low for w in line.words if thing.end <= w.start < target.start}
    if between & _ENTRY and lead_of(line, target) in {"into", "to", "in"}:
        return True
    return lead_of(line, target) in {"in", "at", "on"} and bool(between & _grammar("flow people stuck"))


def _only_other(line: Line, origin: StateMention) -> list[tuple[int, int, str]]:
    """Give the only other state of the sentence: '265 B-ish men detained in A were sent back'."""
    others = [m for m in line.lands if m.code != origin.code]
    return [(m.start, m.end, m.code) for m in others[:1]] if len({m.code for m in others}) == 1 else []


def sender_of(scene: Scene, line: Line, thing: Thing, target: StateMention | None) -> Ends | None:
    """Read 'A will send 300 troops to B' and 'A has 300 troops in B'."""
    before = [a for a in line.actors if a.end <= thing.start and a.acts and a.lead not in {"to", "from", "in", "by"}]
    if target is None or not before or before[-1].code == target.code:
        return None
    doer = _relative(line, thing) or before[-1]
    if doer.code == target.code:
        return None
    hits = flow_index().find(scene.body, doer.end, thing.start)
    sends = any(m.way == "send" or (m.kind == "people" and m.way == "give") for hit in hits for m in hit.value)
    has = bool({"has", "have", "had"} & {w.low for w in line.words if doer.end <= w.start < thing.start})
    has = has and (_posted(thing) or line.low(line.at(thing.end)) in _grammar("flow people at work"))
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


def held(line: Line, thing: Thing) -> bool:
    """Tell whether those counted are prisoners, or dead, rather than on their way: 'nine Chadians detained in Malta'."""
    held = _grammar("flow people held")
    last = line.at(thing.end)
    after = [w for w in line.words[last : last + _HELD] if not w.sign]
    before = {line.low(i) for i in range(max(0, line.at(thing.start) - 2), line.at(thing.start))}
    sent = _grammar("flow people sent home") | _grammar("flow people brought home")
    moved = any(w.low in sent for w in line.words)
    return not moved and (bool(before & held) or any(w.low in held for w in after))


def delegated(line: Line, thing: Thing) -> bool:
    """Tell whether they come as a delegation: such guests are no flow."""
    at, last = line.at(thing.start), line.at(thing.end)
    near = {line.low(i) for i in (*range(max(0, at - _NEAR_WORDS), at), *range(last, last + _MEMBERS))}
    named = set((thing.name or "").casefold().split())
    return bool((near | named) & _grammar("flow people delegations"))


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
