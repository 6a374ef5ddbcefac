"""Short words that point at states told of just before: 'the two agreed', 'their envoys', 'Oslo said the foreign minister would go'.

Input: a `Tree`, the token and what stands before it. Output: whether the word may be read so; which states it means is for `pronouns`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["BOTH", "PORTFOLIOS", "own_office", "the_two", "their_people", "two_people"]

BOTH: Final = frozenset({"both", "two", "2"})

PORTFOLIOS: Final = frozenset(
    {"foreign", "prime", "defence", "defense", "trade", "finance", "interior", "home", "high-level"}
)
#: Offices of which a state has one, so that who speaks for the state means its own.
_ONLY: Final = frozenset({"president", "premier", "pm", "king", "queen", "emir", "sultan", "chancellor"})
_HELD_BY_ONE: Final = frozenset({"minister", "secretary"})
#: Speakers who live among the officials of another state.
_ABROAD: Final = frozenset({"ambassador", "consul", "envoy", "embassy", "consulate", "mission", "delegation"})


def the_two(tree: Tree, token: Token) -> bool:
    """Tell whether those who act are 'the two'."""
    return token.lemma == "two" and token.dep == "nsubj" and [t.lemma for t in tree.children(token)] == ["the"]


def two_people(tree: Tree, token: Token) -> bool:
    """Tell whether those who act are 'both men', 'the two statesmen', 'the pair'."""
    left = {t.lemma for t in tree.children(token)}
    if token.lemma in nouns()["couples"]:
        return "the" in left and token.dep in {"nsubj", "nsubjpass"} and not left & {"of", "who"}
    return token.lemma in nouns()["pairs"] and bool(left & BOTH) and not tree.children(token, "prep", "relcl", "acl")


def their_people(token: Token, lemmas: Iterable[str]) -> bool:
    """Tell whether the word is 'their ministers', 'their envoys'."""
    return token.tag in {"NNS", "NNPS"} and "their" in lemmas and token.lemma in nouns()["persons"]


def own_office(tree: Tree, token: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether an office without a name may be that of whoever speaks: 'the authorities said the foreign minister would go'."""
    if token.tag not in {"NN", "NNP"} or not lemmas <= PORTFOLIOS | {"the"}:
        return False
    if token.lemma not in _ONLY and not (token.lemma in _HELD_BY_ONE and lemmas & PORTFOLIOS):
        return False
    return not any(word in _ABROAD for t in tree.tokens[: token.index] for word in t.lemma.lower().split())
