"""Fill a frame's roles: which states stand where its paths point.

Input: a `Tree`, a trigger token, a `Frame`, the article's `Actors`. Output: `Filled` (source and target actors) or None where a role
stays empty or both are the same state. Both roles must be filled by actors of states: that rule decides precision.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor, nouns
from bilateral.loaders.extract.events.collective import neighbour, unnamed
from bilateral.loaders.extract.events.filled import Filled, codes_of
from bilateral.loaders.extract.events.participants import participants, split
from bilateral.loaders.extract.events.paths import DEFERRED, heads_of, walk
from bilateral.loaders.extract.syntax.clauses import clause_verb, region, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.events.actors import Actors
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Filled", "fill"]

#: Acts with which states answer acts, and the words that say so.
_ANSWERS: Final = frozenset(
    {"THREATEN", "SANCTION", "COERCE", "REJECT", "ACCUSE", "PROTEST", "MOBILIZE", "ASSAULT", "REQUEST"}
)
#: Acts that hardly anybody else does to a state.
_BY_STATES: Final = frozenset(
    {"ACCUSE", "REQUEST", "SANCTION", "THREATEN", "MOBILIZE", "COERCE", "RETREAT", "PROTEST", "SUPPORT", "ASSAULT"}
)
#: Paths that lead to no place of their own in the clause.
_FREE: Final = frozenset({"deep", "before", "owner", "main", "subj", "speaker", "pair", "head"})
#: Where what is said of another also of the speaker himself is no word against the other.
_TOLD_OF: Final = frozenset({"comp.subj", "comp.subj.owner"})
#: What two states have at each other's: 'both withdrew their ambassadors'.
_OWN_ENVOYS: Final = frozenset({"ambassador", "envoy", "diplomat", "embassy", "mission", "consul"})
_REFUSES: Final = frozenset({"refuse", "reject", "decline", "dismiss", "oppose", "deny"})
#: What somebody tells his own government to do.
_COMMANDS: Final = frozenset({"tell", "order", "instruct", "direct", "command", "oblige", "require", "ask", "task"})
_TAKES: Final = frozenset({"receive", "get", "accept", "obtain", "welcome"})
_WHITHER: Final = frozenset({"in", "to", "into", "for"})
_ANSWERING: Final = frozenset(
    {"response", "retaliation", "retaliate", "respond", "reprisal", "retaliatory", "reciprocal"}
)


def fill(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Fill source and target."""
    if frame.mutual:
        return participants(tree, trigger, frame, actors)
    source = _first(tree, trigger, frame.source, actors, frame, taken=())
    if frame.mode == "visit" and source and tree[source[0].head].text.lower() in {"his", "her", "their"}:
        source = _not_at_home(tree, trigger, actors, source)
    kinds = frame.source_kind  # a people acts only where the frame says so: crowds, students
    source = tuple(a for a in source if (a.kind in kinds if kinds else a.kind != "people"))
    if not source:
        return _understood(tree, trigger, frame, actors)
    target = _first(tree, trigger, frame.target, actors, frame, taken=codes_of(source))
    if target:
        return Filled(source, target)
    if len(codes_of(source)) > 1 and _each_other(tree, trigger):
        return split(list(source))
    if frame.type == "AID" and (taker := _taker(tree, trigger, actors, codes_of(source))):
        return Filled(source, taker)
    deferred = next((p for p in frame.target if p in DEFERRED), "") or _answer(tree, frame)
    return Filled(source, (), deferred) if deferred and len(codes_of(source)) == 1 else None


def _taker(tree: Tree, trigger: Token, actors: Actors, source: tuple[str, ...]) -> tuple[Actor, ...]:
    """Give who received what was given: 'Chad received rice donated by Norway'."""
    given = tree.head(trigger) if trigger.dep in {"acl", "relcl"} else None
    while given is not None and given.dep in {"pobj", "prep", "conj"}:
        given = tree.head(given)
    verb = tree.head(given) if given is not None and given.dep == "dobj" else None
    if verb is None or verb.lemma not in _TAKES:
        return ()
    return tuple(a for t in subjects(tree, verb) for a in actors.of(tree, t) if set(a.codes) - set(source))


def _understood(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Read 'it summoned the Chadian ambassador', 'the note accused Chad' as an act of the other of the article's two states."""
    open_to = "subj" in frame.source and not frame.source_kind and frame.type in _BY_STATES
    heads = heads_of(tree, trigger, "subj") if open_to else ()
    vague = [t for t in heads if unnamed(tree, t, texts=True)]
    target = _first(tree, trigger, frame.target, actors, frame, taken=("",)) if vague and len(heads) == 1 else ()
    pair, done_to = actors.references.leading_before(trigger.start), codes_of(target)
    codes = tuple(code for code in pair if code not in done_to)
    if len(done_to) != 1 or len(codes) != 1 or any(a.kind == "reference" for a in target):
        return None
    head = vague[0]
    return Filled((Actor(codes, "reference", head.start, head.end, (), head.index),), target)


def _not_at_home(tree: Tree, trigger: Token, actors: Actors, source: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """'Met the Chadian speaker during his visit to Chad': nobody visits his own state, so the visitor is who met him."""
    goal = {c for a in walk(tree, trigger, "to", actors) for c in a.codes}
    if not set(codes_of(source)) <= goal:
        return source
    verb = clause_verb(tree, trigger)
    others = [a for t in (subjects(tree, verb) if verb is not None else ()) for a in actors.of(tree, t)]
    return tuple(a for a in others if not set(a.codes) <= goal) or source


def _each_other(tree: Tree, trigger: Token) -> bool:
    """Tell whether they do it to 'each other', or both to 'their ambassadors'."""
    near = [t for t in region(tree, trigger) if t.index]
    theirs = any(t.text.lower() == "their" and tree[t.head].lemma in _OWN_ENVOYS for t in near)
    return theirs or any(t.lemma in {"other", "another"} and _answers_each(tree, t) for t in near)


def _answers_each(tree: Tree, other: Token) -> bool:
    """Read 'each other', 'one another', and 'each side blamed the other'."""
    before = tree[other.index - 1].lemma
    return before in {"each", "one"} or (before == "the" and other.dep in {"dobj", "pobj"})


def _answer(tree: Tree, frame: Frame) -> str:
    """Tell whether the sentence says that the act answers another: 'threatened to close the border in response'."""
    return "accuser" if frame.type in _ANSWERS and any(t.lemma in _ANSWERING for t in tree) else ""


def _first(  # noqa: PLR0917 - what a role needs, each by its own name
    tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, frame: Frame, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Give the actors on the first path that leads to another state than those taken."""
    for path in paths:
        if path in DEFERRED:
            continue
        reached = walk(tree, trigger, path, actors) or _place(tree, trigger, path, actors, frame)
        if taken and _beside_unknown(tree, trigger, path, actors):
            return ()
        found = [a for a in reached if set(a.codes) - set(taken)]
        if path == "parties":  # whose own deal it is praises nobody else
            found = [a for a in found if not set(a.codes) & set(taken)]
        if found and path in _TOLD_OF and any(set(a.codes) & set(taken) for a in reached if a.kind != "reference"):
            return ()  # 'Norway said Chad and Norway should talk'
        if taken:
            found = [a for a in found if not (a.kind == "reference" and set(a.codes) & set(taken))]
            found = [a for a in found if frame.people or a.kind != "people"]
            found = [a for a in found if not frame.target_kind or a.kind in frame.target_kind]
        if found:
            return tuple(found)
        own = path == "comp.subj.owner"  # 'said its troops had': its own
        if taken and not own and (meant := _the_other(tree, trigger, path, actors, taken)):
            return meant
    return _bearers(tree, trigger, paths, actors, taken) if taken and frame.people and not frame.target_kind else ()


def _place(tree: Tree, trigger: Token, path: str, actors: Actors, frame: Frame) -> list[Actor]:
    """Give the state of the place that help goes to: 'landed in Chad's southern province', 'sent tents to hospitals in Chad'."""
    if frame.type != "AID" or path not in _WHITHER:
        return []
    places = [c for t in heads_of(tree, trigger, path) for c in tree.conjuncts(t) if c.lemma in nouns()["places"]]
    return [a for t in places for a in actors.owners(tree, t, wide=True)]


def _the_other(tree: Tree, trigger: Token, path: str, actors: Actors, taken: tuple[str, ...]) -> tuple[Actor, ...]:
    """Read 'the minister urged the government' as that of the other of two states: it cannot be her own."""
    own = trigger.lemma in _COMMANDS and path == "obj"  # 'the president told the government to draft a bill'
    if not own and "." not in path and path not in _FREE and (vague := _vague(tree, trigger, path, actors)):
        codes = actors.only_other(tree, taken) or actors.references.other_near(taken, tree.sentence.index)
        return (Actor(codes, "reference", vague.start, vague.end, (), vague.index),) if codes else ()
    for actor in walk(tree, trigger, path, actors):
        if actor.kind == "reference" and _theirs(tree[actor.head]) and set(actor.codes) == set(taken):
            codes = actors.only_other(tree, taken) or _about_it(tree, trigger, actor, actors, taken)
            return (replace(actor, codes=codes, officials=()),) if codes else ()
        if (
            actor.kind == "reference"
            and tree[actor.head].pos in {"NOUN", "PROPN"}
            and set(actor.codes) == set(taken)
            and not actor.officials
        ):
            codes = actors.references.other_near(taken, tree.sentence.index)
            if codes:
                return (replace(actor, codes=codes),)
    return ()


def _about_it(tree: Tree, trigger: Token, actor: Actor, actors: Actors, taken: tuple[str, ...]) -> tuple[str, ...]:
    """'Refused to extend it', 'rejected it': what is refused is the other's, or of both."""
    refused = trigger.lemma in _REFUSES and tree[actor.head].text.lower() == "it"
    return actors.references.other_near(taken, tree.sentence.index) if refused else ()


def _beside_unknown(tree: Tree, trigger: Token, path: str, actors: Actors) -> bool:
    """Tell whether the act is done to 'Chad's rival', who is not Chad and is not named."""
    heads = heads_of(tree, trigger, "obj") if path.startswith("obj") else ()
    return any(neighbour(tree, t) and actors.one(tree, t) is None for t in heads)


def _vague(tree: Tree, trigger: Token, path: str, actors: Actors) -> Token | None:
    found = (t for t in heads_of(tree, trigger, path) if unnamed(tree, t) and actors.one(tree, t) is None)
    return next(found, None)


def _theirs(token: Token) -> bool:
    """Tell whether a pronoun must stand for the other side: 'condemned Chad's move and called on it to stop'."""
    word = token.text.lower()
    return word == "its" or (word in {"it", "him"} and token.dep in {"dobj", "pobj", "dative"})


def _bearers(
    tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Give the state whose name the target bears: 'sanctions on Iranian banks', 'trains Iraqi pilots'."""
    for path in paths:
        if path not in DEFERRED and "." not in path and path not in {"deep", "before", "owner", "main"}:
            found = [
                a for t in heads_of(tree, trigger, path) for c in tree.conjuncts(t) for a in actors.before(tree, c)
            ]
            found = [a for a in found if set(a.codes) - set(taken)]
            if found:
                return tuple(found)
    return ()
