"""Partial dates: EDTF (ISO 8601-2) level 1 as the exchange format uses it, with bounds for comparing.

Accepted: `2023-03-06`, `2023-03`, `2022`, `196X`, each with `~` (about), `?` (uncertain) or `%` (both), and intervals of
two such dates with `/`, either side of which may be `..` (open).
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
        """Tell whether this ends before `other` begins, for every, no or some reading of both."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return "yes"
        if self.earliest and other.latest and self.earliest >= other.latest:
            return "no"
        return "possibly"

    def overlaps(self, other: PartialDate) -> Answer:
        """Tell whether the two share a day: `no` where they cannot, `yes` where one is surely inside the other."""
        if self.before(other) == "yes" or other.before(self) == "yes":
            return "no"
        if self.precision in {"day", "interval"} and other.precision in {"day", "interval"}:
            return "yes"
        return "yes" if self._within(other) and other.precision == "interval" else "possibly"

    def _within(self, other: PartialDate) -> bool:
        low = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        high = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return low and high

    def __str__(self) -> str:
        return self.text


def _wrong(text: str, what: str, remedy: str) -> ValueFormatError:
    return ValueFormatError(f"{text!r} is no date: {what}", remedy=remedy)
