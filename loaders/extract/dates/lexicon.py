"""The words of dates: `lexicon/dates.yaml`, and the words that `lexicon/date_grammar.yaml` speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon

__all__ = ["DateLexicon", "date_lexicon", "grammar"]

_PLACE: Final = "lexicon/dates.yaml"
_LITERAL = re.compile(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Word classes with a number a word, units of time, names of days, and the lists that guard against non-dates."""

    numbers: dict[str, dict[str, int]]
    units: dict[str, tuple[int, str]]
    holidays: dict[str, tuple[int, int]]
    named: dict[str, str]
    remembered: dict[tuple[int, int], str]
    lists: dict[str, frozenset[str]]
    capital: frozenset[str]
    vocabulary: frozenset[str]

    def words_of(self, name: str) -> frozenset[str]:
        """Give the words of a class."""
        return frozenset(self.numbers[name])

    def number(self, name: str, key: str) -> int | None:
        """Give the number of a word in a class, None where it is not of the class."""
        return self.numbers[name].get(key)


@cache
def date_lexicon() -> DateLexicon:
    """Read the lexicon once."""
    raw = _mapping(read_lexicon("dates"), _PLACE)
    classes = {key: _mapping(value, f"{_PLACE}: {key}") for key, value in raw.items() if key.isupper()}
    measures = {word: str(size) for name in ("UNIT", "UNITS", "QWORD") for word, size in classes[name].items()}
    numbers = {
        name: {word: 0 if name in {"UNIT", "UNITS", "QWORD"} else int(str(value)) for word, value in words.items()}
        for name, words in classes.items()
    }
    lists = {key: frozenset(str(item) for item in value) for key, value in raw.items() if isinstance(value, list)}
    holidays = {str(name): _month_day(str(day)) for name, day in _mapping(raw["holidays"], _PLACE).items()}
    words = {word for members in numbers.values() for word in members} | _literals(grammar()) | {"s"}
    words |= {word for name in holidays for word in re.findall(r"[a-z]+", name)}
    return DateLexicon(
        numbers=numbers,
        units={word: _measure(size) for word, size in measures.items()},
        holidays=holidays,
        named={str(k): str(v) for k, v in _mapping(raw["named"], _PLACE).items()},
        remembered={_month_day(str(k)): str(v) for k, v in _mapping(raw["remembered"], _PLACE).items()},
        lists=lists,
        capital=frozenset(lists["careful"] | set(numbers["ABBR"]) | set(numbers["WDABBR"])),
        vocabulary=frozenset(words),
    )


@cache
def grammar() -> dict[str, object]:
    """Read `date_grammar.yaml`, as it stands."""
    return dict(_mapping(read_lexicon("date_grammar"), "lexicon/date_grammar.yaml"))


def _literals(value: object) -> set[str]:
    """Every small-letter word that stands in a pattern."""
    if isinstance(value, dict):
        skip = {"read", "role"}
        return {word for key, item in value.items() if key not in skip for word in _literals(item)}
    if isinstance(value, list):
        return {word for item in value for word in _literals(item)}
    return set(_LITERAL.findall(str(value)))


def _mapping(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise InputError("not a mapping", place=place, remedy="Write `word: value` lines below the key.")
    return value


def _measure(size: str) -> tuple[int, str]:
    count, _, unit = size.partition(" ")
    return int(count), unit


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)
