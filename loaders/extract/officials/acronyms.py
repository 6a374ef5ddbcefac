"""Acronyms that a text explains: `Ports Authority of Malta (PAM)`; later `PAM` stands for that body of that state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.marks import StateMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Body", "acronym_mentions", "bodies"]

_BRACKET: Final = re.compile(r"\(([A-Z][A-Za-z]{1,6}[A-Z])\)")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL: Final = frozenset({"of", "the", "for", "and", "on", "de", "in"})
_BEFORE: Final = 120


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the text names it in full, and the state that it belongs to."""

    name: str
    code: str


def bodies(text: str, mentions: Sequence[StateMention]) -> Mapping[str, Body]:
    """Give each explained acronym of a body whose name holds a state, or which is an organisation of states itself."""
    found: dict[str, Body] = {}
    for bracket in _BRACKET.finditer(text):
        start = _full_name(text, bracket)
        if start is None:
            continue
        codes = {m.code for m in mentions if start <= m.start and m.end <= bracket.end()}
        if len(codes) == 1:
            found.setdefault(bracket[1], Body(" ".join(text[start : bracket.start()].split()), codes.pop()))
    return found


def _full_name(text: str, bracket: re.Match[str]) -> int | None:
    """Give where the name begins whose words' first letters are the acronym's."""
    words = [*_WORD.finditer(text, max(0, bracket.start() - _BEFORE), bracket.start())]
    letters = [*bracket[1].upper()]
    for word in reversed(words):
        if word[0] in _SMALL:
            continue
        if not word[0][0].isupper() or not letters or word[0][0] != letters.pop():
            return None
        if not letters:
            return word.start()
    return None


def acronym_mentions(
    text: str, known: Mapping[str, Body], mentions: Sequence[StateMention]
) -> tuple[StateMention, ...]:
    """Give the mentions with those of the acronyms among them, in text order; none overlaps another."""
    taken = {i for m in mentions for i in (m.start, m.end - 1)}
    added = [m for m in _later(text, known) if m.start not in taken and m.end - 1 not in taken]
    return tuple(sorted([*mentions, *added], key=lambda m: m.start))


def _later(text: str, known: Mapping[str, Body]) -> Iterator[StateMention]:
    if not known:
        return
    either = "|".join(map(re.escape, sorted(known, key=lambda a: (-len(a), a))))
    for match in re.finditer(rf"(?<![\w(])(?:{either})(?!\w)", text):
        yield StateMention(match.start(), match.end(), match[0], known[match[0]].code, "seat")
