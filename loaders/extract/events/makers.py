"""Whose doing a noun is, and on whom an act hangs: 'the tariffs announced by Chad', 'will not pay until Chad does'.

Input: a `Tree`, a noun or a trigger, the article's `Actors`. Output: actors, or the tokens that head their phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import (
    clause_verb,
    governor,
    is_infinitive,
    is_passive,
    is_verb,
    objects,
    prepositional,
    subjects,
)
from bilateral.schema.states import states

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = [
    "addressee",
    "backers",
    "before",
    "blamed",
    "conditional",
    "doers",
    "first_by",
    "holders",
    "makers",
    "over_object",
    "own_meeting",
    "told",
]

_HARM: Final = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "hit",
        "destroy",
        "damage",
        "slay",
        "displace",
        "maim",
        "hurt",
        "target",
        "oust",
        "overthrow",
        "capture",
        "seize",
        "topple",
    }
)
_BACKED: Final = frozenset(
    {"back", "sponsor", "support", "fund", "finance", "arm", "train", "base", "link", "align", "equip"}
)
#: Verbs and nouns by which a state tells another that it minds a deed.
_MINDS: Final = frozenset({"protest", "complain", "remonstrate", "object"})
_PROTESTS: Final = frozenset(
    {"protest", "complaint", "objection", "representation", "note", "remonstrance", "démarche"}
)
_WARS: Final = frozenset({"war", "invasion"})
_CONDITIONS: Final = frozenset({"until", "till", "unless", "if", "before", "once"})
#: Verbs of speech to somebody, by which it is clear who was at the meeting: 'told his counterpart during a call'.
_TELLS: Final = frozenset(
    {"tell", "inform", "assure", "thank", "congratulate", "brief", "urge", "ask", "warn", "invite", "remind",
     "praise", "press", "reassure"}
)  # fmt: skip
#: What is said comes 'from' who says it.
_UTTERANCES: Final = frozenset(
    {"comment", "remark", "statement", "claim", "allegation", "accusation", "criticism", "threat", "proposal", "offer",
     "demand", "request", "message", "announcement", "word", "declaration", "report", "letter"}
)  # fmt: skip
_BY: Final = frozenset({"by"})
_UTTERED: Final = frozenset({"by", "from"})
_ASCRIBED: Final = frozenset({"attribute", "ascribe"})
_AT_IT: Final = frozenset({"in", "during", "at", "over", "by", "on"})


def doers(tree: Tree, noun: Token, actors: Actors) -> list[Actor]:
    """Give those by whom a noun is said to be done: 'the tariffs announced by Chad'."""
    verbs = [v for v in tree.children(noun, "acl") if is_verb(v) and is_passive(tree, v)]
    said = [t for v in verbs if v.lemma in _ASCRIBED for t in prepositional(tree, v, frozenset({"to"}))]
    return [a for t in (*(s for v in verbs for s in subjects(tree, v)), *said) for a in actors.of(tree, t)]


def before(tree: Tree, noun: Token, actors: Actors) -> list[Actor]:
    """Give the states before a noun, those of the noun that it is joined to included: 'Chad's recall and expulsion of envoys'."""
    head = tree.head(noun)
    own = [a for a in actors.before(tree, noun) if not _battlefield(tree, noun, a)]
    return list(own or (actors.before(tree, head) if head is not None and noun.dep == "conj" else ()))


def _battlefield(tree: Tree, noun: Token, owner: Actor) -> bool:
    """Tell of 'the Chad war', fought in Chad; 'the Chadian war', 'Chad's war' and 'the US war' are fought by it."""
    token = tree[owner.head]
    if noun.lemma not in _WARS or token.kind != "state" or token.dep not in {"compound", "nmod", "amod"}:
        return False
    adjectives = {word for code in owner.codes if code in states() for word in states().get(code).demonyms}
    return token.text not in adjectives and not token.text.isupper()


def makers(tree: Tree, noun: Token, actors: Actors) -> list[Actor]:
    """Give those whose doing a noun is: 'Chad's attack', 'the attack by Chad', never 'the attack in Chad'."""
    by = _UTTERED if noun.lemma in _UTTERANCES else _BY
    behind = [t for p in tree.children(noun, "prep", "agent") if p.lemma in by for t in tree.children(p, "pobj")]
    near = [*actors.before(tree, noun), *(a for t in behind for a in actors.of(tree, t))]
    return near or doers(tree, noun, actors)


def backers(tree: Tree, noun: Token, actors: Actors) -> list[Actor]:
    """Give who stands behind 'Chad-backed rebels'."""
    backed = [t for n in tree.conjuncts(noun) for t in tree.children(n, "amod") if t.lemma in _BACKED]
    return [a for t in backed for n in tree.children(t) for a in actors.paired(n)]


def conditional(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give those on whom the act hangs: 'will not lift the ban until Chad pays'."""
    verbs = (trigger, *tree.children(trigger, "xcomp", "ccomp")) if is_verb(trigger) else ()
    clauses = [c for v in verbs for c in tree.children(v, "advcl") if _hangs(tree, c)]
    return tuple(s for c in clauses for s in tree.children(c, "nsubj", "nsubjpass"))


def _hangs(tree: Tree, clause: Token) -> bool:
    return any(t.lemma in _CONDITIONS for t in tree.children(clause, "mark", "advmod"))


def over_object(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give those to whom the verb above does it: 'killed in an attack'."""
    verb = clause_verb(tree, tree[trigger.head]) if is_verb(trigger) else clause_verb(tree, trigger)
    if verb is None or verb.lemma not in _HARM:
        return []
    return [a for t in objects(tree, verb) for a in actors.of(tree, t)]


def blamed(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give those to whom the verb above complains of the deed: 'protested to Chad over the arrest of its sailors'."""
    verb = clause_verb(tree, trigger)
    if verb is None or (verb.lemma not in _MINDS and not {t.lemma for t in objects(tree, verb)} & _PROTESTS):
        return ()
    inside = {t.index for t in tree.subtree(trigger)}
    return tuple(t for t in prepositional(tree, verb, frozenset({"to", "with"})) if t.index not in inside)


def own_meeting(trigger: Token, actor: Actor) -> bool:
    """Tell whether a meeting is an organisation's own, by which it meets nobody else: 'the NATO summit'."""
    return not is_verb(trigger) and actor.start < trigger.start and all(map(states().is_organization, actor.codes))


def addressee(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give to whom somebody came or spoke to do it: 'called the minister to express', 'flew to Accra to convey'."""
    verb = tree.head(trigger)
    if verb is None or not is_verb(verb) or trigger.dep not in {"advcl", "xcomp"} or not is_infinitive(tree, trigger):
        return ()
    return (*objects(tree, verb), *prepositional(tree, verb, frozenset({"to", "on"})))


def told(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give whom somebody told something at the meeting or in the call."""
    verb, role = governor(tree, trigger)
    if verb is None or role not in _AT_IT or verb.lemma not in _TELLS:
        return ()
    return (*tree.children(verb, "dative"), *objects(tree, verb))


def holders(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give who holds what is asked for: 'the release of those who are jailed in Chad', 'of the crew seized by Chad'."""
    asked = (
        (*objects(tree, trigger), *prepositional(tree, trigger, frozenset({"for", "on"}))) if is_verb(trigger) else ()
    )
    below = [t for o in asked for t in tree.subtree(o)]
    held = [t for t in below if t.dep in {"relcl", "acl"} and is_verb(t)]
    heads = [t for v in held for t in prepositional(tree, v, frozenset({"by", "in", "at"}))]
    return [a for t in heads for a in actors.of(tree, t)]


def first_by(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give by whom it was the first: 'the visit is the first by a Chadian minister'."""
    verb, role = governor(tree, trigger)
    if verb is None or role != "subj" or verb.lemma not in {"be", "mark"}:
        return []
    ranked = tree.children(verb, "attr", "acomp", "dobj")
    return [a for t in ranked for p in prepositional(tree, t, frozenset({"by"})) for a in actors.of(tree, p)]
