"""The plain values that both engines give for the same answer, whatever their own types are."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["duration_text", "moment_text", "plain_value"]

_NANOS = 1_000_000_000


def plain_value(value: object, foreign: Callable[[object], object]) -> object:  # noqa: PLR0911 - one for each kind of value
    """Give a value as plain Python: zoned datetimes in UTC, sorted maps; `foreign` translates the engine's own types.

    What `foreign` gives is made plain in turn.
    """
    match value:
        case datetime(tzinfo=tz) if tz is not None:
            return value.astimezone(UTC)
        case None | bool() | str() | int() | float() | date():
            return value
        case Decimal():
            return float(value)
        case time():
            return value.isoformat()
        case list() | set():
            return [plain_value(each, foreign) for each in value]
        case dict():
            return {str(key): plain_value(value[key], foreign) for key in sorted(value)}
        case _:
            return plain_value(foreign(value), foreign)


def moment_text(moment: datetime) -> str:
    """Give a stored moment as the graph holds it: ISO text in UTC that ends in `Z`."""
    zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return zoned.replace(tzinfo=None).isoformat() + "Z"


def duration_text(months: int, days: int, seconds: int, nanos: int) -> str:
    """Give a duration as ISO 8601 text, written the same way for every engine."""
    years, months = _divided(months, 12)
    total = seconds * _NANOS + nanos
    hours, rest = _divided(total, 3600 * _NANOS)
    minutes, rest = _divided(rest, 60 * _NANOS)
    clock = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes) + _seconds(rest) * bool(rest)
    calendar = f"{years}Y" * bool(years) + f"{months}M" * bool(months) + f"{days}D" * bool(days)
    return f"P{calendar}T{clock}" if clock else f"P{calendar or 'T0S'}"


def _divided(whole: int, by: int) -> tuple[int, int]:
    """Divide towards zero, so that both parts have the sign of the whole."""
    sign = -1 if whole < 0 else 1
    quotient, rest = divmod(abs(whole), by)
    return sign * quotient, sign * rest


def _seconds(nanos: int) -> str:
    sign = "-" if nanos < 0 else ""
    whole, fraction = divmod(abs(nanos), _NANOS)
    return f"{sign}{whole}" + (f".{fraction:09d}".rstrip("0") if fraction else "") + "S"
