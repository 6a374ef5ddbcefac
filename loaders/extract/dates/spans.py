"""Readers of spans: from one point to another, several days of a month, halves, quarters and seasons of a year."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.anchor import Reading, both
from bilateral.loaders.extract.dates.calendar import (
    add_days,
    edtf,
    interval,
    nearest_days,
    nearest_years,
    of_day,
    of_month,
    of_year,
)
from bilateral.loaders.extract.dates.guards import is_month_name, is_weekday_name, is_year
from bilateral.loaders.extract.dates.lexicon import date_lexicon
from bilateral.loaders.extract.dates.parts import gather, year_step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bilateral.loaders.extract.dates.anchor import Anchor, Phrase
    from bilateral.loaders.extract.dates.parts import Parts
    from bilateral.schema.values import PartialDate

__all__ = ["read_days", "read_first_months", "read_part_of_year", "read_season", "read_span"]

_LINKS = frozenset({"DASH", "SLASH", "to", "until", "till", "through", "thru", "and"})
_WINTER = 12
_QUARTERS = {"Q": 3, "H": 6}


def read_span(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'March 6-7', '30 March to 2 April', '2019-2022', 'Monday to Wednesday'; 'and' joins only what touches."""
    for at in range(1, len(phrase.keys) - 1):
        if phrase.keys[at] in _LINKS:
            found = _between(phrase, at, anchor)
            if found:
                return found
    return None


def _between(phrase: Phrase, at: int, anchor: Anchor | None) -> Reading | None:
    left, right = phrase.part(0, at), phrase.part(at + 1, len(phrase.keys))
    first, last = gather(left, anchor), gather(right, anchor)
    first, last = _completed(first, last)
    if not _is_pair(phrase, left, right, first, last):
        return None
    if first.month is None and first.year is None:
        found = _weekdays(first, last, anchor)
    elif last.year is None:
        found = _in_near_year(first, last, anchor)
    else:
        found = both(_made(first, last))
        if found.past is None:
            return None
    together = phrase.keys[at] == "and" and phrase.before() != "between"
    return None if found is None or (together and not _touch(found.past, first)) else found


def _completed(first: Parts, last: Parts) -> tuple[Parts, Parts]:
    """Give what one side leaves out the other says: 'March 6-7', '6-7 March 2023', 'May to July 2023'."""
    if last.day and not last.month:
        last = replace(last, month=first.month)
    if first.day and not first.month:
        first = replace(first, month=last.month)
    if last.year is None and first.year is not None and last.month:
        turned = first.month is not None and last.month < first.month
        last = replace(last, year=first.year + turned)
    elif first.year is None and last.year is not None and first.month:
        turned = last.month is not None and last.month < first.month
        first = replace(first, year=last.year - turned)
    return first, last


def _is_pair(phrase: Phrase, left: Phrase, right: Phrase, first: Parts, last: Parts) -> bool:
    """Both sides are dates of one kind: no bare number beside a weekday, no counted thing, no person."""
    bare_year = {"first": first.month is None and first.year, "last": last.month is None and last.year}
    if bare_year["first"] and not is_year(left, left.last - 1):
        return False
    if bare_year["last"] and not (is_year(right, right.last - 1) and _bare_link(phrase, bool(bare_year["first"]))):
        return False
    if first.weekday and not first.day and not last.weekday:
        return False
    if last.weekday and not last.day and (not first.weekday or first.month):
        return False
    if (first.weekday and not first.month) and (is_weekday_name(left) or is_weekday_name(right)):
        return False
    bare_months = first.month and not first.day and last.month and not last.day and not last.year
    return not (bare_months and is_month_name(left) and phrase.before() != "between")


def _bare_link(phrase: Phrase, from_year: bool) -> bool:
    """Give a year closes a span only behind a year ('2019-2022') or, with 'from', behind a fuller date."""
    if "and" in phrase.keys and phrase.before() != "between":
        return False
    return from_year or phrase.before() in {"from", "between"}


def _weekdays(first: Parts, last: Parts, anchor: Anchor | None) -> Reading | None:
    if first.weekday is None or last.weekday is None:
        return None
    day = anchor.day if anchor else None
    if day is None:
        return both(anchor.about()) if anchor else Reading()
    length = (last.weekday - first.weekday) % 7
    back, ahead = (day.isoweekday() - first.weekday) % 7, (first.weekday - day.isoweekday()) % 7
    return Reading(_run(add_days(day, -back), length), _run(add_days(day, ahead), length))


def _run(start: date | None, length: int) -> PartialDate | None:
    return interval(of_day(start), of_day(add_days(start, length))) if start else None


def _in_near_year(first: Parts, last: Parts, anchor: Anchor | None) -> Reading | None:
    def make(year: int) -> PartialDate | None:
        turned = bool(first.month and last.month and last.month < first.month)
        return _made(replace(first, year=year), replace(last, year=year + turned))

    if all(make(year) is None for year in range(2020, 2024)):
        return None
    if anchor is None:
        return Reading()
    nearest = nearest_days if first.day or last.day else nearest_years
    return Reading(*nearest(make, anchor.low, anchor.high))


def _made(first: Parts, last: Parts) -> PartialDate | None:
    if first.year is None or last.year is None:
        return None
    start = first.on(first.year)
    end = last.on(last.year)
    if start and "/" in start.text:
        start = start.start
    if end and "/" in end.text:
        end = end.end
    found = interval(start, end)
    return found if found and found.text != (start and start.text) else None


def _touch(found: PartialDate | None, first: Parts) -> bool:
    """Give the two ends follow each other directly: 'March 6 and 7', 'May and June'."""
    if found is None or found.earliest is None or found.latest is None:
        return True
    days = (found.latest - found.earliest).days
    return days == 1 if first.day or first.weekday else first.month is not None and days <= 62  # noqa: PLR2004 - two months


def read_days(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'6, 7 and 8 March': from the first day to the last."""
    days = [int(word.text.rstrip("stndrh")) for word in phrase.words if word.key in {"DAY", "ORDINAL"}]
    if any(after - before not in range(1, 8) for before, after in itertools.pairwise(days)):
        return None
    parts = gather(phrase, anchor)
    first, last = replace(parts, day=days[0], weekday=None), replace(parts, day=days[-1], weekday=None)
    return _in_near_year(first, last, anchor) if parts.year is None else both(_made(first, last))


def read_part_of_year(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the first half of 2024', 'Q3 2024', 'the third quarter'."""
    which, months = _which_part(phrase)
    if not 1 <= which <= 12 // months:
        return None
    year = gather(phrase, anchor).year or (_fiscal(phrase))
    first, last = (which - 1) * months + 1, which * months

    def make(year: int) -> PartialDate | None:
        return interval(of_month(year, first), of_month(year, last))

    if year:
        return both(make(year))
    if anchor is None or year_step(phrase) is not None:
        return Reading()
    if phrase.keys[-1] == "year":
        return both(make(anchor.year)) if anchor.year else Reading()
    return Reading(*nearest_years(make, anchor.low, anchor.high))


def _which_part(phrase: Phrase) -> tuple[int, int]:
    for word in phrase.words:
        if word.key == "QUARTER":
            letter = "Q" if "Q" in word.text else "H"
            return int(word.text.strip("QH")), _QUARTERS[letter]
    number = gather(phrase, None).day or 0
    return number, 6 if "half" in phrase.keys else 3


def _fiscal(phrase: Phrase) -> int | None:
    if phrase.keys[-1] != "FISCAL":
        return None
    digits = phrase.words[-1].text[2:]
    return int(digits) if len(digits) == 4 else 2000 + int(digits)  # noqa: PLR2004 - FY23


def read_first_months(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the first nine months of 2023'."""
    at = phrase.keys.index("first") + 1
    word = phrase.words[at]
    count = date_lexicon().number("NUMWORD", word.key) or (int(word.text) if word.key == "DAY" else 0)
    year = gather(phrase, anchor).year or (anchor.year if anchor and phrase.keys[-2:] == ("the", "year") else None)
    if not 1 < count <= 12:  # noqa: PLR2004 - months of a year
        return None
    return both(interval(of_month(year, 1), of_month(year, count))) if year else Reading()


def read_season(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'spring 2024', 'last summer': about three months of the northern year; a winter of one year is only that year."""
    season = phrase.find("SEASON", "FALL")
    years = [word.text for word in phrase.words if word.key in {"YEAR", "DAY", "NUM"}]
    if season is None:
        return None
    if len(years) > 1:
        return both(edtf(f"{years[0]}-12~/{int(years[0]) + 1}-02~")) if season == _WINTER else None
    year = gather(phrase, anchor).year
    make = _season_of(season)
    if year:
        return both(make(year))
    if anchor is None or year_step(phrase) is not None:
        return Reading()
    return _season_beside(make, phrase, anchor)


def _season_of(season: int) -> Callable[[int], PartialDate | None]:
    if season == _WINTER:
        return of_year
    return lambda year: interval(of_month(year, season, "~"), of_month(year, season + 2, "~"))


def _season_beside(make: Callable[[int], PartialDate | None], phrase: Phrase, anchor: Anchor) -> Reading:
    past, future = nearest_years(make, anchor.low, anchor.high)
    if "last" in phrase.keys or "past" in phrase.keys:
        return both(past if past != future else make(anchor.low.year - 1))
    if "next" in phrase.keys or "coming" in phrase.keys:
        return both(future if past != future else make(anchor.high.year + 1))
    return both(make(anchor.year)) if anchor.year else Reading()
