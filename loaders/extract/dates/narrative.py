"""Dates that hang on the date told before: 'the same day', 'a day later', 'two years earlier'.

Input: the marks of a text. Output: the same marks, those that count from a day told shortly before with the day that they mean. A text
that told no day before leaves them open.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.dates.calendar import add_months, edtf, of_month, of_year
from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.text.marks import DateMark
    from bilateral.schema.values import PartialDate

__all__ = ["anchored"]

#: How many characters back the day may stand that another counts from.
_NEAR: Final = 400
_EXACT: Final = frozenset({"day", "month", "year"})
_SAME: Final = re.compile(r"(?:the|that)(?: very)? same day|that (?:very )?day", re.IGNORECASE)
_NEXT: Final = re.compile(r"(?:the )?(?:next|following) day|the day after", re.IGNORECASE)
_BEFORE: Final = re.compile(r"the (?:previous|preceding) day|the day before", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"(an?|one|\d{1,2}|[a-z]+) (day|week|month|year)s? (later|after|afterwards|earlier|before)", re.IGNORECASE
)
_LATER: Final = frozenset({"later", "after", "afterwards"})


def anchored(marks: Iterable[DateMark]) -> tuple[DateMark, ...]:
    """Give every mark, those that hang on another with the date that they mean."""
    found: list[DateMark] = []
    for mark in marks:
        step = _step(mark.surface) if mark.past is None and mark.future is None else None
        told = _told(found, mark.start) if step is not None else None
        when = _stepped(told, *step) if step is not None and told is not None else None
        found.append(replace(mark, past=when, future=when, role="when") if when is not None else mark)
    return tuple(found)


def _stepped(told: PartialDate, count: int, unit: str) -> PartialDate | None:
    """Give the date so many units on, no finer than the unit: 'two years later' is a year, 'a week later' about a day."""
    first, last = told.earliest, told.latest
    if first is None or last is None:
        return None
    if unit in {"day", "week"}:
        days, about = (count, "") if unit == "day" else (7 * count, "~")
        return edtf((first + timedelta(days=days)).isoformat() + about) if first == last else None
    if unit == "month":
        months = add_months(first, count)
        same = (first.year, first.month) == (last.year, last.month)
        return of_month(*months) if months is not None and same else None
    return of_year(first.year + count) if first.year == last.year else None


def _told(marks: list[DateMark], at: int) -> PartialDate | None:
    """Give the last date told before a place, if it stands near."""
    for mark in reversed(marks):
        if at - mark.end > _NEAR:
            return None
        if mark.past is not None and mark.role == "when" and mark.past.precision in _EXACT:
            return mark.past
    return None


def _step(surface: str) -> tuple[int, str] | None:
    """Give how many of which unit after the date told; None where the words count nothing."""
    words = " ".join(surface.split())
    for days, pattern in ((0, _SAME), (1, _NEXT), (-1, _BEFORE)):
        if pattern.fullmatch(words):
            return days, "day"
    match = _COUNTED.fullmatch(words)
    number = _number(match[1].lower()) if match else None
    if match is None or number is None:
        return None
    return number if match[3].lower() in _LATER else -number, match[2].lower()


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else date_lexicon().number("NUMWORD", word)
