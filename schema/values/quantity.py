"""Quantities: a value, a unit (UCUM-like, lower case), what is counted, and how the source qualified it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bilateral.errors import ValueFormatError
from bilateral.schema.values.amount import Qualifier, check_number, check_qualifier

__all__ = ["UNITS", "Quantity"]

#: The units of the exchange format; others of the same form are accepted as the source gives them.
UNITS: Final = ("tonne", "kg", "barrel", "MW", "km", "person", "percent", "unit")

_UNIT = re.compile(r"[A-Za-z][A-Za-z0-9/._-]*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of something: 240 tonne of rice."""

    value: float
    unit: str
    commodity: str | None = None
    qualifier: Qualifier | None = None

    def __post_init__(self) -> None:
        check_number(self.value, "quantity")
        if not _UNIT.fullmatch(self.unit):
            raise ValueFormatError(
                f"{self.unit!r} is no unit", remedy=f"Write one of {', '.join(UNITS)}, or a UCUM-like unit."
            )
        check_qualifier(self.qualifier)
