"""Whether two names mean one person: 'Ola Berg' and 'Berg'."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["same_person"]

_WORD = re.compile(r"[a-z]+")


def same_person(a: str, b: str) -> bool:
    """Tell whether one name's words are all in the other."""
    x, y = _words(a), _words(b)
    return bool(x and y) and (x <= y or y <= x)


@lru_cache(maxsize=4096)  # the same few people over and over
def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(w for w in _WORD.findall(plain) if len(w) > 1)
