"""Loading brings a store to the graph, says how much it changed, and changes nothing the second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.errors import StoreError
from bilateral.graph.model import Edge, Graph, Node, edge, evidence_edge, node
from bilateral.graph.stores.load import load, rebuild, verify
from bilateral.graph.stores.protocol import Report, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.graph.stores.cypherstore import CypherStore


def by_hand(store: CypherStore, cypher: str) -> None:
    """Do what somebody might do in Browser."""
    store._engine.write([Statement(f"{cypher} RETURN 1 AS n")])


def with_node(graph: Graph, changed: Node) -> Graph:
    """Give the graph with one node replaced or added."""
    return Graph.of([n for n in graph.nodes if (n.label, n.id) != (changed.label, changed.id)] + [changed], graph.edges)


def test_the_first_load_writes_everything_and_the_second_nothing(any_store: CypherStore, small_graph: Graph) -> None:
    """A load counts what it wrote; the same graph again is zero changes."""
    assert load(any_store, small_graph) == Report(nodes=7, edges=6)
    assert load(any_store, small_graph).changes == 0


def test_a_second_load_without_a_marker_changes_nothing_either(any_store: CypherStore, small_graph: Graph) -> None:
    """Fingerprints alone are enough to see that nothing changed."""
    load(any_store, [small_graph])
    assert any_store.marker() is None
    assert load(any_store, [small_graph]).changes == 0


def test_what_was_loaded_comes_back_as_it_was(any_store: CypherStore, small_graph: Graph) -> None:
    """Dates, texts with quotes, lists, zeros, moments and labels survive the way in and out."""
    load(any_store, small_graph)
    assert tuple(any_store.contents()) == tuple(small_graph)
    assert verify(any_store, small_graph) == ()


def test_parallel_edges_survive(any_store: CypherStore, small_graph: Graph) -> None:
    """Two edges of one type between the same two things stay two."""
    load(any_store, small_graph)
    rows = any_store.read(
        "MATCH (c:Country {id: $id})-[r:PARTY_TO]->(g:Agreement) RETURN r.id AS id, r.from AS since ORDER BY id",
        {"id": "PAK"},
    )
    assert rows.rows == (("p-1", "2025"), ("p-2", "2026"))


def test_a_changed_node_is_the_only_change(any_store: CypherStore, small_graph: Graph) -> None:
    """A changed property is written, one that is no longer there disappears, and nothing else is touched."""
    load(any_store, small_graph)
    changed = with_node(small_graph, node("TJK", "Country", {"name": "Republic of Tajikistan"}))
    assert load(any_store, changed) == Report(nodes=1)
    (row,) = any_store.read("MATCH (c:Country {id: 'TJK'}) RETURN c.name AS name, c.from_min AS since")
    assert row == ("Republic of Tajikistan", None)


def test_further_labels_come_and_go(any_store: CypherStore, small_graph: Graph) -> None:
    """A person who is no longer an official loses the label and keeps all edges; another gains it."""
    load(any_store, small_graph)
    changed = with_node(small_graph, node("person/tjk/a", "Person", {"name": "Ana O'Neil", "country": "TJK"}))
    changed = with_node(changed, node("person/tjk/b", "Person", {"name": 'Bo "the Bear"'}, ["Official"]))
    assert load(any_store, changed) == Report(nodes=2)
    assert any_store.read("MATCH (p:Official) RETURN p.id AS id").rows == (("person/tjk/b",),)
    assert verify(any_store, changed) == ()


def test_labelling_a_node_keeps_its_edges(any_store: CypherStore, small_graph: Graph) -> None:
    """The embedded engine moves a node that gains or loses a label: its edges must move with it."""
    load(any_store, small_graph)
    meat = next(n for n in small_graph.nodes if n.label == "Agreement")
    bare = with_node(
        small_graph, node(meat.id, "Agreement", {k: v for k, v in meat.properties.items() if k != "fingerprint"})
    )
    assert load(any_store, bare) == Report(nodes=1)
    assert verify(any_store, bare) == ()
    assert load(any_store, small_graph) == Report(nodes=1)
    assert verify(any_store, small_graph) == ()


def test_what_is_no_longer_wanted_is_removed(any_store: CypherStore, small_graph: Graph) -> None:
    """Edges and nodes that a rerun no longer produces go, evidence edges among them."""
    load(any_store, small_graph)
    nodes = [n for n in small_graph.nodes if n.label != "Statement"]
    edges = [e for e in small_graph.edges if e.source_label != "Statement" and e.id != "p-2"]
    assert load(any_store, Graph.of(nodes, edges)) == Report(gone_nodes=1, gone_edges=4)
    assert verify(any_store, Graph.of(nodes, edges)) == ()


def test_an_edge_deleted_by_hand_comes_back(any_store: CypherStore, small_graph: Graph) -> None:
    """The shortcut of a second load does not hide that somebody deleted one edge."""
    load(any_store, small_graph)
    by_hand(any_store, "MATCH (a)-[r:PARTY_TO]->(b) WHERE r.id = 'p-1' DELETE r")
    assert [str(each) for each in verify(any_store, small_graph)] == ["missing edge PARTY_TO p-1"]
    assert load(any_store, small_graph) == Report(edges=1)
    assert verify(any_store, small_graph) == ()


def test_blocks_are_not_even_made_when_the_marker_is_the_same(any_store: CypherStore, small_graph: Graph) -> None:
    """A source that says it is the same as at the last load is not assembled again."""

    def never() -> Iterator[Graph]:
        raise AssertionError("the blocks were asked for")
        yield Graph()

    load(any_store, iter([small_graph]), marker="ledger 1")
    assert load(any_store, never(), marker="ledger 1") == Report()
    with pytest.raises(AssertionError, match="asked for"):
        load(any_store, never(), marker="ledger 2")


def test_a_graph_is_loaded_block_by_block(any_store: CypherStore, small_graph: Graph) -> None:
    """A later block may end its edges in nodes of an earlier one."""
    first = Graph.of(small_graph.nodes)
    assert load(any_store, iter([first, Graph.of((), small_graph.edges)])) == Report(nodes=7, edges=6)
    assert verify(any_store, small_graph) == ()


def test_an_edge_without_its_end_is_reported(any_store: CypherStore, small_graph: Graph) -> None:
    """Cypher drops such a row without a word; the load says which type and how many."""
    lost = edge(
        "p-9", "PARTY_TO", ("Country", "NOWHERE"), ("Agreement", "agreement/pak-tjk/2025/meat"), {"from": "2025"}
    )
    with pytest.raises(StoreError, match="1 of 4 PARTY_TO edges") as raised:
        load(any_store, Graph.of(small_graph.nodes, [*small_graph.edges, lost]))
    assert "'bilateral rebuild'" in str(raised.value)


def test_an_empty_id_is_refused_before_it_reaches_the_engine(any_store: CypherStore) -> None:
    """The embedded engine would make an empty node of it."""
    with pytest.raises(StoreError, match="id of 0 bytes"):
        load(any_store, Graph.of([node("", "Country", {"name": "Nowhere"})]))


def test_rebuild_makes_the_store_anew_and_leaves_what_is_not_ours(any_store: CypherStore, small_graph: Graph) -> None:
    """All of the graph goes and comes again; a note that somebody keeps in the same database stays."""
    load(any_store, small_graph)
    by_hand(any_store, "MATCH (c:Country) SET c.name = 'Atlantis'")
    by_hand(any_store, "CREATE (n:Note {text: 'mine'})")
    assert rebuild(any_store, small_graph) == Report(nodes=7, edges=6)
    assert verify(any_store, small_graph) == ()
    assert any_store.read("MATCH (n:Note) RETURN n.text AS text").rows == (("mine",),)


def test_batches_larger_than_one_transaction(any_store: CypherStore) -> None:
    """More rows than fit one transaction arrive all the same, with labels and evidence."""
    people: list[Node] = [
        node(f"person/{i:05}", "Person", {"name": str(i)}, ["Official"] * (i % 2)) for i in range(2_500)
    ]
    said: list[Node] = [node(f"st-{i:05}", "Statement", {"name": str(i), "predicate": "x"}) for i in range(2_500)]
    links: list[Edge] = [
        evidence_edge("SUBJECT", ("Statement", f"st-{i:05}"), ("Person", f"person/{i:05}")) for i in range(2_500)
    ]
    graph = Graph.of(people + said, links)
    assert load(any_store, graph) == Report(nodes=5_000, edges=2_500)
    assert verify(any_store, graph) == ()
    assert load(any_store, Graph()) == Report(gone_nodes=5_000, gone_edges=2_500)
    assert sum(any_store.counts().nodes.values()) == 0
