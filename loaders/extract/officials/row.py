"""One sentence as a row of words, each with the state that it names, for the grammar of titles and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence; `states[i]` is the mention that word `i` belongs to."""

    body: str
    words: tuple[Word, ...]
    states: tuple[StateMention | None, ...]

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
        known = office_words()
        longest = known.longest.get(_head(self.words[i].low), 0) if 0 <= i < len(self.words) else 0
        for length in range(min(longest, len(self.words) - i), 0, -1):
            words = tuple(_head(self.low(k)) for k in range(i, i + length))
            if office := known.offices.get(words):
                return length, office
        return None

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


def read_row(body: str, sentence: Sentence, mentions: Sequence[StateMention]) -> Row:
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
    return Row(body, words, tuple(states))
