"""The states that an article names, as its `countries` list has them: named, or acting through capital or seat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.states.statewords import state_words
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["capital_acts", "countries_of"]

_OWN: Final = re.compile(r"'s? [a-z]|' [a-z]")
_NEXT: Final = re.compile(r" ([a-z]+)")
_LAST: Final = re.compile(r"([A-Za-z]+) $")
_BETWEEN: Final = re.compile(r"\b[Bb]etween [^.;\n]{1,40} and $")
_PAIR: Final = re.compile(r"-[A-Z]")
_PAIRED: Final = re.compile(r"[A-Z][a-z]+-$")
_SECRETARY: Final = re.compile(r"\bSecretary of State (?=[A-Z][a-z])")
_OWNER: Final = re.compile(r"(?<![.!?] )(?<!\n)\b(?!The |Then |Former |Deputy |Under |Assistant )[A-Z][\w.]*(?:'s?)? $")
_WINDOW: Final = 60


def countries_of(mentions: Iterable[StateMention], body: str) -> tuple[str, ...]:
    """Give the codes of the states (not organisations) that the article names, in the order of the text.

    A capital alone names its state only where it acts as a government; where it is a place of work or of talks it does not.
    """
    text = fold_text(body)
    named = sorted((*_named(mentions, text), *_secretaries(text)))
    return tuple(dict.fromkeys(code for _, code in named))


def _named(mentions: Iterable[StateMention], text: str) -> Iterator[tuple[int, str]]:
    known = states()
    for mention in mentions:
        if known.is_organization(mention.code) or mention.kind == "leader":
            continue
        if mention.kind != "capital" or capital_acts(text, mention.start, mention.end):
            yield mention.start, mention.code


def _secretaries(text: str) -> Iterator[tuple[int, str]]:
    """Give the United States for each Secretary of State with a name and no other state before the office."""
    for found in _SECRETARY.finditer(text):
        if not _OWNER.search(text[max(0, found.start() - _WINDOW) : found.start()]):
            yield found.start(), "USA"


def capital_acts(text: str, start: int, end: int) -> bool:
    """Tell whether the capital at `start` up to `end` of the folded text stands for its government there."""
    words = state_words()
    if _OWN.match(text, end) or _PAIR.match(text, end):
        return True
    after = _NEXT.match(text, end)
    if after and after[1] in words.capital_acts:
        return not _in_place(text, start)
    before = text[max(0, start - _WINDOW) : start]
    if _PAIRED.search(before):
        return True
    last = _LAST.search(before)
    return bool(last and last[1].lower() in words.capital_after) or bool(_BETWEEN.search(before))


def _in_place(text: str, start: int) -> bool:
    last = _LAST.search(text[max(0, start - _WINDOW) : start])
    return last is not None and last[1].lower() in state_words().places_after
