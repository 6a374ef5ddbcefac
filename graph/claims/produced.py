"""Which event led to which agreement: said where an article tells of both in the same words or on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.schema.facts import Trace
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.graph.claims.source import Source
    from bilateral.graph.statement import Statement, Thing
    from bilateral.schema.facts import Agreement, Event

__all__ = ["produced_claims"]

RULE: Final = "produced by the only event that fits"
_MEETINGS: Final = frozenset({"visit", "meeting", "talks", "summit"})


def produced_claims(
    source: Source, events: Sequence[tuple[Event, Thing]], agreements: Sequence[tuple[Agreement, Thing]]
) -> Iterator[Statement]:
    """Say that an agreement came out of a meeting if exactly one meeting of the article fits it."""
    for agreement, thing in agreements:
        fitting = [(event, met) for event, met in events if _fits(event, agreement)]
        if len(fitting) == 1:
            event, met = fitting[0]
            yield source.say(met, "PRODUCED", thing, _trace(event, agreement), as_of=source.published)


def _fits(event: Event, agreement: Agreement) -> bool:
    terms = registry().vocabulary("agreement_statuses")
    concluded = agreement.status in terms and terms[agreement.status].phase == "concluded"
    met = event.type == "CONSULT" and event.mode in _MEETINGS and event.status == "occurred"
    return (
        concluded
        and met
        and agreement.trace.modality == event.trace.modality == "asserted"
        and set(agreement.parties) <= {*event.source, *event.target}
        and (_same_day(event, agreement) or _same_words(event, agreement))
    )


def _same_day(event: Event, agreement: Agreement) -> bool:
    return event.date is not None and agreement.date is not None and agreement.date.overlaps(event.date) == "yes"


def _same_words(event: Event, agreement: Agreement) -> bool:
    return any(
        one.start < other.end and other.start < one.end
        for one in event.trace.evidence
        for other in agreement.trace.evidence
    )


def _trace(event: Event, agreement: Agreement) -> Trace:
    passages = {(each.start, each.end): each for each in (*event.trace.evidence, *agreement.trace.evidence)}
    known = [each.trace.confidence for each in (event, agreement) if each.trace.confidence is not None]
    return Trace(
        evidence=tuple(passages[key] for key in sorted(passages)),
        speaker=agreement.trace.speaker,
        confidence=min(known, default=None),
        rule=RULE,
    )
