"""Promises of the search for officials: names, titles, states, each as words of the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.loaders.extract.officials.officials import find_officials, to_facts
from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.loaders.extract.text.sentences import split_sentences
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.loaders.extract.text.marks import OfficialMark


class Case(TypedDict):
    text: str
    officials: list[str]


def cases() -> list[Case]:
    file = Path(__file__).with_name("official_cases.yaml")
    return cast("list[Case]", load(file.read_text(encoding="utf-8"), file.name))


def find(body: str, home: str | None = None) -> tuple[OfficialMark, ...]:
    return find_officials(body, split_sentences(body), find_mentions(body), home)


def told(mark: OfficialMark) -> str:
    return " | ".join(part for part in (mark.name, mark.title, mark.country, mark.organization) if part)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:50])
def test_titles_and_names(case: Case) -> None:
    """Each sentence of official_cases.yaml gives its officials and no others."""
    assert [told(m) for m in find(case["text"])] == case["officials"]


def test_a_mark_spans_title_and_name() -> None:
    """A mark is one phrase of the text, and the name lies in it."""
    body = "On Monday Norway's trade minister Anna Lund of the coast left."
    (mark,) = find(body)
    assert body[mark.start : mark.end] == "Norway's trade minister Anna Lund"
    assert body[mark.name_start : mark.name_end] == "Anna Lund"


def test_one_fact_a_person() -> None:
    """Full name, surname and another spelling are one person, with every passage that names the office."""
    body = "Norwegian Prime Minister Mohammed Lundgren spoke. Prime Minister Lundgren left. Prime Minister Mohamed Lundgren slept."
    (fact,) = to_facts(find(body), body)
    assert (fact.name, fact.title, fact.country) == ("Mohammed Lundgren", "Prime Minister", "NOR")
    assert len(fact.trace.evidence) == 3
    assert all(body[e.start : e.end] == e.quote for e in fact.trace.evidence)


def test_two_people_of_one_surname_stay_two() -> None:
    """Officials of two states never become one."""
    body = "Norwegian Prime Minister Anna Berg met Swedish Foreign Minister Anna Berg."
    assert [f.country for f in to_facts(find(body), body)] == ["NOR", "SWE"]


def test_an_official_without_a_state_is_no_fact() -> None:
    """A bare minister stays a mark with an unknown state, and says nothing between states."""
    body = "Agriculture Minister Tom Berg opened the fair."
    assert [told(m) for m in find(body)] == ["Tom Berg | Agriculture Minister"]
    assert to_facts(find(body), body) == ()


NAMES = st.sampled_from(
    [
        "Anna",
        "Lund",
        "bin",
        "Al",
        "Said",
        "van",
        "der",
        "O'Neill",
        "J.",
        "Jr.",
        "Kim Jong-un",
        "al-Sisi",
        "ŁUKASZ",
        "d'Ivry",
    ]
)
WORDS = st.sampled_from(
    [
        "minister",
        "Minister of",
        "President",
        "the",
        ",",
        "and",
        "deputy",
        "Norway's",
        "Peruvian",
        "of Chile",
        "(",
        ")",
        "’s",
        "ambassador to",
        "counterpart",
        "delegation led by",
        "\n",
        ".",
        "“",
        "Foreign",
        "Trade",
    ]
)


@given(st.lists(NAMES | WORDS, max_size=40).map(" ".join))
def test_any_words_give_marks_of_the_text(body: str) -> None:
    """Whatever the words, nothing breaks, marks lie in the text in order, and names are not empty."""
    marks = find(body)
    assert list(marks) == sorted(marks, key=lambda m: (m.start, m.end))
    assert all(0 <= m.start <= m.name_start < m.name_end <= m.end <= len(body) for m in marks)
    assert all(m.name.strip() for m in marks)
    assert all(body[e.start : e.end] == e.quote for f in to_facts(marks, body) for e in f.trace.evidence)


@given(st.text())
def test_any_text_is_borne(body: str) -> None:
    """No text breaks the search."""
    assert isinstance(find(body), tuple)
