"""Edges between things, each with what attests it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilateral.errors import SchemaError
from bilateral.graph.assemble.weigh import attest
from bilateral.graph.model import Edge, Scalar, edge
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bilateral.graph.ledger import Held
    from bilateral.schema.names import EdgeName, NodeName

__all__ = ["edge_key", "edge_name", "link"]


def link(
    kind: EdgeName,
    source: tuple[NodeName, str],
    target: tuple[NodeName, str],
    held: Sequence[Held],
    told: Mapping[str, Scalar] | None = None,
    *,
    tail: str = "",
) -> Edge:
    """Make an edge that these statements attest; `tail` tells edges of one type between the same two things apart."""
    return edge(edge_key(kind, source[1], target[1], tail), kind, source, target, {**attest(held), **(told or {})})


def edge_name(predicate: str) -> EdgeName:
    """Give a statement's predicate as the relation that it is; raise SchemaError where it is none."""
    if predicate not in registry().edges:
        raise SchemaError(
            f"there is no relation {predicate!r}", remedy="Add schema/types/NAME.yaml, or read the source again."
        )
    return cast("EdgeName", predicate)


def edge_key(kind: EdgeName, source: str, target: str, tail: str = "") -> str:
    """Give an edge's id: its type and ends, and what tells it apart from others between them."""
    return "/".join(part for part in (kind.lower(), source, target, tail) if part)
