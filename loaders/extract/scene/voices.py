"""Whose words stand in quotation marks: the speaker named in the paragraph of the quotation, or in one shortly before it.

Input: an article's `Scene` and an offset inside a quotation. Output: the state that the quoted 'we' speaks for, with the official's name;
nothing where the nearest "said" belongs to nobody who speaks for a state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import OfficialMark

__all__ = ["Voice", "Voices"]

_PARAGRAPHS: Final = 4
_REACH: Final = 60
_GAP: Final = re.compile(
    r"[\s,]*(?:(?:has|had|also|then|later|further|who|in a statement|on [A-Z][a-z]+day)[\s,]*){0,3}"
)
_QUOTE = re.compile(r"[\"“”]")
_PRONOUN = re.compile(r"\b(?:he|she)\s+(?:(?:has|had|also|then|later|further)\s+)*\Z", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\s+(?:(?:the|mr|ms|mrs|dr)\.?\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at an offset: state codes (none where it is somebody else) and the official's name."""

    at: int
    codes: tuple[str, ...]
    names: tuple[str, ...] = ()


class Voices:
    """The attributions of one article, paragraph by paragraph."""

    __slots__ = ("_found", "_scene")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: tuple[Voice, ...] | None = None

    def at(self, offset: int) -> Voice | None:
        """Give the voice of the quotation that covers the offset."""
        body = self._scene.body
        start, end = body.rfind("\n", 0, offset) + 1, body.find("\n", offset)
        end = end if end >= 0 else len(body)
        for _ in range(_PARAGRAPHS):
            here = [v for v in self._all() if start <= v.at < end]
            if here:
                nearest = min(here, key=lambda v: (abs(v.at - offset), v.at))
                return nearest if nearest.codes else None
            end = len(body[:start].rstrip())
            if not end:
                return None
            start = body.rfind("\n", 0, end) + 1
        return None

    def _all(self) -> tuple[Voice, ...]:
        if self._found is None:
            self._found = tuple(self._read())
        return self._found

    def _read(self) -> Iterator[Voice]:
        body = self._scene.body
        quoted = _quoted(body)
        last: OfficialMark | None = None
        for match in _said().finditer(body):
            if any(a < match.start() < b for a, b in quoted):
                continue
            mark = self._beside(match.start(), match.end())
            if (
                mark is None
                and last is not None
                and _PRONOUN.search(body, max(0, match.start() - _REACH), match.start())
            ):
                mark = last
            if mark is not None:
                last = mark
                yield Voice(match.start(), (mark.country,) if mark.country else (), (mark.name,))
            else:
                yield Voice(match.start(), self._body_before(match.start()))

    def _beside(self, start: int, end: int) -> OfficialMark | None:
        """Give the official right before the verb, or right after it."""
        body = self._scene.body
        for mark in self._scene.officials_in(max(0, start - 3 * _REACH), start):
            if mark.end <= start and _GAP.fullmatch(body, mark.end, start):
                return mark
        for mark in self._scene.officials_in(end, min(len(body), end + _REACH)):
            if mark.start >= end and _NAMED_AFTER.fullmatch(body, end, mark.start):
                return mark
        return None

    def _body_before(self, start: int) -> tuple[str, ...]:
        """Give the state whose ministry or government says it: 'Chad's foreign ministry said', 'Oslo said'."""
        for mention in self._scene.mentions_in(max(0, start - _REACH), start):
            between = self._scene.body[mention.end : start]
            words = re.findall(r"[\w-]+", between.removeprefix("'s").removeprefix("’s"))
            if (not words and mention.kind != "demonym") or (
                words and words[-1].lower() in _bodies() and len(words) <= _PARAGRAPHS
            ):
                return (mention.code,)
        return ()


def _quoted(body: str) -> list[tuple[int, int]]:
    """Give the spans between quotation marks, paragraph by paragraph."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in body.split("\n"):
        marks = [m.start() + at for m in _QUOTE.finditer(line)]
        spans += [(a, b) for a, b in zip(marks[::2], [*marks[1::2], at + len(line)], strict=False)]
        at += len(line) + 1
    return spans


@cache
def _said() -> re.Pattern[str]:
    words = word_lists("reporting")["past"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@cache
def _bodies() -> frozenset[str]:
    lists = word_lists("actors")
    return frozenset((*lists["bodies"], "statement"))
