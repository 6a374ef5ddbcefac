"""When two articles tell of one happening: same type and sides, the same time, and something more in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilateral.graph import ids
from bilateral.graph.dates import date_of
from bilateral.graph.identity.pairs import sharing
from bilateral.graph.identity.profile import texts_of
from bilateral.graph.judgement import Judgement
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.identity.profile import Profile

__all__ = ["RULE", "is_directed", "judge_events"]

RULE: Final = "rule events"
_SLACK: Final = timedelta(days=1)
#: An event without a date is told within days of it; more than this between two articles and they may mean two.
_NEWS: Final = timedelta(days=3)
_SHORT: Final = timedelta(days=31)
_MODES: Final = frozenset({"meeting", "talks"})


@dataclass(frozen=True, slots=True)
class _Traits:
    key: str
    articles: frozenset[str]
    type: str
    mode: str
    sides: tuple[frozenset[str], frozenset[str]]
    directed: bool
    first: date | None
    last: date | None
    dated: bool
    place: str
    officials: frozenset[str]
    areas: frozenset[str]


def judge_events(profiles: Iterable[Profile]) -> Iterator[Judgement]:
    """Give the pairs of one block that are one happening."""
    traits = sorted((_traits(each) for each in profiles), key=lambda each: each.key)
    for one, other in _candidates(traits):
        shared = _shared(one, other)
        if shared:
            reason = f"same {one.type} between the same sides at the same time, with {' and '.join(shared)} in common"
            yield Judgement.of(one.key, other.key, "same", by=RULE, reason=reason, score=float(len(shared)))


def _traits(profile: Profile) -> _Traits:
    told = profile.main
    when = date_of(told)
    near = when or profile.published
    type_ = str(told.qualifiers.get("type", ""))
    sides = (texts_of(told, "sources"), texts_of(told, "targets"))
    mode = str(told.qualifiers.get("mode", ""))
    return _Traits(
        profile.key,
        profile.articles,
        type_,
        mode,
        sides,
        is_directed(type_, mode) and not told.qualifiers.get("symmetric"),
        None if near is None else near.earliest,
        None if near is None else near.latest,
        when is not None,
        ids.fold(str(told.qualifiers.get("place", ""))),
        frozenset(key.rpartition("#")[2] for key in texts_of(told, "officials")),
        texts_of(told, "areas"),
    )


def _candidates(traits: list[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    """Pair those of one type that may be in one month."""
    for one, other in sharing([_months(each) for each in traits]):
        yield traits[one], traits[other]


def _months(traits: _Traits) -> set[str]:
    """Give the months in which an event may be; what may be at any time within more than a month is not compared."""
    if not traits.first or not traits.last or traits.last - traits.first > _SHORT:
        return set()
    days = (_shift(traits.first, -_NEWS), traits.first, traits.last, _shift(traits.last, _NEWS))
    return {f"{traits.type} {day.year:04}-{day.month:02}" for day in days}


def _shared(one: _Traits, other: _Traits) -> tuple[str, ...]:
    """Name what two have in common beyond type, sides and time; nothing if they differ in anything that both tell."""
    if one.articles & other.articles or not _sides_fit(one, other) or not _times_fit(one, other):
        return ()
    if one.mode and other.mode and one.mode != other.mode and not {one.mode, other.mode} <= _MODES:
        return ()
    if one.place and other.place and not (one.place in other.place or other.place in one.place):
        return ()
    if one.officials and other.officials and one.officials.isdisjoint(other.officials):
        return ()
    found = []
    if one.officials & other.officials:
        found.append("an official")
    if one.place and other.place:
        found.append("the place")
    if one.areas & other.areas:
        found.append("an area")
    if one.mode and one.mode == other.mode:
        found.append(f"the mode {one.mode}")
    return tuple(found)


def is_directed(kind: str, mode: str) -> bool:
    """Tell whether it matters who acts: it does not for consultations and promises, except for who visits whom."""
    terms = registry().vocabulary("event_types")
    return not (kind in terms and terms[kind].symmetric) or mode == "visit"


def _sides_fit(one: _Traits, other: _Traits) -> bool:
    if one.directed and other.directed:
        return one.sides == other.sides
    return one.sides[0] | one.sides[1] == other.sides[0] | other.sides[1]


def _times_fit(one: _Traits, other: _Traits) -> bool:
    """Two dated ones must meet within a day; if one is undated, its article must be from the days around."""
    slack = _SLACK if one.dated and other.dated else _NEWS
    if not (one.first and one.last and other.first and other.last):
        return False
    return _shift(one.first, -slack) <= other.last and _shift(other.first, -slack) <= one.last


def _shift(day: date, by: timedelta) -> date:
    """Move a day, but not out of the calendar."""
    try:
        return day + by
    except OverflowError:
        return day
