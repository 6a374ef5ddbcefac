"""A store that speaks Cypher: all that the embedded engine and Neo4j have in common, over an `Engine`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from bilateral.graph.stores.cyphertext import columns
from bilateral.graph.stores.guard import refuse_writes
from bilateral.graph.stores.protocol import Counts, Engine, Report, Rows, Statement
from bilateral.graph.stores.readback import read_contents, read_counts, read_fingerprints
from bilateral.graph.stores.statements import MARKER, MARKER_KEY, Statements
from bilateral.graph.stores.writer import Writer
from bilateral.schema.ddl import ddl
from bilateral.schema.registry import Registry, registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.graph.changes import Changes, Fingerprints
    from bilateral.graph.model import Edge, Node

__all__ = ["CypherStore"]

_CLEARED: Final = 2_000  # things that one transaction removes


class CypherStore:
    """The graph in an engine; a context manager that closes the engine."""

    def __init__(self, engine: Engine, schema: Registry | None = None) -> None:
        """Take an open engine; the schema is this package's unless a test brings another."""
        self._engine = engine
        self._schema = schema or registry()
        self._statements = Statements(self._schema)

    @property
    def place(self) -> str:
        """Where it is, for messages."""
        return self._engine.place

    def prepare(self) -> None:
        """Make constraints and indexes; harmless when they exist."""
        self._engine.define((MARKER_KEY, *ddl(self._schema)))

    def counts(self) -> Counts:
        """Count what is there, by label and type."""
        return read_counts(self._engine, self._statements)

    def fingerprints(self) -> Fingerprints:
        """Give the keys and fingerprints of everything that is there."""
        return read_fingerprints(self._engine, self._statements)

    def contents(self) -> Iterator[Node | Edge]:
        """Give everything that is there, property by property."""
        return read_contents(self._engine, self._statements)

    def apply(self, changes: Changes) -> Report:
        """Write and remove; an edge whose end is missing raises StoreError."""
        return Writer(self._engine, self._statements).apply(changes)

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer a question; a text that could do more than read raises UsageError."""
        refuse_writes(cypher)
        answer = self._engine.query(Statement(cypher, parameters or {}))
        return answer if answer.columns else Rows(columns(cypher), answer.rows)

    def marker(self) -> str | None:
        """Give the mark of the last finished load, None if there is none."""
        answer = self._engine.query(
            Statement(f"MATCH (m:{MARKER}) WHERE m.id = $id RETURN m.mark AS mark", {"id": MARKER})
        )
        return next((str(mark) for (mark,) in answer if mark is not None), None)

    def mark(self, marker: str | None) -> None:
        """Remember the mark of a finished load; None forgets it."""
        text = f"MERGE (m:{MARKER} {{id: $id}}) SET m.mark = $mark RETURN count(m) AS n"
        self._engine.write([Statement(text, {"id": MARKER, "mark": marker})])

    def clear(self) -> None:
        """Remove every node and edge of ours, in batches; what others keep in the same database stays."""
        self.mark(None)
        limit = {"limit": _CLEARED}
        counts = self.counts()
        texts = [self._statements.clear_edges(name) for name, n in counts.edges.items() if n]
        texts += [self._statements.clear_nodes(label) for label, n in counts.nodes.items() if n]
        for text in texts:
            while sum(self._engine.write([Statement(text, limit)])):
                pass

    def close(self) -> None:
        """Give everything back."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
