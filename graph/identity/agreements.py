"""When two articles tell of one agreement: same parties, a fitting type, the same subject, and dates that can go together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilateral.graph.dates import date_of
from bilateral.graph.identity.pairs import sharing
from bilateral.graph.identity.profile import texts_of
from bilateral.graph.identity.titles import Subject, alike, holds, shares, subject
from bilateral.graph.judgement import Judgement
from bilateral.schema.registry import registry
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.identity.profile import Profile

__all__ = ["ALIKE", "RULE", "judge_agreements"]

RULE: Final = "rule agreements"
#: From here on subjects of titles are alike.
ALIKE: Final = 80.0
_SLACK: Final = timedelta(days=2)
_YEAR: Final = timedelta(days=365)
_MONTH: Final = timedelta(days=31)
#: An agreement that is reported as under way so long before it is concluded is more likely another one.
_LONGEST: Final = timedelta(days=5 * 366)
#: Types that reporters use for each other; other types must be equal.
_LOOSE: Final = (
    frozenset({"treaty", "agreement", "memorandum", "contract"}),
    frozenset({"financing", "agreement", "contract"}),
)
_MOST: Final = 1.1


@dataclass(frozen=True, slots=True)
class _Traits:
    key: str
    articles: frozenset[str]
    title: str
    subject: Subject
    type: str
    status: str
    date: PartialDate | None
    areas: frozenset[str]
    amount: tuple[float, str] | None


def judge_agreements(profiles: Iterable[Profile], least: float = ALIKE) -> Iterator[Judgement]:
    """Give the pairs of one block that are one agreement; the best ones first win where an article tells of two."""
    traits = sorted((_traits(each) for each in profiles), key=lambda each: each.key)
    for one, other in _candidates(traits):
        if not one.articles & other.articles and (score := _score(one, other, least)):
            reason = f"same parties, fitting types and dates, {one.title!r} and {other.title!r} {score:.0f} alike"
            yield Judgement.of(one.key, other.key, "same", by=RULE, reason=reason, score=round(score, 1))


def _traits(profile: Profile) -> _Traits:
    told = profile.main
    parties = tuple(sorted(texts_of(told, "parties")))
    amount, currency = told.qualifiers.get("amount"), told.qualifiers.get("currency")
    return _Traits(
        profile.key,
        profile.articles,
        profile.thing.name,
        subject(profile.thing.name, parties),
        str(told.qualifiers.get("type", "")),
        told.value or "",
        date_of(told) or _told_lately(date_of(told, "as_of")),
        texts_of(told, "areas"),
        (float(amount), str(currency)) if isinstance(amount, int | float) else None,
    )


def _told_lately(as_of: PartialDate | None) -> PartialDate | None:
    """Give the year up to an article: what it tells without a date was so on its day, and seldom for longer unsaid."""
    if as_of is None or as_of.earliest is None or as_of.latest is None or as_of.earliest.year == 1:
        return None
    first = as_of.earliest - _YEAR
    return PartialDate.parse(f"{first.isoformat()}/{as_of.latest.isoformat()}")


def _candidates(traits: list[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    """Pair those whose subjects share the start of a word."""
    for one, other in sharing([{word[:4] for word in each.subject.words} for each in traits]):
        yield traits[one], traits[other]


def _score(one: _Traits, other: _Traits, least: float) -> float:
    score = max(alike(one.subject, other.subject), ALIKE if _likely(one, other) else 0.0)
    fits = (
        score >= least
        and _types_fit(one.type, other.type)
        and not (one.areas and other.areas and one.areas.isdisjoint(other.areas))
        and _amounts_fit(one.amount, other.amount)
        and _lives_fit(one, other)
    )
    return score if fits else 0.0


def _likely(one: _Traits, other: _Traits) -> bool:
    """Titles that differ more may still mean one: within a month, for the same sum, or one subject inside the other."""
    if _gap(one.date, other.date) > _MONTH:
        return False
    if one.amount is not None and one.amount == other.amount:
        return shares(one.subject, other.subject)
    return one.type == other.type and bool(one.areas & other.areas) and holds(one.subject, other.subject)


def _types_fit(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _LOOSE)


def _amounts_fit(one: tuple[float, str] | None, other: tuple[float, str] | None) -> bool:
    if one is None or other is None or one[1] != other[1]:
        return True
    low, high = sorted((one[0], other[0]))
    return high <= low * _MOST


def _lives_fit(one: _Traits, other: _Traits) -> bool:
    """One life: the same step at the same time, or a later step that may follow at a later time."""
    if one.date is None or other.date is None:
        return True
    if one.status == other.status:
        return _standing(one.status) or _near(one.date, other.date)
    earlier, later = (one, other) if _before(one.date, other.date) else (other, one)
    return not _contradict(earlier, later) and _gap(earlier.date, later.date) <= _LONGEST


def _standing(status: str) -> bool:
    """Tell whether a status lasts, so that it may be reported at any time."""
    terms = registry().vocabulary("agreement_statuses")
    return status in terms and terms[status].phase in {"effective", "prospective"}


def _contradict(earlier: _Traits, later: _Traits) -> bool:
    terms = registry().vocabulary("agreement_statuses")
    if later.status not in terms or earlier.date is None or later.date is None:
        return False
    return earlier.status in terms[later.status].cannot_follow and earlier.date.before(later.date) == "yes"


def _near(one: PartialDate, other: PartialDate) -> bool:
    return _gap(one, other) <= _SLACK


def _gap(one: PartialDate | None, other: PartialDate | None) -> timedelta:
    """Give the days between two dates, none where they may overlap."""
    if one is None or other is None:
        return timedelta(0)
    gaps = [
        first.earliest - second.latest
        for first, second in ((one, other), (other, one))
        if first.earliest and second.latest and first.earliest > second.latest
    ]
    return max(gaps, default=timedelta(0))


def _before(one: PartialDate, other: PartialDate) -> bool:
    return bool(one.earliest and other.earliest and one.earliest <= other.earliest)
