"""The states and organisations of the world: codes, names, demonyms, capitals, years of existence.

They are the project's own data (countries/*.yaml, one state a file; organizations.yaml). `States.resolve` answers what a
person may type or a table may hold; finding states in running text is the business of the extraction, not of this module.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bilateral.errors import UsageError
from bilateral.schema.statefiles import read_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.schema.values import PartialDate

__all__ = ["State", "StateKind", "States", "fold", "states"]

StateKind = Literal["state", "former", "organization"]

#: Nothing longer is compared with names: a slip of the pen is short.
_LONGEST: Final = 80
_GAP: Final = re.compile(r"[^a-z0-9]+")
_NOTE: Final = re.compile(r"\s*\([^()]*\)\s*$")
_ARTICLE: Final = re.compile(r"^the | the$")


@dataclass(frozen=True, slots=True)
class State:
    """A state, former state or intergovernmental organisation; `code` is ISO 3166 alpha-3 or the usual acronym.

    `names` are unmistakable in a text, `aliases` only where a state is expected. `adjectives` go with things (Danish),
    `people` with persons (Dane, Danes), `prefixes` with a hyphen (Sino-). `seats` are houses and offices that stand for the
    government. `regions` complete "the … country". `valid_from` is missing where a state is older than the record.
    """

    code: str
    kind: StateKind
    name: str
    official: str | None = None
    iso2: str | None = None
    m49: str | None = None
    cow: str | None = None
    gw: str | None = None
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successors: tuple[str, ...] = ()

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and words for its people, each once."""
        return tuple(dict.fromkeys((*self.adjectives, *self.people)))


@dataclass(frozen=True, slots=True)
class States:
    """All of them, by code and by every word that means one."""

    all: tuple[State, ...]
    by_code: Mapping[str, State]
    words: Mapping[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def get(self, code: str) -> State:
        """Give the state with this very code; raise UsageError with the nearest codes and names."""
        found = self.by_code.get(code)
        if found is None:
            raise self._unknown(code, "is no code of a state or organisation")
        return found

    def is_organization(self, code: str) -> bool:
        """Tell whether the code is that of an organisation; a code that nobody has is not."""
        found = self.by_code.get(code)
        return found is not None and found.kind == "organization"

    def find(self, text: str) -> str | None:
        """Give the code that `text` stands for (code, name, demonym, capital, seat; any case and accents), or None."""
        word = text.strip()
        if word.upper() in self.by_code:
            return word.upper()
        plain = _NOTE.sub("", word)
        return self.words.get(fold(word)) or self.words.get(fold(plain)) or self._elsewhere(word)

    def resolve(self, text: str) -> str:
        """Give the code that `text` stands for; raise UsageError with the nearest names."""
        found = self.find(text)
        if found is None:
            raise self._unknown(text, "is no state or organisation that we know")
        return found

    def _elsewhere(self, text: str) -> str | None:
        """Ask the wider directory of spellings and places; a part of a state stands for the state."""
        from rigour.territories import lookup_territory  # noqa: PLC0415 - 30 ms that most runs can save

        territory = lookup_territory(text) if text else None
        while territory is not None:
            for code in (territory.alpha3, territory.code):
                known = self.words.get(fold(code or "?"))
                if known:
                    return known
            territory = territory.parent
        return None

    def _unknown(self, text: str, what: str) -> UsageError:
        near = difflib.get_close_matches(fold(text[:_LONGEST]), self.words, n=3, cutoff=0.7)
        named = dict.fromkeys(f"{self.by_code[self.words[word]].name} ({self.words[word]})" for word in near)
        remedy = f"Did you mean {' or '.join(named)}?" if named else "Write an ISO 3166 code such as PAK, or a name."
        return UsageError(f"{text[:_LONGEST]!r} {what}", remedy=remedy)


def fold(text: str) -> str:
    """Bring a name to the form in which names are compared: no case, accents, punctuation, or article."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    return _ARTICLE.sub("", _GAP.sub(" ", bare.replace("&", " and ").replace("'", "")).strip())


def _words(every: Iterable[State]) -> dict[str, str]:
    """Map each folded word to its code: codes before names before demonyms before places, the living before the dead."""
    order = sorted(every, key=lambda state: (state.kind == "former", state.code))
    words: dict[str, str] = {}
    for tier in (_codes, _names, lambda state: state.demonyms, lambda state: (*state.capitals, *state.seats)):
        for state in order:
            for word in tier(state):
                words.setdefault(fold(word), state.code)
    return words


def _codes(state: State) -> tuple[str, ...]:
    return tuple(code for code in (state.code, state.iso2 if state.kind == "state" else None) if code)


def _names(state: State) -> tuple[str, ...]:
    return (state.name, *((state.official,) if state.official else ()), *state.names, *state.aliases)


@functools.cache
def states() -> States:
    """Read the states once."""
    every = tuple(State(**fields) for fields in read_states())
    return States(every, {state.code: state for state in every}, _words(every))
