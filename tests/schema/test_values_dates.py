"""Partial dates keep their text, have the right bounds, and answer comparisons as counting over all readings would."""

from __future__ import annotations

import calendar
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import ValueFormatError
from bilateral.schema.values import Answer, PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FIRST, LAST = date(2019, 11, 1), date(2020, 4, 30)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
Span = tuple[date, date]

days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
months = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: day.isoformat()[:7])
years = st.integers(1, 9999).map("{:04d}".format)
decades = st.integers(1, 999).map("{:03d}X".format)
points = st.builds("{}{}".format, days | months | years | decades, st.sampled_from(["", "", "~", "?", "%"]))
near_points = st.sampled_from(DAYS).map(date.isoformat) | st.sampled_from(sorted({day.isoformat()[:7] for day in DAYS}))


def intervals(ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts of intervals, some of which are impossible."""
    return st.builds("{}/{}".format, ends | st.just(".."), ends | st.just(".."))


def possible(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueFormatError:
        return False
    return True


near = (near_points | intervals(near_points)).filter(possible)
anything = (points | intervals(points)).filter(possible)


@given(anything)
def test_text_is_kept(text: str) -> None:
    """The text of a date comes back as it was, and reading it again gives an equal date."""
    found = PartialDate.parse(text)
    assert str(found) == found.text == text
    assert PartialDate.parse(text) == found


@given(anything)
def test_bounds_are_in_order(text: str) -> None:
    """The earliest day is never after the latest."""
    found = PartialDate.parse(text)
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.dates())
def test_a_day_lies_in_its_month_year_and_decade(day: date) -> None:
    """The bounds of day, month, year and decade contain each other."""
    text = day.isoformat()
    found = [PartialDate.parse(part) for part in (text, text[:7], text[:4])]
    if day.year >= 10:
        found.append(PartialDate.parse(f"{text[:3]}X"))
    for narrow, wide in pairwise(found):
        assert wide.earliest is not None
        assert narrow.earliest is not None
        assert wide.latest is not None
        assert narrow.latest is not None
        assert wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest
    assert found[0].earliest == found[0].latest == day
    month = found[1]
    assert month.latest == date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])


def readings(text: str) -> list[Span]:
    """Every span that a date can mean, by counting days; the open ends reach far beyond the days compared."""
    first, slash, last = text.partition("/")
    if not slash:
        return [(day, day) for day in DAYS if day.isoformat().startswith(text)]
    starts = [date.min] if first == ".." else [day for day in DAYS if day.isoformat().startswith(first)]
    ends = [date.max] if last == ".." else [day for day in DAYS if day.isoformat().startswith(last)]
    return [(start, end) for start in starts for end in ends if start <= end]


def answer(pairs: Iterable[tuple[Span, Span]], holds: Callable[[Span, Span], bool]) -> Answer:
    found: set[bool] = set()
    for one, two in pairs:
        found.add(holds(one, two))
        if len(found) == 2:
            return "possibly"
    return "yes" if True in found else "no"


def decisive(spans: list[Span]) -> list[Span]:
    """For each start the spans with the first and last end, and for each end those with the first and last start."""
    groups: dict[tuple[int, date], list[Span]] = defaultdict(list)
    for span in spans:
        groups[0, span[0]].append(span)
        groups[1, span[1]].append(span)
    return sorted({pick(group) for group in groups.values() for pick in (min, max)})


@given(near, near)
def test_answers_agree_with_counting(one: str, two: str) -> None:
    """`before` and `overlaps` answer as trying every reading of both does."""
    first, second = PartialDate.parse(one), PartialDate.parse(two)
    spans = decisive(readings(one)), decisive(readings(two))
    assert first.before(second) == answer(product(*spans), lambda a, b: a[1] < b[0])
    assert first.overlaps(second) == answer(product(*spans), lambda a, b: a[0] <= b[1] and b[0] <= a[1])


@given(anything, anything)
def test_answers_agree_with_each_other(one: str, two: str) -> None:
    """Sharing a day goes both ways; what is surely before is surely not after and shares no day."""
    first, second = PartialDate.parse(one), PartialDate.parse(two)
    assert first.overlaps(second) == second.overlaps(first)
    if first.before(second) == "yes":
        assert (second.before(first), first.overlaps(second)) == ("no", "no")
    if first.overlaps(second) == "yes":
        assert (first.before(second), second.before(first)) == ("no", "no")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2023", "2024-03", "yes"),
        ("2024", "2024-03", "possibly"),
        ("2024-03-06", "2024-03-06", "no"),
        ("2024/..", "2030", "no"),
        ("../2024", "2025", "yes"),
        ("2023-01/2023-06", "2023-06", "possibly"),
        ("2023-01/2023-06", "2023-05", "no"),
    ],
)
def test_before(one: str, two: str, expected: Answer) -> None:
    """Certain only where every reading agrees."""
    assert PartialDate.parse(one).before(PartialDate.parse(two)) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2024/..", "2030", "yes"),
        ("2024/..", "2024", "possibly"),
        ("2023", "2023", "possibly"),
        ("2023-05-01", "2023-05-01", "yes"),
        ("../2020", "2021", "no"),
    ],
)
def test_overlaps(one: str, two: str, expected: Answer) -> None:
    """In force since 2024: in 2030 yes, in 2024 possibly; two days of one year are possibly the same."""
    assert PartialDate.parse(one).overlaps(PartialDate.parse(two)) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "EDTF"), (" 2023", "EDTF"), ("2023 ", "EDTF"), ("2023\n", "EDTF"), ("２０２３", "EDTF"), ("٢٠٢٣-٠١", "EDTF"),
        ("2023-3-6", "EDTF"), ("23-03-06", "EDTF"), ("20230306", "EDTF"), ("March 2023", "EDTF"), ("2023-03-06T12:00", "EDTF"),
        ("19XX", "EDTF"), ("196x", "EDTF"), ("-0044", "EDTF"), ("2023~~", "EDTF"), ("~2023", "EDTF"),
        ("2023-02-29", "28"), ("2023-00", "no month 00"), ("2023-04-31", "no day 31"), ("2023-04-00", "no day 00"),
        ("0000", "no year 0"), ("000X", "no year 0"), ("0000-01", "no year 0"), ("196X-03", "no month"),
        ("2023/", "two ends"), ("/2023", "two ends"), ("2023/2024/2025", "two ends"), ("../..", "both ends"), ("..", "EDTF"),
        ("2024/2023", "before the start"), ("2023-03-07/2023-03-06", "before the start"), ("2023/2024-13", "no month 13"),
    ],
)  # fmt: skip
def test_strict(text: str, word: str) -> None:
    """Nothing but the exact form is a date, and the message says what is wrong and what to write."""
    with pytest.raises(ValueFormatError) as caught:
        PartialDate.parse(text)
    assert word in str(caught.value)
    assert caught.value.remedy


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes reading fail in another way than with our own error."""
    if possible(text):
        assert text.isascii()


@pytest.mark.parametrize(
    ("text", "precision", "xsd"),
    [
        ("2023-03-06", "day", "date"),
        ("2023-03", "month", "gYearMonth"),
        ("2023", "year", "gYear"),
        ("196X", "decade", None),
        ("2001~", "year", None),
        ("2023/2024", "interval", None),
    ],
)
def test_precision(text: str, precision: str, xsd: str | None) -> None:
    """A date knows its precision and the XSD type that has it; about and intervals have none."""
    found = PartialDate.parse(text)
    assert (found.precision, found.xsd) == (precision, xsd)


def test_ends_of_intervals() -> None:
    """An interval gives its two ends as dates, None where open; a single date is both."""
    found = PartialDate.parse("2023-03/..")
    assert (found.start, found.end) == (PartialDate.parse("2023-03"), None)
    assert (found.earliest, found.latest) == (date(2023, 3, 1), None)
    single = PartialDate.parse("2023?")
    assert (single.start, single.end, single.approximate) == (single, single, True)
