"""A client in a process of its own that loads a large graph when told to: for tests that kill it or run two at once.

Usage: python load_client.py FOLDER, or python load_client.py BOLT_URI PASSWORD. It prints `ready`, waits for a line, and loads.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bilateral.graph.model import Graph, Scalar, edge, evidence_edge, node
from bilateral.graph.stores import writer
from bilateral.graph.stores.load import load
from bilateral.graph.stores.opening import open_embedded, open_neo4j


def large_graph() -> Graph:
    """Give a graph of 2,020 nodes and 6,000 edges that clients fight for: 20 countries have all of them."""
    countries = [node(f"C{i:02}", "Country", {"name": f"Country {i}"}) for i in range(20)]
    agreements = [
        node(
            f"agreement/{i:04}",
            "Agreement",
            {"name": str(i), "title": str(i), "type": "treaty"},
            ["Cooperation"] * (i % 2),
        )
        for i in range(1_000)
    ]
    said = [node(f"st-{i:04}", "Statement", {"name": str(i), "predicate": "party"}) for i in range(1_000)]
    edges = []
    for i in range(1_000):
        agreement, statement = ("Agreement", f"agreement/{i:04}"), ("Statement", f"st-{i:04}")
        for side in range(4):
            country = ("Country", f"C{(i + side * (i % 3)) % 20:02}")  # two or four of the edges are parallel
            about: dict[str, Scalar] = {"from": str(1990 + side), "statements": (statement[1],)}
            edges.append(edge(f"p-{i:04}-{side}", "PARTY_TO", country, agreement, about))
        edges.append(evidence_edge("SUBJECT", statement, ("Country", f"C{i % 20:02}")))
        edges.append(evidence_edge("OBJECT", statement, agreement))
    return Graph.of(countries + agreements + said, edges)


def main(where: str, password: str = "") -> None:
    """Open, wait, load."""
    writer.BATCH = 100  # type: ignore[misc]  # many transactions, so that a kill falls between two or into one
    opened = open_neo4j(where, username="neo4j", password=password) if password else open_embedded(Path(where))
    with opened as store:
        store.prepare()
        _say("ready")
        sys.stdin.readline()
        _say(str(load(store, large_graph())))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
