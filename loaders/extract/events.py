"""From a parsed sentence to the events it tells: clause + frame + actors + date + place.

Input: a `Tree`, the article's `Scene` and `Actors`. Output: `Candidate`s in text order, and for each trigger that gave none, why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.candidate import Candidate
from bilateral.loaders.extract.clauses import governor, is_passive, is_verb, objects, prepositional, region, subjects
from bilateral.loaders.extract.frames import Frame, frames_for
from bilateral.loaders.extract.modality import Reading, read
from bilateral.loaders.extract.roles import Filled, fill
from bilateral.loaders.extract.speaker import speaker_of
from bilateral.loaders.extract.when import capital_of, place_of, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.actors import Actor, Actors
    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.tree import Token, Tree

__all__ = ["ONE_STATE", "UNFILLED", "Miss", "misfit", "read_sentence"]

#: Why a frame did not hold that found no state for a role.
UNFILLED: Final = "source or target is no state"
#: The same for both roles.
ONE_STATE: Final = "source and target are one state"

_FORCE: Final = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN"}
)
_LASTING: Final = frozenset({"CONSULT", "SANCTION", "ASSAULT", "COERCE", "AID", "MOBILIZE", "COOPERATE", "RETREAT"})
_STATUS: Final = {
    "asserted": "occurred",
    "planned": "scheduled",
    "proposed": "proposed",
    "cancelled": "cancelled",
}
_ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th inaugural".split()
)
_RECIPIENT: Final = frozenset({"to", "for", "in"})
_COUNTRY: Final = frozenset({"country", "nation", "kingdom", "republic", "island", "capital"})
_MEANS: Final = frozenset(
    {"write", "issue", "use", "hold", "take", "speak", "gather", "join", "tweet", "send", "decision", "move"}
)
_BACKGROUND: Final = frozenset(
    {
        "long",
        "earlier",
        "previously",
        "already",
        "repeatedly",
        "historically",
        "once",
        "always",
        "often",
        "since",
        "ago",
        "past",
        "anniversary",
        "traditionally",
        "previous",
        "former",
    }
)


@dataclass(frozen=True, slots=True)
class Miss:
    """A word that may name an act and gave no event: the frame that came nearest, and why it did not hold."""

    word: Token
    frame: Frame
    reason: str


def read_sentence(tree: Tree, scene: Scene, actors: Actors) -> tuple[list[Candidate], list[Miss]]:
    """Read every act that the sentence names."""
    found: list[Candidate] = []
    missed: list[Miss] = []
    for token in tree:
        if (token.kind and token.kind != "visiting") or _nested(tree, token):
            continue
        outcome = _read_trigger(tree, token, scene, actors)
        if isinstance(outcome, Candidate):
            found.extend(_each(outcome))
        elif outcome:
            missed.append(outcome)
    return found, missed


def _nested(tree: Tree, token: Token) -> bool:
    """Tell whether a noun is only the 'of' of another that names the same: 'the session of the commission'."""
    if token.dep != "pobj" or is_verb(token):
        return False
    prep = tree[token.head]
    over = tree.head(prep)
    if prep.lemma != "of" or over is None or is_verb(over):
        return False
    return {f.type for f in frames_for(token.lemma, True)} & {f.type for f in frames_for(over.lemma, True)} == {
        "CONSULT"
    }


def _read_trigger(tree: Tree, token: Token, scene: Scene, actors: Actors) -> Candidate | Miss | None:
    """Try the frames of a trigger, the most demanding first; say why none held."""
    missed: Miss | None = None
    for frame in _frames(tree, token):
        outcome = _try(tree, token, frame, scene, actors)
        if isinstance(outcome, Candidate):
            return outcome
        missed = missed or Miss(token, frame, outcome)
    return missed


def _frames(tree: Tree, token: Token) -> list[Frame]:
    noun = token.kind == "visiting" or (token.pos in {"NOUN", "PROPN"} and not is_verb(token))
    if not noun and not is_verb(token):
        return []
    fitting = [f for f in frames_for(token.lemma, noun) if not misfit(tree, token, f, noun)]
    return sorted(fitting, key=lambda f: -(2 * bool(f.object) + bool(f.words) + _particled(f, token)))


def _particled(frame: Frame, token: Token) -> int:
    return 2 * (not any(v == token.lemma for v in (*frame.verbs, *frame.nouns)))


def misfit(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    """Say what a frame asks for that does not fit: particles, object, governor, words that it needs or shuns; nothing if all fits."""
    return (
        _misformed(tree, token, frame, noun)
        or _misplaced(tree, token, frame, noun)
        or _misworded(tree, token, frame, noun)
    )


def _misformed(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    forms = [w.split() for w in (frame.nouns if noun else frame.verbs)]
    if noun:
        before = [t.lemma for t in tree.tokens[max(0, token.index - 3) : token.index]]
        if not any(f[-1] == token.lemma and (len(f) == 1 or f[-2] in before) for f in forms):
            return "the words before it are others"
    elif not any(f[0] == token.lemma and _has_particles(tree, token, f[1:]) for f in forms):
        return "its particle or preposition is another"
    return ""


def _misplaced(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    if not _object_fits(tree, token, frame, noun):
        return "its object is none that the frame asks for"
    if (frame.bare or frame.infinitive) and _completed(tree, token) is frame.bare:
        return "an infinitive completes it" if frame.bare else "no infinitive completes it"
    if frame.plain and (
        len(tree.children(token, "dobj", "oprd", "attr")) > 1 or tree.children(token, "ccomp", "acomp")
    ):
        return "it says what its object is called"
    if frame.wish and not _wished(tree, token):
        return "what completes it is no wish"
    if frame.subject and not _subject_fits(tree, token, frame):
        return "its subject is none that the frame asks for"
    if frame.governor and not _governed(tree, token, frame):
        return "it depends on another verb than the frame asks for"
    return ""


def _misworded(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    if frame.words or frame.words_not:
        near = {t.lemma for t in tree.subtree(token)} | {t.lemma for t in region(tree, token)} | {token.lemma}
        verb, _ = governor(tree, token) if noun else (None, "")
        near |= {verb.lemma} if verb is not None else set()
        near |= {t.lemma for t in tree.ancestors(token)} if noun else set()
        if frame.words and not near & frame.words:
            return "a word that the frame asks for is not near"
        if near & frame.words_not:
            return f"{', '.join(sorted(near & frame.words_not))} stands near it"
    return ""


def _has_particles(tree: Tree, verb: Token, particles: list[str]) -> bool:
    at = verb
    taken = () if tree.children(verb, "prt") else tree.children(verb, "dobj")
    for word in particles:
        following = tree.tokens[at.index + 1 : at.index + 4]
        after = (t for t in (*tree.children(at), *following) if t.index > at.index)
        nearby = [t for t in after if t.lemma == word or t.text.lower() == word]
        if not nearby or (taken and nearby[0].dep == "prep" and nearby[0].index > taken[0].index):
            return False
        if any(t.kind in {"official", "state"} for t in tree.tokens[at.index + 1 : nearby[0].index]):
            return False
        at = nearby[0]
    return True


def _completed(tree: Tree, verb: Token) -> bool:
    """Tell whether an infinitive completes the verb: 'called on X to leave'."""
    near = tree.children(verb, "xcomp", "ccomp", "advcl")
    behind = [t for p in tree.children(verb, "prep") for t in (p, *tree.children(p, "pcomp", "pobj"))]
    near += tuple(
        t
        for o in (*tree.children(verb, "dobj"), *behind)
        for t in (o, *tree.children(o, "acl", "relcl", "xcomp", "ccomp"))
    )
    return any(t.text.lower() == "to" for n in near for t in tree.children(n, "aux"))


def _wished(tree: Tree, verb: Token) -> bool:
    """Tell whether the clause below tells what shall be: 'suggested that Chad should join', 'proposed Chad join'."""
    for clause in tree.children(verb, "ccomp"):
        helpers = {t.text.lower() for t in tree.children(clause, "aux")}
        single = any(t.tag in {"NN", "NNP"} or t.kind for t in tree.children(clause, "nsubj", "nsubjpass"))
        if helpers & {"should", "must"} or (single and not helpers and clause.tag in {"VB", "VBP"}):
            return True
    return False


def _subject_fits(tree: Tree, token: Token, frame: Frame) -> bool:
    heads = subjects(tree, token) if is_verb(token) else ()
    heads += objects(tree, token) if is_verb(token) and is_passive(tree, token) else ()
    return any(_lemma(t) in frame.subject for h in heads for t in tree.subtree(h))


def _governed(tree: Tree, noun: Token, frame: Frame) -> bool:
    verb, _ = governor(tree, noun)
    return verb is not None and verb.lemma in frame.governor


def _object_fits(tree: Tree, token: Token, frame: Frame, noun: bool) -> bool:
    if not frame.object and not frame.object_not:
        return True
    if noun:
        heads = [p for c in tree.children(token, "prep") if c.lemma == "of" for p in tree.children(c, "pobj")]
    else:
        heads = list(objects(tree, token))
    lemmas = {_lemma(t) for h in heads for t in _reach(tree, h)}
    if frame.object and not lemmas & frame.object:
        return False
    return not {t.lemma for h in heads for t in (h,)} & frame.object_not


def _lemma(token: Token) -> str:
    return {"official": "ACTOR", "state": "ACTOR", "amount": "AMOUNT"}.get(token.kind, token.lemma)


def _reach(tree: Tree, head: Token) -> Iterator[Token]:
    """Give the object's head, its partners, and what it is 'of': 'a series of talks', 'millions of dollars in aid'."""
    for token in tree.conjuncts(head):
        yield token
        for prep in tree.children(token, "prep"):
            if prep.lemma in {"of", "in", "worth"}:
                yield from (t for p in tree.children(prep, "pobj") for t in tree.conjuncts(p))
        yield from tree.children(token, "compound", "nmod", "appos")


def _try(tree: Tree, token: Token, frame: Frame, scene: Scene, actors: Actors) -> Candidate | str:
    reading = read(tree, token)
    status = "" if frame.type in _FORCE and _only_purpose(tree, token) else _status(frame, reading)
    if not status:
        return f"it is {reading.kind} ({reading.cue})"
    filled = fill(tree, token, frame, actors)
    if filled is None:
        return UNFILLED
    if set(filled.source_codes) & set(filled.target_codes) and set(filled.target_codes) <= set(filled.source_codes):
        return ONE_STATE
    return _candidate(tree, token, frame, scene, actors, filled, reading, status)


def _only_purpose(tree: Tree, token: Token) -> bool:
    """Tell whether the act is only what another act was for: 'lent the money to support growth'."""
    if token.dep not in {"advcl", "acl", "relcl"} or not any(
        t.text.lower() == "to" for t in tree.children(token, "aux")
    ):
        return False
    return (
        not any(f.type == "CONSULT" for f in frames_for(tree[token.head].lemma, False))
        and tree[token.head].lemma not in _MEANS
    )


def _status(frame: Frame, reading: Reading) -> str:
    """Give the event's status, nothing where the sentence takes the act back or only imagines it."""
    if frame.negated:
        return "occurred" if reading.kind == "negated" else ""
    status = _STATUS.get(reading.kind, "")
    if status == "occurred":
        if frame.status:
            return frame.status
        return "ongoing" if reading.ongoing and (frame.ongoing or frame.type in _LASTING) else "occurred"
    if frame.status:
        return frame.status if status else ""
    if frame.type in _FORCE or frame.type == "AGREE" or (frame.type == "COOPERATE" and frame.mode != "joint exercise"):
        return (
            "scheduled"
            if status == "scheduled" and reading.cue == "will" and frame.type in {"SUPPORT", "REQUEST"}
            else ""
        )
    return status


def _candidate(
    tree: Tree, token: Token, frame: Frame, scene: Scene, actors: Actors, filled: Filled, reading: Reading, status: str
) -> Candidate:
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
        partners=_partners(filled),
        content=_content(tree, token),
        mode="meeting" if frame.mode == "talks" and len(right) == 1 and len(left) == 1 else frame.mode,
        speaker=speaker_of(tree, token, scene),
        strength=_strength(token, reading),
        confidence=_confidence(token, filled, status),
        deferred=filled.deferred,
        background=bool(lemmas & _BACKGROUND),
        index=tree.sentence.index,
        anaphoric=all(a.kind == "reference" for a in (*filled.source, *filled.target)),
        ordinal=_ordinal(tree, token),
        fallback=_fallback(tree, token, scene, actors, filled),
    )


def _strength(token: Token, reading: Reading) -> int:
    """Tell how firmly the words settle whether it happened: 3 'met' or 'will meet', 2 'meets', 1 'the meeting'."""
    if reading.cue:
        return 3
    return 1 + is_verb(token) + (is_verb(token) and reading.tense == "past")


def _ordinal(tree: Tree, token: Token) -> str:
    """Give the number of a session or round: 'third'."""
    return next((t.lemma for t in tree.subtree(token) if t.lemma in _ORDINALS), "")


def _fallback(tree: Tree, trigger: Token, scene: Scene, actors: Actors, filled: Filled) -> tuple[str, ...]:
    """Give the state that an unnamed other side must be: the only other one of the sentence, or of the article's two."""
    if not filled.deferred:
        return ()
    source = set(filled.source_codes)
    if filled.deferred == "nearby" and not _near_fits(tree, trigger, scene):
        return ()
    if filled.deferred == "host" and scene.home and scene.home not in source:
        return (scene.home,)
    if filled.deferred in {"accuser", "nearby", "foe"}:
        here = [m.code for m in scene.mentions_in(tree.sentence.start, tree.sentence.end)]
        here += [o.country for o in scene.officials_in(tree.sentence.start, tree.sentence.end) if o.country]
        others = tuple(dict.fromkeys(c for c in here if c not in source))
        if len(others) == 1:
            return others
    if filled.deferred == "nearby":
        return ()
    if filled.deferred == "recipient" and any(p.pos == "PROPN" for p in prepositional(tree, trigger, _RECIPIENT)):
        return ()
    return actors.references.other(source)


def _near_fits(tree: Tree, trigger: Token, scene: Scene) -> bool:
    """'Will visit the country' and 'the visiting minister' leave the host to the sentence; 'the visit to the museum' does not."""
    if any(not scene.dates_in(p.start, p.end) for p in prepositional(tree, trigger, _RECIPIENT)):
        return False
    named = objects(tree, trigger) if is_verb(trigger) and trigger.dep != "amod" else ()
    return all(t.lemma in _COUNTRY for t in named) and (not is_verb(trigger) or trigger.dep == "amod" or bool(named))


def _confidence(token: Token, filled: Filled, status: str) -> float:
    weak = any(a.kind in {"reference", "people"} for a in (*filled.source, *filled.target))
    return round(
        0.9 - 0.1 * (not is_verb(token)) - 0.1 * weak - 0.2 * bool(filled.deferred) - 0.05 * (status != "occurred"), 2
    )


def _content(tree: Tree, token: Token) -> frozenset[str]:
    """Give the content words of the act's phrase, without names."""
    tops = [*objects(tree, token)] if is_verb(token) else [token]
    tops += [t for t in tree.children(token, "xcomp", "ccomp", "prep")]
    return frozenset(
        t.lemma for top in tops for t in tree.subtree(top) if t.pos in {"NOUN", "VERB", "ADJ"} and not t.kind
    )


def _names(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for a in actors for n in a.officials))


def _span(actors: tuple[Actor, ...]) -> tuple[int, int]:
    return min(a.start for a in actors), max(a.end for a in actors)


def _each(found: Candidate) -> Iterator[Candidate]:
    """Split a meeting with several officials into one each, a journey into one visit a host, credentials by who hands them in."""
    if found.mode == "visit" and len(found.target) > 1:
        yield from (replace(found, target=(code,)) for code in found.target)
    elif found.mode == "credentials" and len(found.source) > 1:
        yield from (replace(found, source=(code,)) for code in found.source)
    elif found.frame.each and len(found.partners) > 1 and len(found.source) == 1:
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
