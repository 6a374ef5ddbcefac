"""Arguments from a user's words to typed values, and what is said of wrong ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import UsageError
from bilateral.queries.arguments import bind
from bilateral.queries.catalog import question, questions


@pytest.mark.parametrize("words", ["PAK", "pak", "Pakistan", "pakistan", "Islamic Republic of Pakistan"])
def test_a_state_is_given_by_code_or_name(words: str) -> None:
    """In any case, by any of its names."""
    assert bind(question("partners"), {"country": words})["country"] == "PAK"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2023-03/2024", date(2023, 3, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024/..", date(2024, 1, 1), None),
        ("../2024", None, date(2024, 12, 31)),
    ],
)
def test_a_period_becomes_its_first_and_last_day(text: str, first: date | None, last: date | None) -> None:
    """Open ends stay open."""
    bound = bind(question("events"), {"country": "PAK", "period": text})
    assert (bound["period_from"], bound["period_to"]) == (first, last)


def test_what_is_left_out_is_nothing_or_its_default() -> None:
    """Every parameter of every question has a value, and optional ones are None or what the head says."""
    for asked in questions().values():
        given_ = {each.name: "PAK" if each.type == "state" else "x" for each in asked.parameters if each.required}
        bound = bind(asked, given_)
        for each in asked.parameters:
            if not each.required and each.type != "period":
                assert bound[each.name] is None or str(bound[each.name]) == each.default


def test_a_day_is_one_day() -> None:
    """ISO or nothing."""
    assert bind(question("officials"), {"country": "PAK", "day": "2024-05-16"})["day"] == date(2024, 5, 16)


@pytest.mark.parametrize(
    ("name", "given_", "place", "said"),
    [
        ("partners", {}, None, "partners needs country"),
        ("partners", {"country": "PAK", "limt": "3"}, None, "no parameter 'limt'"),
        ("partners", {"country": "PAK", "limit": "-3"}, "limit", "'-3' is no whole number"),
        ("partners", {"country": "PAK", "limit": "٣"}, "limit", "no whole number"),
        ("partners", {"country": "Atlantis"}, "country", "'Atlantis' is no state"),
        ("officials", {"country": "PAK", "day": "2024"}, "day", "is not one day"),
        ("officials", {"country": "PAK", "day": "2024-02-30"}, "day", "no day 30"),
        ("events", {"country": "PAK", "type": "MEETING"}, "type", "'MEETING'"),
        ("events", {"country": "PAK", "period": "2024/2023"}, "period", "before the start"),
    ],
)
def test_a_wrong_argument_is_told_with_its_name(
    name: str, given_: dict[str, str], place: str | None, said: str
) -> None:
    """UsageError with the parameter as the place, and a remedy."""
    with pytest.raises(UsageError, match=said) as raised:
        bind(question(name), given_)
    assert raised.value.place == place
    assert raised.value.remedy


@given(
    st.sampled_from(sorted(questions())),
    st.dictionaries(st.text(max_size=12), st.text(max_size=30), max_size=4),
    st.data(),
)
def test_no_argument_gives_anything_but_a_usage_error(name: str, given_: dict[str, str], data: st.DataObject) -> None:
    """Whatever is typed."""
    asked = question(name)
    for parameter in asked.parameters:
        if data.draw(st.booleans()):
            given_[parameter.name] = data.draw(st.text(max_size=30))
    try:
        bound = bind(asked, given_)
    except UsageError as error:
        remedy = error.remedy
    else:
        remedy = "none needed"
        assert set(given_) <= {each.name for each in asked.parameters}
        assert bound
    assert remedy
