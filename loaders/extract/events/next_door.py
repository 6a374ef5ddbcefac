"""'Accused the neighbouring country', 'its ally': the other of the two states that the article is about.

Input: a `Tree`, the noun and its modifiers, who reads phrases. Output: an `Actor`, or None where the noun is no such land.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bilateral.loaders.extract.events.actor import Actor, nouns
from bilateral.loaders.extract.events.carried import modifiers
from bilateral.loaders.extract.events.filled import codes_of
from bilateral.loaders.extract.syntax.clauses import clause_verb, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.reference import References
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["beside", "next_door"]


class _Reader(Protocol):
    @property
    def references(self) -> References: ...

    def of(self, tree: Tree, token: Token) -> tuple[Actor, ...]: ...

    def any(self, tree: Tree, token: Token) -> Actor | None: ...


def next_door(read: _Reader, tree: Tree, token: Token) -> Actor | None:
    """Read the land beside that of the verb's subject, which must be named there."""
    one = not any(t.lemma in {"a", "an", "some", "any"} for t in tree.children(token, "det")) and token.tag in {
        "NN",
        "NNP",
    }
    land = one and (token.lemma == "country" or token.lemma in nouns()["states"])
    verb = (
        clause_verb(tree, token)
        if land and any(t.lemma in nouns()["next_door"] for t in modifiers(tree, token))
        else None
    )
    subject = [s for s in subjects(tree, verb) if s is not token and s.kind] if verb is not None else []
    codes = read.references.other(codes_of([a for s in subject for a in read.of(tree, s)])) if subject else ()
    return Actor(codes, "reference", token.start, token.end, (), token.index) if codes else None


def beside(read: _Reader, tree: Tree, token: Token) -> Actor | None:
    """Read 'its neighbour' and 'Chad's ally' as the other of the article's two states; 'Chad's allies' may be any."""
    alone = tree.children(token, "poss") if token.tag in {"NN", "NNP"} else ()
    owners = [a for t in alone if (a := read.any(tree, t))]
    codes = read.references.other(codes_of(owners)) if owners else ()
    return Actor(codes, "reference", token.start, token.end, (), token.index) if codes else None
