"""The two states that an article is about, where it is surely about two.

Input: the article's scene and lines. Output: their codes, or nothing. Both must lead the counts, and stand together in the title or
in two sentences at least: only then may one of them be understood where it is not named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.scene.reference import References

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["ClosePair"]

_TOGETHER: Final = 2


class ClosePair:
    """The article's pair; answers which state is meant beside a given one."""

    __slots__ = ("_references", "codes", "home")

    def __init__(self, scene: Scene, lines: Iterable[Line]) -> None:
        self._references = References(scene)
        self.home = (scene.home,) if scene.home else ()
        pair = frozenset(self._references.leading())
        together = sum(1 for line in lines if pair <= {a.code for a in line.actors})
        self.codes = pair if pair and (pair <= set(scene.title_codes) or together >= _TOGETHER) else frozenset[str]()

    def other(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Give the other of the two if exactly one of them is given and nothing else."""
        given = set(codes)
        rest = self.codes - given
        return tuple(rest) if len(rest) == 1 and given < self.codes else ()

    def both(self, offset: int) -> tuple[str, ...]:
        """Give what 'the two countries' means at an offset."""
        return self._references.dyad(offset)

    def speaker(self, offset: int) -> tuple[str, ...]:
        """Give the state that 'we' means at an offset."""
        return self._references.we(offset)
