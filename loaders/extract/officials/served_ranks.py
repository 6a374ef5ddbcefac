"""Which states have a rank or a title, by its words: `Permanent Secretary` is none of China's, `Interior Minister` none of Britain's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["can_be_called"]


def can_be_called(code: str, title: str) -> bool:
    """Tell whether a state of code `code` may have an official of this title."""
    words = f" {title.casefold()} "
    ranks, others = _table("ranks"), _table("other_names")
    if any(f" {rank} " in words and code not in codes for rank, codes in ranks.items()):
        return False
    return not any(f" {name} " in words and code in codes for name, codes in others.items())


@cache
def _table(key: str) -> Mapping[str, frozenset[str]]:
    found = read_lexicon("offices_of_states")
    table = found.get(key) if isinstance(found, dict) else None
    return {str(name): frozenset(map(str, codes)) for name, codes in table.items()} if isinstance(table, dict) else {}
