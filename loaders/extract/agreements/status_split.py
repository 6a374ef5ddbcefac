"""The status words of a line, turns that a time, an adverb or a state cuts in two among them: 'withdrew last week from'.

Input: a line. Output: hits on status words, those cut in two read as if nothing stood between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.status_words import status_index
from bilateral.loaders.extract.text.phrases import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.agreements.status_words import Trigger
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["status_hits"]

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BETWEEN: Final = re.compile(
    rf"\s(?:on\s(?:{_DAY}|\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})|in\s(?:{_MONTH}|(?:19|20)\d\d)"
    rf"|(?:last|this|earlier\sthis)\s(?:week|month|year|{_DAY})|yesterday|today"
    r"|formally|officially|provisionally|unilaterally|finally|abruptly|again|altogether|completely|quietly)\s"
)
_NEAR: Final = 24


def status_hits(body: str, line: Line) -> tuple[Hit[tuple[Trigger, ...]], ...]:
    """Find the status words of a line, those cut in two too, in text order."""
    whole = status_index().find(body, line.start, line.end)
    cut = tuple(_split_turns(body, line))
    kept = [h for h in whole if not any(c.start <= h.start < c.end for c in cut)]
    return tuple(sorted((*kept, *cut), key=lambda h: h.start))


def _split_turns(body: str, line: Line) -> Iterator[Hit[tuple[Trigger, ...]]]:
    """Give the turns of a line that are whole once what cuts them is left out."""
    start, end = line.start, line.end
    states = ((a - 1, b + 1) for a, b in line.states if start < a and b + 1 < end)
    for left, right in sorted((*(m.span() for m in _BETWEEN.finditer(body, start, end)), *states)):
        first, last = max(start, left - _NEAR), min(end, right + _NEAR)
        seam, shift = left - first, right - left - 1
        text = f"{body[first:left]} {body[right:last]}"
        for hit in status_index().find(text):
            if hit.start < seam < hit.end:
                yield Hit(hit.start + first, hit.end + first + shift, hit.value)
