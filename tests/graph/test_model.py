"""The values of the graph: fingerprints, order, evidence edges."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.graph.model import EVIDENCE_EDGES, Graph, edge, evidence_edge, evidence_ends, fingerprint, node
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from random import Random

SCALARS = (
    st.text()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.tuples(st.text())
)
PROPERTIES = st.dictionaries(st.text(min_size=1), SCALARS, max_size=6)


@given(PROPERTIES, st.randoms())
def test_fingerprint_ignores_the_order(properties: dict[str, Any], random: Random) -> None:
    """The order in which properties were set changes nothing."""
    shuffled = list(properties.items())
    random.shuffle(shuffled)
    assert fingerprint(dict(shuffled)) == fingerprint(properties)


def test_fingerprint_covers_content_and_not_the_clock() -> None:
    """A changed value, label or type of value shows; when it was recorded does not; that it was retracted does."""
    base = {"id": "a", "name": "A", "recorded_at": "2024-01-01T00:00:00Z"}
    assert fingerprint(base) == fingerprint({**base, "recorded_at": "2025-01-01T00:00:00Z"})
    assert fingerprint(base) != fingerprint({**base, "name": "B"})
    assert fingerprint(base) != fingerprint(base, ("Official",))
    assert fingerprint({"from_min": date(2024, 1, 1)}) != fingerprint({"from_min": "2024-01-01"})
    retracted = fingerprint({**base, "retracted_at": "2025-01-01T00:00:00Z"})
    assert retracted != fingerprint(base)
    assert retracted == fingerprint({**base, "retracted_at": "2026-01-01T00:00:00Z"})


def test_nodes_and_edges_hold_their_id_and_fingerprint() -> None:
    """What is stored holds the id and the hash, so that a store can write all properties at once."""
    made = node("KEN", "Country", {"name": "Kenya"})
    tie = edge("k", "PARTY_TO", ("Country", "KEN"), ("Agreement", "x"), {"status": "signed"})
    assert made.properties["id"] == "KEN"
    assert made.fingerprint == made.properties["fingerprint"] == fingerprint({"id": "KEN", "name": "Kenya"})
    assert tie.properties["id"] == "k"
    assert (tie.source_label, tie.source, tie.target_label, tie.target) == ("Country", "KEN", "Agreement", "x")


def test_evidence_edges_are_told_by_their_ends() -> None:
    """An evidence edge carries nothing, and its key gives its ends back."""
    tie = evidence_edge("STATED_IN", ("Statement", "st-1"), ("Article", "article/a"))
    assert tie.properties == {}
    assert tie.fingerprint == ""
    assert evidence_ends(tie.id) == ("st-1", "article/a")


def test_evidence_edges_are_those_of_the_schema() -> None:
    """The list in the model is that of the schema's evidence layer."""
    assert {name for name, kind in registry().edges.items() if kind.layer == "evidence"} == EVIDENCE_EDGES


def test_a_graph_is_sorted_and_refuses_doubles() -> None:
    """Nodes and edges come in one order whatever the order of making; the same key twice is refused."""
    one, other = node("b", "Topic", {"name": "B"}), node("a", "Topic", {"name": "A"})
    assert Graph.of([one, other]) == Graph.of([other, one])
    assert Graph.gather([Graph.of([one]), Graph.of([other])]) == Graph.of([one, other])
    with pytest.raises(ValueError, match="twice"):
        Graph.of([one, one])
