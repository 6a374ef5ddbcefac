"""Words that the model has met: the first layers of the parser look at each word alone, so each word is worked out once.

Input: the layers that embed words, and sentences. Output: the same rows, number for number, that the layers themselves would give.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["KnownWords", "remember_words"]

#: How many words are kept, 400 bytes each; a word with and without a blank after it is two.
MOST: Final = 30_000
_FEATURES: Final = ["ORTH", "NORM", "SPACY"]
Key = tuple[int, int, int]


class KnownWords:
    """The rows of the words met so far; nothing that comes out depends on what was met."""

    __slots__ = ("_at", "_embed", "_most", "_rows")

    def __init__(self, embed: Any, most: int = MOST) -> None:
        self._embed = embed
        self._most = most
        self._at: dict[Key, int] = {}
        self._rows: Any = None

    def __call__(self, _: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
        """Give a row for every word of every sentence; the second value is never used, as nothing is trained here."""
        if is_train:
            embedded: tuple[list[Any], Callable[[Any], Any]] = self._embed(docs, is_train)
            return embedded
        keys = [list(map(tuple, doc.to_array(_FEATURES).tolist())) for doc in docs]
        words = tuple(dict.fromkeys(chain.from_iterable(keys)))
        if len(words) > self._most:
            return self._embed.predict(docs), _never
        new = [key for key in words if key not in self._at]
        if len(self._at) + len(new) > self._most:
            self._at, new = {}, list(words)
        if new:
            self._learn(docs[0], new)
        return [self._rows[[self._at[key] for key in row]] for row in keys], _never

    def _learn(self, doc: Any, new: Sequence[Key]) -> None:
        """Work out new words in a text made of them."""
        rows = self._embed.predict([_made(doc, new)])[0]
        if self._rows is None:
            self._rows = self._embed.ops.alloc2f(self._most, rows.shape[1])
        first = len(self._at)
        self._rows[first : first + len(new)] = rows
        self._at.update(zip(new, range(first, first + len(new)), strict=True))


def _made(doc: Any, keys: Sequence[Key]) -> Any:
    strings = doc.vocab.strings
    made = type(doc)(doc.vocab, words=[strings[orth] for orth, _, _ in keys], spaces=[bool(s) for _, _, s in keys])
    for token, (_, norm, _) in zip(made, keys, strict=True):
        token.norm_ = strings[norm]
    return made


def _never(_: Any) -> Any:
    raise NotImplementedError("the model is not trained here")


def remember_words(tok2vec: Any, most: int = MOST) -> None:
    """Put a memory before the layers that embed words."""
    embed = tok2vec.model.layers[0]
    tok2vec.model.layers[0] = type(embed)("known_words", KnownWords(embed, most), layers=[embed])
