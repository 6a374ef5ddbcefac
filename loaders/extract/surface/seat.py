"""Names that only say where it was: 'in the A-ish capital B', 'in B, the capital of neighbouring A', 'on the sidelines of the X summit'.

Input: the words of a sentence and the number of a name's first word. Output: whether the name is a mere place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.text.words import Word

__all__ = ["is_seat"]

_PLACES: Final = frozenset({"capital", "sidelines", "sideline", "margins"})


def is_seat(words: Sequence[Word], name: int) -> bool:
    """Tell whether 'capital', 'the capital of' or 'on the sidelines of' stands right before the name."""
    at = name - 1
    while at > 0 and words[at].low in word_set("agreement_grammar", "surface actors skipped") - {"of"}:
        at -= 1
    if at < 1:
        return False
    return words[at].low == "capital" or (words[at].low == "of" and words[at - 1].low in _PLACES)
