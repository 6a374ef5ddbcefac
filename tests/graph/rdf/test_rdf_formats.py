"""Every RDF format says the same, to every reader."""

from __future__ import annotations

import io
import json
from typing import cast
from urllib.parse import unquote

import pyoxigraph
import pyshacl
import pytest
import rdflib
from odd_words import ODD, WORDS
from rdflib.compare import to_isomorphic

from bilateral.graph.model import Graph
from bilateral.graph.rdf.dataset import describe
from bilateral.graph.rdf.writer import FORMATS, RdfFormat, write_rdf
from bilateral.schema.products import product
from bilateral.schema.registry import registry

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld"}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
ALL = sorted(FORMATS)

#: rdflib warns of what its own parsers do.
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*Dataset:DeprecationWarning", "ignore:.*ConjunctiveGraph:DeprecationWarning"
)


def written(graph: Graph, form: str, *, rdf12: bool = False) -> tuple[bytes, int]:
    """Write a graph, and give the bytes and the count that comes back."""
    out = io.BytesIO()
    number = write_rdf(graph, out, cast("RdfFormat", form), registry(), rdf12=rdf12)
    return out.getvalue(), number


def by_oxigraph(data: bytes, form: str) -> set[pyoxigraph.Triple]:
    """Read with pyoxigraph: triples, whatever graph they are in."""
    return {quad.triple for quad in pyoxigraph.parse(data, format=OXIGRAPH[form])}


def by_rdflib(data: bytes, form: str) -> rdflib.Graph:
    """Read with rdflib: triples, whatever graph they are in."""
    flat = rdflib.Graph()
    if form not in {"nquads", "trig"}:
        return flat.parse(data=data, format=RDFLIB[form])
    for subject, predicate, item, _ in rdflib.Dataset().parse(data=data, format=RDFLIB[form]).quads():
        flat.add((subject, predicate, item))
    return flat


@pytest.mark.parametrize("form", ALL)
def test_every_format_holds_the_triples_of_ntriples(form: str, sample_graph: Graph) -> None:
    """pyoxigraph finds the same triples in each, and rdflib the same number of them."""
    plain = by_oxigraph(written(sample_graph, "ntriples")[0], "ntriples")
    data, number = written(sample_graph, form)
    assert by_oxigraph(data, form) == plain
    assert len(by_rdflib(data, form)) == len(plain)
    assert number == len(plain)


@pytest.mark.parametrize("form", ALL)
def test_two_readers_find_the_same_triples(form: str, odd_graph: Graph) -> None:
    """Odd ids and odd words read by rdflib are what pyoxigraph reads."""
    data, _ = written(odd_graph, form)
    again = rdflib.Graph().parse(
        data=pyoxigraph.serialize(by_oxigraph(data, form), format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt"
    )
    assert to_isomorphic(by_rdflib(data, form)) == to_isomorphic(again)


@pytest.mark.parametrize("form", ALL)
def test_odd_ids_and_words_come_back(form: str, odd_graph: Graph) -> None:
    """Every id is found again in its IRI, every word in its label, character for character."""
    read = by_rdflib(written(odd_graph, form)[0], form)
    space = registry().prefixes["brd"]
    subjects = {unquote(str(each).removeprefix(space)) for each in read.subjects() if str(each).startswith(space)}
    assert set(ODD) <= subjects
    labels = {str(each) for each in read.objects(None, rdflib.RDFS.label)}
    assert {f"{WORDS} {number}" for number in range(len(ODD))} <= labels


@pytest.mark.parametrize("form", ALL)
def test_the_same_graph_gives_the_same_bytes(form: str, sample_graph: Graph) -> None:
    """Written twice."""
    assert written(sample_graph, form) == written(sample_graph, form)


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_what_an_article_says_is_in_its_graph(form: str, sample_graph: Graph) -> None:
    """Each statement's triples are in the graph named after the article that it stands in."""
    quads = list(pyoxigraph.parse(written(sample_graph, form)[0], format=OXIGRAPH[form]))
    known = registry()
    stated_in = pyoxigraph.NamedNode(known.iri(known.edges["STATED_IN"].rdf))
    article = {quad.subject: quad.object for quad in quads if quad.predicate == stated_in}
    assert article
    for quad in quads:
        if quad.subject in article:
            assert quad.graph_name == article[quad.subject]


@pytest.mark.parametrize("form", ["turtle", "ntriples", "nquads", "trig"])
def test_rdf12_only_adds_reifiers(form: str, sample_graph: Graph) -> None:
    """With --rdf12 there are triple terms, each of a direct triple that is there; without them the rest is as before."""
    plain = by_oxigraph(written(sample_graph, form)[0], form)
    more = by_oxigraph(written(sample_graph, form, rdf12=True)[0], form)
    added = more - plain
    assert plain < more
    assert all(isinstance(triple.object, pyoxigraph.Triple) for triple in added)
    assert {triple.object for triple in added} <= plain


def test_the_graph_conforms_to_its_shapes(sample_graph: Graph) -> None:
    """pyshacl finds nothing against the shapes that the schema gives, and it does find a planted fault."""
    shapes = rdflib.Graph().parse(data=product("shacl"), format="turtle")
    data = by_rdflib(written(sample_graph, "ntriples")[0], "ntriples")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes)
    assert conforms, report[:2000]
    known = registry()
    status = rdflib.URIRef(known.iri(known.nodes["Agreement"].properties["status"].rdf or ""))
    agreement = next(data.subjects(rdflib.RDF.type, rdflib.URIRef(known.iri("br:Agreement"))))
    data.set((agreement, status, rdflib.Literal("almost signed")))
    assert not pyshacl.validate(data, shacl_graph=shapes)[0]


def test_jsonld_has_our_context(sample_graph: Graph) -> None:
    """Its context is the one that `bilateral schema context` prints, so that keys are the schema's names."""
    body = json.loads(written(sample_graph, "jsonld")[0])
    assert body["@context"] == json.loads(product("context"))["@context"]


def test_turtle_uses_the_schema_s_prefixes(sample_graph: Graph) -> None:
    """Sorted prefix lines first, and hardly an IRI in full."""
    lines = written(sample_graph, "turtle")[0].decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix ")]
    assert head == sorted(head) == lines[: len(head)]
    assert {line.split()[1].rstrip(":") for line in head} == set(registry().prefixes)


@pytest.mark.parametrize("name", ["relations.ttl", 'a b "c" <d> é.ttl'])
def test_the_description_of_an_export_is_right(name: str, sample_graph: Graph) -> None:
    """VoID tells the number of triples and of things of each class; any file name can stand in it."""
    _, number = written(sample_graph, "turtle")
    text = describe(sample_graph, registry(), file=name, triples=number, version="0", issued="2025-12-09T00:00:00Z")
    read = rdflib.Graph().parse(data=text, format="turtle")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    assert [int(str(each)) for each in read.objects(None, void.triples)] == [number]
    entities = sum(int(str(each)) for each in read.objects(None, void.entities))
    assert entities == len(sample_graph.nodes)


@pytest.mark.parametrize("form", ALL)
def test_an_empty_graph_can_be_written(form: str) -> None:
    """No triples, and a file that readers take."""
    data, number = written(Graph.of([], []), form)
    assert number == 0
    assert by_oxigraph(data, form) == set()
    assert len(by_rdflib(data, form)) == 0
