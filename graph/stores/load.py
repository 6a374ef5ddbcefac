"""Bring a store to the graph: cheaply when nothing changed, by fingerprint when little did, property by property to mend it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from bilateral.graph.changes import Changes, EdgeKey, NodeKey, compare_blocks
from bilateral.graph.model import Edge, Graph, Node
from bilateral.graph.stores.protocol import Counts, Report, Store
from bilateral.graph.stores.readback import DOUBLED
from bilateral.graph.stores.verify import Difference, Finding, find_differences, items, verify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.changes import Fingerprints

__all__ = ["Difference", "graph_marker", "load", "mend", "rebuild", "verify"]


def load(store: Store, graph: Graph | Iterable[Graph], *, marker: str | None = None) -> Report:
    """Apply what changed since the last load, and what somebody deleted or added since; a second load changes nothing.

    `marker` names the state of the source (it must change with the content); a whole Graph makes its own. Where marker
    and the number of nodes and edges of every kind are those of the last finished load, the graph is not even looked at.
    An edit by hand that leaves the fingerprint alone is found by `verify` and mended by `mend`.
    """
    if marker is None and isinstance(graph, Graph):
        marker = graph_marker(graph)
    if marker is not None and store.marker() == _mark(marker, store.counts()):
        return Report()
    store.prepare()
    held = store.fingerprints()
    report = Report()
    for changes in compare_blocks((graph,) if isinstance(graph, Graph) else graph, held):
        if not report.changes:
            store.mark(None)
        report += _apply(store, changes, _doubled(changes, held))
    if marker is not None:
        store.mark(_mark(marker, store.counts()))
    return report


def mend(store: Store, graph: Graph | Iterable[Graph], *, marker: str | None = None) -> Report:
    """Compare the properties themselves and put right everything that differs; `marker` is that of `load`."""
    store.prepare()
    found = find_differences(store, graph)
    if not found:
        return Report()
    store.mark(None)
    wanted = [finding.wanted for finding in found]
    extra = [finding.difference for finding in found if finding.wanted is None]
    changes = Changes(
        tuple(each for each in wanted if isinstance(each, Node)),
        tuple(each for each in wanted if isinstance(each, Edge)),
        tuple(NodeKey(each.kind, each.id) for each in extra if each.what == "node"),
        tuple(EdgeKey(each.kind, each.id) for each in extra if each.what == "edge"),
    )
    report = _apply(store, changes, _displaced(found))
    if marker is not None:
        store.mark(_mark(marker, store.counts()))
    return report


def rebuild(store: Store, graph: Graph | Iterable[Graph], *, marker: str | None = None) -> Report:
    """Remove all that is ours and load the graph anew."""
    store.clear()
    return load(store, graph, marker=marker)


def graph_marker(graph: Graph | Iterable[Graph]) -> str:
    """Hash the keys and fingerprints of a whole graph."""
    digest = hashlib.blake2b(digest_size=16)
    for each in items(graph):
        kind = each.label if isinstance(each, Node) else each.type
        digest.update(f"{kind}\t{each.id}\t{each.fingerprint}\n".encode())
    return digest.hexdigest()


def _mark(marker: str, counts: Counts) -> str:
    held = json.dumps([dict(counts.nodes), dict(counts.edges)], sort_keys=True)
    return f"{marker} {hashlib.blake2b(held.encode(), digest_size=8).hexdigest()}"


def _apply(store: Store, changes: Changes, first: tuple[EdgeKey, ...]) -> Report:
    """Apply changes; edges that stand in the way of their own right form go first and are not counted twice."""
    if first:
        store.apply(Changes(gone_edges=first))
    return store.apply(changes)


def _doubled(changes: Changes, held: Fingerprints) -> tuple[EdgeKey, ...]:
    return tuple(
        EdgeKey(each.type, each.id) for each in changes.edges if held.edges.get(each.type, {}).get(each.id) == DOUBLED
    )


def _displaced(found: Iterable[Finding]) -> tuple[EdgeKey, ...]:
    return tuple(
        EdgeKey(finding.difference.kind, finding.difference.id)
        for finding in found
        if isinstance(finding.wanted, Edge) and finding.difference.fault == "different"
    )
