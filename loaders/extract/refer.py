"""Later mentions of an official: by surname (`Mr Herath said`) or by office (`the ambassador`), where only one can be meant."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.marks import OfficialMark
from bilateral.loaders.extract.office_words import office_words
from bilateral.loaders.extract.persons import folded, group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["refer"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")
_BY_OFFICE: Final = re.compile(
    r"\b[Tt]he ((?:[Ff]oreign |[Pp]rime |[Vv]isiting |[Dd]eputy |[Vv]ice )*"
    r"(?:[Mm]inister|[Aa]mbassador|[Pp]resident|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]nvoy|[Ss]ecretary[- ][Gg]eneral|"
    r"[Hh]igh [Cc]ommissioner|[Ss]pokes(?:man|woman|person)|[Ss]ecretary))\b(?! (?:of|for)\b)"
)
_SHORTEST: Final = 2


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
            yield OfficialMark(
                match.start(), match.end(), person.name, match.start(), match.end(), person.title, person.country, person.organization, "surname"
            )  # fmt: skip


def _surnames(people: Sequence[Sequence[OfficialMark]]) -> Mapping[str, OfficialMark]:
    """The words by which exactly one person of the article can be called: the last of the name, and any used alone with a title."""
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
    """Whether the word is part of another name: `Smith Street`, `Anna Smith`."""
    before = re.search(r"([^\W\d_]+)\.? \Z", body[max(0, match.start() - 24) : match.start()])
    word = before[1] if before else ""
    if (word.casefold(),) in office_words().honorifics or not word[:1].isupper():
        return False
    return not body[: match.start() - len(before[0] if before else "")].rstrip(" ")[-1:] in {".", "", "\n", "“", '"', "!", "?"}


def _by_office(body: str, people: Sequence[Sequence[OfficialMark]]) -> Iterator[OfficialMark]:
    holders: dict[str, list[OfficialMark]] = defaultdict(list)
    for person in people:
        for word in {_head(m.title) for m in person if m.title}:
            holders[word].append(person[0])
    for match in _BY_OFFICE.finditer(body):
        meant = holders.get(_head(match[1]), [])
        if len(meant) == 1 and meant[0].start < match.start():
            person = meant[0]
            yield OfficialMark(
                match.start(), match.end(), person.name, match.start(1), match.end(1), person.title, person.country, person.organization, "title-reference"
            )  # fmt: skip


def _head(title: str) -> str:
    """The last word of an office by which people call it: `Foreign Minister of …` is a minister."""
    words = [w.casefold() for w in _WORD.findall(title)]
    known = ("minister", "ambassador", "president", "premier", "chancellor", "king", "envoy", "commissioner", "secretary-general", "spokesman", "spokeswoman", "spokesperson", "secretary")
    if "prime" in words[:3]:
        return "prime minister"
    return next((w for w in words if w in known), title.casefold())
