"""Instruments inside or beside another's phrase: which stand for themselves, which only say what the other is.

Input: the instruments read one by one. Output: the same, cut where the next of a row begins, without those that are swallowed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["settle"]

Span = tuple[int, int]

_TRAILING: Final = re.compile(r"(?:[\s,;&]|\band|\bas well as|\balong with)+\Z")
_ARTICLES: Final = frozenset({"the", "a", "an", "another"})
_JOINING: Final = frozenset({"and", ",", ";", "&"})
_JOINING_PAIRS: Final = (["well", "as"], ["along", "with"])
_APART: Final = (" under the ", " replace ", "existing")


def settle(body: str, line: Line, read: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Settle what each instrument of a line is to the one before it."""
    found: list[Instrument] = []
    for instrument in read:
        if found and instrument.head < found[-1].end:
            if _is_next(line, found[-1], instrument):
                found[-1] = _cut(body, found[-1], instrument.start)
            elif not _stands_apart(body, found[-1], instrument):
                found[-1] = _with_inner(found[-1], instrument)
                continue
        found.append(instrument)
    return tuple(found)


def _is_next(line: Line, outer: Instrument, inner: Instrument) -> bool:
    """Tell whether the inner one is the next of a row: 'a treaty on X and a protocol on Y'."""
    before = [w.low for w in line.words if outer.head_end <= w.start < inner.start][-2:]
    joined = before in _JOINING_PAIRS or bool(before and before[-1] in _JOINING)
    return joined and (inner.determiner in _ARTICLES or inner.count is not None or inner.named or inner.plural)


def _cut(body: str, outer: Instrument, at: int) -> Instrument:
    """End an instrument's phrase before the next one."""
    end = max(len(_TRAILING.sub("", body[:at])), outer.head_end)
    return replace(outer, end=end, topic=_until(outer.topic, end), partners=_until(outer.partners, end))


def _until(span: Span | None, end: int) -> Span | None:
    return None if span is None or span[0] >= end else (span[0], min(span[1], end))


def _stands_apart(body: str, outer: Instrument, inner: Instrument) -> bool:
    """Tell whether the inner one is an instrument of its own: 'minutes of the Joint Commission', 'amendment to the treaty'."""
    between = body[outer.head_end : inner.head].casefold()
    if outer.type == "joint_statement" and inner.type == "framework":
        return between.split()[:1] == ["of"]
    return outer.noun.startswith("amend") or any(sign in between for sign in _APART)


def _with_inner(outer: Instrument, inner: Instrument) -> Instrument:
    """Take over what the inner one tells: a deal on a ceasefire is a ceasefire."""
    ends_war = inner.type == "ceasefire" and outer.type == "agreement"
    return replace(outer, type="ceasefire") if ends_war else outer
