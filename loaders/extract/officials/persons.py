"""Which namings in an article are of one person: full names, surnames, other spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["folded", "group", "same_name"]

_WORD = re.compile(r"[a-z0-9]+")
_PARTICLES: Final = frozenset({"bin", "bint", "ibn", "al", "el", "de", "da", "van", "von", "der", "la", "jr", "sr"})
_ALIKE: Final = 85
#: How long a surname is, and how like another, that is but misspelt.
_LONG: Final = 7
_MISSPELT: Final = 92
#: How many people of one surname are compared; an article has few.
_NEAR: Final = 20


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...


N = TypeVar("N", bound=_Named)


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """Give the parts of a name in plain small letters, particles left out."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ")).encode("ascii", "ignore").decode().casefold()
    words = tuple(w for w in _WORD.findall(plain.replace("'", "")) if w not in _PARTICLES)
    return words or (plain,)


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one person's: one is part of the other, or they are spelt alike."""
    x, y = folded(a), folded(b)
    if set(x) <= set(y) or set(y) <= set(x):
        return True
    if min(len(x), len(y)) == 1:
        return _misspelt(x[-1], y[-1])
    return _alike(x[0], y[0]) and _alike(x[-1], y[-1])


def _misspelt(a: str, b: str) -> bool:
    """Whether a surname alone is but spelt otherwise: `Shikalev`, `Shikhalev`; `Karimov` and `Karimova` are two."""
    same = min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b) > _MISSPELT
    return same and not (a.startswith(b) or b.startswith(a))


def _alike(a: str, b: str) -> bool:
    """Whether two parts are one: spelt the same or nearly so, or one is the other's initial."""
    if min(len(a), len(b)) == 1:
        return a[:1] == b[:1]
    return a == b or fuzz.ratio(a, b) >= _ALIKE


def group(namings: Iterable[N]) -> list[list[N]]:
    """Bring the namings of each person together, longest name first; other states never meet."""
    groups: list[list[N]] = []
    by_word: dict[str, list[int]] = {}
    for naming in sorted(namings, key=lambda n: -len(folded(n.name))):
        words = folded(naming.name)
        near = sorted({number for word in words for number in by_word.get(word, ())[:_NEAR]})
        if not near and len(words) == 1:
            near = [*range(min(len(groups), _NEAR))]
        number = next((n for n in near if _fits(naming, groups[n])), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(naming)
        for word in words:
            known = by_word.setdefault(word, [])
            if number not in known[-_NEAR:]:
                known.append(number)
    return groups


def _fits(naming: _Named, person: Sequence[_Named]) -> bool:
    first = person[0]
    return same_name(naming.name, first.name) and all(_one_state(naming, other) for other in person[:_NEAR])


def _one_state(a: _Named, b: _Named) -> bool:
    return a.country is None or b.country is None or a.country == b.country
