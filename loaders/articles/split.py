"""Where articles begin in one text file: the plain form, newspaper pages, feeds, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.articles.dateline import read_date_line, updated
from bilateral.loaders.articles.lines import Line, caption, feed_line, page_furniture, title_like

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_starts"]

#: How far above `Updated 04 March 2023` the headline can stand, and how far below it is repeated.
_ABOVE, _BELOW = 12, 14
#: Empty lines between two articles of which the second has no date.
_GAP = 2
_PAGE_WORDS = frozenset({"follow", "short url"})


def find_starts(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the numbers of the lines on which an article's headline stands, first one first."""
    first = next((i for i, line in enumerate(lines) if not line.blank), None)
    if first is None:
        return ()
    undated = _plain_without_date(lines, first)
    starts = [first]
    for i in range(first + 1, len(lines)):
        if lines[i].blank:
            continue
        if _dated(lines, i) or _in_feed(lines, i) or (undated and _plain_without_date(lines, i)):
            starts.append(i)
        elif updated(lines[i].text):
            starts.append(_headline_above(lines, i, starts[-1]))
    return tuple(dict.fromkeys(starts))


def _dated(lines: Sequence[Line], i: int) -> bool:
    return (
        lines[i - 1].blank
        and i + 1 < len(lines)
        and title_like(lines[i].text)
        and read_date_line(lines[i].text) is None
        and not page_furniture(lines[i].text)
        and read_date_line(lines[i + 1].text) is not None
        and not updated(lines[i + 1].text)
    )


def _in_feed(lines: Sequence[Line], i: int) -> bool:
    return i + 1 < len(lines) and lines[i - 1].blank and feed_line(lines[i + 1].text) and not feed_line(lines[i].text)


def _plain_without_date(lines: Sequence[Line], i: int) -> bool:
    """Whether an undated article begins here: two empty lines above (or nothing), headline, two empty lines, text."""
    above = all(line.blank for line in lines[max(0, i - _GAP) : i])
    below = lines[i + 1 : i + 1 + _GAP]
    after = lines[i + 1 + _GAP : i + 2 + _GAP]
    return (
        above
        and len(below) == _GAP
        and all(x.blank for x in below)
        and any(not x.blank for x in after)
        and title_like(lines[i].text)
    )


def _headline_above(lines: Sequence[Line], at: int, last: int) -> int:
    """Find the headline that an `Updated` line belongs to: the one repeated below it, else the first line not furniture."""
    below = {line.text.strip() for line in lines[at + 1 : at + 1 + _BELOW] if not line.blank}
    near = [i for i in range(at - 1, max(last, at - _ABOVE) - 1, -1) if not lines[i].blank]
    repeated = [i for i in near if lines[i].text.strip() in below and not page_furniture(lines[i].text)]
    if repeated:
        return repeated[0]
    if not _on_a_page(lines, at):
        return last
    for i in near:
        text = lines[i].text
        if i > last and lines[i - 1].blank and title_like(text) and not (page_furniture(text) or caption(text)):
            return i
    return last


def _on_a_page(lines: Sequence[Line], at: int) -> bool:
    """Whether an `Updated` line belongs to a newspaper page's head, and not to the foot of a text."""
    near = [line.text.strip().lower() for line in (*lines[max(0, at - 2) : at], *lines[at + 1 : at + 5])]
    return any(word in near for word in _PAGE_WORDS)
