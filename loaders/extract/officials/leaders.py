"""Whom a leader's name speaks for: office-holders of 2000 to 2026, from lexicon/leaders.yaml.

"Putin called Macron" names two states without their names. `leader_country` answers for one name, `find_leaders` for a text.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from bilateral.loaders.extract.states.gazetteer import entries
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.loaders.extract.text.lexicon import read_lexicon, word_lists
from bilateral.loaders.extract.text.marks import StateMention
from bilateral.schema.states import fold
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Leader", "find_leaders", "leader_country", "leaders", "may_lead"]

_BEFORE: Final = re.compile(r"([A-Z][\w'.-]*) $")
_AFTER: Final = re.compile(r" [A-Z][a-z]|-[A-Za-z]|\w")
_INITIAL: Final = 2
_WINDOW: Final = 40


@dataclass(frozen=True, slots=True)
class Leader:
    """An office-holder: the state or organisation served, the full and the short name, the terms of office."""

    code: str
    name: str
    short: str | None
    terms: tuple[PartialDate, ...]

    def serves(self, when: PartialDate) -> bool:
        """Tell whether the person held office at some time of `when`."""
        return any(term.overlaps(when) != "no" for term in self.terms)


@functools.cache
def leaders() -> tuple[Leader, ...]:
    """Read the table once."""
    found = cast("dict[str, Any]", read_lexicon("leaders"))
    return tuple(
        Leader(code, entry["name"], entry.get("short"), tuple(PartialDate.parse(term) for term in entry["terms"]))
        for code, entries in found.items()
        for entry in entries
    )


@functools.cache
def _by_name() -> Mapping[str, tuple[Leader, ...]]:
    names: dict[str, tuple[Leader, ...]] = {}
    for leader in leaders():
        for name in dict.fromkeys(fold(form) for form in (leader.name, leader.short) if form):
            names[name] = (*names.get(name, ()), leader)
    return names


def leader_country(name: str, when: PartialDate | None = None) -> str | None:
    """Give the code that a leader with this full or usual short name served at the time; None if unknown or in doubt.

    Who has left office still counts for the state served last; nobody counts before taking office.
    """
    known = _by_name().get(fold(name), ())
    if when is None:
        return _only(known)
    return _only(leader for leader in known if leader.serves(when)) or _last(known, when)


def _only(known: Iterable[Leader]) -> str | None:
    codes = {leader.code for leader in known}
    return codes.pop() if len(codes) == 1 else None


def _last(known: Iterable[Leader], when: PartialDate) -> str | None:
    """Give the code of the term that ended last before `when`."""
    ended = [
        (term.latest, leader.code)
        for leader in known
        for term in leader.terms
        if term.latest and when.earliest and term.latest < when.earliest
    ]
    return max(ended)[1] if ended else None


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, bool], ...]]:
    forms: dict[str, bool] = {}
    for leader in leaders():
        forms.setdefault(fold_text(leader.name), True)
        if leader.short:
            forms.setdefault(fold_text(leader.short), " " in leader.short)
    return AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest), tuple(forms.items())


def find_leaders(body: str, when: PartialDate | None = None) -> tuple[StateMention, ...]:
    """Give every mention of a leader in office at `when` (or of one state only, if no time is given), in text order."""
    return tuple(_find(body, fold_text(body), when))


def _find(body: str, folded: str, when: PartialDate | None) -> Iterator[StateMention]:
    automaton, forms = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(folded.replace("\n", " ")):
        name, whole = forms[number]
        if not _stands_alone(folded, start, end, whole=whole):
            continue
        known = _by_name()[fold(name)]
        code = _only(leader for leader in known if when is None or leader.serves(when))
        if code:
            yield StateMention(start, end, body[start:end], code, "leader")


def _stands_alone(text: str, start: int, end: int, *, whole: bool) -> bool:
    """Tell whether the name is no part of a longer one: Hunter Biden, Trump Tower."""
    before = text[max(0, start - _WINDOW) : start]
    if before[-1:].isalnum() or before[-1:] in {"-", "'"} or _AFTER.match(text, end):
        return False
    named = _BEFORE.search(before)
    return whole or named is None or may_lead(named[1])


def may_lead(word: str) -> bool:
    """Tell whether a capitalised word may stand before a leader's family name: a title, a state, the start of a sentence."""
    ends = word.endswith(("'s", "...")) or (word.endswith(".") and len(word) > _INITIAL)
    return ends or word in _titles() or word in entries()


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(word_lists("leader_words")["titles"])
