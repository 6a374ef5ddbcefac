"""Whatever somebody changes in a store by hand is found, named, and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.stores.load import load, mend, verify
from bilateral.graph.stores.protocol import Report, Statement

if TYPE_CHECKING:
    from bilateral.graph.model import Graph
    from bilateral.graph.stores.cypherstore import CypherStore

P1 = "MATCH (a)-[r:PARTY_TO]->(b) WHERE r.id = 'p-1'"

#: What somebody did, and what verify says of it.
EDITS = {
    "an edge is deleted": (f"{P1} DELETE r", ["missing edge PARTY_TO p-1"]),
    "a property of an edge is edited": (
        f"{P1} SET r.confidence = 0.5",
        ["different edge PARTY_TO p-1: confidence is 0.5, should be 1.0"],
    ),
    "a property is removed": (
        "MATCH (c:Country {id: 'TJK'}) REMOVE c.name",
        ["different node Country TJK: name is missing, should be 'Tajikistan'"],
    ),
    "a property is added": (
        "MATCH (c:Country {id: 'TJK'}) SET c.capital = 'Dushanbe'",
        ["different node Country TJK: capital is 'Dushanbe', should be missing"],
    ),
    "a date is turned into text": (
        "MATCH (g:Agreement) SET g.date_min = '2025-12-01'",
        [
            (
                "different node Agreement agreement/pak-tjk/2025/meat: "
                "date_min is '2025-12-01', should be the date 2025-12-01"
            )
        ],
    ),
    "a label is taken away": (
        "MATCH (p:Person {id: 'person/tjk/a'}) REMOVE p:Official",
        ["different node Person person/tjk/a: labels is (), should be ('Official',)"],
    ),
    "a retraction is undone": (
        "MATCH (a)-[r:PARTY_TO]->(b) WHERE r.id = 'p-3' REMOVE r.retracted_at",
        ["different edge PARTY_TO p-3: retracted is False, should be True"],
    ),
    "a node is deleted with its edges": (
        "MATCH (n:Statement) DETACH DELETE n",
        [
            "missing edge OBJECT st-1>agreement/pak-tjk/2025/meat",
            "missing edge STATED_IN st-1>article-1",
            "missing edge SUBJECT st-1>PAK",
            "missing node Statement st-1",
        ],
    ),
    "an evidence edge is doubled": (
        "MATCH (s:Statement)-[:SUBJECT]->(c) CREATE (s)-[:SUBJECT]->(c)",
        ["different edge SUBJECT st-1>PAK: is there more than once"],
    ),
    "an evidence edge gets a property": (
        "MATCH (s:Statement)-[r:SUBJECT]->(c) SET r.note = 'x'",
        ["different edge SUBJECT st-1>PAK: note is 'x', should be missing"],
    ),
    "an edge is moved to another end": (
        (
            f"{P1} MATCH (t:Country {{id: 'TJK'}}) WITH r, b, t, properties(r) AS p DELETE r "
            "CREATE (t)-[q:PARTY_TO]->(b) SET q = p"
        ),
        ["different edge PARTY_TO p-1: ends is ('Country', 'TJK'), should be ('Country', 'PAK')"],
    ),
    "a node is added": (
        "CREATE (c:Country {id: 'ATL', name: 'Atlantis'})",
        ["extra node Country ATL"],
    ),
    "things without id are added": (
        "MATCH (g:Agreement) CREATE (c:Country {name: 'Atlantis'})-[:PARTY_TO]->(g)",
        ["extra edge PARTY_TO without id", "extra node Country without id"],
    ),
    "evidence for somebody else's node is added": (
        "MATCH (c:Country {id: 'PAK'}) CREATE (n:Note)-[:SUBJECT]->(c)",
        ["extra edge SUBJECT >PAK"],
    ),
}


def test_every_edit_by_hand_is_found_and_mended(any_store: CypherStore, small_graph: Graph) -> None:
    """One edit after the other: verify names exactly it, mend puts exactly it right."""
    load(any_store, small_graph)
    for name, (cypher, expected) in EDITS.items():
        any_store._engine.write([Statement(f"{cypher} RETURN 1 AS n")])
        assert [str(each) for each in verify(any_store, small_graph)] == expected, name
        assert mend(any_store, small_graph).changes >= 1, name
        assert verify(any_store, small_graph) == (), name


def test_a_lost_fingerprint_is_found_and_the_next_load_writes_it(any_store: CypherStore, small_graph: Graph) -> None:
    """A load that was cut off between a node and its labels left no fingerprint: the next load finishes it."""
    load(any_store, [small_graph])
    any_store._engine.write([Statement("MATCH (p:Official) REMOVE p.fingerprint, p:Official RETURN 1 AS n")])
    assert [each.fault for each in verify(any_store, small_graph)] == ["different"]
    assert load(any_store, [small_graph]) == Report(nodes=1)
    assert verify(any_store, small_graph) == ()


def test_an_empty_store_misses_everything(any_store: CypherStore, small_graph: Graph) -> None:
    """verify works on a store that was never prepared, and mend fills it."""
    assert {each.fault for each in verify(any_store, small_graph)} == {"missing"}
    assert mend(any_store, small_graph) == Report(nodes=7, edges=6)
    assert verify(any_store, small_graph) == ()


def test_mending_keeps_the_shortcut_of_the_next_load(any_store: CypherStore, small_graph: Graph) -> None:
    """A mend that is told the marker leaves a store of which the next load need not read anything."""
    load(any_store, [small_graph], marker="ledger 1")
    any_store._engine.write([Statement(f"{P1} DELETE r RETURN 1 AS n")])
    assert mend(any_store, [small_graph], marker="ledger 1") == Report(edges=1)
    remembered = any_store.marker()
    assert remembered is not None
    assert load(any_store, [], marker="ledger 1") == Report()
    assert any_store.marker() == remembered
