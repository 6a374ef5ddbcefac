"""Quantities in a text: what is measured ('240 metric tons of rice') and what is counted ('3,000 students', 'two dozen tanks').

`find_quantities(body, mentions)` gives one `QuantityMark` a quantity, in text order; `surface == body[start:end]` runs from the
number to the unit or the counted noun. Units are those of the exchange format: what has another unit in the text is converted
(miles to km, GW to MW, kilotons to tonne). `commodity` is what is measured or counted, without the names of states: "100,000 tons of
Pakistani meat" is 100000 tonne of "meat", "nearly 3,000 Sri Lankan students" are 3000 person "students". A range ('20 to 30 tanks') is its upper end, `up_to`. Sums of money, dates, ages
and unspecific numbers ('hundreds of') are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.loaders.extract.figures.currencies import after_number, before_number
from bilateral.loaders.extract.figures.goods import Counted, measured_commodity, noun_after
from bilateral.loaders.extract.figures.numbers import find_numbers, qualifier_around
from bilateral.loaders.extract.figures.units import Measure, measure_at
from bilateral.loaders.extract.text.marks import QuantityMark
from bilateral.schema.values import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.figures.numbers import Number
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["find_quantities"]

_LARGEST = 1e15
_LINKS = frozenset({"-", "–", " - ", " – ", " to ", " or "})
_YEAR = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}", re.ASCII)
_IN_TIME = re.compile(r"\b(?:in|since|until|by|during|from|of|late|early)\s\Z", re.IGNORECASE)
_PART_OF_NUMBER = re.compile(r"(?:[A-Za-z][-/]|[0-9][/:]|\b(?:No|Article|Resolution|article|No\.)\s)\Z")


def find_quantities(body: str, mentions: Sequence[StateMention] = ()) -> tuple[QuantityMark, ...]:
    """Find every quantity in `body`; see the module for what marks promise."""
    starts = {mention.start: mention for mention in mentions}
    marks: list[QuantityMark] = []
    before: Number | None = None
    for number in find_numbers(body):
        mark = _quantity(body, number, starts)
        if mark and not (marks and number.start < marks[-1].end):
            low = before if before and _is_range(body, before, mark) else None
            marks.append(_up_to(body, low, mark) if low else mark)
        before = number
    return tuple(marks)


def _quantity(body: str, number: Number, starts: dict[int, StateMention]) -> QuantityMark | None:
    if number.is_attached or _is_no_count(body, number):
        return None
    return _measured(body, number, starts) or _counted(body, number, starts)


def _is_range(body: str, low: Number, mark: QuantityMark) -> bool:
    """'3,000-4,000 troops', 'between 20 and 30 tanks', '50 to 60 MW'."""
    link = body[low.end : mark.start]
    if low.is_attached or low.value >= mark.quantity.value or before_number(body, low.start):
        return False
    return link in _LINKS or (link == " and " and body[max(0, low.start - 8) : low.start].lower() == "between ")


def _up_to(body: str, low: Number, mark: QuantityMark) -> QuantityMark:
    surface = body[low.start : mark.end]
    return QuantityMark(low.start, mark.end, surface, replace(mark.quantity, qualifier="up_to"))


def _is_no_count(body: str, number: Number) -> bool:
    """Money, years, parts of longer numbers."""
    before = body[max(0, number.start - 14) : number.start]
    if before_number(body, number.start) or _PART_OF_NUMBER.search(before):
        return True
    if after_number(body, number.end) and not measure_at(body, number.end):
        return True
    return _YEAR.fullmatch(body[number.start : number.end]) is not None and _IN_TIME.search(before) is not None


def _readings(number: Number) -> list[tuple[float, int]]:
    found = [(number.value, number.end)]
    if number.letter_value is not None and number.letter_end is not None:
        found.insert(0, (number.letter_value, number.letter_end))
    return found


def _measured(body: str, number: Number, starts: dict[int, StateMention]) -> QuantityMark | None:
    for value, end in _readings(number):
        measure = measure_at(body, end)
        if measure:
            commodity = measured_commodity(body, measure.end, starts)
            return _mark(body, number.start, measure.end, (_written(value, measure), measure.unit, commodity))
    return None


def _written(value: float, measure: Measure) -> float:
    return round(value * measure.factor, 6)


def _counted(body: str, number: Number, starts: dict[int, StateMention]) -> QuantityMark | None:
    for value, end in _readings(number):
        noun: Counted | None = noun_after(body, end, starts)
        if noun and value == int(value) and not (number.letter_end == end and noun.is_far):
            return _mark(body, number.start, noun.end, (value, noun.unit, noun.commodity))
    return None


def _mark(body: str, start: int, end: int, what: tuple[float, str, str | None]) -> QuantityMark | None:
    value, unit, commodity = what
    if not 0 <= value < _LARGEST:
        return None
    qualifier = qualifier_around(body, start, end)
    return QuantityMark(start, end, body[start:end], Quantity(value, unit, commodity, qualifier))
