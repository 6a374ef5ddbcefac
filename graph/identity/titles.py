"""What a title of an agreement is about, and how alike two are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from bilateral.graph import ids
from bilateral.graph.lexicon import words
from bilateral.schema.states import states

__all__ = ["Subject", "alike", "holds", "shares", "subject"]

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """The telling words of a title in their order, and the numbers in it: in words, and in digits (years)."""

    words: tuple[str, ...]
    ordinals: frozenset[str]
    digits: frozenset[str]

    @property
    def numbers(self) -> frozenset[str]:
        """All numbers."""
        return self.ordinals | self.digits


@lru_cache(maxsize=65536)
def subject(title: str, parties: tuple[str, ...]) -> Subject:
    """Take off a title the parties' names and demonyms and all that every agreement's title may hold."""
    found = _WORD.findall(ids.fold(title).replace("'s ", " "))
    named = _party_words(parties)
    dull = words("titles", "generic") | words("titles", "fillers")
    digits = frozenset(word for word in found if word.isdigit())
    ordinals = frozenset(found) & words("titles", "ordinals")
    telling = dict.fromkeys(word for word in found if word not in named | dull | digits | ordinals)
    return Subject(tuple(telling)[:_LONGEST], ordinals, digits)


def alike(one: Subject, other: Subject) -> float:
    """Say from 0 to 100 how alike two subjects are; 0 where the numbers in them differ or one has no telling word."""
    if not one.words or not other.words or not _numbers_agree(one, other):
        return 0.0
    return float(fuzz.token_sort_ratio(" ".join(one.words), " ".join(other.words)))


def shares(one: Subject, other: Subject) -> bool:
    """Tell whether the numbers agree and two subjects share a telling word."""
    return _numbers_agree(one, other) and not set(one.words).isdisjoint(other.words)


def holds(one: Subject, other: Subject) -> bool:
    """Tell whether one subject has all the words of the other: `rice` and `rice export`."""
    return shares(one, other) and (set(one.words) <= set(other.words) or set(other.words) <= set(one.words))


def _numbers_agree(one: Subject, other: Subject) -> bool:
    """Tell whether two titles may be of one: a second protocol is not the protocol, but a year may be left out."""
    return one.ordinals == other.ordinals and (one.digits == other.digits or not one.digits or not other.digits)


@lru_cache(maxsize=4096)
def _party_words(parties: tuple[str, ...]) -> frozenset[str]:
    known = states().by_code
    told: list[str] = []
    for code in parties:
        told.append(code)
        if state := known.get(code):
            told.extend(
                (*state.names, *state.aliases, *state.demonyms, *state.prefixes, *state.capitals, state.iso2 or "")
            )
    return frozenset(word for text in told for word in _WORD.findall(ids.fold(text)))
