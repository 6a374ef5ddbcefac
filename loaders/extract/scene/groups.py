"""Words that stand for a group of states, for an organisation or for a state by its form: 'Baltic', 'the bloc', 'the Kingdom'.

Input: the words, and the codes that an article names. Output: state codes; nothing where more than one reading is open.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

__all__ = ["beside", "by_form", "is_nickname", "lettered", "members", "names_group", "nicknamed", "of_group"]

_ALONE: Final = frozenset({"kingdom", "sultanate", "emirate", "principality", "duchy"})


def members(adjectives: Iterable[str]) -> tuple[str, ...]:
    """Give the states of 'Nordic and Baltic'."""
    groups = _mapping("members")
    return tuple(dict.fromkeys(code for word in adjectives for code in groups.get(word.casefold(), ())))


def lettered(text: str) -> tuple[str, ...]:
    """Give the states of 'the E3', 'the Quad'."""
    return _mapping("letters").get(text, ())


def names_group(body: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether a word of `body[start:end]` may stand for a group of states."""
    return _group_words().search(body, start, len(body) if end is None else end) is not None


@cache
def _group_words() -> re.Pattern[str]:
    words = (*(word.capitalize() for word in _mapping("members")), *_mapping("letters"))
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b")


def of_group(lemma: str) -> bool:
    """Tell whether a group is called so: 'the Visegrad Four'."""
    return lemma.casefold() in _words("nouns")


def beside(lemma: str) -> bool:
    """Tell whether the word is for another state than the one it goes with: 'its neighbour'."""
    return lemma in _words("beside")


def nicknamed(text: str, named: Collection[str]) -> tuple[str, ...]:
    """Give the organisation that 'the bloc' means, if the article names one only of those called so."""
    found = tuple(code for code in _mapping("organizations").get(text, ()) if code in named)
    return found if len(found) == 1 else ()


def is_nickname(text: str) -> bool:
    """Tell whether organisations are called so."""
    return text in _mapping("organizations")


def by_form(words: Iterable[str], named: Iterable[str]) -> tuple[str, ...]:
    """Give the state that 'the Kingdom' or 'the Islamic Republic' means: the only one named with these words in its full name."""
    form = tuple(word.casefold() for word in words)
    if not form or form[-1] not in _words("forms"):
        return ()
    if not (len(form) == 1 and form[0] in _ALONE) and not (len(form) > 1 and set(form[:-1]) <= _words("form_words")):
        return ()
    found = tuple(
        code for code in dict.fromkeys(named) if code in states() and set(form) <= _full_name(code) - _united(code)
    )
    return found if len(found) == 1 else ()


def _full_name(code: str) -> frozenset[str]:
    return frozenset((states().get(code).official or "").casefold().split())


def _united(code: str) -> frozenset[str]:
    """Give what nobody calls a state alone: 'the kingdom' is never the United Kingdom."""
    name = _full_name(code)
    return frozenset({"kingdom"}) if "united" in name else frozenset()


@cache
def _mapping(key: str) -> Mapping[str, tuple[str, ...]]:
    found = read_lexicon("groups")
    lists = found.get(key) if isinstance(found, dict) else None
    if not isinstance(lists, dict):
        raise InputError("not a mapping", place=f"lexicon/groups.yaml: {key}", remedy="Write `word: [CODE, …]`.")
    return {str(word): tuple(map(str, codes)) for word, codes in lists.items()}


@cache
def _words(key: str) -> frozenset[str]:
    found = read_lexicon("groups")
    lists = found.get(key) if isinstance(found, dict) else None
    if not isinstance(lists, list):
        raise InputError("not a list of words", place=f"lexicon/groups.yaml: {key}", remedy="Write a list of words.")
    return frozenset(map(str, lists))
