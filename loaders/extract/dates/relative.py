"""Readers of dates that hang on the day of publication: 'Tuesday', 'last month', 'two weeks ago'."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.anchor import Reading, both
from bilateral.loaders.extract.dates.calendar import (
    add_days,
    add_months,
    edtf,
    interval,
    monday_of,
    of_day,
    of_month,
    of_year,
    third,
)
from bilateral.loaders.extract.dates.counts import count_of, unit_of
from bilateral.loaders.extract.dates.guards import is_weekday_name
from bilateral.loaders.extract.dates.lexicon import date_lexicon
from bilateral.loaders.extract.dates.parts import year_step

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Anchor, Phrase
    from bilateral.schema.values import PartialDate

__all__ = ["moved", "read_ago", "read_ahead", "read_deictic", "read_overnight", "read_period", "read_weekday"]

_STEPS = {"last": -1, "next": 1, "past": -1, "coming": 1}
_STOPS = frozenset({"DOT", "BREAK", ""})
_APPROXIMATE = {"week": "~", "month": "~", "weekend": "~"}


def read_deictic(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'today', 'yesterday evening', 'last night', 'the day after tomorrow'."""
    step = phrase.find("DEICTIC") or 0
    if phrase.keys == ("last", "night"):
        step = -1
    elif phrase.keys[:3] == ("the", "day", "before"):
        step = -2
    elif phrase.keys[:3] == ("the", "day", "after"):
        step = 2
    if anchor is None:
        return Reading()
    if anchor.day is None:
        return both(edtf(anchor.text) if step == 0 else anchor.about())
    return both(of_day(add_days(anchor.day, step)))


def read_overnight(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'overnight': the night before the day of publication."""
    if anchor is None or anchor.day is None:
        return both(anchor.about()) if anchor else Reading()
    return both(interval(of_day(add_days(anchor.day, -1)), of_day(anchor.day)))


def read_weekday(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'Tuesday' on a Tuesday is that day; 'last' and 'next' never are; 'Tuesday last week' counts in weeks from Monday."""
    weekday = phrase.find("WEEKDAY")
    if weekday is None or is_weekday_name(phrase):
        return None
    day = anchor.day if anchor else None
    if day is None:
        return both(anchor.about()) if anchor else Reading()
    step = _weekday_step(phrase.keys, weekday, day)
    if step is not None:
        return both(of_day(add_days(day, step)))
    back, ahead = (day.isoweekday() - weekday) % 7, (weekday - day.isoweekday()) % 7
    return Reading(of_day(add_days(day, -back)), of_day(add_days(day, ahead)))


def _weekday_step(keys: tuple[str, ...], weekday: int, day: date) -> int | None:
    """Give the days from publication where the words beside the weekday say which one is meant."""
    back, ahead = (day.isoweekday() - weekday) % 7 or 7, (weekday - day.isoweekday()) % 7 or 7
    if "week" in keys:
        weeks = {"last": -1, "this": 0, "next": 1}[keys[keys.index("week") - 1]]
        return 7 * weeks + weekday - day.isoweekday()
    if "last" in keys or "past" in keys:
        return -back
    if "next" in keys:
        return ahead + (7 if weekday > day.isoweekday() else 0)
    return ahead if "coming" in keys else None


def read_period(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'last week', 'earlier this month', 'the end of next year', 'over the weekend', 'year-end'."""
    unit = unit_of(phrase)
    if unit is None or unit[1] == "hour":
        return None
    if anchor is None:
        return Reading()
    if unit[1] == "weekend" and not _STEPS.keys() & set(phrase.keys):
        return _weekend(phrase, anchor)
    step = next((_STEPS[key] for key in phrase.keys if key in _STEPS), 0)
    if unit == (1, "year") and phrase.find("EDGE", "BOUND"):
        return both(_third(anchor, step, phrase.find("EDGE", "BOUND") or 0))
    return both(moved(anchor, step, unit))


def _third(anchor: Anchor, step: int, edge: int) -> PartialDate | None:
    return third(anchor.year + step, edge) if anchor.year else anchor.about()


def _weekend(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """Read 'the weekend': the last that began by publication, or the next to end after it."""
    if phrase.keys == ("the", "weekend") and phrase.next() == "of":
        return None
    if anchor.day is None:
        return both(anchor.about())
    saturday = add_days(monday_of(anchor.day), 5)
    if saturday is None:
        return Reading()
    last = saturday if anchor.day >= saturday else add_days(saturday, -7)
    return Reading(_two_days(last), _two_days(saturday))


def _two_days(saturday: date | None) -> PartialDate | None:
    return interval(of_day(saturday), of_day(add_days(saturday, 1))) if saturday else None


def moved(anchor: Anchor, step: int, unit: tuple[int, str]) -> PartialDate | None:
    """Give the day, week, month, year, decade or century that lies `step` from that of publication."""
    size, name = unit
    if name == "year":
        return _years(anchor, step, size)
    if name == "month":
        return _months(anchor, step, size)
    if anchor.day is None:
        return anchor.about()
    if name == "weekend":
        saturday = add_days(monday_of(anchor.day), 5 + 7 * step)
        return _two_days(saturday)
    if name == "week":
        monday = add_days(monday_of(anchor.day), 7 * size * step)
        return interval(of_day(monday), of_day(add_days(monday, 7 * size - 1))) if monday else None
    return of_day(add_days(anchor.day, step * size))


def _years(anchor: Anchor, step: int, size: int) -> PartialDate | None:
    if anchor.year is None:
        return anchor.about()
    if size == 1:
        return of_year(anchor.year + step)
    start = anchor.year // size * size + step * size
    if size == 10:  # noqa: PLR2004 - a decade
        return edtf(f"{start // 10:03d}X")
    return edtf(f"{start + 1:04d}/{start + size:04d}")


def _months(anchor: Anchor, step: int, size: int) -> PartialDate | None:
    if anchor.month is None:
        return anchor.about()
    first = (anchor.low.month - 1) // size * size + 1
    start = add_months(date(anchor.low.year, first, 1), step * size)
    if start is None:
        return None
    end = add_months(date(start[0], start[1], 1), size - 1)
    return interval(of_month(*start), of_month(*end)) if end else None


def read_ago(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'two weeks ago', 'a year ago', 'three decades ago'; None of it more exact than its unit."""
    return _reached(phrase, anchor, -1)


def read_ahead(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'in three months': a date to come; told of the past it is a length of time. 'within' sets a deadline."""
    if year_step(phrase) is not None:
        return None
    found = _reached(phrase, anchor, 1)
    if found is None:
        return None
    skip = 1 if phrase.keys[0] in {"in", "within"} else 0
    if phrase.keys[0] == "within" or {"next", "than", "over", "least"} & set(phrase.keys) or _looks_back(phrase):
        return Reading(role="duration", skip=skip)
    return Reading(None, found.future, "when" if found.future else "duration", skip)


def _looks_back(phrase: Phrase) -> bool:
    """Read 'the first visit in five years': the years lie behind, also where the visit lies ahead."""
    words = (phrase.before(distance) for distance in range(1, 17))
    return bool(date_lexicon().lists["looks_back"] & set(itertools.takewhile(lambda key: key not in _STOPS, words)))


def _reached(phrase: Phrase, anchor: Anchor | None, direction: int) -> Reading | None:
    count, unit = count_of(phrase), unit_of(phrase)
    if unit is None:
        return None
    if anchor is None or count is None:
        return Reading()
    return both(_at(anchor, direction * count * unit[0], unit))


def _at(anchor: Anchor, distance: float, unit: tuple[int, str]) -> PartialDate | None:
    size, name = unit
    if name == "year":
        year = anchor.year + round(distance) if anchor.year else 0
        if abs(distance) < 1 or distance != round(distance):
            return _at(anchor, distance * 12, (1, "month"))
        return of_year(year, "~" if size > 1 or abs(distance) >= 10 else "") if 0 < year <= 9999 else None  # noqa: PLR2004
    if name == "month":
        month = add_months(anchor.low, distance) if anchor.month else None
        return of_month(*month, "~") if month else None
    if anchor.day is None or name == "hour":
        return anchor.about()
    days = distance * (7 if name in {"week", "weekend"} else 1)
    return of_day(add_days(anchor.day, days), _APPROXIMATE.get(name, ""))
