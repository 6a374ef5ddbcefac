"""Whether the sentences around a transfer speak of a sale: goods that are delivered or received under a contract are sold.

Input: the lines of an article. Output: a `Market` that answers for a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["Market"]

_BEFORE: Final = 4
_AFTER: Final = 1


@dataclass(frozen=True, slots=True)
class Market:
    """The numbers of the lines that speak of sales, and of those that speak of gifts."""

    sales: frozenset[int] = frozenset()
    gifts: frozenset[int] = frozenset()

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Market:
        """Read the lines of an article."""
        return cls(_where(lines, "flow sale words"), _where(lines, "flow gift words"))

    def sold(self, line: Line) -> bool:
        """Tell whether what a line delivers is sold: it or a line close by tells of a sale, and none nearer of a gift."""
        if line.index in self.sales | self.gifts:
            return line.index not in self.gifts
        near = [line.index - back for back in range(1, _BEFORE + 1)] + [line.index + _AFTER]
        first = next((at for at in near if at in self.sales | self.gifts), None)
        return first is not None and first not in self.gifts


def _where(lines: Sequence[Line], key: str) -> frozenset[int]:
    words = word_set("flow_grammar", key)
    return frozenset(line.index for line in lines if any(w.low in words for w in line.words) or _swapped(line, key))


def _swapped(line: Line, key: str) -> bool:
    """Tell whether goods go for goods: 'in exchange', 'in return'."""
    pairs = ((a.low, b.low) for a, b in pairwise(line.words))
    return key == "flow sale words" and any(a == "in" and b in {"exchange", "return"} for a, b in pairs)
