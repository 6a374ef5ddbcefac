"""Year, month, day and weekday out of a phrase, and the date they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.anchor import Reading, both
from bilateral.loaders.extract.dates.calendar import edtf, nearest_days, nearest_years, of_month, third
from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Anchor, Phrase
    from bilateral.schema.values import PartialDate

__all__ = ["Parts", "gather", "settle", "year_step"]

_STEPS = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1, "current": 0, "present": 0}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a phrase says of a date; `edge` is the third of the year (1 to 3)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    edge: int = 0

    def on(self, year: int) -> PartialDate | None:
        """Give the date in that year; None where there is none (29 February)."""
        if self.month is None:
            return third(year, self.edge)
        if self.day is None:
            return of_month(year, self.month)
        return edtf(f"{year:04d}-{self.month:02d}-{self.day:02d}")

    def filled(self, other: Parts) -> Parts:
        """Give the same with month and year taken from `other` where they are missing."""
        return replace(self, year=self.year or other.year, month=self.month or other.month)


def gather(phrase: Phrase, anchor: Anchor | None) -> Parts:
    """Collect the parts of one date; 'last year' counts from the anchor."""
    parts = Parts(
        month=phrase.find("MONTH", "ABBR"),
        weekday=phrase.find("WEEKDAY", "WDABBR"),
        edge=phrase.find("EDGE", "BOUND") or 0,
    )
    ordinals = date_lexicon().numbers["ORDWORD"]
    for word in phrase.words:
        if word.key == "DAY" and parts.day is None:
            parts = replace(parts, day=int(word.text))
        elif word.key == "ORDINAL" and parts.day is None:
            parts = replace(parts, day=int(word.text[:-2]))
        elif word.key in ordinals and parts.day is None:
            parts = replace(
                parts,
                day=ordinals[word.key] + (20 if "twenty" in phrase.keys else 30 if "thirty" in phrase.keys else 0),
            )
        elif word.key == "YEAR":
            parts = replace(parts, year=int(word.text))
    if parts.year is None and (step := year_step(phrase)) is not None and anchor and anchor.year:
        parts = replace(parts, year=anchor.year + step)
    return parts


def year_step(phrase: Phrase) -> int | None:
    """Give the step of 'last year', 'this year', 'next year' within the phrase."""
    keys = phrase.keys
    for at, key in enumerate(keys[1:], start=1):
        if key == "year" and keys[at - 1] in _STEPS:
            return _STEPS[keys[at - 1]]
    return None


def settle(parts: Parts, anchor: Anchor | None) -> Reading | None:
    """Make the date: at once where the year is known, else the nearest before and after the anchor; None for no date."""
    if parts.year is not None:
        found = parts.on(parts.year)
        return both(found) if found else None
    if parts.day and all(parts.on(year) is None for year in range(2020, 2024)):
        return None
    if anchor is None or parts.month is None:
        return Reading()
    named = _by_weekday(parts, anchor)
    return (
        both(named)
        if named
        else Reading(*(nearest_days if parts.day else nearest_years)(parts.on, anchor.low, anchor.high))
    )


def _by_weekday(parts: Parts, anchor: Anchor) -> PartialDate | None:
    """'Thursday, 4 May': the year near publication in which that day is a Thursday."""
    if parts.weekday is None or parts.day is None:
        return None
    near = sorted(range(anchor.low.year - 1, anchor.high.year + 2), key=lambda year: abs(year - anchor.low.year))
    for year in near:
        found = parts.on(year)
        if found and found.earliest and found.earliest.isoweekday() == parts.weekday:
            return found
    return None
