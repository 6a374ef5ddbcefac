"""Banks that are a state's own.

Input: the words of a sentence, the number of one. Output: yes or no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.text.words import Word

__all__ = ["is_state_bank"]


def is_state_bank(words: Sequence[Word], at: int) -> bool:
    """Tell whether a bank is a state's own: 'the Central Bank of Chad', 'the central banks of', 'the Bank of Chad'."""
    before = words[max(0, at - 1)]
    alone = words[at].text == "Bank" and (at == 0 or before.low == "the" or not before.capital)
    owned = at > 0 and before.low in word_set("agreement_grammar", "surface actors banks")
    return words[at].low in {"bank", "banks"} and (alone or owned)
