"""Numbers that are no sum, quantity or date of their own.

Input: the scene, a line, a place or a number. Output: the numbers there, and whether one stands free.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from bilateral.loaders.extract.figures.numbers import find_numbers

if TYPE_CHECKING:
    from bilateral.loaders.extract.figures.numbers import Number
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["end_of", "is_free", "numbers_in"]


def numbers_in(scene: Scene, start: int, end: int) -> tuple[Number, ...]:
    """Give the numbers that begin in `body[start:end]`."""
    numbers = find_numbers(scene.body)
    first, last = (bisect_left(numbers, place, key=lambda n: n.start) for place in (start, end))
    return numbers[first:last]


def end_of(number: Number) -> int:
    """Give where a number ends, its letter included: '5m'."""
    return number.letter_end or number.end


def is_free(scene: Scene, line: Line, number: Number) -> bool:
    """Tell whether nothing in the line is priced, measured or dated by the number."""
    spans = [(m.start, m.end) for m in scene.amounts_in(line.start, line.end)]
    spans += [(m.start, m.end) for m in scene.quantities_in(line.start, line.end)]
    spans += [(m.start, m.end) for m in scene.dates_in(line.start, line.end)]
    return not number.is_attached and not any(a < end_of(number) and number.start < b for a, b in spans)
