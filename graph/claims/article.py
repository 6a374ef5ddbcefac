"""All statements of one article."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bilateral.graph.claims.agreements import agreement_claims, agreement_things
from bilateral.graph.claims.events import event_claims, event_things
from bilateral.graph.claims.flows import flow_claims
from bilateral.graph.claims.officials import official_claims
from bilateral.graph.claims.persons import persons_of
from bilateral.graph.claims.produced import produced_claims
from bilateral.graph.claims.source import Source

if TYPE_CHECKING:
    from bilateral.graph.statement import Statement
    from bilateral.schema.facts import ArticleFacts

__all__ = ["claims"]


def claims(facts: ArticleFacts) -> tuple[Statement, ...]:
    """Give every statement of an article once, sorted by id; the same facts give the same statements."""
    source = Source.of(facts, persons_of(facts))
    agreements = agreement_things(source.article, facts.agreements)
    events = event_things(source.article, facts.events)
    made = chain(
        chain.from_iterable(official_claims(source, each) for each in facts.officials),
        agreement_claims(source, agreements),
        event_claims(source, events),
        produced_claims(source, events, agreements),
        flow_claims(source, facts.flows),
    )
    once: dict[str, Statement] = {}
    for each in made:
        once.setdefault(each.id, each)
    return tuple(once[key] for key in sorted(once))
