"""Bring a text to plain letters without moving anything: every character becomes exactly one character."""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

__all__ = ["fold_text"]

_SIGNS: Final = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "­": "-",
    "\xa0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\t": " ",
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "Ħ": "H", "ð": "d", "Ð": "D",
}  # fmt: skip
_ACCENTED: Final = (range(0xC0, 0x250), range(0x1E00, 0x1F00))


@functools.cache
def _table() -> dict[int, str]:
    table = {ord(sign): plain for sign, plain in _SIGNS.items()}
    for codes in _ACCENTED:
        for code in codes:
            base = unicodedata.normalize("NFKD", chr(code))[0]
            if base.isascii() and base.isalpha():
                table.setdefault(code, base)
    return table


def fold_text(text: str) -> str:
    """Give `text` with plain quotes, dashes, spaces and unaccented Latin letters; offsets stay true."""
    return text.translate(_table())
