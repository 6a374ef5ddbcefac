"""Our load against what people write by hand: one MERGE a row through `session.run`, and batches of MERGE without fingerprints.

The same graph, the same server, the same run. The rivals are written as in common tutorials and tools: row by row, and
UNWIND with MERGE as neo4j-graphrag and BioCypher do online, everything sent again every time. Prints seconds and ratios.

    python benchmarks/bench_load.py [STATEMENTS]
"""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "services"))

from neo4j import GraphDatabase
from neo4j_fixtures import wipe
from neo4j_service import Service

from bilateral.graph.model import Edge, Graph, Node, Scalar, edge, evidence_edge, node
from bilateral.graph.stores.load import load
from bilateral.graph.stores.opening import open_neo4j

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from neo4j import ManagedTransaction, Session
    from neo4j_service import Neo4jServer

LINE = "neo4j526"
ROW_BY_ROW = 2_000  # things that the slow rival gets; its time is scaled up


def large_graph(statements: int) -> Graph:
    """Give a graph with the proportions of a real one: two PARTY_TO and three evidence edges for each statement."""
    countries = [node(f"C{i:03}", "Country", {"name": f"Country {i}"}) for i in range(200)]
    articles = [node(f"article/{i}", "Article", {"name": f"Article {i}"}) for i in range(statements // 10 + 1)]
    agreements: list[Node] = []
    said: list[Node] = []
    edges: list[Edge] = []
    for i in range(statements):
        day = date(2000, 1, 1) + timedelta(days=i % 9_000)
        agreement, statement = ("Agreement", f"agreement/{i:07}"), ("Statement", f"st-{i:07}")
        about: dict[str, Scalar] = {
            "name": f"Agreement {i}",
            "title": f"Agreement {i}",
            "type": "treaty",
            "date": day.isoformat(),
            "date_min": day,
        }
        agreements.append(node(agreement[1], "Agreement", {**about, "amount": i * 1000.0}, ["Cooperation"] * (i % 2)))
        said.append(
            node(statement[1], "Statement", {"name": statement[1], "predicate": "party", "quote": "words " * 20})
        )
        for side in range(2):
            country = ("Country", f"C{(i * (side + 1) + side) % 200:03}")
            known: dict[str, Scalar] = {
                "from": day.isoformat(),
                "from_min": day,
                "confidence": 0.9,
                "statements": (statement[1],),
            }
            edges.append(edge(f"p-{i:07}-{side}", "PARTY_TO", country, agreement, known))
        edges.append(evidence_edge("SUBJECT", statement, ("Country", f"C{i % 200:03}")))
        edges.append(evidence_edge("OBJECT", statement, agreement))
        edges.append(evidence_edge("STATED_IN", statement, ("Article", f"article/{i // 10}")))
    return Graph.of([*countries, *articles, *agreements, *said], edges)


def plain(each: Node | Edge) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in each.properties.items()}


def row_by_row(session: Session, graph: Graph) -> None:
    """Load as tutorials do: a statement for each thing, each in a transaction of its own."""
    for each in graph.nodes[:ROW_BY_ROW]:
        session.run(f"MERGE (n:{each.label} {{id: $id}}) SET n += $props", id=each.id, props=plain(each)).consume()


def batched(session: Session, graph: Graph) -> None:
    """Load as tools do that keep no fingerprints: batches of MERGE, everything every time, one session."""
    for label in sorted({each.label for each in graph.nodes}):
        rows = [{"id": n.id, "props": plain(n)} for n in graph.nodes if n.label == label]
        send(session, f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.props", rows)
        for further in sorted({each for n in graph.nodes if n.label == label for each in n.labels}):
            labelled = [{"id": n.id} for n in graph.nodes if n.label == label and further in n.labels]
            send(session, f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n:{further}", labelled)
    for kind in sorted({(e.type, e.source_label, e.target_label) for e in graph.edges}):
        name, source, target = kind
        rows = [
            {"id": e.id, "s": e.source, "t": e.target, "props": plain(e)}
            for e in graph.edges
            if (e.type, e.source_label, e.target_label) == kind
        ]
        key = " {id: row.id}" if rows[0]["props"] else ""
        send(
            session,
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.s}}) MATCH (b:{target} {{id: row.t}}) "
            f"MERGE (a)-[r:{name}{key}]->(b) SET r += row.props",
            rows,
        )


def send(session: Session, text: str, rows: Sequence[Mapping[str, object]]) -> None:
    for start in range(0, len(rows), 1_000):
        part = rows[start : start + 1_000]
        session.execute_write(run, text, part)


def run(transaction: ManagedTransaction, text: str, rows: Sequence[Mapping[str, object]]) -> None:
    transaction.run(text, rows=rows).consume()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def keep(took: dict[str, float], name: str, value: float, *, warm: bool) -> None:
    """Keep the best time; the first round only warms the server."""
    if not warm:
        took[name] = min(value, took.get(name, value))


def measure(server: Neo4jServer, graph: Graph) -> dict[str, float]:
    """Time every way on the same server, constraints made beforehand."""
    took: dict[str, float] = {}
    with (
        open_neo4j(server.uri, username=server.username, password=server.password) as store,
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
        driver.session(database="neo4j") as session,
    ):
        store.prepare()
        for number in range(4):  # in turn, the best counts: Java is slow at first, and other programs disturb
            warm = number == 0
            wipe(server)
            keep(took, "batched first", seconds(lambda: batched(session, graph)), warm=warm)
            keep(took, "batched again", seconds(lambda: batched(session, graph)), warm=warm)
            wipe(server)
            keep(took, "ours first", seconds(lambda: load(store, graph)), warm=warm)
            keep(took, "ours again", seconds(lambda: load(store, graph)), warm=warm)
        share = ROW_BY_ROW / len(graph)
        took["row by row (scaled)"] = seconds(lambda: row_by_row(session, graph)) / share
        wipe(server)
        load(store, graph)
        took["ours again, no marker"] = seconds(lambda: load(store, [graph]))
        changed = Graph.of(
            [
                node(n.id, n.label, {**n.properties, "name": "New"}, n.labels) if i % 100 == 0 else n
                for i, n in enumerate(graph.nodes)
            ],
            graph.edges,
        )
        took["ours, 1 % of nodes changed"] = seconds(lambda: load(store, changed))
    return took


def main() -> None:
    """Run on a server of our own and print a table."""
    graph = large_graph(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
    service = Service(LINE)
    service.launch()
    server = service.server()
    if server is None:
        sys.exit(f"no Neo4j: {'; '.join(service.reasons)}")
    try:
        took = measure(server, graph)
    finally:
        service.stop()
    print(f"{len(graph.nodes)} nodes and {len(graph.edges)} edges, Neo4j {LINE}")
    for name, value in took.items():
        print(f"  {name:28} {value:8.2f} s")
    print(f"first load: {took['row by row (scaled)'] / took['ours first']:.1f} x as fast as row by row,")
    print(f"            {took['batched first'] / took['ours first']:.2f} x as fast as batches of MERGE")
    print(f"second load: {took['batched again'] / took['ours again']:.0f} x as fast as batches of MERGE")
    print(
        f"             {took['batched again'] / took['ours, 1 % of nodes changed']:.1f} x with one node of a hundred changed"
    )


if __name__ == "__main__":
    main()
