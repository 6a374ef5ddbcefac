"""Readers of dates that name their day, month or year; they resolve against publication only what the text leaves out.

Each reader takes a phrase and the anchor and gives its reading, or None where the phrase is no date after all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.anchor import Reading, both
from bilateral.loaders.extract.dates.calendar import (
    add_days,
    add_months,
    edtf,
    interval,
    monday_of,
    nearest_years,
    of_day,
    of_month,
    of_year,
)
from bilateral.loaders.extract.dates.guards import is_month_name, is_year
from bilateral.loaders.extract.dates.lexicon import date_lexicon
from bilateral.loaders.extract.dates.parts import Parts, gather, settle, year_step

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Anchor, Phrase
    from bilateral.schema.values import PartialDate

__all__ = [
    "read_century",
    "read_day_of_month",
    "read_decade",
    "read_fiscal",
    "read_fiscal_beside",
    "read_holiday",
    "read_iso",
    "read_month",
    "read_named",
    "read_numeric",
    "read_point",
    "read_that_year",
    "read_week_of",
    "read_year",
    "read_year_pair",
    "year_after",
]

_DIGITS = re.compile(r"[0-9]+")


def read_iso(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'2019-03-06'."""
    found = edtf(phrase.words[0].text.replace("/", "-"))
    return both(found) if found else None


def read_numeric(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'31/12/2019': the day where only one order of day and month is possible (dots: day first), else the year alone."""
    text = phrase.words[0].text
    first, second, last = (int(part) for part in _DIGITS.findall(text))
    year = last if last > 99 else 2000 + last  # noqa: PLR2004 - years of two digits
    orders = [(first, second)] if "." in text else [(first, second), (second, first)]
    found = {day.text: day for d, m in orders if m <= 12 and (day := edtf(f"{year:04d}-{m:02d}-{d:02d}"))}  # noqa: PLR2004
    if not found:
        return None
    return both(next(iter(found.values())) if len(found) == 1 else of_year(year))


def read_named(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'9/11'."""
    return both(edtf(date_lexicon().named[phrase.words[0].text]))


def read_holiday(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'Christmas Day', 'New Year's Eve 2023'."""
    keys = "".join("'" if key == "APOS" else key if key == "s" else f" {key}" for key in phrase.keys).strip()
    name = next(name for name in date_lexicon().holidays if keys.startswith(name))
    month, day = date_lexicon().holidays[name]
    parts = gather(phrase, anchor)
    return settle(Parts(year=parts.year, month=month, day=day), anchor)


def read_point(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'March 6', 'Thursday, 4 May 2023', 'the September 11 attacks'."""
    parts = gather(phrase, anchor)
    return _remembered(phrase, parts, anchor) or settle(parts, anchor)


def _remembered(phrase: Phrase, parts: Parts, anchor: Anchor | None) -> Reading | None:
    """Give a day and month beside 'attacks' that everyone knows the year of."""
    lexicon = date_lexicon()
    if parts.year or not parts.month or not parts.day:
        return None
    found = lexicon.remembered.get((parts.month, parts.day))
    beside = {phrase.next(), phrase.next(2) if phrase.next() == "APOS" else "", phrase.before(2), phrase.before(3)}
    if found is None or not lexicon.lists["attacks"] & beside:
        return None
    day = edtf(found)
    is_over = anchor is None or (day is not None and day.earliest is not None and day.earliest <= anchor.high)
    return both(day) if is_over else None


def read_that_year(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'that year', 'November of the same year': the year that the text named last."""
    parts = gather(phrase, anchor)
    return settle(replace(parts, year=phrase.spoken, weekday=None), anchor) if phrase.spoken else Reading()


def read_week_of(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the week of March 6': from its Monday to its Sunday."""
    found = settle(gather(phrase, anchor), anchor)
    return found and Reading(_week(found.past), _week(found.future))


def _week(day: PartialDate | None) -> PartialDate | None:
    if day is None or day.earliest is None:
        return None
    monday = monday_of(day.earliest)
    return interval(of_day(monday), of_day(add_days(monday, 6)))


def read_day_of_month(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the 15th of this month'."""
    day, step = gather(phrase, None).day, {"last": -1, "this": 0, "next": 1}[phrase.keys[-2]]
    if anchor is None or anchor.month is None:
        return Reading()
    month = add_months(anchor.low, step)
    return both(edtf(f"{month[0]:04d}-{month[1]:02d}-{day:02d}")) if month and day else Reading()


def read_month(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'December', 'early March 2023', 'last December', 'February next year'."""
    parts = gather(phrase, anchor)
    month = Parts(year=parts.year, month=parts.month)
    if parts.year is not None or year_step(phrase) is not None:
        return settle(month, anchor) if parts.year else Reading()
    which = next((key for key in phrase.keys if key in {"last", "next", "this", "coming"}), None)
    if which:
        return _month_beside(month, phrase, which, anchor)
    return None if is_month_name(phrase) else settle(month, anchor)


def _month_beside(month: Parts, phrase: Phrase, which: str, anchor: Anchor | None) -> Reading:
    """'last December', 'next March', 'this May': never the month of publication but for 'this'."""
    if anchor is None:
        return Reading()
    if which == "this" and not {"past", "coming"} & set(phrase.keys):
        return both(month.on(anchor.year)) if anchor.year else Reading()
    past, future = nearest_years(month.on, anchor.low, anchor.high)
    if which == "next" or "coming" in phrase.keys:
        return both(future if past != future else month.on(anchor.high.year + 1))
    return both(month.on(anchor.low.year - 1) if past == future or _is_just_over(past, anchor) else past)


def _is_just_over(month: PartialDate | None, anchor: Anchor) -> bool:
    """Give the month before that of publication is 'last month', so 'last August' in September is the one before."""
    return bool(
        month
        and month.latest
        and anchor.low.year == month.latest.year
        and 0 <= anchor.low.month - month.latest.month <= 1
    )


def read_year(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """'2022', 'late 2019', 'the end of 2025'."""
    parts = gather(phrase, anchor)
    if parts.year is None or not is_year(phrase, phrase.last - 1):
        return None
    if phrase.before() in date_lexicon().lists["about_a_year"] or phrase.before() == "circa":
        return both(of_year(parts.year, "~"))
    return settle(Parts(year=parts.year, edge=parts.edge), anchor)


def read_decade(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the 1960s', 'the '90s', 'the early nineties'."""
    key = phrase.keys[-1]
    if key in date_lexicon().numbers["NINETIES"]:
        tens = date_lexicon().numbers["NINETIES"][key]
    else:
        digits = _DIGITS.findall(phrase.words[-1].text)[0]
        if len(digits) == 4:  # noqa: PLR2004 - a year has four digits
            return both(edtf(f"{digits[:3]}X")) if digits[0] in "12" else None
        tens = int(digits) // 10
    latest = anchor.high.year if anchor else 2030
    return both(edtf(f"{200 + tens}X" if 2000 + tens * 10 <= latest else f"{190 + tens}X"))


def read_century(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'the 19th century': an interval, for EDTF level 1 as used here has no centuries."""
    number = gather(phrase, anchor).day
    if number is None or not 10 < number <= 30:  # noqa: PLR2004 - centuries with four-digit years, and no day of a month
        return None
    return both(edtf(f"{(number - 1) * 100 + 1}/{number * 100}"))


def year_after(year: int, text: str) -> int | None:
    """Give the second year of '2022-23' or '2022/2023'; None where it does not follow."""
    last = int(text) if len(text) == 4 else year // 100 * 100 + int(text)  # noqa: PLR2004 - a year has four digits
    if len(text) == 2 and year % 100 == 99 and text == "00":  # noqa: PLR2004 - 1999-00
        last = year + 1
    return last if len(text) in {2, 4} and 0 < last - year <= 150 else None  # noqa: PLR2004 - the longest span of years


def read_year_pair(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'2022-23', '2022/23'; but '2022-03' is a month where it can be nothing else."""
    first, sign, second = phrase.words
    if first.end != sign.start or sign.end != second.start or not second.text.isdigit():
        return None
    if not is_year(phrase, phrase.first) or phrase.next() in {"DASH", "SLASH"}:
        return None
    last = year_after(int(first.text), second.text)
    if last is not None:
        return both(interval(of_year(int(first.text)), of_year(last)))
    is_month = len(second.text) == 2 and sign.key == "DASH" and 1 <= int(second.text) <= 12  # noqa: PLR2004 - 2023-03
    return both(of_month(int(first.text), int(second.text))) if is_month else None


def read_fiscal(phrase: Phrase, anchor: Anchor | None) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """'FY2023', 'fiscal year 2022-23': the year or years named, since fiscal years begin on other days in each state."""
    numbers = [number for word in phrase.words for number in _DIGITS.findall(word.text)]
    year = int(numbers[0]) if len(numbers[0]) == 4 else 2000 + int(numbers[0])  # noqa: PLR2004 - FY23
    if len(numbers) == 1:
        return both(of_year(year))
    last = year_after(year, numbers[1])
    return both(interval(of_year(year), of_year(last))) if last else None


def read_fiscal_beside(phrase: Phrase, anchor: Anchor | None) -> Reading | None:
    """Read 'this fiscal year': about the year of publication, since it may begin or end in another."""
    if anchor is None or anchor.year is None:
        return both(anchor.about()) if anchor else Reading()
    step = -1 if {"last", "previous"} & set(phrase.keys) else 1 if "next" in phrase.keys else 0
    return both(of_year(anchor.year + step, "~"))
