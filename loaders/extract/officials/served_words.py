"""The word lists of lexicon/served.yaml as sets."""

from __future__ import annotations

from functools import cache

from bilateral.loaders.extract.text.lexicon import word_lists

__all__ = ["served_words"]


@cache
def served_words(key: str) -> frozenset[str]:
    """Give one list, in small letters."""
    return frozenset(word_lists("served")[key])
