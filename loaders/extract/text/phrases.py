"""Phrase lists over a text: the longest phrase at a place wins; case, hyphens and plural "s" do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Hit", "PhraseIndex", "fold_phrase", "fold_word"]

V = TypeVar("V")

_WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?")
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase found at `text[start:end]`, with what the list says of it."""

    start: int
    end: int
    value: V


class PhraseIndex(Generic[V]):
    """Phrases with a value each; built once, then only read."""

    __slots__ = ("_longest", "_values")

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._values = {tuple(fold_word(word) for word in _WORD.findall(phrase)): value for phrase, value in phrases}
        self._longest: dict[str, int] = {}
        for words in self._values:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[V]]:
        """Give every phrase between `start` and `end`, left to right, none inside another."""
        spans, words = _folded(text, start, len(text) if end is None else end)
        if self._longest.keys().isdisjoint(words):
            return
        free = 0
        for at in [i for i, word in enumerate(words) if word in self._longest]:
            length = self._longest_at(words, at) if at >= free else 0
            if length:
                yield Hit(spans[at][0], spans[at + length - 1][1], self._values[words[at : at + length]])
                free = at + length

    def _longest_at(self, words: tuple[str, ...], at: int) -> int:
        most = min(self._longest.get(words[at], 0), len(words) - at)
        return next((n for n in range(most, 0, -1) if words[at : at + n] in self._values), 0)


@lru_cache(maxsize=256)  # many lists are looked up in the same sentence
def _folded(text: str, start: int, end: int) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """Give the places of the words, and the words folded."""
    spans = tuple([match.span() for match in _WORD.finditer(text, start, end)])
    return spans, tuple([fold_word(text[a:b]) for a, b in spans])


@lru_cache(maxsize=32768)
def fold_word(word: str) -> str:
    """Fold case and plural, the same for lists and texts: `Treaties` and `treaty` become one."""
    word = word.casefold().replace("’", "'")
    if len(word) > _SHORT and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def fold_phrase(text: str) -> str:
    """Fold every word of a phrase, one blank between them."""
    return " ".join(fold_word(word) for word in _WORD.findall(text))
