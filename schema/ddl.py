"""Constraints and indexes as Cypher, from the types: statements that Neo4j Community and the embedded engine both take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.schema.registry import Registry

__all__ = ["ddl"]


def ddl(registry: Registry) -> tuple[str, ...]:
    """Give the statements, constraints before indexes; each can be run again, and each needs a transaction of its own."""
    return (*_node_keys(registry), *_edge_keys(registry), *_indexes(registry))


def _node_keys(registry: Registry) -> Iterator[str]:
    for name in sorted(registry.nodes):
        yield f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR (n:{name}) REQUIRE n.id IS UNIQUE"


def _edge_keys(registry: Registry) -> Iterator[str]:
    for name, edge in sorted(registry.edges.items()):
        if edge.has_id:
            yield f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"


def _indexes(registry: Registry) -> Iterator[str]:
    for name, node in sorted(registry.nodes.items()):
        for key in node.indexes:
            yield f"CREATE INDEX {name.lower()}_{key} IF NOT EXISTS FOR (n:{name}) ON (n.{key})"
