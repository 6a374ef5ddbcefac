"""What an article says of goods, money or people that move between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.claims.source import measures, state, written
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.claims.source import Source
    from bilateral.graph.statement import Statement
    from bilateral.schema.facts import Flow

__all__ = ["flow_claims"]


def flow_claims(source: Source, flows: Iterable[Flow]) -> Iterator[Statement]:
    """Say of each flow what moved, how much, and when."""
    kinds = registry().vocabulary("flow_kinds")
    for each in flows:
        held = measures(each.amount, each.quantity)
        held["commodity"] = each.commodity or held.get("commodity")
        yield source.say(
            state(each.source),
            kinds[each.kind].edge or each.kind,
            state(each.target),
            each.trace,
            date=written(each.period),
            as_of=source.published,
            **held,
        )
