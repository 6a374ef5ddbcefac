"""Meetings and visits that are said not to be: 'is not planning to meet', 'refuted a report on a meeting', 'no visit is scheduled'.

Input: a `Tree` and the word that names the meeting. Output: whether somebody denies it. What was only refused or left out is no denial:
'did not meet', 'declined to visit'.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.modality_words import words
from bilateral.loaders.extract.syntax.clauses import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["disowned"]

_PLANS: Final = frozenset(
    {"plan", "schedule", "prepare", "preparation", "intend", "intention", "arrange", "arrangement", "envisage", "foresee", "slate"}
)  # fmt: skip
_AGENDA: Final = frozenset({"agenda", "programme", "program", "schedule", "itinerary", "card", "table"})
_RUMOURS: Final = frozenset(
    {"report", "rumour", "rumor", "claim", "speculation", "allegation", "story", "news", "suggestion"}
)
#: By which a thing itself is denied; what is dismissed or disputed may have been.
_DENY: Final = frozenset({"deny", "refute", "rebut"})
_FALSE: Final = frozenset({"false", "untrue", "baseless", "unfounded", "groundless", "fake", "incorrect"})
_UP: Final = frozenset(
    {"prep", "pobj", "pcomp", "xcomp", "ccomp", "acl", "dobj", "nsubj", "nsubjpass", "attr", "compound"}
)
_LONGEST: Final = 8


def disowned(tree: Tree, meeting: Token) -> bool:
    """Tell whether somebody denies that it was, or that it is planned."""
    way = tuple(_way(tree, meeting))
    return any(_denied(tree, below, over, way) for below, over in pairwise(way)) or any(
        _unplanned(tree, meeting, at) for at in way
    )


def _way(tree: Tree, meeting: Token) -> Iterator[Token]:
    """Give the words from the meeting upwards, as far as each carries the one below."""
    at = meeting
    for _ in range(_LONGEST):
        yield at
        up = tree.head(at)
        if up is None or at.dep not in _UP or (at.dep == "prep" and is_verb(up) and up.lemma not in _PLANS):
            return
        at = up


def _denied(tree: Tree, below: Token, over: Token, way: tuple[Token, ...]) -> bool:
    """Tell of 'denied meeting', 'refuted reports of a meeting', 'reports of a meeting were false'."""
    rumour = any(t.lemma in _RUMOURS for t in way[: way.index(over)])
    if below.dep in {"dobj", "ccomp", "xcomp", "nsubjpass"} and _asserted(tree, over):
        return over.lemma in _DENY or (rumour and over.lemma in words()["denied"])
    false = any(t.lemma in _FALSE for t in tree.children(over, "acomp", "attr"))
    return below.dep == "nsubj" and rumour and false and _asserted(tree, over)


def _asserted(tree: Tree, verb: Token) -> bool:
    return is_verb(verb) and not any(t.dep == "neg" for t in tree.children(verb))


def _unplanned(tree: Tree, meeting: Token, at: Token) -> bool:
    """Tell of 'is not planning to meet', 'has no plans to', 'no meeting is planned', 'a meeting is not on the agenda'."""
    no = any(t.dep == "neg" or t.lemma == "no" for t in tree.children(at, "neg", "det"))
    if at.lemma in _PLANS and at != meeting:
        return no or (is_verb(at) and any(_none(tree, t) for t in tree.children(at, "nsubjpass")))
    listed = (t for p in tree.children(at, "prep") for t in tree.children(p, "pobj"))
    return (
        no and is_verb(at) and at.lemma == "be" and meeting.dep == "nsubj" and any(t.lemma in _AGENDA for t in listed)
    )


def _none(tree: Tree, noun: Token) -> bool:
    return any(t.lemma == "no" for t in tree.children(noun, "det"))
