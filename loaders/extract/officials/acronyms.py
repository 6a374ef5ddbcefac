"""Acronyms that a text explains: `Ports Authority of Malta (PAM)`; later `PAM` stands for that body of that state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.text.marks import StateMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Body", "acronym_mentions", "bodies", "public_acronyms"]

_BRACKET: Final = re.compile(r"\(([A-Z][A-Za-z]{1,6}[A-Z])\)")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_OWNS: Final = re.compile(r"(?:['’]s?)?\s+(?:the\s+)?")
_BODIES: Final = frozenset({"authority", "agency", "commission", "bureau", "administration", "service", "forces"})
#: What makes a body none of the state, as singular words: `Federation of Maltese Football Associations`, `Labour Congress`.
_PRIVATE: Final = frozenset(
    {
        "union",
        "association",
        "football",
        "cricket",
        "olympic",
        "athletic",
        "basketball",
        "rugby",
        "club",
        "league",
        "church",
        "university",
        "college",
        "school",
        "congres",
        "congress",
        "worker",
        "employer",
        "manufacturer",
        "journalist",
        "student",
        "chamber",
        "movement",
        "party",
        "front",
        "foundation",
        "ltd",
        "limited",
        "plc",
        "company",
    }
)
_SMALL: Final = frozenset({"of", "the", "for", "and", "on", "de", "in"})
_BEFORE: Final = 120


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the text names it in full, and the state that it belongs to; None where its name does not tell."""

    name: str
    code: str | None


def bodies(text: str, mentions: Sequence[StateMention]) -> Mapping[str, Body]:
    """Give each explained acronym of a body that has a state in its name or before it, or which only governments have."""
    found: dict[str, Body] = {}
    for bracket in _BRACKET.finditer(text):
        start = _full_name(text, bracket)
        if start is None:
            continue
        name = " ".join(text[start : bracket.start()].split())
        if _PRIVATE & {word.removesuffix("s") for word in name.casefold().split()}:
            continue
        codes = {m.code for m in mentions if start <= m.start and m.end <= bracket.end()}
        codes = codes or {m.code for m in mentions if m.end < start and _OWNS.fullmatch(text, m.end, start)}
        if len(codes) == 1 or (not codes and _is_public(name)):
            found.setdefault(bracket[1], Body(name, next(iter(codes), None)))
    return found


def _is_public(name: str) -> bool:
    """Whether a body's name has the word of a government body at its head: `Road Safety Agency`, `Department of Ports`."""
    known = office_words()
    words = [word.casefold() for word in name.split()]
    head = words[: words.index("of")] if "of" in words else words
    return bool(head) and head[-1] in known.state_organs | _BODIES


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


def public_acronyms(text: str, mentions: Sequence[StateMention]) -> tuple[StateMention, ...]:
    """Give the mentions with the acronyms of bodies that act for a state, as its seats do: `the Maltese Coast Guard (MCG) … the MCG said`."""
    known = {acronym: body for acronym, body in bodies(text, mentions).items() if _is_public(body.name)}
    return acronym_mentions(text, known, mentions)


def _later(text: str, known: Mapping[str, Body]) -> Iterator[StateMention]:
    codes = {acronym: body.code for acronym, body in known.items() if body.code}
    if not codes:
        return
    either = "|".join(map(re.escape, sorted(codes, key=lambda a: (-len(a), a))))
    for match in re.finditer(rf"(?<![\w(])(?:{either})(?!\w)", text):
        yield StateMention(match.start(), match.end(), match[0], codes[match[0]], "seat")
