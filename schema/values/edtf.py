"""Partial dates: EDTF (ISO 8601-2) level 1 as the exchange format uses it, with bounds for comparing.

Accepted: `2023-03-06`, `2023-03`, `2022`, `196X`, each with `~` (about), `?` (uncertain) or `%` (both), and intervals of
two such dates with `/`, either side of which may be `..` (open).

A reading of `2023-03` is any one day of that month; a reading of an interval is a span from a day of its first date to a day
of its second, and an open end goes on for ever. `before` and `overlaps` answer for all readings. A mark (`~`, `?`, `%`) is
kept, but does not widen the bounds: nobody knows how far "about" reaches.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from bilateral.errors import ValueFormatError

__all__ = ["Answer", "PartialDate", "Precision"]

Answer = Literal["yes", "no", "possibly"]
Precision = Literal["day", "month", "year", "decade", "interval"]

_POINT = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)", re.ASCII)
_XSD = {"day": "date", "month": "gYearMonth", "year": "gYear"}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source; `earliest` and `latest` bound it by days, None where it is open."""

    text: str
    precision: Precision
    earliest: date | None
    latest: date | None
    approximate: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read EDTF level 1; raise ValueFormatError that shows what is wrong."""
        if "/" in text:
            return cls._interval(text)
        return cls._point(text)

    @classmethod
    def _point(cls, text: str) -> Self:
        match = _POINT.fullmatch(text)
        if not match:
            raise _wrong(
                text, "it is not an EDTF date", "Write 2023-03-06, 2023-03, 2023, 196X or an interval with '/'."
            )
        year, month, day = match["year"], match["month"], match["day"]
        if year in {"0000", "000X"}:
            raise _wrong(text, "there is no year 0", "Years run from 0001.")
        approximate = bool(match["mark"])
        if year.endswith("X"):
            if month:
                raise _wrong(text, "a decade has no month", "Leave the month out.")
            first, last = int(year[:3] + "0"), int(year[:3] + "9")
            return cls(text, "decade", date(first, 1, 1), date(last, 12, 31), approximate)
        if month is None:
            return cls(text, "year", date(int(year), 1, 1), date(int(year), 12, 31), approximate)
        if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
            raise _wrong(text, f"there is no month {month}", "Months run from 01 to 12.")
        length = calendar.monthrange(int(year), int(month))[1]
        if day is None:
            return cls(text, "month", date(int(year), int(month), 1), date(int(year), int(month), length), approximate)
        if not 1 <= int(day) <= length:
            raise _wrong(text, f"{year}-{month} has no day {day}", f"Its days run from 01 to {length}.")
        at = date(int(year), int(month), int(day))
        return cls(text, "day", at, at, approximate)

    @classmethod
    def _interval(cls, text: str) -> Self:
        first, _, last = text.partition("/")
        if first == last == "..":
            raise _wrong(text, "both ends are open", "Leave the date out.")
        start, end = cls._end(first, text), cls._end(last, text)
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            raise _wrong(text, f"the end {last} is before the start {first}", "Write the earlier date first.")
        approximate = bool((start and start.approximate) or (end and end.approximate))
        return cls(text, "interval", start.earliest if start else None, end.latest if end else None, approximate)

    @classmethod
    def _end(cls, part: str, whole: str) -> Self | None:
        if part == "..":
            return None
        if not part or "/" in part:
            raise _wrong(whole, "an interval has two ends", "Write an open end as '..'.")
        return cls._point(part)

    @property
    def start(self) -> PartialDate | None:
        """The first end of an interval, None where open; a single date is its own start."""
        first, slash, _ = self.text.partition("/")
        if not slash:
            return self
        return None if first == ".." else PartialDate.parse(first)

    @property
    def end(self) -> PartialDate | None:
        """The second end of an interval, None where open; a single date is its own end."""
        _, slash, last = self.text.partition("/")
        if not slash:
            return self
        return None if last == ".." else PartialDate.parse(last)

    @property
    def xsd(self) -> str | None:
        """The XSD type name that has this precision (date, gYearMonth, gYear); None for the rest."""
        return None if self.approximate else _XSD.get(self.precision)

    def before(self, other: PartialDate) -> Answer:
        """Tell whether this ends before `other` begins: in every reading of both, in none, or in some."""
        if self._last_end < other._first_start:
            return "yes"
        return "no" if self._first_end >= other._last_start else "possibly"

    def overlaps(self, other: PartialDate) -> Answer:
        """Tell whether the two share a day: in every reading of both, in none, or in some."""
        if self._first_start > other._last_end or other._first_start > self._last_end:
            return "no"
        if self._last_start <= other._first_end and other._last_start <= self._first_end:
            return "yes"
        return "possibly"

    @property
    def _first_start(self) -> date:
        return self.earliest or date.min

    @property
    def _last_start(self) -> date:
        start = self.start
        return date.min if start is None else min(start.latest or date.max, self._last_end)

    @property
    def _first_end(self) -> date:
        end = self.end
        return date.max if end is None else max(end.earliest or date.min, self._first_start)

    @property
    def _last_end(self) -> date:
        return self.latest or date.max

    def __str__(self) -> str:
        return self.text


def _wrong(text: str, what: str, remedy: str) -> ValueFormatError:
    return ValueFormatError(f"{text!r} is no date: {what}", remedy=remedy)
