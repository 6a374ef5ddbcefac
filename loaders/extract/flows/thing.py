"""What moves: a sum, a quantity, or both, at its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from bilateral.schema.values import Amount, Quantity

__all__ = ["Thing"]


@dataclass(frozen=True, slots=True)
class Thing:
    """`body[start:end]` counts or prices something; `name` is what, where the text tells right there."""

    start: int
    end: int
    name: str | None = None
    amount: Amount | None = None
    quantity: Quantity | None = None

    @property
    def people(self) -> bool:
        """Tell whether people are counted."""
        if self.quantity is None:
            return False
        words = set(fold_phrase(self.name or "").split())
        return bool(words & flow_words("people")) or self.quantity.unit == "person"
