"""The areas of cooperation (`security`, `trade`, …) that a passage names, by the phrases of lexicon/areas.yaml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["areas_in", "find_areas"]

_NONE: Final = "none"


def find_areas(text: str) -> tuple[str, ...]:
    """Give the areas that `text` names, in the order in which it first names them."""
    return areas_in(text, 0, len(text))


def areas_in(body: str, start: int, end: int, skip: Iterable[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Give the areas named in `body[start:end]`; phrases that touch a span of `skip` (an office, a name) do not count."""
    closed = tuple(skip)
    found: dict[str, None] = {}
    for hit in _index().find(body, start, end):
        if not any(hit.start < b and a < hit.end for a, b in closed):
            found.update(dict.fromkeys(hit.value))
    return tuple(found)


@cache
def _index() -> PhraseIndex[tuple[str, ...]]:
    lists = word_lists("areas")
    areas: dict[str, list[str]] = {phrase: [] for phrase in lists[_NONE]}
    for area, phrases in lists.items():
        for phrase in phrases:
            areas.setdefault(phrase, []).extend(() if area == _NONE or phrase in lists[_NONE] else (area,))
    return PhraseIndex((phrase, tuple(names)) for phrase, names in areas.items())
