"""Sums of money in a text.

`find_amounts(body, mentions)` gives one `AmountMark` a sum, in text order; `surface == body[start:end]` holds the number and its
currency, not the words that hedge it ('more than' becomes the qualifier). A range ('between $3 and $5 billion', '$3-5 billion') is
one mark: its upper end, `up_to`. A bare '$' is USD unless the text is that of a government with its own dollar. `mentions` settle
which rupee, dinar, … is meant: that of the state named nearest; where no such state is named and the family has no usual one,
there is no mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.loaders.extract.figures.currencies import after_number, before_number, home_dollar, settle
from bilateral.loaders.extract.figures.numbers import Number, find_numbers, qualifier_around
from bilateral.loaders.extract.text.marks import AmountMark
from bilateral.schema.values import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.text.marks import StateMention
    from bilateral.schema.values import Qualifier

__all__ = ["find_amounts"]

_LINK = re.compile(r"(?:[ ]?[-–—][ ]?|[ ](?:to|and)[ ])")
_LARGEST = 1e17


@dataclass(frozen=True, slots=True)
class _Sum:
    start: int
    end: int
    number: Number
    value: float
    currency: str | None


def find_amounts(body: str, mentions: Sequence[StateMention] = ()) -> tuple[AmountMark, ...]:
    """Find every sum of money in `body`; see the module for what marks promise."""
    dollar, numbers = home_dollar(body), find_numbers(body)
    marks: list[AmountMark] = []
    at = 0
    while at < len(numbers):
        found, taken = _sum_at(body, numbers, at)
        at += taken
        code = settle(found.currency, found.start, mentions, dollar) if found and found.currency else None
        if found and code and found.value < _LARGEST and not (marks and found.start < marks[-1].end):
            marks.append(_mark(body, found, code, taken > 1))
    return tuple(marks)


def _mark(body: str, found: _Sum, code: str, is_range: bool) -> AmountMark:
    qualifier: Qualifier | None = "up_to" if is_range else qualifier_around(body, found.start, found.end)
    return AmountMark(found.start, found.end, body[found.start : found.end], Amount(found.value, code, qualifier))


def _sum_at(body: str, numbers: Sequence[Number], at: int) -> tuple[_Sum | None, int]:
    """Give the sum that begins with a number, and how many numbers it takes."""
    first = _single(body, numbers[at])
    if at + 1 == len(numbers):
        return first, 1
    second = _single(body, numbers[at + 1])
    if second and _is_range(body, first, numbers[at], second):
        start = first.start if first else numbers[at].start
        currency = first.currency if first else second.currency
        return _Sum(start, second.end, second.number, second.value, currency), 2
    if first and second is None and _is_open_range(body, first, numbers[at + 1]):
        value, end = _with_letter(numbers[at + 1])
        return _Sum(first.start, end, numbers[at + 1], value, first.currency), 2
    return first, 1


def _is_range(body: str, first: _Sum | None, number: Number, second: _Sum) -> bool:
    """'$3bn-$5bn', 'between $3 and $5 billion', '50 to 60 million dollars'; but 'from $3 billion to $5 billion' tells two."""
    end = first.end if first else number.end
    if not _LINK.fullmatch(body, end, second.start) or (first and first.currency != second.currency):
        return False
    if not first and (number.is_attached or before_number(body, second.start + 1)):
        return False
    low = first.value if first else number.value
    words = body[max(0, (first.start if first else number.start) - 9) : first.start if first else number.start].lower()
    joined = body[end : second.start].strip()
    if joined == "and":
        return "between" in words and low < second.value
    return low < second.value and not (joined == "to" and "from" in words and number.is_large)


def _is_open_range(body: str, first: _Sum, number: Number) -> bool:
    """'$3-5 billion', '$3 to 5 billion'."""
    tight = body[first.end : number.start] in {"-", "–", "—"} and number.is_large
    loose = body[first.end : number.start] in {" to ", " - "} and number.is_large and not first.number.is_large
    return (tight or loose) and first.value < _with_letter(number)[0]


def _with_letter(number: Number) -> tuple[float, int]:
    if number.letter_value is not None and number.letter_end is not None:
        return number.letter_value, number.letter_end
    return number.value, number.end


def _single(body: str, number: Number) -> _Sum | None:
    """Give the sum of one number: a sign or code before it, else a code or name behind it."""
    return next(iter(_readings(body, number)), None)


def _readings(body: str, number: Number) -> Iterator[_Sum]:
    before = before_number(body, number.start)
    value, end = _with_letter(number)
    if before and (number.is_large or number.letter_value or not before.is_careful):
        yield _Sum(number.start - before.length, end, number, value, before.currency)
    if number.is_attached:
        return
    for reading, stop in ((value, end), (number.value, number.end)):
        after = after_number(body, stop)
        if after and (number.is_large or reading >= 10_000 or not after.is_careful):  # noqa: PLR2004 - a large number
            yield _Sum(number.start, stop + after.length, number, reading, after.currency)
