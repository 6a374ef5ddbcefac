"""Tell whether a word that can name a state does so here: Georgia of Atlanta, Jordan the player, Paris in Texas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.states.peoples import is_tongue_or_origin
from bilateral.loaders.extract.states.statewords import state_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.states.gazetteer import Hit

__all__ = ["Witness"]

_WORD_BEFORE: Final = re.compile(r"([A-Z][\w.'-]*|[a-z]+\.?) $")
_WORD_AFTER: Final = re.compile(r" ([A-Z][A-Za-z.'-]*)")
_LOWER_AFTER: Final = re.compile(r" ([a-z]+)")
_NAME_AFTER: Final = re.compile(r"(?: [A-Z][A-Za-z'-]*){1,3}")
_LINE_EDGE: Final = 60
_CAPS_WORD: Final = re.compile(r"[A-Z]{2,}")
_LOWER: Final = re.compile(r"[a-z]")
_OWNS: Final = frozenset({"'s ", "’s "})


class Witness:
    """One article's evidence about its contested words."""

    def __init__(self, body: str, folded: str, hits: Sequence[Hit]) -> None:
        self._body = body
        self._text = folded
        self._starts = {hit.start for hit in hits}
        self._ends = {hit.end: hit.entry.code for hit in hits if hit.entry.code}
        self._verdicts: dict[str, int] = {}

    def means_state(self, hit: Hit) -> bool:
        """Tell whether the hit names a state."""
        word = hit.entry.word
        return not (
            self._is_plain_word(hit, word)
            or self._is_person(hit, word)
            or self._is_part_of_name(hit)
            or self._is_elsewhere(hit)
            or self._is_other(hit, word)
            or self._is_money(hit)
            or self._is_owned(hit)
            or (hit.entry.kind == "demonym" and is_tongue_or_origin(self._text, hit.start, hit.end))
        )

    def _is_plain_word(self, hit: Hit, word: str) -> bool:
        """US and WHO in a line of capitals; Polish the verb; Reunion without its accent."""
        words = state_words()
        text = self._text
        if word in words.accented and self._body[hit.start : hit.end].isascii():
            return True
        if any(text.startswith(after, hit.end) for after in words.not_before.get(word, ())):
            return True
        return word in {"US", "WHO", "ECO", "UN"} and self._in_capitals(hit) and self._reads_as_pronoun(hit, word)

    def _in_capitals(self, hit: Hit) -> bool:
        begin = max(self._text.rfind("\n", 0, hit.start) + 1, hit.start - _LINE_EDGE)
        stop = self._text.find("\n", hit.end, hit.end + _LINE_EDGE)
        line = self._text[begin : hit.start] + self._text[hit.end : stop if stop >= 0 else hit.end + _LINE_EDGE]
        return bool(_CAPS_WORD.search(line)) and not _LOWER.search(line)

    def _reads_as_pronoun(self, hit: Hit, word: str) -> bool:
        if word != "US":
            return True
        before = _WORD_BEFORE.search(self._text, max(0, hit.start - 30), hit.start)
        return before is not None and before[1] in state_words().caps_before_us

    def _is_person(self, hit: Hit, word: str) -> bool:
        words = state_words()
        before = _WORD_BEFORE.search(self._text, max(0, hit.start - 30), hit.start)
        if word in words.surnames and before and (before[1] in words.honorifics or before[1] in words.given_names):
            return True
        after = _WORD_AFTER.match(self._text, hit.end)
        return (
            word in words.given_states
            and after is not None
            and after[1] not in words.offices
            and after.start(1) not in self._starts
            and not after[1].isupper()
            and self._verdict(word) <= 0
        )

    def _is_part_of_name(self, hit: Hit) -> bool:
        """China Eastern Airlines, Lima Gazette."""
        found = _NAME_AFTER.match(self._text, hit.end)
        name = found[0].split() if found else [""]
        words = state_words()
        return name[0] in words.name_ends_at_once or not words.name_ends.isdisjoint(name)

    def _is_elsewhere(self, hit: Hit) -> bool:
        """Paris, Texas."""
        if not self._text.startswith(", ", hit.end) or hit.entry.kind == "demonym":
            return False
        return self._text.startswith(state_words().subnational, hit.end + 2)

    def _is_money(self, hit: Hit) -> bool:
        """100 million US dollars."""
        after = _LOWER_AFTER.match(self._text, hit.end)
        money = after[1].removesuffix("s") if after else ""
        return money in state_words().currencies and (hit.entry.kind == "demonym" or money == "dollar")

    def _is_owned(self, hit: Hit) -> bool:
        """Tell whether another state owns the seat: the Philippine Department of Defense."""
        if hit.entry.kind != "seat":
            return False
        genitive = self._text[hit.start - len("'s ") : hit.start] in _OWNS
        owner = self._ends.get(hit.start - 1) or (self._ends.get(hit.start - len("'s ")) if genitive else None)
        return owner is not None and owner != hit.entry.code

    def _is_other(self, hit: Hit, word: str) -> bool:
        if word not in state_words().contested:
            return False
        if word == "Georgia" and self._after_city(hit):
            return True
        return self._verdict(word) < 0

    def _after_city(self, hit: Hit) -> bool:
        return bool(re.search(r"[a-z], $", self._text[max(0, hit.start - 4) : hit.start])) and (
            hit.start - 2 not in self._ends and self._verdict("Georgia") <= 0
        )

    def _verdict(self, word: str) -> int:
        """Count the words that speak for the state, less those that speak against it."""
        if word not in self._verdicts:
            contested = state_words().contested.get(word)
            self._verdicts[word] = (
                0 if contested is None else self._count(contested.signals) - self._count(contested.against)
            )
        return self._verdicts[word]

    def _count(self, signals: tuple[str, ...]) -> int:
        return sum(_occurs(self._text, signal) for signal in signals)


def _occurs(text: str, word: str) -> bool:
    """Tell whether the word stands in the text between word borders."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
