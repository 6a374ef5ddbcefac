"""What the grammar of titles knows of words: offices, portfolios, honorifics, read once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.loaders.extract.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Kind", "Office", "OfficeWords", "office_words"]

Kind = Literal["strong", "shared", "weak"]
_KINDS: Final[tuple[Kind, ...]] = ("strong", "shared", "weak")
_PLURALS: Final = {
    "secretary": "secretaries",
    "deputy": "deputies",
    "attaché": "attachés",
    "chargé": "chargés",
    "chief": "chiefs",
    "lady": "ladies",
}


@dataclass(frozen=True, slots=True)
class Office:
    """One office: its words in the singular, who else has such an office, whether the text has the plural."""

    name: str
    kind: Kind
    plural: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The word lists of titles.yaml and portfolio.yaml, in small letters."""

    offices: Mapping[tuple[str, ...], Office]
    longest: Mapping[str, int]
    modifiers: frozenset[str]
    honorifics: frozenset[tuple[str, ...]]
    portfolio: frozenset[str]
    organs: frozenset[str]
    state_organs: frozenset[str]
    state_organ_names: tuple[str, ...]
    passing: frozenset[str]
    state_words: frozenset[str]
    not_state: frozenset[str]
    things: frozenset[str]
    never_state: frozenset[str]
    post_nominals: frozenset[str]
    not_in_name: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    small_names: frozenset[str]
    given_names: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """Read the two files once."""
    titles, portfolio = _mapping("titles"), _mapping("portfolio")
    offices = dict(_offices(titles))
    longest: dict[str, int] = {}
    for words in offices:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return OfficeWords(
        offices,
        longest,
        frozenset(_words(titles, "modifiers")),
        frozenset(tuple(w.split()) for w in _words(titles, "honorifics")),
        frozenset(_words(portfolio, "words")),
        frozenset((*_words(portfolio, "organs"), *_words(portfolio, "state_organs"))),
        frozenset(_words(portfolio, "state_organs")),
        _words(portfolio, "state_organ_names"),
        frozenset(_words(titles, "passing")),
        frozenset(_words(titles, "state_words")),
        frozenset(_words(titles, "not_state")),
        frozenset(_words(portfolio, "things")),
        frozenset(_words(titles, "never_state")),
        frozenset(_words(titles, "post_nominals")),
        frozenset(_words(portfolio, "not_in_name")),
        frozenset(_words(portfolio, "particles")),
        frozenset(_words(portfolio, "suffixes")),
        frozenset(_words(portfolio, "small_names")),
        frozenset(_words(titles, "given_names")),
    )


def _offices(titles: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], Office]]:
    fixed = titles["fixed"]
    if not isinstance(fixed, dict):
        raise InputError("not a mapping", place="lexicon/titles.yaml: fixed", remedy="Write `office: CODE`.")
    for kind in _KINDS:
        for name in _words(titles, kind):
            words = tuple(w.low for w in split_words(name, 0, len(name)))
            country = fixed.get(name)
            for plural in _plurals(words):
                yield plural, Office(name, kind, True, None)
            yield words, Office(name, kind, False, str(country) if country else None)


def _plurals(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Give `ministers of state`, `attorneys general`, `prime ministers`: the plural in any of the words."""
    for i, word in enumerate(words):
        if word in _PLURALS or (word.isalpha() and not word.endswith("s")):
            yield (*words[:i], _plural(word), *words[i + 1 :])


def _plural(word: str) -> str:
    if word.endswith(("man",)):
        return f"{word[:-3]}men"
    return _PLURALS.get(word, f"{word}s")


def _mapping(name: str) -> Mapping[str, object]:
    found = read_lexicon(name)
    if not isinstance(found, dict):
        raise InputError("not a mapping", place=f"lexicon/{name}.yaml", remedy="Write `key:` with a list below.")
    return found


def _words(lists: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = lists.get(key)
    if not isinstance(found, list):
        raise InputError(f"no list {key!r}", place="lexicon", remedy="Write a list of words.")
    return tuple(str(word).casefold() for word in found)
