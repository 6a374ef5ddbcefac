"""Later mentions of an official: by surname (`Mr Lund said`) or by office (`the ambassador`), where only one can be meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.persons import folded, group
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.loaders.extract.text.marks import OfficialMark

__all__ = ["refer"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")
_SHORTEST: Final = 2
_OPENING: Final = 3
_WINDOW: Final = 40
_ABBREVIATION: Final = 3
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)(\.?) \Z")
_SENTENCE_ENDS: Final = frozenset('.!?\n“"')


def refer(body: str, marks: Sequence[OfficialMark]) -> tuple[OfficialMark, ...]:
    """Give every later mention of the officials in `marks`, in text order, none inside a mark."""
    people = group([m for m in marks if m.name])
    inside = _Inside(marks)
    found = [*_by_surname(body, people), *_by_office(body, people)]
    return tuple(sorted((m for m in found if not inside.covers(m)), key=lambda m: (m.start, m.end)))


class _Inside:
    """Tells whether a span lies within one of the marks."""

    def __init__(self, marks: Sequence[OfficialMark]) -> None:
        self._taken = {i for m in marks for i in range(m.start, m.end)}

    def covers(self, mark: OfficialMark) -> bool:
        return mark.start in self._taken or mark.end - 1 in self._taken


def _by_surname(body: str, people: Sequence[Sequence[OfficialMark]]) -> Iterator[OfficialMark]:
    owners = _surnames(people)
    if not owners:
        return
    for match in _WORD.finditer(body):
        text = match[0]
        last = folded(text)[-1] if text[:1].isupper() or text[:3].lower() in {"al-", "el-"} else ""
        person = owners.get(last)
        if person is None or not any(part[:1].isupper() for part in text.split("-")):
            continue
        if person.start < match.start() and not _longer_name(body, match):
            yield _mention(person, match.span(), match.span(), "surname")


def _surnames(people: Sequence[Sequence[OfficialMark]]) -> Mapping[str, OfficialMark]:
    """Give the words by which exactly one person of the article can be called: the last of the name, and any used alone with a title."""
    owners: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        longest = max(person, key=lambda m: len(folded(m.name)))
        owners[folded(longest.name)[-1]].add(number)
        for mark in person:
            if len(folded(mark.name)) == 1:
                owners[folded(mark.name)[0]].add(number)
    first = {n: min(person, key=lambda m: (-len(folded(m.name)), m.start)) for n, person in enumerate(people)}
    return {name: first[next(iter(of))] for name, of in owners.items() if len(of) == 1 and len(name) >= _SHORTEST}


def _longer_name(body: str, match: re.Match[str]) -> bool:
    """Whether the word goes on another person's name (`Anna Lund`) that no sentence end parts from it."""
    line = body[max(0, match.start() - _WINDOW) : match.start()]
    before = _WORD_BEFORE.search(line)
    if before is None or (before[1].casefold(),) in office_words().honorifics or not before[1][:1].isupper():
        return False
    if before[2] and len(before[1]) > _ABBREVIATION:
        return False
    rest = line[: before.start()].rstrip(" ")
    return bool(rest) and rest[-1] not in _SENTENCE_ENDS


def _by_office(body: str, people: Sequence[Sequence[OfficialMark]]) -> Iterator[OfficialMark]:
    holders: dict[str, list[OfficialMark]] = defaultdict(list)
    for person in people:
        for word in {_head(m.title) for m in person if m.title}:
            holders[word].append(person[0])
    for match in _by_office_form().finditer(body):
        meant = holders.get(_head(match[1]), [])
        if len(meant) == 1 and meant[0].start < match.start():
            yield _mention(meant[0], match.span(), match.span(1), "title-reference")


def _mention(person: OfficialMark, span: tuple[int, int], name: tuple[int, int], rule: str) -> OfficialMark:
    return replace(person, start=span[0], end=span[1], name_start=name[0], name_end=name[1], rule=rule)


@cache
def _by_office_form() -> re.Pattern[str]:
    before, called = (
        "|".join(sorted(served_words(key), key=lambda word: (-len(word), word))) for key in ("called_before", "called")
    )
    return re.compile(rf"\bthe ((?:(?:{before}) )*(?:{called}))\b(?! (?:of|for)\b)", re.IGNORECASE)


def _head(title: str) -> str:
    """Give the word of an office by which people call it: `Foreign Minister of …` is a minister."""
    words = [w.casefold() for w in _WORD.findall(title)]
    if "prime" in words[:_OPENING]:
        return "prime minister"
    return next((w for w in words if w in served_words("called")), title.casefold())
