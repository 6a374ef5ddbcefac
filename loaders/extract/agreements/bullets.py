"""Instruments listed below a line that announces them: 'The following were signed:' and one item a line.

Input: the article's lines and the announcing line's plural instrument. Output: one instrument an item, on the item's own line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.nouns import find_instruments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["announces_list", "items_below", "listed_titles"]

_BULLET: Final = re.compile(r"(?:[*•▪●·–—-]|\(?[0-9ivx]{1,4}[.)]|\(?[a-z]\))\s*\Z", re.IGNORECASE)
_LEADING: Final = re.compile(r"(?:[*•▪●·–—-]|\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-h])[.)])\s*", re.IGNORECASE)
_NEXT: Final = re.compile(r"\s*\n\s*\(?[0-9]{1,2}[.)]\Z")
_INNER: Final = re.compile(r";\s*(?:and\b)?\s*[*•]\s*")
_TAIL: Final = re.compile(r"[\s;,.]*(?:\band\b)?[\s;,.*]*\Z")
_MARK: Final = 6
_OPENING: Final = 6
_INTRODUCTION: Final = 10
_LONGEST: Final = 240
_MOST: Final = 30


def announces_list(body: str, lines: Sequence[Line], at: int, instrument: Instrument) -> int | None:
    """Give the number of the line above the list: the plural's own that ends in a colon, or 'These include:' after it."""
    if not instrument.plural:
        return None
    following = lines[at + 1] if at + 1 < len(lines) else None
    if _ends_in_colon(body, lines[at]):
        return at
    if following is None:
        return None
    if _ends_in_colon(body, following) and len(following.words) <= _INTRODUCTION:
        return at + 1
    gap = body[lines[at].end : following.start]
    marked = "\n" in gap and (_BULLET.search(gap) or body[following.start] in "*•-")
    return at if marked else None


def _ends_in_colon(body: str, line: Line) -> bool:
    return body[line.start : line.end].rstrip().endswith(":")


def items_below(body: str, lines: Sequence[Line], at: int, instrument: Instrument) -> Iterator[tuple[Line, Instrument]]:
    """Give the items that follow line `at`, as long as they are marked as items."""
    last, closed = _end(body, lines[at]), False
    for line in lines[at + 1 : at + 1 + _MOST]:
        gap, end = body[last : line.start], _end(body, line)
        bare = "\n" in gap and end - line.start < _LONGEST and not (closed or body[:end].endswith("."))
        if not (_BULLET.search(gap) or _LEADING.match(body, line.start) or bare):
            return
        named = _named_item(body, line)
        if named is not None:
            yield line, named
        else:
            yield from ((line, _item(line, instrument, span)) for span in _pieces(body, line))
        last, closed = end, body[:end].endswith(".")


def _end(body: str, line: Line) -> int:
    """Give where a line ends without the number of the next item, which the cut into sentences may leave there."""
    tail = _NEXT.search(body, line.start, line.end)
    return tail.start() if tail else line.end


def _pieces(body: str, line: Line) -> Iterator[tuple[int, int]]:
    """Give the items that share a line, without what ends them."""
    lead, last = _LEADING.match(body, line.start), _end(body, line)
    start = lead.end() if lead else line.start
    for stop in (*(m.start() for m in _INNER.finditer(body, line.start, last)), last):
        tail = _TAIL.search(body, start, stop)
        end = tail.start() if tail else stop
        if 0 < end - start < _LONGEST:
            yield start, end
        inner = _INNER.match(body, stop)
        start = inner.end() if inner else stop


def _named_item(body: str, line: Line) -> Instrument | None:
    """Give the instrument that an item names itself: 'Agreement on Customs Cooperation'."""
    named = [i for i in find_instruments(body, line) if line.at(i.head) < _OPENING and not i.plural]
    return replace(named[0], item=True) if named else None


def listed_titles(body: str, lines: Sequence[Line], at: int) -> Iterator[tuple[Line, Instrument]]:
    """Give the instruments of a list without an introduction: lines that are titles, two at least."""
    rows: list[tuple[Line, Instrument]] = []
    for line in lines[at : at + _MOST]:
        marked = bool(_BULLET.search(body, max(0, line.start - _MARK), line.start))
        ends = (":", "?", "”") if marked else (".", ":", "?", "”")
        if body[line.start : line.end].endswith(ends) or line.end - line.start > _LONGEST:
            break
        item = _named_item(body, line)
        if item is None or item.topic is None:
            break
        rows.append((line, item))
    if len(rows) > 1:
        yield from rows


def _item(line: Line, instrument: Instrument, span: tuple[int, int]) -> Instrument:
    return replace(
        instrument,
        line=line.index,
        start=span[0],
        end=span[1],
        topic=span,
        partners=None,
        plural=False,
        count=None,
        item=True,
        modifiers=(),
        codes=(),
    )
