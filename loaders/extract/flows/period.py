"""The time in which something moves.

Input: a line and the thing moved. Output: a partial date from the nearest date of the line, None where there is none. The day on which
somebody said so is not the day of the transfer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.trade import of_trade

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import DateMark
    from bilateral.schema.values import PartialDate

__all__ = ["period_of"]

_FAR: Final = 140
_BACK: Final = 4
_SAYING: Final = frozenset({"said", "says", "told", "announced", "reported", "statement", "speaking", "according"})


def period_of(scene: Scene, line: Line, thing: Thing) -> PartialDate | None:
    """Give the date nearest to the thing: years and months before days, what follows before what precedes."""
    marks = [d for d in scene.dates_in(line.start, line.end) if d.past is not None and d.role != "deadline"]
    near = [d for d in marks if _distance(d, thing) < _FAR and not _is_of_saying(line, d)]
    if not near and of_trade(line) and line.index:
        before = scene.sentences[line.index - 1]
        near = [d for d in scene.dates_in(before.start, before.end) if d.past is not None and not _is_day(d)]
    nearest = min(near, key=lambda d: (_is_day(d), d.start < thing.end, _distance(d, thing)), default=None)
    return nearest.past if nearest is not None else None


def _distance(mark: DateMark, thing: Thing) -> int:
    return max(0, mark.start - thing.end, thing.start - mark.end)


def _is_day(mark: DateMark) -> bool:
    return mark.past is not None and mark.past.precision == "day"


def _is_of_saying(line: Line, mark: DateMark) -> bool:
    """Tell whether the date belongs to a verb of saying: 'said on Monday'."""
    at = line.at(mark.start)
    return _is_day(mark) and bool({line.low(i) for i in range(max(0, at - _BACK), at)} & _SAYING)
