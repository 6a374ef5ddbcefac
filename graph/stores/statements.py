"""Every Cypher text that writes to a store or reads it back, made from the registry: labels and types never come from input.

All follow the rules that both engines share: keys of MERGE come from parameters, MERGE names one label, `SET n = row.props`
removes what is no longer so, and each statement returns `n`, so that rows whose end is missing are noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.schema.model import EdgeType, NodeType, Property
    from bilateral.schema.registry import Registry

__all__ = ["MARKER", "MARKER_KEY", "Statements"]

#: The one node of ours that is no part of the graph: it holds the mark of the last finished load.
MARKER: Final = "LoadMarker"
#: Two clients that load at once make one of it.
MARKER_KEY: Final = f"CREATE CONSTRAINT loadmarker_id IF NOT EXISTS FOR (n:{MARKER}) REQUIRE n.id IS UNIQUE"
#: Nodes with very many edges: MERGE starts at the other end, since the embedded engine looks through all edges of the start.
_HUBS: Final = frozenset({"Country", "Dataset", "Organization", "Publisher", "Run", "Topic"})


@dataclass(frozen=True, slots=True)
class Statements:
    """The texts for one registry."""

    registry: Registry

    def node_type(self, label: str) -> NodeType:
        """Give the type of a label; one that the registry does not know is refused."""
        if label not in self.registry.nodes:
            raise StoreError(f"there is no node type {label}", remedy="Add it to schema/types")
        return self.registry.nodes[label]

    def edge_type(self, name: str) -> EdgeType:
        """Give an edge type; one that the registry does not know is refused."""
        if name not in self.registry.edges:
            raise StoreError(f"there is no edge type {name}", remedy="Add it to schema/types")
        return self.registry.edges[name]

    def merge_nodes(self, label: str) -> str:
        """Write nodes of a label: rows of id and props."""
        moments = _moments("n", self.node_type(label).properties)
        return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.props{moments} RETURN count(n) AS n"

    def add_label(self, label: str, further: str) -> str:
        """Give a further label to nodes that exist: rows of id."""
        self._check_further(label, further)
        return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n:{further} RETURN count(n) AS n"

    def remove_label(self, label: str, further: str) -> str:
        """Take a further label from nodes: rows of id."""
        self._check_further(label, further)
        return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) REMOVE n:{further} RETURN count(n) AS n"

    def seal_nodes(self, label: str) -> str:
        """Write the fingerprints once the labels are there too: rows of id and fingerprint."""
        self.node_type(label)
        return (
            f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) "
            "SET n.fingerprint = row.fingerprint RETURN count(n) AS n"
        )

    def merge_edges(self, source: str, name: str, target: str) -> str:
        """Write edges of a type between two labels: rows of id, s and t, and props where edges of the type have an id."""
        kind = self.edge_type(name)
        ends = {"s": self.node_type(source).name, "t": self.node_type(target).name}
        first, second = ("t", "s") if source in _HUBS and target not in _HUBS else ("s", "t")
        key, written = (
            (" {id: row.id}", f" SET r = row.props{_moments('r', kind.properties)}") if kind.has_id else ("", "")
        )
        arrow = f"-[r:{name}{key}]->" if first == "s" else f"<-[r:{name}{key}]-"
        return (
            f"UNWIND $rows AS row MATCH ({first}:{ends[first]} {{id: row.{first}}}) "
            f"MATCH ({second}:{ends[second]} {{id: row.{second}}}) "
            f"MERGE ({first}){arrow}({second}){written} RETURN count(DISTINCT row.id) AS n"
        )

    def delete_nodes(self, label: str) -> str:
        """Remove nodes and their edges: $ids."""
        self.node_type(label)
        return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n RETURN count(n) AS n"

    def delete_odd_nodes(self, label: str) -> str:
        """Remove nodes that somebody made without an id."""
        self.node_type(label)
        return f"MATCH (n:{label}) WHERE n.id IS NULL DETACH DELETE n RETURN count(n) AS n"

    def delete_edges(self, name: str) -> str:
        """Remove edges by id: $ids. Without node labels, so that both engines look the id up."""
        self.edge_type(name)
        return f"MATCH (a)-[r:{name}]->(b) WHERE r.id IN $ids DELETE r RETURN count(r) AS n"

    def delete_odd_edges(self, name: str) -> str:
        """Remove edges that somebody made without an id."""
        self.edge_type(name)
        return f"MATCH (a)-[r:{name}]->(b) WHERE r.id IS NULL DELETE r RETURN count(r) AS n"

    def delete_between(self, source: str, name: str, *, anywhere: bool = False) -> str:
        """Remove edges by their ends: rows of s and t; `anywhere` looks at sources of any label and at ends without id."""
        self.edge_type(name)
        self.node_type(source)
        start = "(a)" if anywhere else f"(a:{source} {{id: row.s}})"
        also = "coalesce(a.id, '') = row.s AND " if anywhere else ""
        return (
            f"UNWIND $rows AS row MATCH {start}-[r:{name}]->(b) WHERE {also}coalesce(b.id, '') = row.t "
            "DELETE r RETURN count(r) AS n"
        )

    def clear_edges(self, name: str) -> str:
        """Remove some edges of a type: $limit."""
        self.edge_type(name)
        return f"MATCH (a)-[r:{name}]->(b) WITH r LIMIT $limit DELETE r RETURN count(r) AS n"

    def clear_nodes(self, label: str) -> str:
        """Remove some nodes of a label: $limit."""
        self.node_type(label)
        return f"MATCH (n:{label}) WITH n LIMIT $limit DETACH DELETE n RETURN count(n) AS n"

    def count_nodes(self) -> str:
        """Count the nodes of every label: rows of name and n."""
        return _union(
            f"MATCH (n:{label}) WITH count(n) AS n RETURN '{label}' AS name, n" for label in sorted(self.registry.nodes)
        )

    def count_edges(self) -> str:
        """Count the edges of every type: rows of name and n."""
        return _union(
            f"MATCH ()-[r:{name}]->() WITH count(r) AS n RETURN '{name}' AS name, n"
            for name in sorted(self.registry.edges)
        )

    def node_fingerprints(self, label: str) -> str:
        """Read ids and fingerprints of a label as two lists in one row: several times faster than a row each."""
        self.node_type(label)
        return (
            f"MATCH (n:{label}) RETURN collect(coalesce(n.id, '')) AS ids, "
            "collect(coalesce(n.fingerprint, '')) AS fingerprints"
        )

    def edge_fingerprints(self, name: str) -> str:
        """Read ids and fingerprints of a type as two lists; for edges without id, the ids of their ends."""
        kind = self.edge_type(name)
        if kind.has_id:
            pair = "collect(coalesce(r.id, '')) AS ids, collect(coalesce(r.fingerprint, '')) AS fingerprints"
        else:
            pair = "collect(coalesce(a.id, '')) AS sources, collect(coalesce(b.id, '')) AS targets"
        return f"MATCH (a)-[r:{name}]->(b) RETURN {pair}"

    def node_contents(self, label: str) -> str:
        """Read whole nodes by $ids: rows of labels and props."""
        self.node_type(label)
        return f"MATCH (n:{label}) WHERE n.id IN $ids RETURN labels(n) AS labels, properties(n) AS props ORDER BY n.id"

    def edge_contents(self, name: str) -> str:
        """Read whole edges: rows of both ends' labels and ids and of props; by $ids where edges of the type have an id."""
        chosen = " WHERE r.id IN $ids" if self.edge_type(name).has_id else ""
        return (
            f"MATCH (a)-[r:{name}]->(b){chosen} RETURN labels(a) AS source_labels, a.id AS source, "
            "labels(b) AS target_labels, b.id AS target, properties(r) AS props"
        )

    def _check_further(self, label: str, further: str) -> None:
        if further not in self.node_type(label).labels:
            raise StoreError(
                f"a {label} cannot be a {further}", remedy="Add it to the labels of the type in schema/types"
            )


def _moments(variable: str, properties: Mapping[str, Property]) -> str:
    names = [name for name, each in sorted(properties.items()) if each.type == "timestamp"]
    return "".join(f" SET {variable}.{name} = datetime(row.props.{name})" for name in names)


def _union(branches: Iterable[str]) -> str:
    return " UNION ALL ".join(branches)
