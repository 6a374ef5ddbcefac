"""A fact in one line for a person: 'event CONSULT visit, PAK → TJK, occurred, 2023-03-06'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.schema.facts import Agreement, Event, Flow

if TYPE_CHECKING:
    from bilateral.schema.facts import Fact

__all__ = ["tell"]


def tell(fact: Fact) -> str:
    """Give the line."""
    if isinstance(fact, Event):
        sides = f"{', '.join(fact.source)} {'–' if fact.symmetric else '→'} {', '.join(fact.target)}"
        return _joined(f"event {fact.type} {fact.mode or ''}".strip(), sides, fact.status, fact.date)
    if isinstance(fact, Agreement):
        return _joined(f"{fact.type} “{fact.title}”", "–".join(fact.parties), fact.status, fact.date)
    if isinstance(fact, Flow):
        moved = fact.quantity or fact.amount
        return _joined(f"flow {fact.kind} {fact.commodity or ''}".strip(), f"{fact.source} → {fact.target}", moved)
    return _joined(f"official {fact.name}", fact.title, fact.country)


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)
