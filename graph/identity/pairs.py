"""Pairs worth comparing: those that share a key, each once, without holding them all in memory."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["sharing"]


def sharing(keys: Sequence[AbstractSet[str]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of positions whose keys meet; the order depends on the keys only."""
    found: dict[str, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            found.setdefault(key, []).append(number)
    for key in sorted(found):
        for one, other in combinations(found[key], 2):
            # A pair that shares several keys comes with the first of them.
            if key == min(keys[one] & keys[other]):
                yield one, other
