"""One sentence as a row of words, each with the state that it names, for the grammar of titles and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilateral.loaders.extract.officials.office_words import Office, office_words
from bilateral.loaders.extract.text.words import Word, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.text.marks import Sentence, StateMention

__all__ = ["Row", "read_row"]


#: `UN-backed`, `US-led`: the state is not that of the word after.
_COMPOUND = re.compile(
    r"\.?[-–](?:backed|led|brokered|sponsored|based|born|occupied|funded|mediated|controlled|held|trained|made|run|owned)\b"
)


#: Before these a monarch's office is no given name.
_SUBLIME = frozenset({"majesty", "highness", "hm", "hh", "h.m", "h.h", "sayyid"})
_OFFICE = 3
_NAME = 4
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence; `states[i]` is the mention that word `i` belongs to, `acronyms` the text's public bodies."""

    body: str
    words: tuple[Word, ...]
    states: tuple[StateMention | None, ...]
    acronyms: frozenset[str] = frozenset()
    #: The offices found so far by the word they begin at, so that no rule looks twice; nothing that anything depends on.
    seen: dict[int, tuple[int, Office] | None] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.words)

    def low(self, i: int) -> str:
        """Give a word in small letters; nothing beyond either end."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def text(self, i: int) -> str:
        """Give a word as it stands; nothing beyond either end."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def state(self, i: int) -> StateMention | None:
        """Give the mention that a word belongs to."""
        return self.states[i] if 0 <= i < len(self.words) else None

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text(i)[:1].isupper()

    def office(self, i: int) -> tuple[int, Office] | None:
        """Give the longest office that begins at word `i`, and how many words it has."""
        if i not in self.seen:
            self.seen[i] = self._office(i)
        return self.seen[i]

    def _office(self, i: int) -> tuple[int, Office] | None:
        known = office_words()
        longest = known.longest.get(_head(self.words[i].low), 0) if 0 <= i < len(self.words) else 0
        for length in range(min(longest, len(self.words) - i), 0, -1):
            words = tuple(_head(self.low(k)) for k in range(i, i + length))
            if (office := known.offices.get(words)) and not self._of_body(words, i + length):
                return None if length == 1 and self._given_name(i) else (length, office)
        return None

    def _of_body(self, words: tuple[str, ...], after: int) -> bool:
        """Whether a `head of state` is but the head of a state body: `Head of State Administration`."""
        return words[-2:] == ("of", "state") and self.capital(after) and self.known(after, office_words().organs)

    def _given_name(self, i: int) -> bool:
        """Whether an office is a given name here: `Hassan Amir Lutfi`, `Dr. Sultan Karim`, `Sultan Karim, head of the fund`."""
        known, before = office_words(), i - 1 - (self.low(i - 1) == ".")
        if self.low(i) not in known.given_names or not self.capital(i) or not self.capital(i + 1):
            return False
        if (self.low(before),) in known.honorifics:
            return self.low(before) not in _SUBLIME
        if self._ends_office(before) and self.low(before) not in known.modifiers:
            return True
        if self.capital(before) and before == i - 1:
            plain = not self.known(before, known.not_in_name | known.modifiers | known.portfolio)
            return plain and self.state(before) is None
        return self._apposed(i)

    def _ends_office(self, i: int) -> bool:
        return any((found := self.office(k)) and k + found[0] == i + 1 for k in range(max(0, i - _OFFICE), i + 1))

    def _apposed(self, i: int) -> bool:
        """Whether an office follows the name that begins here, after a comma."""
        comma = next((k for k in range(i + 2, i + 2 + _NAME) if self.low(k) == ","), 0)
        capitals = all(self.capital(k) or len(self.text(k)) <= _SMALL for k in range(i + 1, comma))
        return bool(comma) and capitals and any(self.office(k) for k in range(comma + 1, comma + _NAME))

    def known(self, i: int, words: frozenset[str]) -> bool:
        """Whether the word, or both halves of a hyphenated one, is among `words`."""
        low = self.low(i)
        return low in words or ("-" in low and all(part in words for part in low.split("-")))

    def at(self, offset: int) -> int:
        """Give the number of the first word that begins at or after an offset."""
        return bisect_left(self.words, offset, key=lambda w: w.start)

    def state_before(self, end: int) -> int:
        """Give the first word of the mention that ends just before word `end`."""
        mention = self.state(end - 1)
        first = end - 1
        while first > 0 and mention is not None and self.state(first - 1) is mention:
            first -= 1
        return first

    def state_after(self, first: int) -> int:
        """Give the word after the mention that word `first` belongs to."""
        mention = self.state(first)
        after = first
        while after < len(self) and self.state(after) is mention:
            after += 1
        return after


def _head(low: str) -> str:
    if "-" not in low:
        return low
    low = low.removesuffix("-designate").removesuffix("-elect")
    return low.removeprefix("ex-").removeprefix("then-")


def read_row(
    body: str, sentence: Sentence, mentions: Sequence[StateMention], acronyms: frozenset[str] = frozenset()
) -> Row:
    """Lay out a sentence; `mentions` are those of the whole body, in order."""
    words = split_words(body, sentence.start, sentence.end)
    at = bisect_left(mentions, sentence.start, key=lambda m: m.end)
    states: list[StateMention | None] = []
    for word in words:
        while at < len(mentions) and mentions[at].end <= word.start:
            at += 1
        if at == len(mentions) or mentions[at].start >= sentence.end:
            break
        inside = mentions[at].start < word.end and not _COMPOUND.match(body, mentions[at].end)
        states.append(mentions[at] if inside else None)
    states += [None] * (len(words) - len(states))
    return Row(body, words, tuple(states), acronyms)
