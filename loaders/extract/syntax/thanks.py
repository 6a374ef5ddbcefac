"""For what somebody is thanked: 'thanked Chad for the boats', 'grateful to Chad for sending doctors', 'thanked the doctors who had come'.

Input: a `Tree` and a token that stands behind 'for', or acts in a clause on those who are thanked. Output: who is thanked and who thanks; nothing where nobody is thanked for it.
What one is thanked for was done, so the words tell two things at once: the thanks, and the deed of those who are thanked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import governor, is_verb, objects, objects_before, prepositional, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["thanked", "thanking"]

_THANKS: Final = frozenset({"thank", "thanks", "gratitude", "appreciation", "gratefulness"})
_GRATEFUL: Final = frozenset({"grateful", "thankful", "indebted", "appreciative"})
_GOES: Final = frozenset({"go", "be"})
_TO: Final = frozenset({"to"})
_FAR: Final = 4


def thanked(tree: Tree, token: Token) -> tuple[Token, ...]:
    """Give those who are thanked for it."""
    word = _word(tree, token)
    if word is None:
        return ()
    if is_verb(word):
        return (*objects_before(tree, word), *objects(tree, word))
    verb = _verb(tree, word)
    own = prepositional(tree, word, _TO)
    return own or (prepositional(tree, verb, _TO) if verb is not None else ())


def thanking(tree: Tree, token: Token) -> tuple[Token, ...]:
    """Give those who thank for it."""
    word = _word(tree, token)
    if word is None:
        return ()
    if is_verb(word):
        return subjects(tree, word)
    owner = tuple(t for t in tree.children(word, "poss") if t.tag != "PRP$")
    verb = _verb(tree, word)
    return owner or (subjects(tree, verb) if verb is not None and verb.lemma not in _GOES - {"be"} else ())


def _word(tree: Tree, token: Token) -> Token | None:
    """Give the word of thanks, where the token stands behind its 'for': in 'for the gift of two boats' also the boats; or in 'who' did it."""
    if token.dep == "relcl" and any(t.tag == "WP" for t in tree.children(token, "nsubj")):
        return _over(tree, token)
    at = token
    for _ in range(_FAR):
        head = tree.head(at)
        if head is None:
            return None
        if at.dep in {"pobj", "pcomp"} and head.lemma == "for":
            return _over(tree, head)
        if at.dep not in {"conj", "compound", "nmod", "pobj", "prep"} or (at.dep == "prep" and at.lemma != "of"):
            return None
        at = head
    return None


def _over(tree: Tree, prep: Token) -> Token | None:
    """Give the word of thanks that a 'for' belongs to, also where it was hung on those who are thanked or on the verb."""
    above = tree.head(prep)
    for _ in range(_FAR):
        if above is None or above.lemma in _THANKS | _GRATEFUL:
            return above
        if is_verb(above) and above.dep == "acl":  # 'thanked the teams visiting Oslo for the boats'
            above = tree.head(above)
            continue
        if is_verb(above):
            near = tree.children(above, "dobj", "acomp", "nsubjpass")
            return next((t for t in near if t.lemma in _THANKS | _GRATEFUL and t.index < prep.index), None)
        above = tree.head(above) if above.dep in {"dobj", "pobj", "prep", "dative", "conj", "appos"} else None
    return None


def _verb(tree: Tree, word: Token) -> Token | None:
    """Give the verb that says the thanks: 'expressed', 'was' grateful."""
    if word.dep in {"acomp", "attr"}:
        return tree.head(word)
    return governor(tree, word)[0]
