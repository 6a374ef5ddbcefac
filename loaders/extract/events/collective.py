"""Nouns that stand for several states or for one by another name: 'the Baltic ministers', 'the E3', 'the bloc', 'the Kingdom'.

Input: a `Tree`, the noun, the article's `References`. Output: state codes, nothing where the noun is no such word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import nouns
from bilateral.loaders.extract.events.carried import modifiers
from bilateral.loaders.extract.scene.groups import beside, is_nickname, lettered, members, of_group

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.reference import References
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["collective", "neighbour", "nickname", "unnamed"]

_MANY: Final = frozenset({"NNS", "NNPS"})
#: What makes of the group something else: 'the Baltic Sea states', 'former Baltic ministers', 'a Nordic firm's ships'.
_OTHER: Final = frozenset({"sea", "fleet", "former", "ex", "non", "other", "some", "opposition"})
_PLAIN: Final = frozenset({"the", "islamic", "hashemite", "grand", "arab", "bolivarian", "plurinational", "democratic"})
#: What acts for some state that the words leave to the article: 'urged the government', 'the letter demanded'.
_ORGANS: Final = frozenset(
    {"government", "ministry", "authority", "authorities", "regime", "junta", "army", "military", "navy", "leadership", "cabinet",
     "presidency", "leader", "parliament", "administration"}
)  # fmt: skip
_GATHERINGS: Final = frozenset({"summit", "assembly"})
_TEXTS: Final = frozenset({"letter", "note", "statement", "communique", "communiqué", "memorandum"})
_CHARGING: Final = frozenset({"accuse", "suspect", "warn", "remind", "inform", "notify", "assure", "convict"})
_BEFORE: Final = frozenset(
    {"the", "foreign", "defence", "defense", "interior", "military", "local", "protest", "diplomatic"}
)


def unnamed(tree: Tree, token: Token, texts: bool = False) -> bool:
    """Tell whether the noun is some state's, and the words do not tell whose."""
    if token.kind or token.tag.startswith("PRP"):
        return texts and token.text.lower() == "it" and token.dep == "nsubj"
    if token.lemma not in _ORGANS and not (texts and token.lemma in _TEXTS):
        return False
    left = {t.text.lower() for t in tree.children(token, "det", "amod", "compound", "nmod", "poss", "nummod")}
    return "the" in left and left <= _BEFORE and not _completed(tree, token) and not tree.children(token, "appos")


def _completed(tree: Tree, token: Token) -> bool:
    """Tell whether words behind the noun tell which is meant; what it is accused of does not."""
    verb = tree.head(token)
    charged = {"of"} if verb is not None and verb.lemma in _CHARGING else set[str]()
    preps = [p for p in tree.children(token, "prep") if p.lemma not in charged]
    return bool(preps or tree.children(token, "relcl", "acl"))


def neighbour(tree: Tree, token: Token) -> bool:
    """Tell whether the noun means another state than the one that it goes with: 'its neighbour', 'Chad's ally'."""
    return beside(token.lemma) and bool(tree.children(token, "poss"))


def nickname(token: Token) -> bool:
    """Tell whether it only calls an organisation by what it is, too weak a naming for one deep in a clause."""
    return not token.kind and is_nickname(token.text)


def collective(tree: Tree, token: Token, refs: References) -> tuple[str, ...]:
    """Give the states meant."""
    if token.kind:
        return ()
    if token.pos in {"NOUN", "PROPN"} and (codes := _grouped(tree, token) or _gathered(tree, token, refs)):
        return codes
    left = tree.children(token, "det", "amod", "compound", "nmod", "poss", "nummod")
    lows = [t.text.lower() for t in left]
    if "the" not in lows or tree.children(token, "appos"):
        return ()
    if lows == ["the"] and (codes := lettered(token.text) or refs.nickname(token.text)):
        return () if token.text[0].islower() and _completed(tree, token) else codes
    if set(lows) <= _PLAIN and not _completed(tree, token):
        return refs.form([*lows[lows.index("the") + 1 :], token.text])
    return ()


def _gathered(tree: Tree, token: Token, refs: References) -> tuple[str, ...]:
    """Read 'the SADC summit urged Lesotho' and, later, 'the summit urged' as the organisation whose it is."""
    if token.lemma not in _GATHERINGS or token.dep != "nsubj" or tree.children(token, "prep"):
        return ()
    return refs.gathering(token.text, token.end + 1)


def _grouped(tree: Tree, token: Token) -> tuple[str, ...]:
    """Read 'Nordic and Baltic foreign ministers', 'the Visegrad Four'."""
    if token.tag not in _MANY and not of_group(token.lemma):
        return ()
    if not of_group(token.lemma) and not any(token.lemma in nouns()[key] for key in ("bodies", "persons", "sides")):
        return ()
    left = [c for t in modifiers(tree, token) for c in tree.conjuncts(t)]
    if any(t.lemma.casefold() in _OTHER or t.kind for t in left):
        return ()
    return members(t.text for t in left)
