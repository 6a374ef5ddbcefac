"""What all facts of one article share: its id, its day, its persons; and how a fact's trace becomes a reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.statement import Qualifier, Reference, Statement, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.schema.facts import ArticleFacts, Trace
    from bilateral.schema.values import Amount, PartialDate, Quantity

__all__ = ["UNKNOWN", "Source", "local", "measures", "qualify", "state", "written"]

#: The block of persons whose state the text does not tell: no rule makes two of them one.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Source:
    """One article as its facts see it."""

    article: str
    published: str | None
    persons: Mapping[str, Thing] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: ArticleFacts, persons: Mapping[str, Thing]) -> Source:
        """Take from the facts what their claims need."""
        return cls(facts.article.id, written(facts.article.published), persons)

    def say(
        self, subject: Thing, predicate: str, said: Thing | str, trace: Trace, **qualifiers: Qualifier | None
    ) -> Statement:
        """Make a statement of this article; qualifiers without a value are left out."""
        return Statement.of(subject, predicate, said, self.reference(trace), qualify(**qualifiers))

    def reference(self, trace: Trace) -> Reference:
        """Point to the words of a fact."""
        passages = tuple(sorted(trace.evidence, key=lambda passage: (passage.start, passage.end)))
        roles = tuple((role.name, role.quote) for role in trace.roles)
        return Reference(self.article, passages, trace.speaker, trace.modality, trace.confidence, trace.rule, roles)


def qualify(**qualifiers: Qualifier | None) -> dict[str, Qualifier]:
    """Leave out qualifiers that say nothing: None, empty tuples, and False."""
    return {key: value for key, value in qualifiers.items() if value is not None and value != () and value is not False}


def state(code: str) -> Thing:
    """Give the state or organisation with this code."""
    return Thing("state", code, code)


def local(kind: str, article: str, name: str, told: object, taken: Iterable[str]) -> str:
    """Make the id of a thing of this article from what identifies it there; the same again gets a number."""
    base = f"{kind}@{article}#{ids.slug(name)}-{ids.digest(told, 6)}"
    number, known = 1, set(taken)
    while (key := base if number == 1 else f"{base}-{number}") in known:
        number += 1
    return key


def written(date: PartialDate | None) -> str | None:
    """Give a date as its source wrote it."""
    return None if date is None else date.text


def measures(amount: Amount | None, quantity: Quantity | None) -> dict[str, Qualifier | None]:
    """Give a sum and a quantity as qualifiers."""
    held: dict[str, Qualifier | None] = {}
    if amount is not None:
        held |= {"amount": float(amount.value), "currency": amount.currency, "amount_qualifier": amount.qualifier}
    if quantity is not None:
        held |= {"quantity": float(quantity.value), "unit": quantity.unit, "quantity_qualifier": quantity.qualifier}
        held["commodity"] = quantity.commodity
    return held
