"""Sentences with their offsets, by own rules: abbreviations, quotes, bullets, headlines, datelines."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.blocks import blocks
from bilateral.loaders.extract.text.datelines import dateline, dateline_end
from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.marks import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LONGEST", "cut_sentences", "dateline", "split_sentences"]

#: No sentence is longer; one that is gets cut after a clause or a word.
LONGEST: Final = 2000

_STOP = re.compile(r"[.!?…]{1,6}[\"'”’»)\]]{0,3}(?=\s)|(?<=[a-z)]{2})\.(?=[A-ZÀ-Þ][a-z])|[.!?][”\"](?=[A-Z“\"])")
_WORD_BEFORE = re.compile(r"[\w.'’&]+\Z")
_NEXT = re.compile(r"[\s\"'“‘«(\[*•-]*(\S?)([\w'’]*)")
_CLAUSE = re.compile(r"[;,]\s|\s")
_ADDRESS = re.compile(r"(?:www|https?:|[\w-]+@)\S*\Z")
_LONGEST_WORD = 24


def split_sentences(body: str) -> tuple[Sentence, ...]:
    """Return every sentence of the body in order, without datelines, bullets and the page's own words."""
    spans = [piece for first, last in _whole(body) for piece in _bounded(body, first, last)]
    return tuple(Sentence(start, end, index) for index, (start, end) in enumerate(spans))


def cut_sentences(body: str) -> tuple[tuple[int, int], ...]:
    """Give the sentences that are longer than LONGEST, whole."""
    if max(map(len, body.split("\n\n"))) <= LONGEST:
        return ()
    return tuple((start, end) for start, end in _whole(body) if end - start > LONGEST)


def _whole(body: str) -> Iterator[tuple[int, int]]:
    for start, end in blocks(body):
        yield from _sentences(body, dateline_end(body, start, end), end)


def _sentences(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(body, start, end):
        if _ends_here(body, start, stop, end):
            yield from _stripped(body, start, stop.end())
            start = stop.end()
    yield from _stripped(body, start, end)


def _ends_here(body: str, start: int, stop: re.Match[str], end: int) -> bool:
    first, rest = _word_after(body, stop.end(), end)
    if not first or first.islower():
        return not first
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(body[max(start, stop.start() - _LONGEST_WORD) : stop.start()])
    word = before[0].strip("'’.") if before else ""
    return _full_stop_after(word, first + rest, body[max(start, stop.start() - 60) : stop.start()])


def _full_stop_after(word: str, following: str, line: str) -> bool:
    """Whether a full stop after `word` ends its sentence when `following` comes next."""
    names, inside, openers = _lists()
    if word in names or (word.isdigit() and not line.strip(" \t0123456789")):
        return False
    if word in inside or (len(word) > 1 and "." in word and word.replace(".", "").isupper()):
        return following in openers
    if len(word) == 1 and word.isalpha() and word.isupper():
        return following in openers and following != "A"
    return not _ADDRESS.search(line)


def _word_after(body: str, at: int, end: int) -> tuple[str, str]:
    match = _NEXT.match(body, at, min(end, at + _LONGEST_WORD * 2))
    return (match[1], match[2]) if match else ("", "")


def _bounded(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than LONGEST after the last clause, else the last word, within the bound."""
    while end - start > LONGEST:
        cuts = [m.end() for m in _CLAUSE.finditer(body, start + LONGEST // 2, start + LONGEST)]
        clauses = [cut for cut in cuts if body[cut - 2] in ";,"]
        cut = (clauses or cuts or [start + LONGEST])[-1]
        yield from _stripped(body, start, cut)
        start = cut
    yield from _stripped(body, start, end)


def _stripped(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = word_lists("sentences")
    return tuple(frozenset(lists[key]) for key in ("before_a_name", "inside_a_name", "opens_a_sentence"))  # type: ignore[return-value]
