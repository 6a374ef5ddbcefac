"""Readers of lengths of time, and of times that hang on another time and so stay without a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.anchor import Reading, both
from bilateral.loaders.extract.dates.calendar import add_months, interval, of_month, of_year
from bilateral.loaders.extract.dates.counts import count_of, unit_of
from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Anchor, Phrase
    from bilateral.schema.values import PartialDate

__all__ = ["read_duration", "read_entry", "read_loose", "read_window"]

_PAST = frozenset({"past", "last"})
_FUTURE = frozenset({"next", "coming"})


def read_window(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the past three years', 'the next decade': from then until publication, or on from it, by whole months or years."""
    keys, unit = set(phrase.keys), unit_of(phrase)
    if unit is None or (phrase.keys[-1] == "day" and keys & {"next", "following", "previous", "preceding"}):
        return Reading()
    count = count_of(phrase) or (None if len(phrase.keys) > 3 or phrase.keys[-1].endswith("s") else 1.0)  # noqa: PLR2004
    if keys & {"last"} and phrase.before() in date_lexicon().lists["before_verb_last"]:
        return Reading(role="duration", skip=1)
    direction = -1 if keys & _PAST else 1 if keys & _FUTURE else 0
    if anchor is None or count is None or not direction:
        return Reading(role="duration")
    return both(_window(anchor, direction * count * unit[0], unit[1]), "duration")


def _window(anchor: Anchor, distance: float, unit: str) -> PartialDate | None:
    if unit == "year" and anchor.year and 0 < anchor.year + round(distance) <= 9999:  # noqa: PLR2004 - the calendar
        ends = sorted((anchor.year, anchor.year + round(distance)))
        return interval(of_year(ends[0]), of_year(ends[1]))
    if unit == "month" and anchor.month:
        month = add_months(anchor.low, distance)
        ends_by_month = sorted((anchor.month, month)) if month else []
        return interval(of_month(*ends_by_month[0]), of_month(*ends_by_month[1])) if ends_by_month else None
    return None


def read_duration(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'five years', 'a three-day visit': a length without a date."""
    return Reading(role="duration") if unit_of(phrase) else None


def read_loose(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """Read 'the following day', 'a year earlier', 'that month': a date that only the text before it could tell."""
    return Reading()


def read_entry(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """Read 'the first day of the second month following …': when an instrument enters into force, without a date yet."""
    return Reading(role="entry_into_force")
