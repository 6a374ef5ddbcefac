"""What the rules may look up about an article while they read one of its sentences.

Input: the marks of the early steps. Output: `Scene`, which finds marks by their offsets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.text.marks import (
        AmountMark,
        DateMark,
        OfficialMark,
        QuantityMark,
        Sentence,
        StateMention,
    )
    from bilateral.schema.values import PartialDate

__all__ = ["Scene"]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's body with its marks in text order; `home` is the state whose voice or capital the article comes from."""

    body: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[StateMention, ...] = ()
    officials: tuple[OfficialMark, ...] = ()
    dates: tuple[DateMark, ...] = ()
    amounts: tuple[AmountMark, ...] = ()
    published: PartialDate | None = None
    home: str | None = None
    title_codes: tuple[str, ...] = ()
    title: str = ""
    quantities: tuple[QuantityMark, ...] = ()
    _official_at: dict[int, OfficialMark] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the officials by place."""
        object.__setattr__(
            self, "_official_at", {start: o for o in self.officials for start in (o.name_start, o.start)}
        )

    def official_at(self, start: int) -> OfficialMark | None:
        """Give the official whose phrase or name begins at `start`, a 'visiting' before it left aside."""
        return self._official_at.get(start) or self._official_at.get(start - len("visiting "))

    def mentions_in(self, start: int, end: int) -> tuple[StateMention, ...]:
        """Give the states named in `body[start:end]`."""
        return _between(self.mentions, start, end)

    def dates_in(self, start: int, end: int) -> tuple[DateMark, ...]:
        """Give the dates in `body[start:end]`."""
        return _between(self.dates, start, end)

    def amounts_in(self, start: int, end: int) -> tuple[AmountMark, ...]:
        """Give the sums of money in `body[start:end]`."""
        return _between(self.amounts, start, end)

    def quantities_in(self, start: int, end: int) -> tuple[QuantityMark, ...]:
        """Give the quantities in `body[start:end]`."""
        return _between(self.quantities, start, end)

    def officials_in(self, start: int, end: int) -> tuple[OfficialMark, ...]:
        """Give the officials named in `body[start:end]`."""
        return _between(self.officials, start, end)

    def sentence_index(self, offset: int) -> int:
        """Give the number of the sentence at an offset."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)


def _between(marks: Sequence[M], start: int, end: int) -> tuple[M, ...]:
    first = bisect_left(marks, start, key=lambda m: m.start)
    last = bisect_left(marks, end, key=lambda m: m.start)
    return tuple(marks[first:last])
