"""The publication day against which relative dates are read, and the phrase that a reader reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.calendar import edtf
from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from datetime import date

    from bilateral.loaders.extract.dates.words import Word, Words
    from bilateral.loaders.extract.text.marks import DateRole
    from bilateral.schema.values import PartialDate

__all__ = ["Anchor", "Phrase", "Reading", "both"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the text was published: first and last possible day; `day` where it is known to the day."""

    low: date
    high: date
    text: str

    @classmethod
    def of(cls, published: PartialDate | None) -> Anchor | None:
        """None where the publication date is unknown or open."""
        if published is None or published.earliest is None or published.latest is None:
            return None
        return cls(published.earliest, published.latest, published.text)

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.low if self.low == self.high else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month, where they are known."""
        return (
            (self.low.year, self.low.month)
            if (self.low.year, self.low.month) == (self.high.year, self.high.month)
            else None
        )

    @property
    def year(self) -> int | None:
        """The year, where it is known."""
        return self.low.year if self.low.year == self.high.year else None

    def about(self) -> PartialDate | None:
        """Give the publication date marked as approximate: all that is known where a finer step is asked for."""
        return edtf(self.text if "/" in self.text or self.text[-1] in "~?%" else f"{self.text}~")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means before and after publication; `skip` words at its start do not belong to it."""

    past: PartialDate | None = None
    future: PartialDate | None = None
    role: DateRole = "when"
    skip: int = 0


def both(found: PartialDate | None, role: DateRole = "when") -> Reading:
    """Give a reading that does not hang on the tense."""
    return Reading(found, found, role)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words from `first` up to `last` of a text; `spoken` is the year that the text named last, not far before."""

    text: Words
    first: int
    last: int
    spoken: int | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the phrase."""
        return self.text.items[self.first : self.last]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return tuple(word.key for word in self.words)

    def before(self, distance: int = 1) -> str:
        """Give the key of the word before the phrase; empty at the start."""
        at = self.first - distance
        return self.text.items[at].key if at >= 0 else ""

    def next(self, distance: int = 1) -> str:
        """Give the key of the word after the phrase; empty at the end."""
        at = self.last + distance - 1
        return self.text.items[at].key if at < len(self.text.items) else ""

    def next_text(self, distance: int = 1) -> str:
        """Give the word after the phrase as written."""
        at = self.last + distance - 1
        return self.text.items[at].text if at < len(self.text.items) else ""

    def find(self, *names: str) -> int | None:
        """Give the number of the first word that is of one of the classes."""
        lexicon = date_lexicon()
        for key in self.keys:
            for name in names:
                if (value := lexicon.numbers[name].get(key)) is not None:
                    return value
        return None

    def part(self, first: int, last: int) -> Phrase:
        """Give the words `first` up to `last`, counted within the phrase."""
        return Phrase(self.text, self.first + first, self.first + last)
