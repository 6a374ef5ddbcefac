"""Open a store: the engine's library is loaded only when its store is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.stores.cypherstore import CypherStore

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["open_embedded", "open_neo4j"]


def open_embedded(folder: Path, *, anew: bool = False) -> CypherStore:
    """Open the embedded store in a folder, made if missing; `anew` throws away what it holds, even if damaged."""
    from bilateral.graph.stores.embedded import EmbeddedEngine  # noqa: PLC0415 - starts Java

    return CypherStore(EmbeddedEngine(folder, anew=anew))


def open_neo4j(uri: str, *, username: str, password: str, database: str = "neo4j") -> CypherStore:
    """Connect to a Neo4j server, which is told from others and must be new enough."""
    from bilateral.graph.stores.neo4j import Neo4jEngine  # noqa: PLC0415 - takes half a second

    return CypherStore(Neo4jEngine(uri, username=username, password=password, database=database))
