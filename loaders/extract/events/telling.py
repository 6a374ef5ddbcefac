"""From a frame whose roles are filled to a `Candidate`: date, place, officials, status, and how sure it is.

Input: a `Tree`, the trigger, the `Frame`, what filled it. Output: the candidate; `each` parts one that tells of several happenings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.candidate import Candidate
from bilateral.loaders.extract.events.speaker import speaker_of
from bilateral.loaders.extract.events.stay import one_meeting
from bilateral.loaders.extract.events.when import when
from bilateral.loaders.extract.events.where import capital_of, place_of
from bilateral.loaders.extract.syntax.clauses import governor, is_verb, objects, prepositional, region
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.events.filled import Filled
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.events.modality import Reading
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["each", "tell"]

_ORDINALS: Final = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th",
     "inaugural"}
)  # fmt: skip
_HELD: Final = frozenset(
    {"hold", "have", "conclude", "conduct", "end", "attend", "co-chair", "chair", "pay", "make", "begin",
     "open", "take"}
)  # fmt: skip
_MEETINGS: Final = frozenset({"meeting", "summit", "call", "conversation"})
_BY_WIRE: Final = frozenset({"phone", "telephone", "teleconference", "videoconference"})
_SHARED_LINE: Final = frozenset(
    {"joint", "jointly", "together", "three-way", "four-way", "trilateral", "quadrilateral", "conference", "video", "group",
     "videoconference", "teleconference", "tripartite", "simultaneously"}
)  # fmt: skip
_INTO: Final = frozenset({"to", "in", "into"})
_RECIPIENT: Final = frozenset({"to", "for", "in"})
_COUNTRY: Final = frozenset({"country", "nation", "kingdom", "republic", "island", "capital"})
_STEPS: Final = frozenset(
    {"authority", "authorities", "step", "move", "decision", "gesture", "credential", "credentials", "book"}
)
_BACKGROUND: Final = frozenset(
    {"long", "earlier", "previously", "already", "repeatedly", "historically", "once", "always", "often",
     "since", "ago", "past", "anniversary", "traditionally", "previous", "former"}
)  # fmt: skip


def tell(  # noqa: PLR0917 - what was read of one act, each by its own name
    tree: Tree, token: Token, frame: Frame, scene: Scene, actors: Actors, filled: Filled, reading: Reading, status: str
) -> Candidate:
    """Make the candidate."""
    at = when(tree, token, scene, "future" if status in {"scheduled", "proposed"} else "past")
    left, right = _names(filled.source), _names(filled.target)
    lemmas = {t.lemma for t in (*region(tree, token), *tree.ancestors(token))}
    return Candidate(
        frame=frame,
        source=filled.source_codes,
        target=tuple(c for c in filled.target_codes if c not in filled.source_codes),
        status=status,
        reading=reading,
        sentence=(tree.sentence.start, tree.sentence.end),
        trigger=(token.start, token.end),
        source_span=_span(filled.source),
        target_span=_span(filled.target) if filled.target else None,
        date=at.date,
        date_span=at.span,
        said=at.said,
        place=place_of(tree, token, scene),
        place_code=capital_of(tree, token, scene),
        officials=tuple(dict.fromkeys((*left, *right))),
        source_officials=left,
        target_officials=right,
        partners=() if one_meeting(tree, token) else _partners(filled),
        content=_content(tree, token),
        mode=_mode(tree, token, frame, left, right),
        speaker=speaker_of(tree, token, scene),
        strength=_strength(tree, token, reading),
        confidence=_confidence(token, filled, status),
        deferred=filled.deferred,
        background=at.earlier or bool(lemmas & _BACKGROUND),
        index=tree.sentence.index,
        anaphoric=all(a.kind == "reference" for a in (*filled.source, *filled.target)),
        ordinal=_ordinal(tree, token),
        fallback=_fallback(tree, token, scene, actors, filled),
        apart=_apart(tree, token, frame.mode == "call"),
    )


def _apart(tree: Tree, token: Token, calls: bool) -> bool:
    """Tell whether the words speak of several meetings: 'summits with Chad and Ghana', 'met them separately', 'phoned both'."""
    if token.lemma in _MEETINGS and token.tag in {"NNS", "NNPS"}:
        return True
    near = {t.lemma for t in region(tree, token)}
    return bool(near & {"separate", "separately", "individually"}) or (calls and not near & _SHARED_LINE)


def _mode(tree: Tree, token: Token, frame: Frame, left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Talks of two named persons are a meeting, and what is held by phone a call."""
    if frame.mode in {"meeting", "talks"} and any(t.lemma in _BY_WIRE for t in region(tree, token)):
        return "call"
    return "meeting" if frame.mode == "talks" and len(right) == 1 and len(left) == 1 else frame.mode


def _strength(tree: Tree, token: Token, reading: Reading) -> int:
    """Tell how firmly the words settle whether it happened: 3 'met' or 'will meet', 2 'meets', 1 'the meeting'."""
    if reading.cue:
        return 3
    verb, role = (token, "obj") if is_verb(token) else governor(tree, token)
    if verb is None or role not in {"obj", "subj"} or (not is_verb(token) and verb.lemma not in _HELD):
        return 1
    return 2 + (reading.tense == "past")


def _ordinal(tree: Tree, token: Token) -> str:
    """Give the number of a session or round: 'third'."""
    near = (token, *([over] if (over := tree.head(token)) is not None and token.dep == "pobj" else ()))
    if any(t.lemma == "next" for n in near for t in tree.children(n, "amod")):
        return "next"
    return next((t.lemma for t in tree.subtree(token) if t.lemma in _ORDINALS), "")


def _fallback(tree: Tree, trigger: Token, scene: Scene, actors: Actors, filled: Filled) -> tuple[str, ...]:  # noqa: PLR0911 - one case a line
    """Give the state that an unnamed other side must be: the only other one of the sentence, or of the article's two."""
    if not filled.deferred:
        return ()
    source = set(filled.source_codes)
    abroad = filled.deferred != "field" or all(map(states().is_organization, source))
    if not abroad or not _unnamed(tree, trigger, scene, filled.deferred):
        return ()
    if filled.deferred == "accuser" and tree.children(
        trigger, "ccomp"
    ):  # 'denied that it had talks with X': who said so is open
        return ()
    if filled.deferred == "locals":
        return (scene.home,) if scene.home and scene.home not in source else ()
    if filled.deferred in {"host", "abroad"} and scene.home and scene.home not in source:
        return (scene.home,)
    if filled.deferred in {"accuser", "nearby", "foe", "opponent"}:
        here = [m.code for m in scene.mentions_in(tree.sentence.start, tree.sentence.end)]
        here += [o.country for o in scene.officials_in(tree.sentence.start, tree.sentence.end) if o.country]
        judges = filled.deferred == "opponent"  # not the court or the council to which it goes
        others = tuple(
            dict.fromkeys(c for c in here if c not in source and not (judges and states().is_organization(c)))
        )
        if len(others) == 1:
            return others
    if filled.deferred == "nearby":
        return ()
    if filled.deferred == "recipient" and any(p.pos == "PROPN" for p in prepositional(tree, trigger, _RECIPIENT)):
        return ()
    meant = actors.references.other_near(source, tree.sentence.index)
    return () if _topic(tree, trigger, scene, meant) else meant


def _topic(tree: Tree, trigger: Token, scene: Scene, codes: tuple[str, ...]) -> bool:
    """Tell whether a state is only what is spoken of: 'discussed aid to Chad'."""
    row = [t for o in (objects(tree, trigger) if is_verb(trigger) else ()) for t in tree.subtree(o)]
    return any(m.code in codes for t in row for m in scene.mentions_in(t.start, t.end))


def _unnamed(tree: Tree, trigger: Token, scene: Scene, path: str) -> bool:
    """Tell whether the words leave a place unnamed on such a path: 'arrived in the country'."""
    if path == "abroad":
        return any(p.lemma in _COUNTRY for p in prepositional(tree, trigger, _INTO))
    return path != "nearby" or _near_fits(tree, trigger, scene)


def _near_fits(tree: Tree, trigger: Token, scene: Scene) -> bool:
    """'Will visit the country' and 'the visiting minister' leave the host to the sentence; 'the visit to the museum' does not."""
    if any(not scene.dates_in(p.start, p.end) for p in prepositional(tree, trigger, _RECIPIENT)):
        return False
    named = objects(tree, trigger) if is_verb(trigger) and trigger.dep != "amod" else ()
    fits = all(
        t.lemma in _COUNTRY | _STEPS or any(p.lemma in _COUNTRY for p in tree.children(t, "poss")) for t in named
    )
    return fits and (not is_verb(trigger) or trigger.dep == "amod" or bool(named))


def _confidence(token: Token, filled: Filled, status: str) -> float:
    weak = any(a.kind in {"reference", "people"} for a in (*filled.source, *filled.target))
    return round(
        0.9 - 0.1 * (not is_verb(token)) - 0.1 * weak - 0.2 * bool(filled.deferred) - 0.05 * (status != "occurred"), 2
    )


def _content(tree: Tree, token: Token) -> frozenset[str]:
    """Give the content words of the act's phrase, without names."""
    tops = [*objects(tree, token)] if is_verb(token) else [token]
    tops += tree.children(token, "xcomp", "ccomp", "prep")
    return frozenset(
        t.lemma for top in tops for t in tree.subtree(top) if t.pos in {"NOUN", "VERB", "ADJ"} and not t.kind
    )


def _names(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for a in actors for n in a.officials))


def _span(actors: tuple[Actor, ...]) -> tuple[int, int]:
    return min(a.start for a in actors), max(a.end for a in actors)


def each(found: Candidate) -> Iterator[Candidate]:
    """Split a meeting with several officials into one each, a journey into one visit a host, credentials by who hands them in."""
    apart = found.apart and found.mode != "call"
    several = found.mode == "visit" or (apart and found.frame.type == "CONSULT" and len(found.source) == 1)
    named = found.frame.each or (found.apart and found.mode == "call")
    if several and len(found.target) > 1 and (found.mode == "visit" or len(found.partners) < len(found.target)):
        yield from (replace(found, target=(code,)) for code in found.target)
    elif found.mode == "credentials" and len(found.source) > 1:
        yield from (replace(found, source=(code,)) for code in found.source)
    elif named and len(found.partners) > 1 and len(found.source) == 1:
        yield from (_with_partner(found, codes, names) for codes, names in found.partners)
    else:
        yield found


def _with_partner(found: Candidate, codes: tuple[str, ...], names: tuple[str, ...]) -> Candidate:
    everyone = tuple(dict.fromkeys((*found.source_officials, *names)))
    mode = "meeting" if found.mode == "talks" and names else found.mode
    return replace(found, target=codes, target_officials=names, officials=everyone, mode=mode)


def _partners(filled: Filled) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Give each of the other side's phrases by itself: its states and the officials it names."""
    found = (
        (tuple(c for c in a.codes if c not in filled.source_codes), a.officials) for a in filled.target if a.officials
    )
    return tuple(dict.fromkeys((codes, names) for codes, names in found if codes))
