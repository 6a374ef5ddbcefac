"""The words of lexicon/flows.yaml, ready to be found: kind of flow, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["GIVEN", "Mover", "flow_index", "flow_words"]

#: The kinds of what is given, not sold.
GIVEN: Final = frozenset({"aid", "loan"})

_KINDS: Final = frozenset({"export", "aid", "loan", "investment", "remittance", "people"})


@dataclass(frozen=True, slots=True)
class Mover:
    """One reading of a word: the kind of flow, and its way: give, take, thing, taken, go, send."""

    kind: str
    way: str

    @property
    def verb(self) -> bool:
        """Tell whether the word is read as a verb."""
        return self.way in {"give", "take", "go"}


@cache
def flow_index() -> PhraseIndex[tuple[Mover, ...]]:
    """Give the index of all words that move something."""
    readings: dict[str, list[Mover]] = {}
    for phrase, mover in _entries():
        readings.setdefault(fold_phrase(phrase), []).append(mover)
    return PhraseIndex((phrase, tuple(dict.fromkeys(found))) for phrase, found in readings.items())


@cache
def flow_words(key: str) -> frozenset[str]:
    """Give a list of the lexicon, folded."""
    return frozenset(fold_phrase(word) for word in word_lists("flows")[key])


def _entries() -> Iterator[tuple[str, Mover]]:
    for key, words in word_lists("flows").items():
        kind, _, way = key.partition(" ")
        if way and kind in _KINDS:
            for word in words:
                yield word, Mover(kind, way)
