"""Orders that a state gives to its own, and what it resolves: 'ordered its embassy to protest to Chad' is Norway's protest.

Input: a `Tree`, the verb of an act that somebody is told or resolved to do, the article's `Actors`. Output: those who gave the order, if it went
to their own people, or who resolved on it; such an order is told as the act itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.filled import codes_of
from bilateral.loaders.extract.syntax.clauses import is_infinitive, is_passive, is_verb, objects, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["own_order", "resolved"]

_ORDERS: Final = frozenset({"order", "instruct", "direct", "command", "tell", "task"})
#: Whom a state commands: without a state's name before it, it is the state's own.
_OWN: Final = frozenset(
    {"embassy", "ambassador", "mission", "consulate", "ministry", "minister", "army", "military", "troop", "navy", "force", "soldier",
     "government", "authority", "agency", "department", "envoy", "diplomat", "police", "guard", "coastguard", "commander", "customs",
     "cabinet", "official", "bank", "service", "administration"}
)  # fmt: skip
#: 'Approved a plan to send': those who do this to a resolve are those who will act on it.
_SETTLES: Final = frozenset(
    {"adopt", "approve", "take", "make", "announce", "unveil", "reach", "pass", "launch", "confirm", "declare", "outline", "disclose"}
)  # fmt: skip
_RESOLVES: Final = frozenset(
    {"decision", "plan", "pledge", "commitment", "intention", "resolution", "scheme", "programme", "program"}
)
_ABROAD: Final = frozenset(
    {"embassy", "ambassador", "mission", "consulate", "envoy", "troop", "army", "navy", "military"}
)


def own_order(tree: Tree, verb: Token, actors: Actors) -> tuple[Actor, ...]:
    """Give who ordered their own people to do it."""
    over = tree.head(verb)
    if over is None or not is_verb(over) or over.lemma not in _ORDERS or not is_infinitive(tree, verb):
        return ()
    if is_passive(tree, over):
        return () if tree.children(over, "agent") else _commanded(tree, over, actors)
    givers = tuple(a for t in subjects(tree, over) for a in actors.of(tree, t))
    told = tuple(dict.fromkeys((*objects(tree, over), *tree.children(verb, "nsubj"))))
    theirs = tuple(a for t in told for a in actors.of(tree, t))
    own = set(codes_of(theirs)) <= set(codes_of(givers)) if theirs else any(t.lemma in _OWN for t in told)
    return givers if own else ()


def _commanded(tree: Tree, order: Token, actors: Actors) -> tuple[Actor, ...]:
    """Read 'the Norwegian embassy was ordered to': by its own government, as nobody else is named."""
    told = tuple(t for t in objects(tree, order) if t.lemma in _ABROAD)
    return tuple(a for t in told for a in actors.of(tree, t))


def resolved(tree: Tree, verb: Token, actors: Actors) -> tuple[Actor, ...]:
    """Give who took 'a decision to send', where nobody else is named as its owner."""
    noun = tree.head(verb) if verb.dep == "acl" and is_infinitive(tree, verb) else None
    over = tree.head(noun) if noun is not None and noun.dep == "dobj" else None
    if noun is None or over is None or over.dep == "pcomp" or noun.lemma not in _RESOLVES or over.lemma not in _SETTLES:
        return ()
    if (
        tree.children(noun, "poss", "prep", "neg")
        or any(t.lemma == "no" for t in tree.children(noun, "det"))
        or actors.of(tree, noun)
    ):
        return ()
    return tuple(a for t in subjects(tree, over) for a in actors.of(tree, t))
