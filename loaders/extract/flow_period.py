"""The time in which something moves.

Input: a line and the thing moved. Output: a partial date from the nearest date of the line, None where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.flow_things import Thing
    from bilateral.loaders.extract.lines import Line
    from bilateral.schema.values import PartialDate

__all__ = ["period_of"]

_FAR: Final = 90


def period_of(scene: Scene, line: Line, thing: Thing) -> PartialDate | None:
    """Give the date nearest to the thing, those after it first."""
    marks = [d for d in scene.dates_in(line.start, line.end) if d.past is not None and d.role != "deadline"]
    after = [d for d in marks if 0 <= d.start - thing.end < _FAR]
    before = [d for d in marks if 0 <= thing.start - d.end < _FAR]
    nearest = after[:1] or before[-1:]
    if not nearest or nearest[0].past is None or nearest[0].past.precision == "day":
        return None
    return nearest[0].past
