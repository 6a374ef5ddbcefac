"""Sums of money: a value, an ISO 4217 currency, and how the source qualified it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from bilateral.errors import ValueFormatError

__all__ = ["QUALIFIERS", "Amount", "Qualifier"]

Qualifier = Literal["about", "over", "under", "up_to"]
QUALIFIERS: Final = get_args(Qualifier)

_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, written out: $50 million is 50000000 USD."""

    value: float
    currency: str
    qualifier: Qualifier | None = None

    def __post_init__(self) -> None:
        check_number(self.value, "amount")
        if not _CURRENCY.fullmatch(self.currency):
            raise ValueFormatError(
                f"{self.currency!r} is no currency", remedy="Write an ISO 4217 code of three capitals, such as USD."
            )
        check_qualifier(self.qualifier)


def check_number(value: float, what: str) -> None:
    """Raise ValueFormatError unless `value` is a finite number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise ValueFormatError(f"{value!r} is no {what}", remedy="Write a number of 0 or more, in full: 50000000.")


def check_qualifier(qualifier: str | None) -> None:
    """Raise ValueFormatError unless `qualifier` is None or one of QUALIFIERS."""
    if qualifier is not None and qualifier not in QUALIFIERS:
        raise ValueFormatError(
            f"{qualifier!r} is no qualifier", remedy=f"Write one of {', '.join(QUALIFIERS)}, or none."
        )
