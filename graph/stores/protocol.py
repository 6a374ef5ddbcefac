"""What the rest of the house knows of a store: the values that come out of it and the things that can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.graph.changes import Changes, Fingerprints
    from bilateral.graph.model import Edge, Node

__all__ = ["Counts", "Engine", "Report", "Rows", "Statement", "Store"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a question: named columns, and rows of plain Python values in the order of the answer.

    Plain values are None, text, numbers, truth values, dates, datetimes (UTC), lists and maps of these; durations are ISO text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> Iterator[dict[str, object]]:
        """Give each row as a mapping from column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes of each label and edges of each type a store or a graph holds; none is left out, zero is."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """How many nodes and edges a load wrote and removed."""

    nodes: int = 0
    edges: int = 0
    gone_nodes: int = 0
    gone_edges: int = 0

    @property
    def changes(self) -> int:
        """All of them together; 0 says that the store already was as wanted."""
        return self.nodes + self.edges + self.gone_nodes + self.gone_edges

    def __add__(self, other: Report) -> Report:
        return Report(
            self.nodes + other.nodes,
            self.edges + other.edges,
            self.gone_nodes + other.gone_nodes,
            self.gone_edges + other.gone_edges,
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """A Cypher text with its parameters; it returns one row with one column `n`, the number of things it touched."""

    text: str
    parameters: Mapping[str, object] = field(default_factory=dict)


class Engine(Protocol):
    """What differs between one database and another: everything above it is the same Cypher."""

    @property
    def place(self) -> str:
        """Where it is, for messages."""

    @property
    def writers(self) -> int:
        """How many writes of nodes may run side by side."""

    def define(self, statements: Sequence[str]) -> None:
        """Run schema statements apart from all data."""

    def write(self, statements: Sequence[Statement]) -> tuple[int, ...]:
        """Run statements in one transaction, repeated as a whole where the engine asks for it; give the counts."""

    def query(self, statement: Statement) -> Rows:
        """Run a statement that can only read."""

    def close(self) -> None:
        """Give everything back; closing twice is harmless."""


class Store(Protocol):
    """A home of the graph: a cache of the ledger that can be asked, compared, mended and made anew."""

    @property
    def place(self) -> str:
        """Where it is, for messages."""

    def prepare(self) -> None:
        """Make constraints and indexes; harmless when they exist."""

    def counts(self) -> Counts:
        """Count what is there, by label and type."""

    def fingerprints(self) -> Fingerprints:
        """Give the keys and fingerprints of everything that is there."""

    def contents(self) -> Iterator[Node | Edge]:
        """Give everything that is there, property by property, nodes first, by label or type and then id."""

    def apply(self, changes: Changes) -> Report:
        """Write and remove; an edge whose end is missing raises StoreError."""

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer a question; a text that could do more than read raises UsageError."""

    def marker(self) -> str | None:
        """Give the mark of the last finished load, None if there is none."""

    def mark(self, marker: str | None) -> None:
        """Remember the mark of a finished load; None forgets it."""

    def clear(self) -> None:
        """Remove every node and edge of ours, in batches."""

    def close(self) -> None:
        """Give everything back."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
