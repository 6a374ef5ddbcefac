"""Our RDF writers against rdflib's on the same graph in the same run.

The rival gets the finished triples in memory, without the time it takes to fill its graph, and serializes them; we start from the
graph of nodes and edges. Prints the number of triples and ratios, the median of rounds in which both take turns.

    python benchmarks/bench_rdf.py [COPIES] [ROUNDS]
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rdflib

from bilateral import homes
from bilateral.cli import main as bilateral
from bilateral.graph.model import Edge, Graph, Node
from bilateral.graph.rdf.writer import write_rdf
from bilateral.schema.registry import registry
from bilateral.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"
FORMATS: Final = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}


def samples(copies: int) -> Graph:
    """Give the graph of the samples so many times side by side, with ids of their own."""
    with tempfile.TemporaryDirectory() as place, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        bilateral(["build", str(SAMPLES), "-w", f"{place}/workspace"])
        graph = homes.current_graph(Workspace(Path(place) / "workspace"))
    nodes: list[Node] = []
    edges: list[Edge] = []
    for number in range(copies):
        nodes += [renamed(each, number) for each in graph.nodes]
        edges += [
            replace(each, id=f"{each.id}-{number}", source=f"{each.source}-{number}", target=f"{each.target}-{number}")
            for each in graph.edges
        ]
    return Graph.of(nodes, edges)


def renamed(node: Node, number: int) -> Node:
    key = f"{node.id}-{number}"
    return replace(node, id=key, properties={**node.properties, "id": key})


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(copies: int = 10, rounds: int = 3) -> None:
    """Print the ratios."""
    graph, known = samples(copies), registry()
    held = io.BytesIO()
    triples = write_rdf(graph, held, "ntriples", known)
    rival = rdflib.Graph().parse(data=held.getvalue(), format="nt")
    print(f"{triples} triples")
    for ours, theirs in FORMATS.items():

        def write(form: str = ours) -> None:
            write_rdf(graph, io.BytesIO(), form, known)  # type: ignore[arg-type]

        def serialize(form: str = theirs) -> None:
            rival.serialize(format=form)

        ratios = [seconds(serialize) / seconds(write) for _ in range(rounds)]
        print(f"  {statistics.median(ratios):.1f} × as fast as rdflib: {ours}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
