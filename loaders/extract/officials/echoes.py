"""Where an official who was introduced is named again by the surname alone: 'Berg met Mensah', 'Mr. Berg', 'Xi'.

Input: the body, the marks of the officials, the state mentions. Output: marks for these places, with the name, office and state of the
introduction. A surname that the text gives to two people, or uses as a common word, is nobody's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.leaders import may_lead
from bilateral.loaders.extract.officials.persons import folded, same_name
from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.loaders.extract.text.marks import OfficialMark, StateMention

__all__ = ["find_echoes"]

_NAME: Final = re.compile(r"(?:\b[Aa]l[- ])?\b[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)*")
_POLITE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Secretary|President|Minister|Ambassador|Chancellor|Premier|King)\.? \Z"
)
_BEFORE: Final = re.compile(r"(?<![\w.])([A-Z][\w'’.-]*) \Z")
#: A surname before another name, a hyphen or one of these words stands for something else.
_AFTER: Final = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w-]|-\w|"
    r"(?:['’]s?)? (?:administration|government|regime|presidency|era|cabinet|doctrine|family|campaign)\b"
)
_WINDOW: Final = 24
#: States whose people are called by the first part of their name.
_FIRST: Final = frozenset({"CHN", "TWN", "KOR", "PRK", "ETH", "ERI", "MYS", "THA", "LAO", "BTN"})


def find_echoes(body: str, marks: Sequence[OfficialMark], mentions: Sequence[StateMention]) -> tuple[OfficialMark, ...]:
    """Give the namings by surname alone, in text order."""
    known = _surnames(body, marks)
    if not known:
        return ()
    taken = [(m.start, m.end) for m in marks] + [(m.start, m.end) for m in mentions if m.kind != "leader"]
    whole = list(_whole_names(body, marks, taken))
    taken += [(m.start, m.end) for m in whole]
    return tuple(sorted((*whole, *_echoes(body, known, sorted(taken))), key=lambda m: m.start))


def _whole_names(body: str, marks: Sequence[OfficialMark], taken: Sequence[tuple[int, int]]) -> Iterator[OfficialMark]:
    """Give the namings by the whole name, without an office: 'talks with Ola Berg'."""
    known = {m.name: m for m in reversed(marks) if " " in m.name}
    for name, mark in known.items():
        if _in_no_office(body, [m for m in marks if m.name == name]):
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", body):
            start, end = match.span()
            if not any(a < end and start < b for a, b in taken):
                yield replace(mark, start=start, end=end, name_start=start, name_end=end)


def _surnames(body: str, marks: Sequence[OfficialMark]) -> dict[str, OfficialMark]:
    """Give the surnames that one official only bears, each with its introduction."""
    found: dict[str, list[OfficialMark]] = {}
    for mark in marks:
        parts = folded(mark.name)
        for part in {parts[-1], *(parts[:1] if mark.country in _FIRST else ())}:
            found.setdefault(part, []).append(mark)
    return {
        part: next((m for m in row if m.country), row[0])
        for part, row in found.items()
        if len(part) > 1 and _one_person(row) and not _in_no_office(body, row) and not re.search(rf"\b{part}\b", body)
    }


def _one_person(row: Sequence[OfficialMark]) -> bool:
    return len({m.country for m in row if m.country}) <= 1 and all(same_name(row[0].name, m.name) for m in row)


def _in_no_office(body: str, row: Sequence[OfficialMark]) -> bool:
    """Tell whether the introduction calls the person a former or a rebel one."""
    words = {w for m in row for w in re.findall(r"[\w-]+", body[max(0, m.start - _WINDOW) : m.name_start].lower())}
    return bool(words & set(word_lists("actors")["not_for_state"]))


def _echoes(body: str, known: Mapping[str, OfficialMark], taken: Sequence[tuple[int, int]]) -> Iterator[OfficialMark]:
    lost: set[str] = set()
    for match in _NAME.finditer(body):
        start, end = match.span()
        part = folded(match[0])[-1]
        if part not in known or any(a < end and start < b for a, b in taken):
            lost.discard(part)
            continue
        polite = _POLITE.search(body, max(0, start - _WINDOW), start)
        named = _BEFORE.search(body, max(0, start - _WINDOW), start)
        if named and not polite and not may_lead(named[1]):
            lost.add(part)
        elif part not in lost and not _AFTER.match(body, end):
            yield replace(
                known[part], start=polite.start() if polite else start, end=end, name_start=start, name_end=end
            )
