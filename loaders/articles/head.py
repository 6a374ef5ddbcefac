"""What stands above a story: headline, day, publisher, address; and where the story itself begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bilateral.loaders.articles.dateline import read_date_line
from bilateral.loaders.articles.lines import Line, page_button, title_like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.schema.values import PartialDate

__all__ = ["Head", "read_head"]

_KEY = re.compile(
    r"\s*-?\s*(?P<key>publisher|source|url|link|language|lang|rss feed|date published)\s*:\s*(?P<value>.*?)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*-?\s*(https?://\S+)\s*")
#: How many lines of a page are searched for its day when the head gives none.
_REACH = 14
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one article and the number of its first body line."""

    body: int
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_head(lines: Sequence[Line], first: int, end: int) -> Head:
    """Read the head of the article whose headline is line `first`; the article ends before line `end`."""
    head = _headline(lines, first, end)
    at = head.body
    while at < end:
        changed = replace(head, body=at + 1) if lines[at].blank else _add(head, lines[at].text, at)
        if changed is None:
            break
        head, at = changed, at + 1
    if head.published is None:
        head = replace(head, published=_day_below(lines, head.body, end))
    return _with_page_address(head, lines, end)


def _headline(lines: Sequence[Line], first: int, end: int) -> Head:
    """Take the first line as headline unless it is plainly the story's first paragraph."""
    text = lines[first].text.strip()
    alone = (
        first + 1 >= end or lines[first + 1].blank or _add(Head(first), lines[first + 1].text, first + 1) is not None
    )
    if title_like(text) or (alone and len(text) <= _LONGEST_TITLE and not text.endswith(".")):
        return Head(first + 1, title=text)
    return Head(first)


def _add(head: Head, text: str, at: int) -> Head | None:
    """Add what a line of the head says; None if the line belongs to the story."""
    if head.published is None and (day := read_date_line(text)):
        return replace(head, body=at + 1, published=day)
    if page_button(text):
        return replace(head, body=at + 1)
    if (match := _ADDRESS.fullmatch(text)) and text.lstrip().startswith(("-", "http")):
        return replace(head, body=at + 1, url=head.url or match[1])
    if len(text) <= _LONGEST_TITLE and (match := _KEY.fullmatch(text)):
        return _keyed(head, match["key"].lower(), match["value"], at)
    return None


def _keyed(head: Head, key: str, value: str, at: int) -> Head | None:
    head = replace(head, body=at + 1)
    match key:
        case "publisher" | "source":
            return replace(head, publisher=head.publisher or value.partition(", URL:")[0] or None)
        case "url" | "link":
            return replace(head, url=head.url or value or None)
        case "language" | "lang":
            return replace(head, language=head.language or value or None)
        case "date published":
            return replace(head, published=head.published or read_date_line(value))
        case _:
            return head


def _day_below(lines: Sequence[Line], at: int, end: int) -> PartialDate | None:
    days = (read_date_line(line.text) for line in lines[at : min(end, at + _REACH)])
    return next((day for day in days if day), None)


def _with_page_address(head: Head, lines: Sequence[Line], end: int) -> Head:
    """Take the address that follows a page's `Short Url`."""
    if head.url:
        return head
    near = lines[head.body : min(end, head.body + _REACH)]
    for above, line in pairwise(near):
        if above.text.strip().lower() == "short url" and (match := _ADDRESS.fullmatch(line.text)):
            return replace(head, url=match[1])
    return head
