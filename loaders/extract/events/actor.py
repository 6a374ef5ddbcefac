"""A phrase that acts for a state, and the nouns by which phrases do (lexicon/actors.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bilateral.loaders.extract.text.lexicon import word_lists

__all__ = ["Actor", "nouns"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that acts for one state, or for several; `kind` is state, official, body, people or reference."""

    codes: tuple[str, ...]
    kind: str
    start: int
    end: int
    officials: tuple[str, ...] = ()
    head: int = -1


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Give the lists of the lexicon."""
    return {key: frozenset(words) for key, words in word_lists("actors").items()}
