"""Money and quantities: finite numbers of 0 or more, with codes and units in their form."""

from __future__ import annotations

import math
from typing import Any

import pycountry
import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import ValueFormatError
from bilateral.schema.registry import registry
from bilateral.schema.values import QUALIFIERS, UNITS, Amount, Quantity

numbers = st.integers(0, 10**18) | st.floats(0, allow_nan=False, allow_infinity=False)


@given(numbers, st.sampled_from([None, *QUALIFIERS]))
def test_numbers_are_kept(value: float, qualifier: Any) -> None:
    """Any finite number of 0 or more is a sum and a quantity, unchanged."""
    assert Amount(value, "EUR", qualifier).value == value
    assert Quantity(value, "tonne", "wheat", qualifier).value == value


@pytest.mark.parametrize("value", [-1, -0.01, math.nan, math.inf, -math.inf, True, "5", None])
def test_no_numbers(value: Any) -> None:
    """What is negative, infinite, no number, or a truth value is refused with a remedy."""
    for make in (lambda: Amount(value, "EUR"), lambda: Quantity(value, "kg")):
        with pytest.raises(ValueFormatError) as caught:
            make()
        assert caught.value.remedy


@pytest.mark.parametrize("currency", ["", "eur", "EURO", "EU", "E1R", "ΕUR", "EUR\n", " EUR", "$"])
def test_no_currency(currency: str) -> None:
    """A currency is three ASCII capitals."""
    with pytest.raises(ValueFormatError, match="no currency"):
        Amount(1, currency)


@pytest.mark.parametrize("unit", ["", "two tons", "тонна", "kg\n", "1kg", "%", " kg"])
def test_no_unit(unit: str) -> None:
    """A unit is one word of ASCII letters, digits and signs, and begins with a letter."""
    with pytest.raises(ValueFormatError, match="no unit"):
        Quantity(1, unit)


@pytest.mark.parametrize("unit", [*UNITS, "m3", "km/h", "bbl/d", "GWh"])
def test_units(unit: str) -> None:
    """The usual units, and others of their form, are taken."""
    assert Quantity(1, unit).unit == unit


def test_no_qualifier() -> None:
    """A qualifier is of the closed list, or missing."""
    bad: Any = "roughly"
    with pytest.raises(ValueFormatError, match="no qualifier"):
        Amount(1, "EUR", bad)
    with pytest.raises(ValueFormatError, match="no qualifier"):
        Quantity(1, "kg", None, bad)


def test_lists_agree() -> None:
    """The lists in the code are those of the vocabulary."""
    assert tuple(registry().vocabulary("units")) == UNITS
    assert tuple(registry().vocabulary("qualifiers")) == QUALIFIERS


def test_currencies_are_complete() -> None:
    """Every currency in use by ISO 4217 is in the list and not marked historic; the others are, and are known elsewhere."""
    ours = registry().vocabulary("currencies")
    active = {currency.alpha_3 for currency in pycountry.currencies}
    assert {code for code in ours if not ours[code].historic} == active
    historic = {code for code in ours if ours[code].historic}
    assert {"DEM", "FRF", "ITL", "SUR", "YUM", "ATS"} <= historic
    assert len(historic & set(get_global("all_currencies"))) > 100
