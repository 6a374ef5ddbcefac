"""Turns of speech that a time or an adverb cuts in two: 'withdrew last week from', 'entered provisionally into force'.

Input: the text of a line. Output: hits on status words as if nothing stood between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.status_words import status_index
from bilateral.loaders.extract.text.phrases import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.agreements.status_words import Trigger

__all__ = ["split_turns"]

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BETWEEN: Final = re.compile(
    rf"\s(?:on\s(?:{_DAY}|\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})|in\s(?:{_MONTH}|(?:19|20)\d\d)"
    rf"|(?:last|this|earlier\sthis)\s(?:week|month|year|{_DAY})|yesterday|today"
    r"|formally|officially|provisionally|unilaterally|finally|abruptly|again|altogether|completely|quietly)\s"
)
_NEAR: Final = 24


def split_turns(body: str, start: int, end: int) -> Iterator[Hit[tuple[Trigger, ...]]]:
    """Give the turns of a text that are whole once what cuts them is left out."""
    for cut in _BETWEEN.finditer(body, start, end):
        first, last = max(start, cut.start() - _NEAR), min(end, cut.end() + _NEAR)
        seam, shift = cut.start() - first, cut.end() - cut.start() - 1
        text = f"{body[first : cut.start()]} {body[cut.end() : last]}"
        for hit in status_index().find(text):
            if hit.start < seam < hit.end:
                yield Hit(hit.start + first, hit.end + first + shift, hit.value)
