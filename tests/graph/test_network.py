"""GraphML and GEXF open in networkx with the numbers of the graph."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import networkx as nx
import pytest
from odd_words import ODD, WORDS

from bilateral import homes
from bilateral.graph.model import EVIDENCE_EDGES, Graph, edge, node
from bilateral.graph.network import network, write_network
from bilateral.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

Form = Literal["graphml", "gexf"]
FORMS: tuple[Form, ...] = ("graphml", "gexf")
EVIDENCE_NODES = {"Statement", "Article", "Publisher", "Run", "Dataset"}


@pytest.fixture(scope="module")
def graph(samples: Path) -> Graph:
    """The graph of the samples."""
    return homes.current_graph(Workspace(samples))


def _reopened(graph: Graph, form: Form, *, evidence: bool) -> nx.MultiDiGraph:
    out = io.BytesIO()
    number = write_network(graph, out, form, evidence=evidence)
    out.seek(0)
    net = nx.read_graphml(out, force_multigraph=True) if form == "graphml" else nx.read_gexf(out)
    assert net.number_of_edges() == number
    return net


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("evidence", [False, True])
def test_a_file_reopens_with_the_same_numbers(form: Form, evidence: bool, graph: Graph) -> None:
    """Every node and edge, with and without evidence; parallel edges are kept apart."""
    net = _reopened(graph, form, evidence=evidence)
    nodes = [each for each in graph.nodes if evidence or each.label not in EVIDENCE_NODES]
    edges = [each for each in graph.edges if evidence or each.type not in EVIDENCE_EDGES]
    assert set(net.nodes) == {each.id for each in nodes}
    assert net.number_of_edges() == len(edges)
    assert sorted((a, b) for a, b in net.edges()) == sorted((each.source, each.target) for each in edges)


@pytest.mark.parametrize("form", FORMS)
def test_a_viewer_finds_names_and_kinds(form: Form, graph: Graph) -> None:
    """`label` is the name of a node and the type of an edge; `kind` and `relation` are there to filter by."""
    net = _reopened(graph, form, evidence=False)
    pakistan = net.nodes["PAK"]
    assert (pakistan["label"], pakistan["kind"]) == ("Pakistan", "Country")
    relations = {held["relation"] for _, _, held in net.edges(data=True)}
    assert {"PARTY_TO", "HOLDS", "PARTICIPATED_IN"} <= relations


@pytest.mark.parametrize("form", FORMS)
def test_the_same_graph_gives_the_same_network_bytes(form: Form, graph: Graph) -> None:
    """No date of today in it."""
    first, second = io.BytesIO(), io.BytesIO()
    write_network(graph, first, form)
    write_network(graph, second, form)
    assert first.getvalue() == second.getvalue()
    assert b"lastmodified" not in first.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_odd_ids_and_words_are_written(form: Form) -> None:
    """What XML forbids becomes a space; everything else comes back."""
    nodes = [node("PAK", "Country", {"name": "Pakistan"})]
    nodes += [node(key, "Agreement", {"name": WORDS, "areas": ("a", "b")}) for key in ODD]
    edges = [edge(f"p/{key}", "PARTY_TO", ("Country", "PAK"), ("Agreement", key), {"confidence": 0.5}) for key in ODD]
    net = _reopened(Graph.of(nodes, edges), form, evidence=False)
    assert set(net.nodes) == {"PAK", *ODD}
    held = net.nodes[ODD[0]]
    assert held["areas"] == "a; b"
    assert held["label"].replace("\r", "\n").split() == WORDS.replace("\x07", " ").replace("\r", "\n").split()


def test_the_network_in_python_keeps_values_as_they_are(graph: Graph) -> None:
    """Lists stay tuples, and an edge is found by its id."""
    net = network(graph)
    party = next(each for each in graph.edges if each.type == "PARTY_TO")
    assert net.edges[party.source, party.target, party.id]["statements"] == party.properties["statements"]
