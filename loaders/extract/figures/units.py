"""Units of measure in a text, and the unit of the exchange format each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Measure", "UnitWords", "measure_at", "unit_words"]

_PLACE: Final = "lexicon/units.yaml"
#: How far the longest unit reaches behind its number.
_REACH: Final = 48


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit that ends at `end`: the unit of the exchange format, and how many of it the word stands for."""

    unit: str
    factor: float
    end: int


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The lists of `lexicon/units.yaml`."""

    measures: dict[str, tuple[str, float]]
    counted: dict[str, str]
    strong: frozenset[str]
    stop: frozenset[str]
    dull: frozenset[str]
    loads: frozenset[str]
    peoples: frozenset[str]


@cache
def unit_words() -> UnitWords:
    """Read the lists once."""
    raw = read_lexicon("units")
    if not isinstance(raw, dict):
        raise InputError("not a mapping", place=_PLACE, remedy="Write the lists as `key:` lines.")
    counted = {
        word: unit
        for unit, key in (("person", "person"), ("unit", "unit"), ("dose", "as_dose"))
        for word in _words(raw, key)
    }
    return UnitWords(
        measures={
            str(word): (str(unit), float(factor))
            for unit, factors in raw["measures"].items()
            for factor, words in factors.items()
            for word in words
        },
        counted=counted,
        strong=frozenset(_words(raw, "strong")),
        stop=frozenset(_words(raw, "stop")),
        dull=frozenset(_words(raw, "dull")),
        loads=frozenset(_words(raw, "loads")),
        peoples=frozenset(_words(raw, "peoples")),
    )


def _words(raw: Mapping[str, object], key: str) -> list[str]:
    found = raw.get(key)
    if not isinstance(found, list):
        raise InputError(f"{key} is no list", place=_PLACE, remedy="Write the words in brackets.")
    return [str(word) for word in found]


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(unit_words().measures, key=lambda word: (-len(word), word))
    exact = [word for word in words if len(word) <= 4 or word.isupper()]  # noqa: PLR2004 - abbreviations keep their case
    loose = [word for word in words if word not in exact]
    return re.compile(
        rf"[\s\u00a0-]?(?P<word>(?i:{'|'.join(map(re.escape, loose))})|{'|'.join(map(re.escape, exact))}|Tons|Ton|Tonnes|TONNES|Kg|KG|Km|KM|TONS)(?![\w²³])"
        r"|[\s\u00a0]?(?P<sign>%)"
    )


def measure_at(body: str, end: int) -> Measure | None:
    """Give the unit that begins where a number ends."""
    found = _pattern().match(body, end, end + _REACH)
    if found is None:
        return None
    word = re.sub(r"\s", " ", found["sign"] or found["word"])
    unit, factor = unit_words().measures.get(word) or unit_words().measures[word.lower()]
    stop = found.end() - 3 if word == "pounds of" else found.end()
    return Measure(unit, factor, stop)
