"""Readable, stable ids: made of content only, in plain ASCII, well under what any store can index.

`PAK`, `person/tjk/yusuf-sharifzoda`, `agreement/pak-tjk/2025/meat-supply-3f9a`, `article/…`, `st-…`.
No id holds white space or `>`. Where folding a name to ASCII would lose letters, a short hash of the name joins the slug,
so that two names in another script stay two.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["article", "canonical", "digest", "fold", "join", "parties", "publisher", "slug"]

_LIMIT: Final = 48
_MOST_PARTIES: Final = 4
#: Letters that Unicode does not decompose, in the usual Latin transcription.
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "–": "-", "—": "-", "ʿ": "'", "ʾ": "'",
    }
)  # fmt: skip
_RUN = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['`](?=[^\W\d_])")


def canonical(value: object) -> str:
    """Write a JSON value in one way only: keys sorted, ASCII, whole floats as integers."""
    return json.dumps(_whole(value), sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def digest(value: object, size: int = 20) -> str:
    """Hash a JSON value to `size` hexadecimal digits."""
    return hashlib.blake2b(canonical(value).encode(), digest_size=32).hexdigest()[:size]


def fold(text: str) -> str:
    """Fold to ASCII lower case: `Tomaž` becomes `tomaz`; letters of other scripts vanish."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return decomposed.encode("ascii", "ignore").decode().lower()


def slug(text: str, limit: int = _LIMIT) -> str:
    """Make `meat-supply` of a name; with a short hash where letters were lost or cut off."""
    words = _RUN.sub("-", _APOSTROPHE.sub("", fold(text))).strip("-")
    cut = _cut(words, limit)
    if cut and cut == words and not _loses(text):
        return cut
    return "-".join(filter(None, (cut, digest(unicodedata.normalize("NFC", text), 6))))


def join(*parts: str) -> str:
    """Join the parts of an id, leaving out empty ones."""
    return "/".join(part for part in parts if part)


def parties(codes: Iterable[str]) -> str:
    """Name a set of states: `pak-tjk`, or `afg-chn-pak-tjk-and-5-3f9a` where there are many."""
    ordered = sorted({code.lower() for code in codes})
    if len(ordered) <= _MOST_PARTIES:
        return "-".join(ordered)
    return f"{'-'.join(ordered[:_MOST_PARTIES])}-and-{len(ordered) - _MOST_PARTIES}-{digest(ordered, 4)}"


def article(local: str) -> str:
    """Give an article's id in the graph from its own; an id that is no slug also gets a hash."""
    name = slug(local, 100)
    return join("article", name if name == local else f"{name}-{digest(local, 6)}")


def publisher(name: str) -> str:
    """Give a publisher's id."""
    return join("publisher", slug(name))


def _cut(words: str, limit: int) -> str:
    if len(words) <= limit:
        return words
    head, dash, _ = words[: limit + 1].rpartition("-")
    return head if dash else words[:limit]


def _loses(text: str) -> bool:
    """Tell whether a letter or digit has no ASCII form."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return any(not sign.isascii() and sign.isalnum() for sign in decomposed)


def _whole(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {str(key): _whole(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(each) for each in value]
    return value
