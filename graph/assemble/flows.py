"""Flows of goods, money and people: edges from state to state."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.assemble.evidence import relations, statement_edges, statement_node
from bilateral.graph.assemble.links import edge_name, link
from bilateral.graph.assemble.times import span
from bilateral.graph.assemble.weigh import best
from bilateral.graph.dates import date_of
from bilateral.graph.model import Edge, Graph, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.graph.assemble.ends import Ends
    from bilateral.graph.ledger import Held

__all__ = ["flow_block"]

_TEXTS = ("currency", "amount_qualifier", "unit", "quantity_qualifier", "commodity")
_NUMBERS = ("amount", "quantity")


def flow_block(held: Sequence[Held], ends: Ends) -> Graph:
    """Give the flows of one kind between two states: one edge for each commodity, period, sum and quantity.

    Two sources that give other numbers for one flow leave two edges: nothing says which of them is right.
    """
    edges: list[Edge] = []
    for key, group in groupby(sorted(held, key=lambda each: (*_key(each), each.statement.id)), key=_key):
        members = list(group)
        edges.extend((_edge(key, members, ends), *relations(members, ends)))
        for each in members:
            edges.extend(statement_edges(each, ends))
    return Graph.of((statement_node(each, ends) for each in held), edges)


def _key(held: Held) -> tuple[str, ...]:
    """Tell one flow from another; one without a period is of the year in which it was told."""
    said = held.statement
    qualifiers = said.qualifiers
    told = [ids.canonical(qualifiers.get(name)) for name in ("amount", "currency", "quantity", "unit")]
    when, as_of = date_of(held.statement), date_of(held.statement, "as_of")
    year = str(as_of.earliest.year) if as_of is not None and as_of.earliest else ""
    period = when.text if when is not None else f"told {year}"
    return (
        said.subject.id,
        said.object.id if said.object else "",
        ids.slug(str(qualifiers.get("commodity", ""))),
        period,
        *told,
    )


def _edge(key: tuple[str, ...], held: Sequence[Held], ends: Ends) -> Edge:
    said = best(held).statement
    told: dict[str, Scalar] = {name: str(said.qualifiers[name]) for name in _TEXTS if name in said.qualifiers}
    told.update(
        (name, float(value)) for name in _NUMBERS if isinstance(value := said.qualifiers.get(name), int | float)
    )
    told.update(span(date_of(held[0].statement)))
    tail = "-".join(part for part in (key[2], ids.slug(key[3]), ids.digest(list(key), 8)) if part)
    target = said.object or said.subject
    return link(edge_name(said.predicate), ends.of(said.subject), ends.of(target), held, told, tail=tail)
