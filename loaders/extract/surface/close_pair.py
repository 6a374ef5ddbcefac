"""The two states that an article is about, where it is surely about two.

Input: the article's scene and lines. Output: their codes, or nothing. Both must lead the counts, and stand together in the title or
in two sentences at least: only then may one of them be understood where it is not named.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.scene.reference import References

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["ClosePair"]

_TOGETHER: Final = 2
_BACK: Final = 3
_JOINING: Final = frozenset({",", "and", "the", "&", "-", "–", "/"})


class ClosePair:
    """The article's pair; answers which state is meant beside a given one."""

    __slots__ = ("_references", "_rows", "_starts", "_titled", "_trades", "codes", "home")

    def __init__(self, scene: Scene, lines: Iterable[Line]) -> None:
        self._references = References(scene)
        self.home = (scene.home,) if scene.home else ()
        every = tuple(lines)
        self._starts = tuple(line.start for line in every)
        self._rows = tuple(row for line in every for row in _rows_of(line))
        self._trades = tuple((line.index, codes) for line in every if (codes := _traders(line)))
        self._titled = tuple(sorted(set(scene.title_codes)))
        pair = frozenset(self._references.leading())
        together = sum(1 for line in every if pair <= {a.code for a in line.actors})
        self.codes = pair if pair and (pair <= set(scene.title_codes) or together >= _TOGETHER) else frozenset[str]()

    def other(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Give the other of the two if exactly one of them is given and nothing else."""
        given = set(codes)
        rest = self.codes - given
        return tuple(rest) if len(rest) == 1 and given < self.codes else ()

    def topic(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Give the one state that the title names beside the given ones, else the article's home."""
        rest = tuple(code for code in self._titled if code not in set(codes))
        if rest:
            return rest if len(rest) == 1 else ()
        return tuple(code for code in self.home if code not in set(codes))

    def both(self, offset: int) -> tuple[str, ...]:
        """Give what 'the two countries' means at an offset."""
        return self._references.dyad(offset) or (self._titled if len(self._titled) == _TOGETHER else ())

    def quoted(self, offset: int) -> bool:
        """Tell whether a place stands inside quotation marks."""
        return self._references.quoted(offset)

    def row(self, offset: int, count: int) -> tuple[str, ...]:
        """Give the states that 'the three countries' means at an offset: the last row of so many, the title's, the next row."""
        rows = [codes for start, codes in self._rows if start < offset and len(codes) == count]
        if rows:
            return rows[-1]
        later = [codes for start, codes in self._rows if start >= offset and len(codes) == count]
        return self._titled if len(self._titled) == count else next(iter(later), ())

    def trading(self, index: int, code: str) -> tuple[str, ...]:
        """Give the state that trades with another, as told in the last sentences before sentence `index`."""
        told = [codes - {code} for at, codes in self._trades if 0 <= index - at <= _TOGETHER and code in codes]
        return tuple(told[-1]) if told else ()

    def traded(self, index: int) -> frozenset[str]:
        """Give the two states whose trade was told last, in sentence `index` or the two before it."""
        told = [codes for at, codes in self._trades if 0 <= index - at <= _TOGETHER]
        return told[-1] if told else frozenset()

    def person(self, offset: int) -> str | None:
        """Give the state of the one official that 'he' or 'she' means at an offset, over a few sentences."""
        at = bisect_right(self._starts, offset) - 1
        places = (offset, *reversed(self._starts[max(0, at - _BACK + 1) : at]))
        officials = (self._references.he(place) for place in places)
        return next((official.country for official in officials if official is not None), None)

    def speaker(self, offset: int) -> tuple[str, ...]:
        """Give the state that 'we' means at an offset."""
        return self._references.we(offset)


def _rows_of(line: Line) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows of three states or more that a line names, with the place of the last: 'A, B and C'."""
    row: list[Actor] = []
    for actor in (*line.actors, None):
        between = {w.low for w in line.words if row and actor and row[-1].end <= w.start < actor.start}
        if actor is not None and (not row or between <= _JOINING):
            row.append(actor)
            continue
        codes = tuple(sorted({a.code for a in row}))
        if len(codes) > _TOGETHER:
            yield row[-1].start, codes
        row = [actor] if actor is not None else []


def _traders(line: Line) -> frozenset[str]:
    """Give the two states whose trade a line tells."""
    codes = frozenset(m.code for m in line.mentions)
    return codes if len(codes) == _TOGETHER and any(w.low in {"trade", "turnover"} for w in line.words) else frozenset()
