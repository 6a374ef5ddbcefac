"""Article facts as typed values: the exchange format, exactly, plus how a program came to each fact.

`Trace` is what extraction adds to a fact beside its evidence: who said it, how sure the source is, which rule found it, and the
words that filled each role. These keys are optional in a file; everything else is the published format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bilateral.schema.values import Amount, PartialDate, Quantity

__all__ = [
    "Agreement",
    "ArticleFacts",
    "ArticleHead",
    "Event",
    "Evidence",
    "Fact",
    "Flow",
    "Modality",
    "Official",
    "Role",
    "Trace",
]

Modality = Literal["asserted", "planned", "possible", "conditional", "negated"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the body: code points from `start` up to `end`, and the words there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Role:
    """The words that filled one role of a fact: `name` is source, target, trigger, date, place and so on."""

    name: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How a fact came about: its passages, who said so, and the rule that read it."""

    evidence: tuple[Evidence, ...] = ()
    speaker: str | None = None
    modality: Modality = "asserted"
    confidence: float | None = None
    rule: str | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What is known of the article itself; `sha256` is of the body's UTF-8 bytes, where it was read from text."""

    id: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A person who holds an office; `country` is the state (or organisation) served, None where the text does not tell."""

    name: str
    title: str | None = None
    country: str | None = None
    organization: str | None = None
    trace: Trace = field(default_factory=Trace)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between two or more states or organisations, with its latest asserted status."""

    title: str
    type: str
    parties: tuple[str, ...]
    status: str
    date: PartialDate | None = None
    areas: tuple[str, ...] = ()
    amount: Amount | None = None
    quantity: Quantity | None = None
    trace: Trace = field(default_factory=Trace)


@dataclass(frozen=True, slots=True)
class Event:
    """A happening between states: a PLOVER type, who acts, on whom."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    mode: str | None = None
    symmetric: bool = False
    officials: tuple[str, ...] = ()
    place: str | None = None
    date: PartialDate | None = None
    status: str = "occurred"
    areas: tuple[str, ...] = ()
    trace: Trace = field(default_factory=Trace)


@dataclass(frozen=True, slots=True)
class Flow:
    """Goods, money or people that move from one state to another."""

    kind: str
    source: str
    target: str
    commodity: str | None = None
    quantity: Quantity | None = None
    amount: Amount | None = None
    period: PartialDate | None = None
    trace: Trace = field(default_factory=Trace)


Fact = Official | Agreement | Event | Flow


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Everything that one article says between states."""

    article: ArticleHead
    countries: tuple[str, ...] = ()
    officials: tuple[Official, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    flows: tuple[Flow, ...] = ()

    @property
    def every(self) -> tuple[Fact, ...]:
        """Give the facts of all kinds."""
        return (*self.officials, *self.agreements, *self.events, *self.flows)
