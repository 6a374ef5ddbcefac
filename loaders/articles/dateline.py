"""Lines of an article's head that give its day: ISO, `Updated 04 March 2023`, `Thursday, 6 November 2025 10:30`."""

from __future__ import annotations

import re
from typing import Final

from bilateral.errors import ValueFormatError
from bilateral.schema.values import PartialDate

__all__ = ["read_date_line", "read_stamp", "updated"]

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_CLOCK = r"(?:[\s,|–-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?)?"
_LEAD = (
    r"(?:(?:last\s+)?(?:updated?|published|posted|date|date\s+published|publication\s+date|modified|issued|released)"
    r"(?:\s+(?:on|at|date))?\s*[:\-–]?\s*)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS: Final = tuple(
    re.compile(rf"{_LEAD}{_WEEKDAY}{form}{_CLOCK}\s*\.?", re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
        rf"{_DAY}-{_MONTH}-(?P<year>\d{{4}})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)
_ISO = re.compile(
    rf"{_LEAD}(?P<date>\d{{4}}(?:[-/]\d{{2}}(?:[-/]\d{{2}})?)?)(?:[T ]\d{{2}}:\d{{2}}\S*)?", re.IGNORECASE
)
_UPDATED = re.compile(r"\s*(?:last\s+)?updated?\b", re.IGNORECASE)
_LONGEST = 80


def read_date_line(line: str) -> PartialDate | None:
    """Read a line that says nothing but a date; None for every other line."""
    text = line.strip()
    if not text or len(text) > _LONGEST:
        return None
    if match := _ISO.fullmatch(text):
        return _parse(match["date"].replace("/", "-"))
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _written(match)
    return None


def read_stamp(text: str) -> PartialDate:
    """Read EDTF or an ISO time stamp, of which the day counts; ValueFormatError if it is neither."""
    day, _, clock = text.partition("T")
    return PartialDate.parse(day if clock and len(day) == len("2023-03-06") else text)


def updated(line: str) -> PartialDate | None:
    """Read a line of the form `Updated 04 March 2023`; None for every other line."""
    return read_date_line(line) if _UPDATED.match(line) else None


def _written(match: re.Match[str]) -> PartialDate | None:
    word = match["month"].lower()
    number = next(
        (n for n, month in enumerate(_MONTHS, start=1) if month.startswith(word) or word == "sept" == month[:4]), None
    )
    if number is None:
        return None
    day = match.groupdict().get("day")
    text = f"{match['year']}-{number:02d}"
    return _parse(f"{text}-{int(day):02d}" if day else text)


def _parse(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueFormatError:
        return None
