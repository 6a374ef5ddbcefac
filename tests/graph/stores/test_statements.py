"""Cypher texts are made from the registry alone, and keep the rules that both engines need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import StoreError
from bilateral.graph.stores.plain import duration_text
from bilateral.graph.stores.statements import Statements
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterator


def every_text() -> Iterator[str]:
    """Give each text for each label and each kind of edge."""
    made = Statements(registry())
    for label, node in registry().nodes.items():
        for text in (made.merge_nodes, made.seal_nodes, made.delete_nodes, made.node_contents, made.node_fingerprints):
            yield text(label)
        for further in node.labels:
            yield made.add_label(label, further)
            yield made.remove_label(label, further)
    for name, edge in registry().edges.items():
        yield from (made.delete_edges(name), made.edge_contents(name), made.edge_fingerprints(name))
        yield from (made.merge_edges(source, name, target) for source in edge.sources for target in edge.targets)
        yield from (made.delete_between(source, name) for source in edge.sources)
    yield from (made.count_nodes(), made.count_edges())


def test_keys_in_merge_come_from_parameters() -> None:
    """On the embedded engine a text literal in a MERGE pattern can be taken for a variable."""
    patterns = [pattern for text in every_text() for pattern in re.findall(r"MERGE (.*?)(?: SET | RETURN |$)", text)]
    assert len(patterns) > 40
    assert [pattern for pattern in patterns if "'" in pattern or '"' in pattern] == []
    assert [pattern for pattern in patterns if re.search(r"\(\w+:\w+:", pattern)] == []


def test_edges_with_an_id_are_merged_by_it_and_evidence_by_its_ends() -> None:
    """Parallel edges stay apart because their id is in the pattern."""
    made = Statements(registry())
    assert "MERGE (t)<-[r:PARTY_TO {id: row.id}]-(s) SET r = row.props" in made.merge_edges(
        "Country", "PARTY_TO", "Agreement"
    )
    assert "MERGE (s)-[r:SUBJECT]->(t) RETURN" in made.merge_edges("Statement", "SUBJECT", "Country")


@pytest.mark.parametrize("name", ["Nation", "Country) DETACH DELETE (n", "country", ""])
def test_names_that_the_schema_does_not_know_are_refused(name: str) -> None:
    """No name from outside gets into a text."""
    made = Statements(registry())
    for text in (made.merge_nodes, made.delete_nodes, made.edge_contents, made.clear_edges):
        with pytest.raises(StoreError, match="there is no"):
            text(name)
    with pytest.raises(StoreError, match="cannot be a"):
        made.add_label("Country", name or "Official")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((0, 0, 0, 0), "PT0S"),
        ((14, 3, 4, 0), "P1Y2M3DT4S"),
        ((0, 0, 3_725, 500_000_000), "PT1H2M5.5S"),
        ((-1, 0, -1, 500_000_000), "P-1MT-0.5S"),
        ((0, -2, 0, 0), "P-2D"),
    ],
)
def test_durations_are_written_the_same_for_every_engine(parts: tuple[int, int, int, int], text: str) -> None:
    """Months, days, seconds and nanoseconds become one ISO text."""
    assert duration_text(*parts) == text
