"""What a store must do to become the wanted graph: upserts and removals, found by fingerprint.

A store reports what it holds as `Fingerprints`: nodes by label and id, edges by type and id. For evidence edges, which have no
id in a store, it reports `evidence_id(source, target)` with the empty fingerprint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bilateral.graph.model import Edge, Graph, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Changes", "EdgeKey", "Fingerprints", "NodeKey", "compare", "compare_blocks"]


class NodeKey(NamedTuple):
    """What identifies a node in a store."""

    label: str
    id: str


class EdgeKey(NamedTuple):
    """What identifies an edge in a store; for evidence edges `id` is `evidence_id(source, target)`."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What a store holds: label → id → fingerprint, and type → id → fingerprint."""

    nodes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    edges: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Iterable[Node | Edge]) -> Fingerprints:
        """Give what a store that holds exactly `graph` would report."""
        nodes: dict[str, dict[str, str]] = {}
        edges: dict[str, dict[str, str]] = {}
        for each in graph:
            if isinstance(each, Node):
                nodes.setdefault(each.label, {})[each.id] = each.fingerprint
            else:
                edges.setdefault(each.type, {})[each.id] = each.fingerprint
        return cls(nodes, edges)


@dataclass(frozen=True, slots=True)
class Changes:
    """Upserts (new or different) and removals; apply nodes, edges, gone_edges, gone_nodes in this order."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gone_nodes: tuple[NodeKey, ...] = ()
    gone_edges: tuple[EdgeKey, ...] = ()

    def __len__(self) -> int:
        """Count all changes: 0 says that the store is as wanted."""
        return len(self.nodes) + len(self.edges) + len(self.gone_nodes) + len(self.gone_edges)


def compare(wanted: Iterable[Node | Edge], held: Fingerprints) -> Changes:
    """Give all changes that turn a store that holds `held` into `wanted`, in the order of `wanted`."""
    seen = _Seen(held)
    nodes, edges = [], []
    for each in wanted:
        if seen.unchanged(each):
            continue
        if isinstance(each, Node):
            nodes.append(each)
        else:
            edges.append(each)
    return Changes(tuple(nodes), tuple(edges), seen.gone_nodes(), seen.gone_edges())


def compare_blocks(wanted: Iterable[Graph], held: Fingerprints) -> Iterator[Changes]:
    """Give the changes block by block, the removals last, so that memory does not grow with the graph.

    A block's edges end in nodes of the same or an earlier block: apply each `Changes` before taking the next.
    """
    seen = _Seen(held)
    for block in wanted:
        nodes = tuple(each for each in block.nodes if not seen.unchanged(each))
        edges = tuple(each for each in block.edges if not seen.unchanged(each))
        if nodes or edges:
            yield Changes(nodes, edges)
    gone = Changes((), (), seen.gone_nodes(), seen.gone_edges())
    if len(gone):
        yield gone


class _Seen:
    """Which of the held keys were met again."""

    def __init__(self, held: Fingerprints) -> None:
        self._held = held
        self._nodes: set[NodeKey] = set()
        self._edges: set[EdgeKey] = set()

    def unchanged(self, each: Node | Edge) -> bool:
        if isinstance(each, Node):
            held = self._held.nodes.get(each.label, {}).get(each.id)
            if held is not None:
                self._nodes.add(NodeKey(each.label, each.id))
        else:
            held = self._held.edges.get(each.type, {}).get(each.id)
            if held is not None:
                self._edges.add(EdgeKey(each.type, each.id))
        return held == each.fingerprint

    def gone_nodes(self) -> tuple[NodeKey, ...]:
        keys = chain.from_iterable((NodeKey(label, i) for i in ids) for label, ids in self._held.nodes.items())
        return tuple(sorted(key for key in keys if key not in self._nodes))

    def gone_edges(self) -> tuple[EdgeKey, ...]:
        keys = chain.from_iterable((EdgeKey(kind, i) for i in ids) for kind, ids in self._held.edges.items())
        return tuple(sorted(key for key in keys if key not in self._edges))
