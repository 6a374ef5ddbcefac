"""Apply changes to an engine, batch by batch, so that an interruption leaves every batch whole or absent.

Nodes that can have further labels are written in two transactions: the embedded engine refuses to label what the same
transaction made. Their fingerprint comes with the second, so that a node without its labels is never taken for finished.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

from bilateral.errors import StoreError
from bilateral.graph.model import evidence_ends
from bilateral.graph.stores.protocol import Engine, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bilateral.graph.changes import Changes, EdgeKey, NodeKey
    from bilateral.graph.model import Edge, Node, Properties
    from bilateral.graph.stores.statements import Statements

__all__ = ["BATCH", "Writer"]

#: Rows in a transaction: more is slower on Neo4j and costs memory.
BATCH: Final = 1_000
_LONGEST_ID: Final = 8_000  # bytes that Neo4j can index
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes to one engine what the statements of one registry can say."""

    engine: Engine
    statements: Statements

    def apply(self, changes: Changes) -> Report:
        """Write nodes, then edges; remove edges, then nodes."""
        return (
            Report(nodes=self._write_nodes(changes.nodes))
            + Report(edges=sum(map(self._edges, _by_ends(changes.edges))))
            + Report(gone_edges=sum(map(self._gone_edges, _by_first(changes.gone_edges))))
            + Report(gone_nodes=sum(map(self._gone_nodes, _by_first(changes.gone_nodes))))
        )

    def _write_nodes(self, nodes: Sequence[Node]) -> int:
        """Write side by side what shares nothing; edges share their ends, where two writers lock each other out."""
        if self.engine.writers == 1:
            return sum(map(self._nodes, _by_label(nodes)))
        with ThreadPoolExecutor(self.engine.writers) as pool:
            return sum(pool.map(self._nodes, _by_label(nodes)))

    def _nodes(self, nodes: Sequence[Node]) -> int:
        label = nodes[0].label
        further = self.statements.node_type(label).labels
        without = {"fingerprint"} if further else set()
        rows = [{"id": _usable(n.id, label), "props": _parameters(n.properties, without)} for n in nodes]
        self.engine.write([Statement(self.statements.merge_nodes(label), {"rows": rows})])
        if further:
            self.engine.write([*self._labels(nodes, label, further), self._seal(nodes, label)])
        return len(nodes)

    def _labels(self, nodes: Sequence[Node], label: str, further: Sequence[str]) -> Iterator[Statement]:
        for each in further:
            wanted = [{"id": n.id} for n in nodes if each in n.labels]
            unwanted = [{"id": n.id} for n in nodes if each not in n.labels]
            if unwanted:
                yield Statement(self.statements.remove_label(label, each), {"rows": unwanted})
            if wanted:
                yield Statement(self.statements.add_label(label, each), {"rows": wanted})
        for node in nodes:
            if strange := set(node.labels) - set(further):
                raise StoreError(
                    f"a {label} cannot be a {min(strange)}", place=node.id, remedy="Add it to schema/types"
                )

    def _seal(self, nodes: Sequence[Node], label: str) -> Statement:
        rows = [{"id": n.id, "fingerprint": n.fingerprint} for n in nodes]
        return Statement(self.statements.seal_nodes(label), {"rows": rows})

    def _edges(self, edges: Sequence[Edge]) -> int:
        first = edges[0]
        rows = [
            {"id": _usable(e.id, e.type), "s": e.source, "t": e.target, "props": _parameters(e.properties)}
            for e in edges
        ]
        text = self.statements.merge_edges(first.source_label, first.type, first.target_label)
        (written,) = self.engine.write([Statement(text, {"rows": rows})])
        if written < len(rows):
            raise StoreError(
                f"{len(rows) - written} of {len(rows)} {first.type} edges from {first.source_label} to "
                f"{first.target_label} have an end that is not in the store, between {edges[0].id} and {edges[-1].id}",
                place=self.engine.place,
                remedy="'bilateral rebuild' makes the store anew",
            )
        return len(edges)

    def _gone_edges(self, keys: Sequence[EdgeKey]) -> int:
        name = keys[0].type
        if not self.statements.edge_type(name).has_id:
            return self._gone_between(name, keys)
        self.engine.write([Statement(self.statements.delete_edges(name), {"ids": [key.id for key in keys if key.id]})])
        if not all(key.id for key in keys):
            self.engine.write([Statement(self.statements.delete_odd_edges(name))])
        return len(keys)

    def _gone_between(self, name: str, keys: Sequence[EdgeKey]) -> int:
        rows = [dict(zip(("s", "t"), evidence_ends(key.id), strict=True)) for key in keys]
        sources = self.statements.edge_type(name).sources
        found = sum(
            sum(self.engine.write([Statement(self.statements.delete_between(source, name), {"rows": rows})]))
            for source in sources
        )
        if found < len(rows):
            text = self.statements.delete_between(sources[0], name, anywhere=True)
            self.engine.write([Statement(text, {"rows": rows})])
        return len(keys)

    def _gone_nodes(self, keys: Sequence[NodeKey]) -> int:
        label = keys[0].label
        self.engine.write([Statement(self.statements.delete_nodes(label), {"ids": [key.id for key in keys if key.id]})])
        if not all(key.id for key in keys):
            self.engine.write([Statement(self.statements.delete_odd_nodes(label))])
        return len(keys)


def _by_label(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    yield from _grouped(nodes, lambda each: (each.label,), lambda each: each.id)


def _by_ends(edges: Sequence[Edge]) -> Iterator[Sequence[Edge]]:
    yield from _grouped(edges, lambda each: (each.type, each.source_label, each.target_label), lambda each: each.id)


def _by_first(keys: Sequence[_T]) -> Iterator[Sequence[_T]]:
    yield from _grouped(keys, lambda each: (each[0],), lambda each: each[1])  # type: ignore[index]  # keys are pairs


def _grouped(
    things: Sequence[_T], kind: Callable[[_T], tuple[str, ...]], key: Callable[[_T], str]
) -> Iterator[Sequence[_T]]:
    """Give batches of one kind, sorted: two writers that sort lock in the same order."""
    ordered = sorted(things, key=lambda each: (kind(each), key(each)))
    for _, group in groupby(ordered, key=kind):
        held = list(group)
        yield from (held[start : start + BATCH] for start in range(0, len(held), BATCH))


def _parameters(properties: Properties, without: set[str] | frozenset[str] = frozenset()) -> Mapping[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties.items()
        if name not in without
    }


def _usable(key: str, kind: str) -> str:
    """Refuse what MERGE cannot use as a key: Neo4j stops at it, the embedded engine makes an empty thing of it."""
    if not key or len(key.encode()) > _LONGEST_ID:
        raise StoreError(
            f"a {kind} has an id of {len(key.encode())} bytes: {key[:60]!r}", remedy="Ids have 1 to 8,000 bytes"
        )
    return key
