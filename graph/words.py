"""Choosing among the words that several sources use for one thing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["most_told"]

_LONGEST: Final = 120


def most_told(words: Iterable[str]) -> str:
    """Give the word that most sources use; of several the fuller one, unless it is overlong; then the first in order."""
    times = Counter(words)
    return min(times, key=lambda word: (-times[word], len(word) > _LONGEST, -len(word), word))
