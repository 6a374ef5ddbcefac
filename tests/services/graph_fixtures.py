"""A small graph with every difficulty that stores have: parallel edges, further labels, dates, lists, quotes, zeros."""

from __future__ import annotations

from datetime import date

import pytest

from bilateral.graph.model import Edge, Graph, Node, edge, evidence_edge, node

MEAT = ("Agreement", "agreement/pak-tjk/2025/meat")


def small_nodes() -> list[Node]:
    """Give the nodes of the small graph."""
    return [
        node("PAK", "Country", {"name": "Pakistan", "aliases": ("Islamic Republic", "Pākistān"), "from": "1947-08-14"}),
        node("TJK", "Country", {"name": "Tajikistan", "from_min": date(1991, 9, 9), "from_max": date(1991, 9, 9)}),
        node("person/tjk/a", "Person", {"name": "Ana O'Neil", "country": "TJK"}, ["Official"]),
        node("person/tjk/b", "Person", {"name": 'Bo "the Bear"'}),
        node(
            MEAT[1],
            "Agreement",
            {
                "name": "Meat supply",
                "title": "Meat supply",
                "type": "contract",
                "status": "negotiating",
                "date": "2025-12",
                "date_min": date(2025, 12, 1),
                "date_max": date(2025, 12, 31),
                "amount": 50000000.0,
                "confidence": 0.0,
                "n_sources": 2,
                "parties": ("PAK", "TJK"),
                "recorded_at": "2026-01-01T00:00:00Z",
            },
            ["Cooperation"],
        ),
        node("st-1", "Statement", {"name": "st-1", "predicate": "party", "quote": "It's \\ “on”:\nline", "start": 0}),
        node("article-1", "Article", {"name": "An article", "title": "An article"}),
    ]


def small_edges() -> list[Edge]:
    """Give the edges of the small graph: two of them differ in nothing but their dates."""
    return [
        edge("p-1", "PARTY_TO", ("Country", "PAK"), MEAT, {"from": "2025", "statements": ("st-1",), "confidence": 1.0}),
        edge("p-2", "PARTY_TO", ("Country", "PAK"), MEAT, {"from": "2026", "from_min": date(2026, 1, 1)}),
        edge("p-3", "PARTY_TO", ("Country", "TJK"), MEAT, {"from": "2025", "retracted_at": "2026-02-01T10:00:01Z"}),
        evidence_edge("SUBJECT", ("Statement", "st-1"), ("Country", "PAK")),
        evidence_edge("OBJECT", ("Statement", "st-1"), MEAT),
        evidence_edge("STATED_IN", ("Statement", "st-1"), ("Article", "article-1")),
    ]


@pytest.fixture
def small_graph() -> Graph:
    """A graph of seven nodes and six edges."""
    return Graph.of(small_nodes(), small_edges())
