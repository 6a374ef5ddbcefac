"""Dates that hang on the date told before: 'the same day', 'a day later', 'two days earlier'.

Input: the marks of a text. Output: the same marks, those that count from a day told shortly before with the day that they mean. A text
that told no day before leaves them open.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.dates.calendar import edtf
from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.text.marks import DateMark

__all__ = ["anchored"]

#: How many characters back the day may stand that another counts from.
_NEAR: Final = 400
_SAME: Final = re.compile(r"(?:the|that)(?: very)? same day|that (?:very )?day", re.IGNORECASE)
_NEXT: Final = re.compile(r"(?:the )?(?:next|following) day|the day after", re.IGNORECASE)
_BEFORE: Final = re.compile(r"the (?:previous|preceding) day|the day before", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(an?|one|\d{1,2}|[a-z]+) days? (later|after|afterwards|earlier|before)", re.IGNORECASE)


def anchored(marks: Iterable[DateMark]) -> tuple[DateMark, ...]:
    """Give every mark, those that hang on another with the day that they mean."""
    found: list[DateMark] = []
    for mark in marks:
        days = _days(mark.surface) if mark.past is None and mark.future is None else None
        told = _told(found, mark.start) if days is not None else None
        if days is None or told is None:
            found.append(mark)
            continue
        day = edtf((told + timedelta(days=days)).isoformat())
        found.append(replace(mark, past=day, future=day, role="when"))
    return tuple(found)


def _told(marks: list[DateMark], at: int) -> date | None:
    """Give the last day told before a place, if it stands near."""
    for mark in reversed(marks):
        if at - mark.end > _NEAR:
            return None
        when = mark.past
        if when is not None and mark.role == "when" and when.earliest is not None and when.earliest == when.latest:
            return when.earliest
    return None


def _days(surface: str) -> int | None:
    """Give how many days after the day told; None where the words count nothing."""
    words = " ".join(surface.split())
    if _SAME.fullmatch(words):
        return 0
    if _NEXT.fullmatch(words):
        return 1
    if _BEFORE.fullmatch(words):
        return -1
    match = _COUNTED.fullmatch(words)
    number = _number(match[1].lower()) if match else None
    if match is None or number is None:
        return None
    return number if match[2].lower() in {"later", "after", "afterwards"} else -number


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else date_lexicon().number("NUMWORD", word)
