"""The graph of the samples, and a small one with everything that is hard to write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from odd_words import ODD, WORDS

from bilateral import homes
from bilateral.graph.model import Graph, edge, evidence_edge, node
from bilateral.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from bilateral.graph.model import Scalar


@pytest.fixture(scope="session")
def sample_graph(samples: Path) -> Graph:
    """The graph of the samples."""
    return homes.current_graph(Workspace(samples))


@pytest.fixture
def odd_graph() -> Graph:
    """Agreements with odd ids and words, each with a party, and one statement."""
    nodes = [node("PAK", "Country", {"name": "Pakistan"}), node("st-1", "Statement", {"name": "st-1", "quote": WORDS})]
    edges = [evidence_edge("SUBJECT", ("Statement", "st-1"), ("Country", "PAK"))]
    for number, key in enumerate(ODD):
        told: dict[str, Scalar] = {
            "name": f"{WORDS} {number}",
            "title": key,
            "date": "2025-12",
            "date_min": date(2025, 12, 1),
            "amount": 1e21,
        }
        nodes.append(node(key, "Agreement", told, ["Cooperation"]))
        edges.append(
            edge(f"party/{key}", "PARTY_TO", ("Country", "PAK"), ("Agreement", key), {"statements": ("st-1",)})
        )
    return Graph.of(nodes, edges)
