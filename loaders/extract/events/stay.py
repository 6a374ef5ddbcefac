"""How long a visit or an exercise lasts: 'a three-day visit that began on Monday' is Monday to Wednesday.

Input: a `Tree`, the noun that names what lasts, its one day and the verb beside that day. Output: the days from first to last.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import clause_verb
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["lasting", "one_meeting", "opening"]

_BEGINS: Final = frozenset(
    {"begin", "start", "open", "arrive", "commence", "kick", "embark", "launch", "land", "fly", "reach",
     "leave", "depart"}
)  # fmt: skip
_ENDS: Final = frozenset({"end", "conclude", "wrap", "finish", "close", "complete"})
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_LENGTH = re.compile(rf"\b((?i:\d{{1,2}}|{'|'.join(_NUMBERS)}))\s?[-‐‑]\s?days?\b")
_ON: Final = frozenset({"on", "for"})


def opening(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give the verbs that tell when what the noun names began or ended: 'a visit that began on Monday'."""
    return tuple(t for t in tree.children(trigger, "relcl", "acl") if t.lemma in _BEGINS | _ENDS)


def lasting(tree: Tree, trigger: Token, day: PartialDate, beside: Token | None) -> PartialDate:
    """Stretch a day over the length that the text gives; nothing changes where the verb does not say which day of it is meant."""
    days = next(_lengths(tree, trigger), 0)
    verb = clause_verb(tree, beside) if beside is not None else None
    if not days or verb is None or day.precision != "day" or day.earliest is None or day.text != str(day.earliest):
        return day
    rest = timedelta(days=days - 1)
    if verb.lemma in _BEGINS:
        return PartialDate.parse(f"{day.earliest}/{day.earliest + rest}")
    return PartialDate.parse(f"{day.earliest - rest}/{day.earliest}") if verb.lemma in _ENDS else day


def _lengths(tree: Tree, trigger: Token) -> Iterator[int]:
    """Read 'three-day' before the noun, or before the visit on which somebody arrives."""
    nouns = [
        trigger,
        *tree.children(trigger, "dobj"),
        *(p for c in tree.children(trigger, "prep") if c.lemma in _ON for p in tree.children(c, "pobj")),
    ]
    for noun in nouns:
        row = tree.subtree(noun)
        text = " ".join(t.text for t in row if t.index < noun.index)
        for word in _LENGTH.findall(text):
            yield int(word) if word.isdigit() else _NUMBERS[word.lower()]


def one_meeting(tree: Tree, token: Token) -> bool:
    """Tell whether several are said to have met at once: 'held a meeting with A and B', 'talks between A, B and C'."""
    if token.tag.startswith("VB"):
        return False
    single = token.tag == "NN" and any(t.lemma in {"a", "an"} for t in tree.children(token, "det"))
    return single or any(t.lemma == "between" for t in tree.children(token, "prep"))
