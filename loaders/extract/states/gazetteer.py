"""Every word by which a text can name a state, in one automaton: `scan` finds them all in one pass.

A text is scanned in its folded form (fold.py), so "Côte d’Ivoire" is found with any quote and accent. Case counts: "US" is
a country, "us" is not. Names also stand in capitals, as in datelines. Of overlapping finds the first and longest wins, and a
phrase that only looks like a state ("Gulf of Mexico") wins over the state in it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick, MatchKind

from bilateral.loaders.extract.states.statewords import state_words
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.schema.states import State, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.text.marks import MentionKind

__all__ = ["Entry", "Hit", "entries", "scan"]

#: Shorter words are other words in capitals: POLE, FINN.
_SHORTEST_IN_CAPITALS: Final = 4
_KINDS: Final[tuple[MentionKind, ...]] = ("name", "demonym", "capital", "seat")
_PARAGRAPH: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the gazetteer and its folded form; `code` is None for no state, `trim` is what a hyphen adds at either end."""

    surface: str
    code: str | None
    kind: MentionKind
    trim: tuple[int, int] = (0, 0)
    word: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at `start` up to `end` of the folded text."""

    start: int
    end: int
    entry: Entry


@functools.cache
def entries() -> dict[str, Entry]:
    """Give every word with what it means, by its folded form."""
    found: dict[str, Entry] = {}
    for entry in (*_phrases(), *_state_entries(), *_combined()):
        word = fold_text(entry.surface)
        found.setdefault(word, replace(entry, word=word))
    for word, entry in tuple(found.items()):
        if len(word) >= _SHORTEST_IN_CAPITALS and entry.kind != "igo" and word not in state_words().never_capital:
            found.setdefault(word.upper(), entry)
    return found


def _phrases() -> Iterator[Entry]:
    for phrase in state_words().phrases:
        yield Entry(phrase, None, "name")


def _state_entries() -> Iterator[Entry]:
    every = sorted(states().all, key=lambda state: (state.kind == "former", state.code))
    for kind in _KINDS:
        for state in every:
            for word in _scanned(state, kind):
                yield Entry(word, state.code, "igo" if state.kind == "organization" else kind)


def _scanned(state: State, kind: MentionKind) -> Iterable[str]:
    weak = state_words().weak.get(state.code, ())
    if kind == "demonym":
        return state.demonyms
    if kind == "name":
        return (*state.names, *(word for word in weak if word in state.aliases))
    return (
        state.capitals if kind == "capital" else (*state.seats, *(word for word in weak if word not in state.aliases))
    )


def _combined() -> Iterator[Entry]:
    for state in states().all:
        for prefix in state.prefixes:
            yield Entry(f"{prefix}-", state.code, "demonym", (0, 1))
            yield Entry(f"-{prefix}", state.code, "demonym", (1, 0))


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[Entry, ...]]:
    words = entries()
    return AhoCorasick(list(words), matchkind=MatchKind.Standard), tuple(words.values())


def scan(folded: str) -> tuple[Hit, ...]:
    """Find every entry that stands between word borders; of overlapping ones keep the first and longest."""
    automaton, found = _automaton()
    flat = folded.replace("\n", " ")
    whole = [
        (start, -end, number)
        for number, start, end in automaton.find_matches_as_indexes(flat, overlapping=True)
        if _bordered(folded, start, end)
    ]
    hits: list[Hit] = []
    reached = 0
    for start, minus_end, number in sorted(whole):
        if start >= reached and _PARAGRAPH not in folded[start:-minus_end]:
            reached = -minus_end
            entry = found[number]
            hits.append(Hit(start + entry.trim[0], reached - entry.trim[1], entry))
            reached -= entry.trim[1]
    return tuple(hits)


def _bordered(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] == "-":
        return before.isalpha() and not after.isalnum()
    if text[end - 1] == "-":
        return after.isalpha() and not _joins(before)
    return not _joins(before) and not (after.isalnum() or after == "_")


def _joins(before: str) -> bool:
    return before.isalnum() or before in {"_", "@"}
