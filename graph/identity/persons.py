"""When two names are one person: the same state served, names alike, and offices that overlap. Never across states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from bilateral.graph import ids
from bilateral.graph.dates import date_of
from bilateral.graph.identity.pairs import sharing
from bilateral.graph.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bilateral.graph.identity.profile import Profile

__all__ = ["ALIKE", "RULE", "judge_persons"]

RULE: Final = "rule persons"
#: From here on names are alike.
ALIKE: Final = 92.0
#: Two holders of one office may be namesakes, as father and son: reports further apart than this are not joined.
_LONGEST: Final = timedelta(days=8 * 366)
_FULL: Final = 2


@dataclass(frozen=True, slots=True)
class _Traits:
    key: str
    words: tuple[str, ...]
    posts: frozenset[str]
    days: tuple[date, ...]

    @property
    def name(self) -> str:
        return " ".join(self.words)


def judge_persons(profiles: Iterable[Profile], least: float = ALIKE) -> Iterator[Judgement]:
    """Give the pairs of one state that are one person; a bare surname joins only if one holder of its office has it."""
    traits = sorted((_traits(each) for each in profiles), key=lambda each: each.key)
    full = [each for each in traits if len(each.words) >= _FULL]
    for one, other in _candidates(full):
        score = float(fuzz.WRatio(one.name, other.name))
        if score >= least and _offices_meet(one, other) and _initials_fit(one.words, other.words):
            reason = f"same state, names {score:.0f} alike, offices meet"
            yield Judgement.of(one.key, other.key, "same", by=RULE, reason=reason, score=round(score, 1))
    for each in traits:
        if len(each.words) == 1:
            yield from _by_surname(each, full)


def _traits(profile: Profile) -> _Traits:
    posts = frozenset(
        each.object.id for each in profile.statements if each.predicate == "HOLDS" and each.object is not None
    )
    days = {date_of(each, "as_of") for each in profile.statements} - {None}
    return _Traits(
        profile.key,
        tuple(ids.slug(profile.thing.name).split("-")),
        posts,
        tuple(sorted(each.earliest for each in days if each and each.earliest)),
    )


def _candidates(traits: list[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    for one, other in sharing([{word[:3] for word in each.words if len(word) > 1} for each in traits]):
        yield traits[one], traits[other]


def _by_surname(bare: _Traits, full: list[_Traits]) -> Iterator[Judgement]:
    fitting = [
        each for each in full if each.words[-1] == bare.words[0] and each.posts & bare.posts and _close(bare, each)
    ]
    if len(fitting) == 1:
        reason = "same state and office, and the only holder of this surname"
        yield Judgement.of(bare.key, fitting[0].key, "same", by=RULE, reason=reason, score=ALIKE)


def _offices_meet(one: _Traits, other: _Traits) -> bool:
    return bool(one.posts & other.posts or not one.posts or not other.posts or _words(one) & _words(other)) and _close(
        one, other
    )


def _words(traits: _Traits) -> set[str]:
    """Give the words of all offices of a person: a deputy minister may become minister."""
    return {word for post in traits.posts for word in post.split("/")[2].split("-") if len(word) > _FULL}


def _close(one: _Traits, other: _Traits) -> bool:
    if not one.days or not other.days:
        return True
    return max(one.days[0], other.days[0]) - min(one.days[-1], other.days[-1]) <= _LONGEST


def _initials_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """`H W Bush` and `W Bush` are two: where both give single letters, they must be the same ones."""
    first, second = ({word for word in words if len(word) == 1} for words in (one, other))
    return not first or not second or first == second
