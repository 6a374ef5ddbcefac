"""Instruments told one by one in the sentence that counts them: 'two pacts were signed, one with A on X, the other with B'.

Input: a plural instrument with its line. Output: one instrument for each, with its partners and what it is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.agreements.instrument import Instrument

__all__ = ["told_one_by_one"]

_ONE: Final = re.compile(
    r"\b(?:(?:the |a )?(?:one|first|second|third|fourth|fifth|last)|the others?|another)\s+(?=between\b|with\b)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\s(?:on|for|about|regarding|concerning|covering|to)\s", re.IGNORECASE)
_TAIL: Final = re.compile(r"(?:[\s,;.]|\band)+\Z")


def told_one_by_one(body: str, instrument: Instrument, stop: int) -> Iterator[Instrument]:
    """Give one instrument for each 'one between …', 'the other with …' before `stop`, if there are two or more."""
    found = [(m.end(), m.start()) for m in _ONE.finditer(body, instrument.head_end, stop)]
    ends = [start for _, start in found[1:]] + [stop]
    for (start, _), end in zip(found if len(found) > 1 else [], ends, strict=False):
        last = _TAIL.search(body, start, end)
        end = last.start() if last else end  # noqa: PLW2901 - what joins the next one is no part of it
        about = _ABOUT.search(body, start, end)
        partners = (start, about.start() if about else end)
        topic = (about.start() + 1, end) if about else None
        yield replace(
            instrument, topic=topic, partners=partners, plural=False, item=True, count=None, end=instrument.head_end
        )
