"""Sums and quantities: each expression of the tables is what it says, on any text, in linear time."""

from __future__ import annotations

import time
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.loaders.extract.figures.amounts import find_amounts
from bilateral.loaders.extract.figures.numbers import find_numbers, number_tables, read_digits
from bilateral.loaders.extract.figures.quantities import find_quantities
from bilateral.loaders.extract.figures.units import unit_words
from bilateral.loaders.extract.text.marks import StateMention
from bilateral.schema.yamlio import load

PIECES = ["$", "€", "US$", "Rs.", "USD ", "5", "1,500", "93,6", " million", "bn", "m ", "-", " and ", " to ", "two ", "half a ", "dozen ", "tons of ", "rice", " Pakistani ",
          "troops", "%", "\n", "percent", " euros", "won", " between ", "'s ", "1.2.3", "\u00a0000", "𝟚", "٣", "hundreds of ", "F-16 ", "(", "crore", "over "]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def read_table(name: str) -> list[list[object]]:
    """Read one of the tables."""
    file = Path(__file__).with_name(f"{name}_expressions.yaml")
    return cast("list[list[object]]", load(file.read_text(encoding="utf-8"), file.name))


AMOUNTS, QUANTITIES = read_table("amount"), read_table("quantity")


def test_tables_are_large() -> None:
    """The tables hold at least a hundred expressions each way, and what is none."""
    assert len(AMOUNTS) >= 100
    assert len(QUANTITIES) >= 90


@pytest.mark.parametrize("case", AMOUNTS, ids=lambda case: f"{case[0]} {case[1]}")
def test_amount(case: list[object]) -> None:
    """A sum in context has its value, currency and qualifier; what is no sum gives no mark."""
    found = [(m.surface, m.amount.value, m.amount.currency, m.amount.qualifier) for m in find_amounts(str(case[0]))]
    if case[1] is None:
        assert found == []
    else:
        assert (case[1], case[2], case[3], case[4] if len(case) > 4 else None) in found


@pytest.mark.parametrize("case", QUANTITIES, ids=lambda case: str(case[0]))
def test_quantity(case: list[object]) -> None:
    """A quantity in context has its value, unit, commodity and qualifier; what is none gives no mark."""
    found = [
        (m.surface, m.quantity.value, m.quantity.unit, m.quantity.commodity, m.quantity.qualifier)
        for m in find_quantities(str(case[0]))
    ]
    if case[1] is None:
        assert found == []
    else:
        assert (case[1], case[2], case[3], case[4], case[5] if len(case) > 5 else None) in found


@pytest.mark.parametrize(("code", "currency"), [("PAK", "PKR"), ("LKA", "LKR"), ("IND", "INR"), ("FRA", "INR")])
def test_the_nearest_state_settles_a_shared_currency(code: str, currency: str) -> None:
    """'Rs 5 million' is the rupee of the state named nearest that has one, the Indian one where none is."""
    body = "Atlantis and Erewhon: the latter pays Rs 5 million."
    near, far = StateMention(13, 20, "Erewhon", code, "name"), StateMention(0, 8, "Atlantis", "NPL", "name")
    mentions = (near,) if code == "FRA" else (far, near)
    assert [mark.amount.currency for mark in find_amounts(body, mentions)] == [currency]


def test_a_shared_currency_without_its_state_is_left_out() -> None:
    """'5 million dinars' of nobody knows where is no sum rather than a wrong one."""
    body = "Erewhon pays 5 million dinars."
    assert find_amounts(body) == ()
    (mark,) = find_amounts(body, (StateMention(0, 7, "Erewhon", "KWT", "name"),))
    assert mark.amount.currency == "KWD"


@pytest.mark.parametrize(
    ("sign", "code", "currency"),
    [("K", "ZMB", "ZMW"), ("K", "PNG", "PGK"), ("K", "MWI", "MWK"), ("P", "PHL", "PHP"), ("P", "BWA", "BWP")],
)
def test_one_letter_is_the_currency_of_its_state(sign: str, code: str, currency: str) -> None:
    """'K12 million' is the kwacha or the kina of the state named, and no sum where no such state is named."""
    body = f"Erewhon pays {sign}12 million."
    assert find_amounts(body) == ()
    (mark,) = find_amounts(body, (StateMention(0, 7, "Erewhon", code, "name"),))
    assert mark.amount.currency == currency


def test_states_are_no_part_of_a_commodity() -> None:
    """Where mentions are given, every word of a state is left out of what is counted, also in names of two words."""
    body = "They sent 20 Erewhon Republic horses."
    (mark,) = find_quantities(body, (StateMention(13, 29, "Erewhon Republic", "XKX", "name"),))
    assert (mark.quantity.value, mark.quantity.unit, mark.quantity.commodity) == (20, "unit", "horses")


@settings(max_examples=400)
@given(TEXTS)
def test_any_text_gives_valid_marks(text: str) -> None:
    """No text makes it fail; marks are verbatim, in order and apart, the same again for the same text."""
    for find in (find_amounts, find_quantities):
        end = 0
        for mark in find(text):
            assert end <= mark.start < mark.end <= len(text)
            assert mark.surface == text[mark.start : mark.end]
            end = mark.end
        assert find(text) == find(text)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_read_back(value: int) -> None:
    """A number with English thousands, with dots or plain is read as itself."""
    assert read_digits(f"{value}") == value
    assert read_digits(f"{value:,}") == value
    assert value < 10**6 or read_digits(f"{value:,}".replace(",", ".")) == value


@given(st.sampled_from(sorted(number_tables().words)), st.sampled_from(["million", "billion", "thousand"]))
def test_number_words_read_back(word: str, scale: str) -> None:
    """'seven million' is seven times a million."""
    (number,) = find_numbers(f"about {word} {scale} of them")
    assert number.value == number_tables().words[word] * number_tables().scales[scale]


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "6-",
        "1,",
        "$",
        "$5 ",
        "$1-",
        "two-",
        "two and a half ",
        "hundred ",
        "1 000 ",
        "5 red tanks ",
        "1.",
        "5 tons of ",
        "X-",
        "'",
        "9" * 50 + " ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """A text four times as long takes about four times as long."""
    short, long = piece * (15_000 // len(piece)), piece * (60_000 // len(piece))
    find_amounts("$5"), find_quantities("5 tons")
    for find in (find_amounts, find_quantities):
        times = []
        for text in (short, long):
            begin = time.process_time()
            find(text)
            times.append(time.process_time() - begin)
        assert times[1] < 9 * times[0] + 1.0


def test_units_do_not_repeat() -> None:
    """No word counts both people and things."""
    words = unit_words()
    assert words.counted.keys().isdisjoint(words.measures.keys() - {"pounds of"})
