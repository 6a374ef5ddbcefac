"""How well something is attested: independent sources, confidence, the best quote, and the statements for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.graph import ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.graph.ledger import Held
    from bilateral.graph.model import Scalar

__all__ = ["attest", "best", "count_sources", "is_against", "is_current"]


#: Shorter quotes may be equal by chance.
_LONG: Final = 40


def attest(held: Sequence[Held]) -> dict[str, Scalar]:
    """Give the properties that say who says so. What is retracted counts only where nothing else is left."""
    current = [each for each in held if is_current(each)] or list(held)
    supporting = [each for each in current if not is_against(each)]
    found: dict[str, Scalar] = {
        "n_sources": count_sources(supporting),
        "statements": tuple(sorted({each.statement.id for each in current})),
        "recorded_at": min(each.recorded_at for each in current),
    }
    confidences = [each.statement.reference.confidence for each in supporting]
    known = [each for each in confidences if each is not None]
    if known:
        found["confidence"] = round(float(max(known)), 4)
    if quote := _quote(best(supporting or current)):
        found["evidence"] = quote
    ends = [each.retracted_at for each in held if each.retracted_at]
    if len(ends) == len(held):
        found["retracted_at"] = max(ends)
    return found


def best(held: Iterable[Held]) -> Held:
    """Choose the statement to show: asserted before planned, sure before unsure, then the shorter quote."""
    return min(held, key=_rank)


def count_sources(held: Iterable[Held]) -> int:
    """Count independent sources: one publisher is one, and so are articles with the same text or the same quote."""
    groups: list[set[str]] = []
    for each in held:
        keys = _source_keys(each)
        touched = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*touched))
    return len(groups)


def is_against(held: Held) -> bool:
    """Tell whether a statement says that it is not so."""
    return held.statement.reference.modality == "negated" or held.statement.value == "denied"


def is_current(held: Held) -> bool:
    """Tell whether a statement stands."""
    return held.retracted_at is None


def _source_keys(held: Held) -> set[str]:
    publisher, reference = held.publisher, held.statement.reference
    keys = {f"publisher {ids.fold(publisher)}" if publisher else f"article {reference.article}"}
    if held.sha256:
        keys.add(f"text {held.sha256}")
    quotes = (passage.quote for passage in reference.passages)
    keys.update(f"quote {' '.join(ids.fold(quote).split())}" for quote in quotes if len(quote) > _LONG)
    return keys


def _rank(held: Held) -> tuple[bool, bool, float, int, str]:
    reference = held.statement.reference
    confidence = reference.confidence if reference.confidence is not None else 0.5
    length = len(_quote(held)) or 10_000
    return (is_against(held), reference.modality != "asserted", -confidence, length, held.statement.id)


def _quote(held: Held) -> str:
    return held.statement.reference.passages[0].quote if held.statement.reference.passages else ""
