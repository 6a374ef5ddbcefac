"""The property graph as values: nodes, edges, and a graph of them in a fixed order.

`properties` holds all that a store writes, `id`, `name` and `fingerprint` among it; a property without a value is absent.
Dates are `datetime.date`; timestamps (`recorded_at`, `retracted_at`) are ISO text in UTC that ends in `Z`.

Evidence edges (SUBJECT, OBJECT, STATED_IN, …) have no properties at all: their ends identify them, and their `id` is made of
these ends (`evidence_id`), for comparing only; a store never writes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

__all__ = [
    "EVIDENCE_EDGES",
    "STAMPS",
    "Edge",
    "Graph",
    "Node",
    "Properties",
    "Scalar",
    "edge",
    "evidence_edge",
    "evidence_ends",
    "evidence_id",
    "fingerprint",
    "node",
]

Scalar = str | int | float | bool | date | tuple[str, ...]
Properties = Mapping[str, Scalar]

#: Edges that are told by their ends and carry no properties.
EVIDENCE_EDGES: Final = frozenset(
    {
        "SUBJECT", "OBJECT", "STATED_IN", "FROM_RUN", "SUPPORTS", "CONTRADICTS", "SUPERSEDES",
        "PUBLISHED_BY", "IN_DATASET", "MENTIONS",
    }
)  # fmt: skip

#: When this ledger learned something says nothing about the world: these are left out of the fingerprint.
#: Whether a thing is retracted does count: `retracted_at` goes in as true, without its time.
STAMPS: Final = frozenset({"fingerprint", "recorded_at", "retracted_at"})


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its one identifying label, further labels (Official, Cooperation), and what is stored on it."""

    id: str
    label: str
    labels: tuple[str, ...]
    properties: Properties

    @property
    def fingerprint(self) -> str:
        """The hash that was stored with the properties."""
        return str(self.properties["fingerprint"])


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from `source` to `target`, both named by label and id."""

    id: str
    type: str
    source_label: str
    source: str
    target_label: str
    target: str
    properties: Properties

    @property
    def fingerprint(self) -> str:
        """The hash that was stored with the properties; empty for an evidence edge."""
        return str(self.properties.get("fingerprint", ""))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes sorted by label and id, edges sorted by type and id; also one block of a larger graph."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @classmethod
    def of(cls, nodes: Iterable[Node] = (), edges: Iterable[Edge] = ()) -> Graph:
        """Sort both; the same key twice is a fault of the caller and raises ValueError."""
        ordered = tuple(sorted(nodes, key=lambda each: (each.label, each.id)))
        linked = tuple(sorted(edges, key=lambda each: (each.type, each.id)))
        _refuse_doubles((each.label, each.id) for each in ordered)
        _refuse_doubles((each.type, each.id) for each in linked)
        return cls(ordered, linked)

    @classmethod
    def gather(cls, blocks: Iterable[Graph]) -> Graph:
        """Join the blocks of a graph into one; for graphs that fit into memory."""
        held = tuple(blocks)
        return cls.of((n for block in held for n in block.nodes), (e for block in held for e in block.edges))

    def __iter__(self) -> Iterator[Node | Edge]:
        """Give all nodes, then all edges."""
        yield from self.nodes
        yield from self.edges

    def __len__(self) -> int:
        return len(self.nodes) + len(self.edges)


def node(key: str, label: str, properties: Properties, labels: Iterable[str] = ()) -> Node:
    """Make a node whose properties hold its id and its fingerprint (which covers the further labels)."""
    further = tuple(sorted(labels))
    stored = {**properties, "id": key}
    return Node(key, label, further, _sorted({**stored, "fingerprint": fingerprint(stored, further)}))


def edge(key: str, kind: str, source: tuple[str, str], target: tuple[str, str], properties: Properties) -> Edge:
    """Make an edge between two `(label, id)` ends whose properties hold its id and its fingerprint."""
    stored = {**properties, "id": key}
    return Edge(key, kind, *source, *target, _sorted({**stored, "fingerprint": fingerprint(stored)}))


def evidence_edge(kind: str, source: tuple[str, str], target: tuple[str, str]) -> Edge:
    """Make an edge that its ends identify and that carries nothing."""
    return Edge(evidence_id(source[1], target[1]), kind, *source, *target, {})


def evidence_id(source: str, target: str) -> str:
    """Give the key under which an evidence edge is compared, from the ids of its ends."""
    return f"{source}>{target}"


def evidence_ends(key: str) -> tuple[str, str]:
    """Give back the ids that `evidence_id` joined; no id holds a `>`."""
    source, _, target = key.partition(">")
    return source, target


def fingerprint(properties: Properties, labels: Iterable[str] = ()) -> str:
    """Hash properties and further labels as canonical JSON, without STAMPS: equal content, equal hash."""
    content: dict[str, object] = {name: _plain(value) for name, value in properties.items() if name not in STAMPS}
    if "retracted_at" in properties:
        content["retracted_at"] = True
    content[":labels"] = sorted(labels)
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _plain(value: Scalar) -> object:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _sorted(properties: Mapping[str, Scalar]) -> dict[str, Scalar]:
    return {name: properties[name] for name in sorted(properties)}


def _refuse_doubles(keys: Iterable[tuple[str, str]]) -> None:
    before: tuple[str, str] | None = None
    for key in keys:
        if key == before:
            raise ValueError(f"{key[0]} {key[1]} is in the graph twice")
        before = key
