"""Dates: each expression of the table means what it says, on any text, in linear time."""

from __future__ import annotations

import calendar
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.loaders.extract.dates.dates import READERS, find_dates
from bilateral.loaders.extract.dates.grammar import rules
from bilateral.loaders.extract.dates.lexicon import date_lexicon
from bilateral.schema.values import PartialDate
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.loaders.extract.text.marks import DateMark, Tense

PUBLISHED = PartialDate.parse("2023-03-04")


class Case(NamedTuple):
    """One line of the table."""

    text: str
    published: str | None
    surface: str | None
    tense: str
    edtf: str | None
    role: str


def read_cases() -> list[Case]:
    """Read date_expressions.yaml."""
    file = Path(__file__).with_name("date_expressions.yaml")
    groups = cast("list[dict[str, object]]", load(file.read_text(encoding="utf-8"), file.name))
    return [
        _case(line, None if group["published"] is None else str(group["published"]))
        for group in groups
        for line in cast("list[list[object]]", group["cases"])
    ]


def _case(line: list[object], published: str | None) -> Case:
    if line[1] is None:
        return Case(str(line[0]), published, None, "past", None, "when")
    edtf = None if line[3] is None else str(line[3])
    return Case(str(line[0]), published, str(line[1]), str(line[2]), edtf, str(line[4]) if len(line) > 4 else "when")


CASES = read_cases()
WORDS = [
    *sorted(date_lexicon().vocabulary), "March", "May", "Sept.", "Monday", "2022", "6", "31", "-", "–", ",", "/", ".", "\n", "\n\n", "1960s", "3rd", "Q3", "FY2023", "(", ")",
    "'s", "2019-03-06", "29/02/2023", "$", "%", "said", "ago", "9/11", "0", "99", "1000", "２", "٣", "ß", "𝟚",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
DAYS = st.one_of(
    st.none(),
    st.dates().map(lambda day: PartialDate.parse(day.isoformat())),
    st.sampled_from(
        ["2017-01", "2018", "196X", "2001~", "2023-03-06/2023-03-07", "2024/..", "../2024", "0001-01-01", "9999-12-31"]
    ).map(PartialDate.parse),
)


def test_table_is_large() -> None:
    """The table holds more than the 320 expressions that the project promises, dates and non-dates."""
    assert len(CASES) >= 320
    assert sum(case.surface is None for case in CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.published}: {case.text}")
def test_expression(case: Case) -> None:
    """A date in context has its EDTF reading and role; what is no date gives no mark."""
    marks = find_dates(case.text, PartialDate.parse(case.published) if case.published else None)
    if case.surface is None:
        assert [mark.surface for mark in marks] == []
        return
    found = [(mark.surface, _text(mark.read(cast("Tense", case.tense))), mark.role) for mark in marks]
    assert (case.surface, case.edtf, case.role) in found


def _text(reading: PartialDate | None) -> str | None:
    return reading.text if reading else None


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.edtf], ids=lambda case: f"{case.published}: {case.text}"
)
def test_absolute_dates_need_no_publication_date(case: Case) -> None:
    """Without a publication date a mark either stays what it was or says nothing; it never says something else."""
    with_day = {
        m.start: m for m in find_dates(case.text, PartialDate.parse(case.published) if case.published else None)
    }
    for mark in find_dates(case.text, None):
        assert mark.past == mark.future
        assert mark.past is None or mark.past == with_day[mark.start].past


@settings(max_examples=400)
@given(TEXTS, DAYS)
def test_any_text_gives_valid_marks(text: str, published: PartialDate | None) -> None:
    """No text makes it fail; marks are verbatim, in order, apart; readings are EDTF; past and future are on their sides."""
    marks = find_dates(text, published)
    _check_marks(text, marks)
    assert marks == find_dates(text, published)


def _check_marks(text: str, marks: tuple[DateMark, ...]) -> None:
    end = 0
    for mark in marks:
        assert end <= mark.start < mark.end <= len(text)
        assert mark.surface == text[mark.start : mark.end]
        assert mark.surface == mark.surface.strip()
        end = mark.end
        for reading in (mark.past, mark.future):
            assert reading is None or PartialDate.parse(reading.text) == reading


@settings(max_examples=200)
@given(
    st.sampled_from(CASES),
    st.text(max_size=20).filter(lambda text: not text or not (text[-1].isalnum() or text[-1] in "_'’‘")),
)
def test_offsets_count_code_points(case: Case, lead: str) -> None:
    """A paragraph before a sentence moves its marks by its length in code points and changes nothing else."""
    published = PartialDate.parse(case.published) if case.published else None
    alone = find_dates(case.text, published)
    lead = f"{lead}\n\n"
    moved = [mark for mark in find_dates(lead + case.text, published) if mark.start >= len(lead)]
    assert [(m.start - len(lead), m.surface, m.past, m.future) for m in moved] == [
        (m.start, m.surface, m.past, m.future) for m in alone
    ]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_written_days_read_back(day: date) -> None:
    """Every day, written out in three ways, is read as itself whatever the day of publication."""
    iso = day.isoformat()
    name = calendar.month_name[day.month]
    for text in (iso, f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}"):
        (mark,) = find_dates(f"It began on {text}.", PUBLISHED)
        assert (mark.surface, _text(mark.past), _text(mark.future)) == (text, iso, iso)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "-",
        "March ",
        "a ",
        "two ",
        "2022-",
        "6-",
        "1, 2 and ",
        "early ",
        "Monday to ",
        "the first half of ",
        "'90s",
        "\n ",
        "1",
        "Sept. ",
        "\u2019",
        "in 5 ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """A text four times as long takes about four times as long, also where it is made to make rules try again."""
    short, long = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    find_dates("warm up on Monday", PUBLISHED)
    first, second = _cpu(short), _cpu(long)
    assert second < 9 * first + 1.0


def test_a_megabyte_of_news() -> None:
    """A megabyte of plain sentences is read in seconds."""
    body = " ".join(case.text for case in CASES) + "\n\n"
    body *= 1_000_000 // len(body)
    assert _cpu(body) < 60


def _cpu(text: str) -> float:
    begin = time.process_time()
    find_dates(text, PUBLISHED)
    return time.process_time() - begin


def test_grammar_names_known_readers() -> None:
    """Every rule of the grammar names a reader, and every reader is named by a rule."""
    assert {rule.read for rule in rules()} == set(READERS)


def test_no_rule_matches_nothing() -> None:
    """A rule needs at least one word: an empty match would never end."""
    assert [rule.read for rule in rules() if rule.pattern.match("")] == []
