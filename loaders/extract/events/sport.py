"""The words of sport in a part of a text, by lexicon/sport.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex, fold_phrase

__all__ = ["SportWords", "words_of_sport"]


@dataclass(frozen=True, slots=True)
class SportWords:
    """Different words of sport: `sure` ones that are words of nothing else, and vague ones."""

    sure: frozenset[str]
    vague: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both."""
        return self.sure | self.vague


def words_of_sport(body: str, start: int, end: int) -> SportWords:
    """Give the words of sport in `body[start:end]`."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for hit in _index().find(body, start, end):
        found[hit.value].add(fold_phrase(body[hit.start : hit.end]))
    return SportWords(frozenset(found[True]), frozenset(found[False]))


@cache
def _index() -> PhraseIndex[bool]:
    return PhraseIndex((word, key == "sure") for key, words in word_lists("sport").items() for word in words)
