"""Read a store back: counts, fingerprints, and whole nodes and edges as values of the graph."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from bilateral.graph.changes import Fingerprints
from bilateral.graph.model import Edge, Node, Scalar, evidence_id
from bilateral.graph.stores.plain import moment_text
from bilateral.graph.stores.protocol import Counts, Engine, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.graph.stores.statements import Statements

__all__ = ["DOUBLED", "read_contents", "read_counts", "read_fingerprints"]

#: The fingerprint of an edge without id that somebody made twice: it equals that of no wanted edge.
DOUBLED: Final = "doubled"
_PAGE: Final = 2_000


def read_counts(engine: Engine, statements: Statements) -> Counts:
    """Count everything by label and type, from the engine's own count store where it has one."""
    nodes, edges = (engine.query(Statement(text)) for text in (statements.count_nodes(), statements.count_edges()))
    return Counts(_numbers(nodes.rows), _numbers(edges.rows))


def _numbers(rows: Sequence[tuple[object, ...]]) -> dict[str, int]:
    return {str(name): int(str(n)) for name, n in sorted(rows, key=str)}


def read_fingerprints(engine: Engine, statements: Statements) -> Fingerprints:
    """Give the fingerprint of everything that is there; labels and types of which nothing is there are left out."""
    counts = read_counts(engine, statements)
    nodes = {label: dict(_pairs(engine, statements.node_fingerprints(label))) for label, n in counts.nodes.items() if n}
    edges = {name: _edge_fingerprints(engine, statements, name) for name, n in counts.edges.items() if n}
    return Fingerprints(nodes, edges)


def _pairs(engine: Engine, text: str) -> Iterator[tuple[str, str]]:
    for first, second in engine.query(Statement(text)):
        assert isinstance(first, list)
        assert isinstance(second, list)
        yield from zip(map(str, first), map(str, second), strict=True)


def _edge_fingerprints(engine: Engine, statements: Statements, name: str) -> dict[str, str]:
    pairs = _pairs(engine, statements.edge_fingerprints(name))
    if statements.edge_type(name).has_id:
        return dict(pairs)
    times = Counter(evidence_id(*pair) for pair in pairs)
    return {key: DOUBLED if n > 1 else "" for key, n in times.items()}


def read_contents(engine: Engine, statements: Statements) -> Iterator[Node | Edge]:
    """Give every node and edge as it is stored, nodes first, by label or type and then by id."""
    held = read_fingerprints(engine, statements)
    for label in sorted(held.nodes):
        if "" in held.nodes[label]:
            yield Node("", label, (), {})  # made by somebody else, without an id
        for page in _pages(sorted(held.nodes[label])):
            for labels, props in engine.query(Statement(statements.node_contents(label), {"ids": page})):
                yield _node(label, labels, props)
    for name in sorted(held.edges):
        keys = sorted(held.edges[name])
        if keys[0] == "":
            yield Edge("", name, "", "", "", "", {})
        pages = _pages(keys) if statements.edge_type(name).has_id else [keys]
        for page in pages:
            yield from _edges(engine, statements, name, page)


def _pages(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))


def _node(label: str, labels: Any, props: Any) -> Node:
    properties = _properties(props)
    return Node(str(properties.get("id", "")), label, tuple(sorted(set(labels) - {label})), properties)


def _edges(engine: Engine, statements: Statements, name: str, ids: list[str]) -> Iterator[Edge]:
    has_id = statements.edge_type(name).has_id
    made = []
    parameters = {"ids": ids} if has_id else {}
    for sources, source, targets, target, props in engine.query(Statement(statements.edge_contents(name), parameters)):
        ends = (_label(statements, sources), str(source or ""), _label(statements, targets), str(target or ""))
        properties = _properties(props)
        key = str(properties.get("id", "")) if has_id else evidence_id(ends[1], ends[3])
        made.append(Edge(key, name, *ends, properties))
    yield from sorted(made, key=lambda each: each.id)


def _label(statements: Statements, labels: Any) -> str:
    """Give the identifying one of a node's labels; a node of somebody else's has none."""
    return next((label for label in sorted(labels) if label in statements.registry.nodes), "")


def _properties(props: Any) -> Mapping[str, Scalar]:
    return {str(name): _scalar(props[name]) for name in sorted(props)}


def _scalar(value: object) -> Scalar:
    match value:
        case bool() | str() | int() | float():
            return value
        case datetime():
            return moment_text(value)
        case date():
            return value
        case list():
            return tuple(str(each) for each in value)
        case _:
            return str(value)
