"""Paragraphs, headlines and bullets of a body: the pieces that a sentence never crosses; the page's own words dropped."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["blocks"]

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣·∙*]+|[-–—](?=\s))\s*")
_INLINE: Final = re.compile(r"(?<=[;:.])\s*\*\s*|(?<=[\s;])[•●▪◦‣]\s*")
#: Lines of a text that was wrapped by hand are about this long; headlines and bullets are shorter, paragraphs longer.
_WRAPPED = range(45, 101)
_LONGEST_BOILERPLATE = 500
_ENDS = (".", "!", "?", ".”", '."', ".’", "?”", ":", "!”")


def blocks(body: str) -> Iterator[tuple[int, int]]:
    """Give the pieces in order, without bullets and outer white space, boilerplate left out."""
    for start, end in _joined(body, [m.span() for m in _LINE.finditer(body)]):
        if not _boilerplate(body[start:end]):
            yield from _without_bullets(body, start, end)


def _joined(body: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of hand-wrapped paragraphs."""
    begin: int | None = None
    for i, (start, end) in enumerate(lines):
        begin = start if begin is None else begin
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or not _continues(body, (start, end), following):
            yield begin, end
            begin = None


def _continues(body: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = body[line[1] : following[0]].replace("\r\n", "\n")
    if gap not in ("\n", "\r") or _BULLET.match(body, following[0]):
        return False
    length = line[1] - line[0]
    text = body[max(line[0], line[1] - 200) : line[1]].rstrip()
    first = body[following[0] : following[0] + 1]
    if text.endswith(_ENDS):
        return length in _WRAPPED and following[1] - following[0] > _WRAPPED.start and not first.isspace()
    return first.islower() or (length in _WRAPPED and following[1] - following[0] <= _WRAPPED.stop)


def _without_bullets(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(body, start, end)
    start = bullet.end() if bullet else start
    for cut in _INLINE.finditer(body, start, end):
        yield from _stripped(body, start, cut.start())
        start = cut.end()
    yield from _stripped(body, start, end)


def _stripped(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = body[start:end]
    left = len(text) - len(text.lstrip())
    if len(text) > left:
        yield start + left, start + len(text.rstrip())


def _boilerplate(line: str) -> bool:
    return len(line) <= _LONGEST_BOILERPLATE and bool(_page_words().fullmatch(line.strip()))


@cache
def _page_words() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in word_lists("sentences")["boilerplate"]), re.IGNORECASE)
