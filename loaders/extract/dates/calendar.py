"""Calendar arithmetic on partial dates; whatever falls outside the calendar is None, never an error."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilateral.errors import ValueFormatError
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "add_days",
    "add_months",
    "edtf",
    "interval",
    "monday_of",
    "nearest_days",
    "nearest_years",
    "of_day",
    "of_month",
    "of_year",
    "third",
]

#: Days within which a day without a year is that of publication's own time.
_CLOSE: Final = 45
#: Months of the first, middle and last third of a year.
_THIRDS: Final = {1: (1, 4), 2: (5, 8), 3: (9, 12)}


def edtf(text: str) -> PartialDate | None:
    """Read EDTF, None where no such day exists."""
    try:
        return PartialDate.parse(text)
    except ValueFormatError:
        return None


def of_day(day: date | None, mark: str = "") -> PartialDate | None:
    """Give the day as a partial date."""
    return edtf(day.isoformat() + mark) if day else None


def of_month(year: int, month: int, mark: str = "") -> PartialDate | None:
    """Give the month as a partial date."""
    return edtf(f"{year:04d}-{month:02d}{mark}")


def of_year(year: int, mark: str = "") -> PartialDate | None:
    """Give the year as a partial date."""
    return edtf(f"{year:04d}{mark}")


def interval(first: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    """From one date to another; None where either is unknown or they stand in the wrong order."""
    if first is None or last is None or "/" in first.text or "/" in last.text:
        return None
    return first if first.text == last.text else edtf(f"{first.text}/{last.text}")


def third(year: int, which: int) -> PartialDate | None:
    """Early, mid or late in a year, about; the whole year for any other `which`."""
    if which not in _THIRDS:
        return of_year(year)
    first, last = _THIRDS[which]
    return interval(of_month(year, first, "~"), of_month(year, last, "~"))


def add_days(day: date, count: float) -> date | None:
    """Give the day so many days on."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: float) -> tuple[int, int] | None:
    """Give the year and month so many months on."""
    index = day.year * 12 + day.month - 1 + round(count)
    year, month = divmod(index, 12)
    return (year, month + 1) if 1 <= year <= 9999 else None  # noqa: PLR2004 - the years of the calendar


def monday_of(day: date) -> date:
    """Give the Monday of the day's week."""
    return add_days(day, -day.weekday()) or day


def nearest_years(
    make: Callable[[int], PartialDate | None], low: date, high: date
) -> tuple[PartialDate | None, PartialDate | None]:
    """Give the last date `make(year)` gives that begins by `high`, and the first that ends no earlier than `low`."""
    past = _first(
        make,
        range(high.year + 1, low.year - 10, -1),
        lambda found: found.earliest is not None and found.earliest <= high,
    )
    future = _first(
        make, range(low.year - 1, high.year + 10), lambda found: found.latest is not None and found.latest >= low
    )
    return past, future


def nearest_days(
    make: Callable[[int], PartialDate | None], low: date, high: date
) -> tuple[PartialDate | None, PartialDate | None]:
    """Give the same for days without a year; one that lies close to publication is meant whatever the tense.

    Whoever means the day of another year says so, and a day after publication is rather a matter of time zones.
    """
    past, future = nearest_years(make, low, high)
    if past and past.latest and (low - past.latest).days <= _CLOSE:
        return past, past
    if future and future.earliest and (future.earliest - high).days <= _CLOSE:
        return future, future
    return past, future


def _first(
    make: Callable[[int], PartialDate | None], years: range, fits: Callable[[PartialDate], bool]
) -> PartialDate | None:
    return next((found for year in years if (found := make(year)) is not None and fits(found)), None)
