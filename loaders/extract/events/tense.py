"""The tense of an act's verb, and whether the act goes on.

Input: a `Tree` and a verb. Output: past, present or future; true or false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.modality_words import words

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.loaders.extract.text.marks import Tense

__all__ = ["DURING", "answered", "being_at", "goes_on", "past", "temporal", "tense_of", "under_way"]

#: Prepositions by which a noun only says when or where another thing was.
DURING: Final = frozenset({"during", "after", "following", "follow", "since", "at", "in", "amid", "despite", "within"})
_ANSWERS: Final = frozenset({"response", "reaction", "answer", "retaliation"})


def goes_on(tree: Tree, verb: Token, *, carried: bool = True) -> bool:
    """Tell whether the act goes on: 'is holding', 'continues'; `carried` if the verb's own doing is the act."""
    if verb.tag == "VBG" and any(t.tag in {"VBZ", "VBP"} for t in tree.children(verb, "aux")):
        return True
    head = tree.head(verb)
    if any(t.lemma == "still" for t in tree.children(verb, "advmod")):
        return True
    if not carried:
        return False
    if verb.dep == "conj" and head is not None and head.dep == "xcomp":  # 'will continue to meet and cooperate'
        return goes_on(tree, head)
    return verb.lemma in words()["ongoing"] or (
        verb.dep == "xcomp" and head is not None and head.lemma in words()["ongoing"]
    )


def being_at(tree: Tree, verb: Token, role: str) -> bool:
    """Tell whether somebody is at it: 'is on a visit', 'are in talks', 'are engaged in talks'."""
    now = verb.tag in {"VBZ", "VBP"}
    if verb.lemma == "be":
        return now and role in {"on", "in", "be"}
    if verb.lemma == "engage" and verb.tag == "VBN":
        return role == "in" and any(t.tag in {"VBZ", "VBP"} for t in tree.children(verb, "auxpass"))
    return False


def under_way(tree: Tree, verb: Token) -> bool:
    """Tell whether it goes on: 'talks are under way'."""
    near = tree.children(verb, "prep", "advmod", "acomp") if verb.lemma == "be" else ()
    return any(t.lemma == "underway" or any(p.lemma == "way" for p in tree.children(t, "pobj")) for t in near)


def past(tree: Tree, verb: Token) -> bool:
    """Tell whether the verb is in a past tense of its own."""
    return verb.tag == "VBD" or any(t.tag == "VBD" for t in tree.children(verb, "aux", "auxpass"))


def tense_of(tree: Tree, verb: Token | None) -> Tense:
    """Give the tense of the verb and its helpers."""
    if verb is None:
        return "past"
    helpers = tree.children(verb, "aux", "auxpass")
    if any(t.text.lower() in {"will", "shall", "'ll", "’ll", "would"} for t in helpers):
        return "future"
    tags = {verb.tag, *(t.tag for t in helpers)}
    if tags & {"VBD"} or any(t.lemma == "have" for t in helpers):
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else "past"


def answered(tree: Tree, noun: Token) -> bool:
    """Tell whether another act answers this one, which then was done: 'in response to the request it will'."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    over = tree.head(prep) if prep is not None and prep.lemma == "to" else None
    return over is not None and over.lemma in _ANSWERS


def temporal(tree: Tree, noun: Token) -> bool:
    """Tell whether the noun only says when another thing was: 'during the visit', 'a deal after talks'."""
    prep = tree[noun.head]
    return noun.dep == "pobj" and prep.lemma in DURING and tree[prep.head].pos != "ADJ"
