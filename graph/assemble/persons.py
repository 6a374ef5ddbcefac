"""Persons, their offices and whom they serve."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bilateral.graph.assemble.evidence import relations, statement_edges, statement_node
from bilateral.graph.assemble.links import link
from bilateral.graph.assemble.times import in_office
from bilateral.graph.claims.source import UNKNOWN
from bilateral.graph.model import Edge, Graph, Node, Scalar, node
from bilateral.graph.words import most_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.graph.assemble.ends import Ends
    from bilateral.graph.ledger import Held
    from bilateral.schema.names import EdgeName

__all__ = ["person_block"]

_OWN: Final[dict[str, EdgeName]] = {
    "HOLDS": "HOLDS",
    "OF_COUNTRY": "OF_COUNTRY",
    "IN_ORGANIZATION": "IN_ORGANIZATION",
    "ACCREDITED_TO": "ACCREDITED_TO",
}


def person_block(key: str, held: Sequence[Held], ends: Ends) -> Graph:
    """Give one person with the edges and statements of which the person is the subject."""
    edges: list[Edge] = [*_edges(held, ends), *relations(held, ends)]
    for each in held:
        edges.extend(statement_edges(each, ends))
    return Graph.of([_person(key, held), *(statement_node(each, ends) for each in held)], edges)


def _person(key: str, held: Sequence[Held]) -> Node:
    names = [each.statement.subject.name for each in held]
    name = most_told(names)
    told: dict[str, Scalar] = {"name": name}
    states = sorted({each.statement.subject.block for each in held} - {UNKNOWN})
    if states:
        told["country"] = states[0]
    aliases = tuple(sorted(set(names) - {name}))
    if aliases:
        told["aliases"] = aliases
    official = any(each.statement.predicate in {"HOLDS", "title"} for each in held)
    return node(key, "Person", told, ("Official",) if official else ())


def _edges(held: Sequence[Held], ends: Ends) -> Iterator[Edge]:
    def claim(each: Held) -> tuple[str, str]:
        return (each.statement.predicate, ends.of(each.statement.object)[1] if each.statement.object else "")

    for _, group in groupby(sorted(held, key=lambda each: (*claim(each), each.statement.id)), key=claim):
        members = list(group)
        said = members[0].statement
        if said.object is not None and said.predicate in _OWN:
            yield link(_OWN[said.predicate], ends.of(said.subject), ends.of(said.object), members, in_office(members))
