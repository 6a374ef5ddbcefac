"""What lexicon/notstate.yaml says of words that are not always states, as typed values."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from bilateral.errors import SchemaError
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Contested", "StateWords", "state_words"]

_KEYS: Final = (
    "phrases",
    "weak",
    "shared",
    "contested",
    "accented",
    "never_capital",
    "name_ends",
    "name_ends_at_once",
    "honorifics",
    "given_names",
    "surnames",
    "given_states",
    "offices",
    "subnational",
    "not_before",
    "caps_before_us",
    "currencies",
    "capital_acts",
    "capital_after",
    "places_after",
    "tongue_before",
    "tongue_after",
    "origin_before",
    "origin_after",
    "between_states",
)


@dataclass(frozen=True, slots=True)
class Contested:
    """A word that is as often something else; words elsewhere in the article speak for the state or against it."""

    word: str
    code: str
    signals: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateWords:
    """The lists of notstate.yaml; every word is folded."""

    phrases: tuple[str, ...]
    weak: Mapping[str, tuple[str, ...]]
    weak_pairs: frozenset[tuple[str, str]]
    shared: Mapping[str, tuple[str, ...]]
    contested: Mapping[str, Contested]
    accented: frozenset[str]
    never_capital: frozenset[str]
    name_ends: frozenset[str]
    name_ends_at_once: frozenset[str]
    honorifics: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    given_states: frozenset[str]
    offices: frozenset[str]
    subnational: tuple[str, ...]
    not_before: Mapping[str, tuple[str, ...]]
    caps_before_us: frozenset[str]
    currencies: frozenset[str]
    capital_acts: frozenset[str]
    capital_after: frozenset[str]
    places_after: frozenset[str]
    tongue_before: frozenset[str]
    tongue_after: frozenset[str]
    origin_before: frozenset[str]
    origin_after: frozenset[str]
    between_states: frozenset[str]


@functools.cache
def state_words() -> StateWords:
    """Read the lists once."""
    found = cast("dict[str, Any]", read_lexicon("notstate"))
    wrong = sorted(set(found) ^ set(_KEYS))
    if wrong:
        keys = ", ".join(_KEYS)
        raise SchemaError(f"keys missing or unknown: {', '.join(wrong)}", place="lexicon/notstate.yaml", remedy=keys)
    sets = {
        key: frozenset(_folded(found[key]))
        for key in _KEYS
        if key not in {"phrases", "weak", "shared", "contested", "subnational", "not_before"}
    }
    return StateWords(
        phrases=tuple(phrase for group in found["phrases"].values() for phrase in group),
        weak={code: tuple(words) for code, words in found["weak"].items()},
        weak_pairs=frozenset((code, fold_text(word)) for code, words in found["weak"].items() for word in words),
        shared={word: tuple(entry["codes"]) for entry in found["shared"] for word in _folded(entry["words"])},
        contested={fold_text(entry["word"]): _contested(entry) for entry in found["contested"]},
        subnational=_folded(found["subnational"]),
        not_before={fold_text(word): _folded(after) for word, after in found["not_before"].items()},
        **sets,
    )


def _contested(entry: Mapping[str, Any]) -> Contested:
    return Contested(entry["word"], entry["code"], _folded(entry["signals"]), _folded(entry["against"]))


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_text(word) for word in words)
