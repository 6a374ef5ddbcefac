"""The graph as a networkx MultiDiGraph, and as GraphML and GEXF files for Gephi, R and others."""

from __future__ import annotations

import re
from datetime import date
from typing import IO, TYPE_CHECKING, Final, Literal

import networkx as nx

from bilateral.graph.model import EVIDENCE_EDGES, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.model import Edge, Properties

__all__ = ["NetworkFormat", "network", "write_network"]

NetworkFormat = Literal["graphml", "gexf"]
_EVIDENCE_NODES: Final = frozenset({"Statement", "Article", "Publisher", "Run", "Dataset"})
#: Characters that XML 1.0 forbids.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: A node's `type` would be read as something else by GEXF readers.
_NAMES: Final = {"type": "subtype"}
_TODAY: Final = re.compile(rb' lastmodifieddate="[^"]*"')


def network(graph: Iterable[Node | Edge], *, evidence: bool = False) -> nx.MultiDiGraph:
    """Give the graph as a MultiDiGraph: nodes by id, edges keyed by their id, `label` or `type` beside the properties.

    Without `evidence`, statements, articles and what hangs on them are left out; each edge still lists its statements.
    """
    net = nx.MultiDiGraph()
    kept = [each for each in graph if evidence or not _is_evidence(each)]
    for each in kept:
        if isinstance(each, Node):
            net.add_node(each.id, label=each.label, labels=each.labels, **each.properties)
    for each in kept:
        if not isinstance(each, Node) and each.source in net and each.target in net:
            net.add_edge(each.source, each.target, key=each.id, type=each.type, **each.properties)
    return net


def write_network(graph: Iterable[Node | Edge], out: IO[bytes], form: NetworkFormat, *, evidence: bool = False) -> int:
    """Write GraphML or GEXF: lists joined by `; `, dates as ISO text; give the number of edges. Equal graphs give equal bytes."""
    net = _flat(network(graph, evidence=evidence))
    if form == "graphml":
        nx.write_graphml(net, out)
    else:
        lines = "\n".join(nx.generate_gexf(net)).encode()
        out.write(_TODAY.sub(b"", lines) + b"\n")
    return int(net.number_of_edges())


def _is_evidence(each: Node | Edge) -> bool:
    if isinstance(each, Node):
        return each.label in _EVIDENCE_NODES
    return each.type in EVIDENCE_EDGES


def _flat(net: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Copy with attributes that XML can hold, under names that the formats do not use for something else.

    `label` is what a viewer draws: the name of a node, the type of an edge; `kind` and `relation` are for filters.
    """
    flat = nx.MultiDiGraph()
    for key, held in net.nodes(data=True):
        flat.add_node(key, **_attributes(held, "label"), kind=held["label"], label=_scalar(held.get("name", key)))
    for source, target, key, held in net.edges(keys=True, data=True):
        flat.add_edge(source, target, key=key, **_attributes(held, "type"), relation=held["type"], label=held["type"])
    return flat


def _attributes(held: Properties, dropped: str) -> dict[str, str | int | float | bool]:
    unwanted = {"id", "fingerprint", "label", dropped}
    return {_NAMES.get(name, name): _scalar(value) for name, value in sorted(held.items()) if name not in unwanted}


def _scalar(value: Scalar) -> str | int | float | bool:
    if isinstance(value, tuple):
        return _FORBIDDEN.sub(" ", "; ".join(value))
    if isinstance(value, date):
        return value.isoformat()
    return _FORBIDDEN.sub(" ", value) if isinstance(value, str) else value
