"""What the early steps of the pipeline find in a text: marks with code-point offsets into the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bilateral.schema.values import Amount, PartialDate, Quantity

__all__ = [
    "AmountMark",
    "DateMark",
    "DateRole",
    "MentionKind",
    "OfficialMark",
    "QuantityMark",
    "Sentence",
    "StateMention",
    "Tense",
]

MentionKind = Literal["name", "demonym", "capital", "seat", "igo", "leader"]
Tense = Literal["past", "present", "future"]
DateRole = Literal["when", "deadline", "since", "until", "duration", "entry_into_force"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `body[start:end]`, without the white space around it."""

    start: int
    end: int
    index: int


@dataclass(frozen=True, slots=True)
class StateMention:
    """A state or organisation named in the text: its code and by what kind of word."""

    start: int
    end: int
    surface: str
    code: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class OfficialMark:
    """A person with an office, as one phrase: title, name, the state served (None where unknown), organisation."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    title: str | None
    country: str | None
    organization: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date expression; `past` and `future` are its readings before and after the publication day (often the same)."""

    start: int
    end: int
    surface: str
    past: PartialDate | None
    future: PartialDate | None
    role: DateRole = "when"

    def read(self, tense: Tense) -> PartialDate | None:
        """Choose the reading that fits the tense of the verb that the date belongs to."""
        return self.future if tense == "future" else self.past


@dataclass(frozen=True, slots=True)
class AmountMark:
    """A sum of money in the text."""

    start: int
    end: int
    surface: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class QuantityMark:
    """A counted or measured quantity in the text."""

    start: int
    end: int
    surface: str
    quantity: Quantity
