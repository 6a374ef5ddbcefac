"""Which namings in an article are of one person: full names, surnames, other spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["folded", "group", "same_name"]

_WORD = re.compile(r"[a-z0-9]+")
_PARTICLES: Final = frozenset({"bin", "bint", "ibn", "al", "el", "de", "da", "van", "von", "der", "la", "jr", "sr"})
_ALIKE: Final = 90


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
    if min(len(x), len(y)) == 1 or x[0][:1] != y[0][:1]:
        return False
    return x[-1] == y[-1] or fuzz.ratio(" ".join(x), " ".join(y)) >= _ALIKE


def group(namings: Iterable[N]) -> list[list[N]]:
    """Bring the namings of each person together, in the order of their first; other states never meet."""
    groups: list[list[N]] = []
    for naming in sorted(namings, key=lambda n: -len(folded(n.name))):
        fits = [g for g in groups if all(same_name(naming.name, other.name) and _one_state(naming, other) for other in g)]
        if len(fits) == 1 or (fits and naming.country):
            fits[0].append(naming)
        elif not fits:
            groups.append([naming])
        else:
            fits[0].append(naming)
    return groups


def _one_state(a: _Named, b: _Named) -> bool:
    return a.country is None or b.country is None or a.country == b.country
