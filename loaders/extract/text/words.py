"""The words of a sentence with their offsets, for rules that read the surface of a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Word", "split_words", "words_between"]

_WORD: Final = re.compile(
    r"['’]s\b|\d+(?:[.,]\d+)*(?!\w)|[^\W_]+(?:\.(?=[^\W_]\b)[^\W_])*(?:['’](?!s\b)[^\W_]+)*(?:-[^\W_]+)*|[^\w\s]"
)


class Word(NamedTuple):  # made faster than a dataclass, and there are very many
    """A word or sign at `body[start:end]`; `low` is it in small letters with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def sign(self) -> bool:
        """Tell whether this is a punctuation mark."""
        return not self.text[:1].isalnum() and self.low != "'s"


@lru_cache(maxsize=1024)  # several rules look at the same sentence
def split_words(body: str, start: int, end: int) -> tuple[Word, ...]:
    """Split `body[start:end]`; words joined by a hyphen stay one, a possessive `'s` is a word of its own."""
    found = _WORD.finditer(body, start, end)
    return tuple([Word(*m.span(), m[0], m[0].casefold().replace("’", "'")) for m in found])


def words_between(words: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
    """Give the words that lie wholly between two offsets."""
    return tuple(word for word in words if start <= word.start and word.end <= end)
