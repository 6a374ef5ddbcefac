"""Dates as properties: the text as reported and the first and last day that it can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.graph.dates import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bilateral.graph.ledger import Held
    from bilateral.graph.model import Scalar
    from bilateral.schema.values import PartialDate

__all__ = ["best_date", "bounds", "in_office", "span"]

_PRECISION: Final = {"day": 0, "interval": 1, "month": 2, "year": 3, "decade": 4}


def bounds(name: str, when: PartialDate | None) -> dict[str, Scalar]:
    """Give `name`, `name_min` and `name_max` of a date; a bound that is open is missing."""
    if when is None:
        return {}
    return {name: when.text, **_days(name, when.earliest, when.latest)}


def span(when: PartialDate | None) -> dict[str, Scalar]:
    """Give `from…` and `to…` of something that lasts as long as a date or interval."""
    return {} if when is None else {**bounds("from", when.start), **bounds("to", when.end)}


def in_office(held: Iterable[Held]) -> dict[str, Scalar]:
    """Give the bounds of a state of things that articles find as it is: it began before the first, and the last still saw it.

    Articles that call it past (`former`) bound its end, unless others see it later.
    """
    seen: list[PartialDate] = []
    past: list[PartialDate] = []
    for each in held:
        when = date_of(each.statement, "as_of")
        if when is not None:
            (past if each.statement.qualifiers.get("former") else seen).append(when)
    latest_seen = max((when.earliest for when in seen if when.earliest), default=None)
    told = [when.latest for when in (*seen, *past) if when.latest]
    ended = min((when.latest for when in past if when.latest), default=None)
    found = _days("from", None, min(told, default=None))
    if ended is not None and (latest_seen is None or latest_seen <= ended):
        return {**found, **_days("to", latest_seen, ended)}
    return {**found, **_days("to", latest_seen, None)}


def best_date(held: Iterable[Held]) -> PartialDate | None:
    """Choose the date that most statements give, the more precise one before the vaguer."""
    found = [when for each in held if (when := date_of(each.statement)) is not None]
    if not found:
        return None
    times = {when.text: sum(1 for each in found if each.text == when.text) for when in found}
    return min(found, key=lambda when: (_PRECISION[when.precision], when.approximate, -times[when.text], when.text))


def _days(name: str, first: date | None, last: date | None) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    if first is not None:
        found[f"{name}_min"] = first
    if last is not None:
        found[f"{name}_max"] = last
    return found
