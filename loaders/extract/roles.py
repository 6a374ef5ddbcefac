"""Fill a frame's roles: which states stand where its paths point.

Input: a `Tree`, a trigger token, a `Frame`, the article's `Actors`. Output: `Filled` (source and target actors) or None where a role
stays empty or both are the same state. Both roles must be filled by actors of states: that rule decides precision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.clauses import clause_verb, complements, governor, is_passive, is_verb, objects, prepositional, region, subjects

from bilateral.loaders.extract.speaker import reporting_verb
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.actors import Actor, Actors
    from bilateral.loaders.extract.frames import Frame
    from bilateral.loaders.extract.tree import Token, Tree

__all__ = ["Filled", "fill", "stand_ins", "walk"]

_SHARED: Final = frozenset({"obj", "in", "at", "for", "during", "follow", "following", "after", "to", "into", "of", "on"})
_SPEECHES: Final = frozenset({"statement", "report", "letter", "resolution", "declaration", "communiqué", "communique", "note", "message", "speech"})
_RELATIONS: Final = frozenset(
    {"tie", "relation", "relationship", "cooperation", "trade", "agreement", "border", "war", "deal", "friendship", "treaty", "pact", "dispute", "conflict"}
)
_JOINT: Final = frozenset({"speaker", "subj", "owner", "pair", "between", "among", "of", "by"})
_DEFERRED: Final = frozenset({"accuser", "other", "nearby", "recipient", "foe", "host"})


@dataclass(frozen=True, slots=True)
class Filled:
    """The actors of both roles; `deferred` names the path by which the target is to be found in the article, if it is."""

    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    deferred: str = ""

    @property
    def source_codes(self) -> tuple[str, ...]:
        """The states that act."""
        return _codes(self.source)

    @property
    def target_codes(self) -> tuple[str, ...]:
        """The states acted upon."""
        return _codes(self.target)


def fill(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Fill source and target."""
    if frame.mutual:
        return _participants(tree, trigger, frame, actors)
    source = _first(tree, trigger, frame.source, actors, frame, taken=())
    source = tuple(a for a in source if a.kind != "people" and (not frame.source_kind or a.kind in frame.source_kind))
    if not source:
        return None
    target = _first(tree, trigger, frame.target, actors, frame, taken=_codes(source))
    if target:
        return Filled(source, target)
    deferred = next((p for p in frame.target if p in _DEFERRED), "")
    return Filled(source, (), deferred) if deferred else None


def _first(
    tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, frame: Frame, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Give the actors on the first path that leads to another state than those taken."""
    for path in paths:
        if path in _DEFERRED:
            continue
        found = [a for a in walk(tree, trigger, path, actors) if set(a.codes) - set(taken)]
        if taken:
            found = [a for a in found if not (a.kind == "reference" and set(a.codes) & set(taken))]
            found = [a for a in found if frame.people or a.kind != "people"]
            found = [a for a in found if not frame.target_kind or a.kind in frame.target_kind]
        if found:
            return tuple(found)
        if taken and (meant := _the_other(tree, trigger, path, actors, taken)):
            return meant
    return _bearers(tree, trigger, paths, actors, taken) if taken and frame.people and not frame.target_kind else ()


def _the_other(
    tree: Tree, trigger: Token, path: str, actors: Actors, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """'The minister urged the government': not her own, so that of the other of the two states."""
    for actor in walk(tree, trigger, path, actors):
        if actor.kind == "reference" and tree[actor.head].pos in {"NOUN", "PROPN"} and set(actor.codes) == set(taken) and not actor.officials:
            codes = actors.references.other(taken)
            if codes:
                return (replace(actor, codes=codes),)
    return ()


def _bearers(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, taken: tuple[str, ...]) -> tuple[Actor, ...]:
    """Give the state whose name the target bears: 'sanctions on Iranian banks', 'trains Iraqi pilots'."""
    for path in paths:
        if path not in _DEFERRED and "." not in path and path not in {"deep", "before", "owner", "main"}:
            found = [a for t in _heads(tree, trigger, path) for c in tree.conjuncts(t) for a in actors.before(tree, c)]
            found = [a for a in found if set(a.codes) - set(taken)]
            if found:
                return tuple(found)
    return ()


def _participants(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Gather all who take part in a mutual act; the first to be named is the source."""
    left = [a for a in _gather(tree, trigger, frame.source, actors) if _kind_fits(a, frame.source_kind)]
    right = [a for a in _gather(tree, trigger, frame.target, actors) if a not in left and _kind_fits(a, frame.target_kind)]
    source, target = _codes(left), _codes(right)
    if set(target) - set(source) and source:
        return Filled(tuple(left), tuple(a for a in right if set(a.codes) - set(source)))
    joint = _gather(tree, trigger, [p for p in (*frame.source, *frame.target) if p in _JOINT], actors)
    if not left and not joint:
        return _with_whom(tree, trigger, frame, right)
    everyone = [*left, *right]
    codes = _codes(everyone)
    if len(codes) > 1 and (not is_verb(trigger) or "subj" in frame.target):
        return _split(everyone)
    deferred = next((p for p in frame.target if p in _DEFERRED), "")
    if not deferred or not codes or not (is_verb(trigger) or governor(tree, trigger)[1] in {"obj", "subj"}):
        return None
    return Filled(tuple(everyone), (), deferred)


def _own_meeting(trigger: Token, actor: Actor) -> bool:
    """'The NATO summit' is the organisation's own: it meets nobody else by it."""
    return not is_verb(trigger) and actor.start < trigger.start and all(_organisation(code) for code in actor.codes)


def _organisation(code: str) -> bool:
    return code in states() and states().get(code).kind == "organization"


def _with_whom(tree: Tree, trigger: Token, frame: Frame, right: list[Actor]) -> Filled | None:
    """'Talks were held with the Chadian minister': by the other of the article's two states."""
    verb, role = governor(tree, trigger) if not is_verb(trigger) else (None, "")
    if verb is None or role != "obj" or not is_passive(tree, verb) or "other" not in frame.target or not right:
        return None
    return Filled(tuple(right), (), "other")


def _kind_fits(actor: Actor, kinds: frozenset[str]) -> bool:
    return not kinds or actor.kind in kinds


def _split(everyone: list[Actor]) -> Filled:
    """Take the first state as the source and the others as the target."""
    first = everyone[0]
    rest = tuple(a for a in everyone[1:] if set(a.codes) - set(first.codes))
    if rest:
        return Filled((first,), rest)
    one = type(first)(first.codes[:1], first.kind, first.start, first.end, first.officials, first.head)
    other = type(first)(first.codes[1:], first.kind, first.start, first.end, first.officials, first.head)
    return Filled((one,), (other,))


def _gather(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors) -> list[Actor]:
    found: dict[tuple[int, int], Actor] = {}
    for path in paths:
        if path not in _DEFERRED:
            for actor in walk(tree, trigger, path, actors):
                if actor.kind != "people":
                    found.setdefault((actor.start, actor.end), actor)
    return list(found.values())


def walk(tree: Tree, trigger: Token, path: str, actors: Actors) -> list[Actor]:
    """Give the actors at the end of one path."""
    if path.startswith("comp."):
        verbs = [v for c in _completing(tree, trigger) for v in tree.conjuncts(c)[:1]]
        return [a for v in verbs for a in walk(tree, v, path.removeprefix("comp."), actors)]
    if path == "owner":
        return [a for a in actors.owners(tree, trigger) if not _own_meeting(trigger, a)]
    if path == "main":
        verb = next((t for t in tree.ancestors(trigger) if is_verb(t)), None)
        return [a for t in (subjects(tree, verb) if verb is not None else ()) for a in actors.of(tree, t)]
    if path == "before":
        return list(actors.before(tree, trigger))
    if path.endswith(".owner") and path != "obj.owner":
        return [a for t in _heads(tree, trigger, path.removesuffix(".owner")) for a in actors.owners(tree, t)]
    if path == "obj.owner":
        return [a for t in _objects(tree, trigger) for c in tree.conjuncts(t) for a in actors.owners(tree, c, wide=True)]
    if path == "pair":
        return [a for t in tree.children(trigger, "amod", "compound", "nmod") if t.kind == "pair" for a in actors.paired(t)]
    if path == "deep":
        return _deep(tree, trigger, actors)
    if path == "speaker":
        return list(actors.speaker(tree, trigger))
    if path == "head":
        head = tree.head(trigger)
        return list(actors.of(tree, head)) if head is not None else []
    if path == "over.obj":
        verb = clause_verb(tree, trigger)
        return [a for t in (objects(tree, verb) if verb is not None else ()) for a in actors.of(tree, t)]
    if path == "obj.maker":
        return [a for t in _objects(tree, trigger) for c in tree.conjuncts(t) for a in _makers(tree, c, actors)]
    heads = _heads(tree, trigger, path)
    found = [a for t in heads for a in actors.of(tree, t)]
    if not found and path == "subj" and trigger.dep == "acl":
        return [a for t in heads for a in actors.owners(tree, t)]
    return found


def stand_ins(tree: Tree, trigger: Token, path: str) -> tuple[Token, ...]:
    """Give the words at the end of one plain path, whether they act for a state or not."""
    if "." in path or path in _DEFERRED | {"deep", "before", "owner", "main", "pair"}:
        return ()
    return tuple(c for t in _heads(tree, trigger, path) for c in tree.conjuncts(t))


def _heads(tree: Tree, trigger: Token, path: str) -> tuple[Token, ...]:
    if path == "subj":
        if is_verb(trigger):
            return _subjects(tree, trigger)
        verb, role = governor(tree, trigger)
        if verb is None and trigger.dep == "pobj" and tree[trigger.head].lemma in {"on", "during"} and not tree[trigger.head].is_root:
            return (tree[tree[trigger.head].head],)
        return subjects(tree, verb) if verb is not None and role in _SHARED else ()
    if path == "head":
        return (tree[trigger.head],) if trigger.dep == "amod" else ()
    if path == "speaker":
        verb = reporting_verb(tree, trigger)
        return subjects(tree, verb) if verb is not None else ()
    if path == "obj":
        return _objects(tree, trigger)
    if path == "iobj":
        verb = trigger if is_verb(trigger) else governor(tree, trigger)[0]
        return tree.children(verb, "dative", "iobj") if verb is not None else ()
    if path == "with_whom":
        found = prepositional(tree, trigger, frozenset({"with"}))
        return tuple(t for t in found if tree[tree[t.head].head].lemma not in _RELATIONS)
    return prepositional(tree, trigger, frozenset({path}))


def _subjects(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give the verb's subjects; those of 'a statement criticising X' are the ones who made the statement."""
    own = subjects(tree, verb)
    if verb.dep == "acl" and verb.tag == "VBG" and own and own[0].lemma in _SPEECHES:
        above = clause_verb(tree, own[0])
        return subjects(tree, above) if above is not None else own
    return own


def _objects(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    return objects(tree, trigger) if is_verb(trigger) else ()


def _completing(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give the clauses that complete the act, also behind its preposition: 'accused X of sending'."""
    own = complements(tree, trigger)
    if own:
        return own
    behind = [t for p in tree.children(trigger, "prep") for t in tree.children(p, "pcomp")]
    tops = (trigger,) if not is_verb(trigger) else tree.children(trigger, "dobj")
    nested = [t for o in tops for t in tree.children(o, "acl", "relcl")]
    return tuple(t for t in (*behind, *nested) if is_verb(t))


def _deep(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give any state named below the act's object or in the clause that completes it, nearest first."""
    if any(actors.personal(t) for t in _objects(tree, trigger)):
        return []
    aims = tuple(t for t in tree.children(trigger, "advcl") if any(a.text.lower() == "to" for a in tree.children(t, "aux")))
    tops = (*_objects(tree, trigger), *_completing(tree, trigger), *aims)
    if not is_verb(trigger):
        tops = (trigger,)
    inside = {t.index: t for top in tops for t in tree.subtree(top)} or {t.index: t for t in region(tree, trigger)}
    found = [a for i in sorted(inside) if i > trigger.index and (a := actors.any(tree, inside[i]))]
    return found[:1]


def _makers(tree: Tree, noun: Token, actors: Actors) -> list[Actor]:
    """Give those whose doing a noun is: 'Chad's attack', 'the attack by Chad', never 'the attack in Chad'."""
    behind = [t for p in tree.children(noun, "prep", "agent") if p.lemma == "by" for t in tree.children(p, "pobj")]
    return [*actors.before(tree, noun), *(a for t in behind for a in actors.of(tree, t))]


def _codes(found: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for a in found for c in a.codes))
