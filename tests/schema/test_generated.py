"""What is made from the types: it is current, stable, parses, and means what the types say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from bilateral.schema.context import context
from bilateral.schema.ddl import ddl
from bilateral.schema.docs import docs
from bilateral.schema.generate import generated
from bilateral.schema.owl import owl
from bilateral.schema.registry import registry
from bilateral.schema.shacl import shacl

if TYPE_CHECKING:
    from bilateral.schema.model import Property

BR = "https://w3id.org/bilateral/schema#"

DATA = """\
@prefix br: <https://w3id.org/bilateral/schema#> .
@prefix brd: <https://w3id.org/bilateral/id/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
brd:NOR a br:Country ; dct:identifier "NOR" ; rdfs:label "Norway" .
brd:FIN a br:Country ; dct:identifier "FIN" ; rdfs:label "Finland" .
brd:deal a br:Agreement ; dct:identifier "deal" ; rdfs:label "Salmon deal" ; dct:title "Salmon deal" ;
  br:agreementType "contract" ; br:status "signed" ; br:area "trade", "fisheries" ; schema:currency "EUR" ; br:amount 5.0 ;
  br:date "2031-05"^^xsd:gYearMonth ; br:dateEarliest "2031-05-01"^^xsd:date ; br:dateLatest "2031-05-31"^^xsd:date ;
  br:party brd:NOR , brd:FIN .
<https://w3id.org/bilateral/id/relation/1> a br:Relation ; dct:identifier "1" ; br:subject brd:NOR ; br:object brd:deal ;
  br:predicate "PARTY_TO" ; br:sources 1 ; br:statedBy brd:st-1 ; br:validFrom "2031-05"^^xsd:gYearMonth .
brd:sel a oa:TextPositionSelector ; oa:start 4 ; oa:end 9 .
"""


def test_files_are_current() -> None:
    """Every file that the YAML makes is what it makes of it now."""
    for file, wanted in generated(registry()).items():
        assert file.read_text(encoding="utf-8") == wanted, f"run python -m bilateral.schema.generate: {file.name}"


def test_same_bytes_under_any_hash_seed() -> None:
    """Two processes with other hash seeds write the same."""
    code = (
        "from bilateral.schema import context, ddl, docs, owl, shacl, registry; import hashlib, json; r = registry.registry();"
        "print(hashlib.sha256(repr([json.dumps(context.context(r)), ddl.ddl(r), docs.docs(r), owl.owl(r), shacl.shacl(r)])"
        ".encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_ddl_covers_every_key() -> None:
    """Each node type and each edge type with an id has its uniqueness constraint, before any index."""
    schema, statements = registry(), ddl(registry())
    nodes = {match[1] for text in statements if (match := re.search(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE$", text))}
    edges = {
        match[1]
        for text in statements
        if (match := re.search(r"FOR \(\)-\[r:(\w+)\]-\(\) REQUIRE r\.id IS UNIQUE$", text))
    }
    assert nodes == set(schema.nodes)
    assert edges == {name for name, edge in schema.edges.items() if edge.has_id}
    kinds = [text.split()[1] for text in statements]
    assert kinds == sorted(kinds)
    names = [text.split()[2] for text in statements]
    assert len(set(names)) == len(names)
    assert all(" IF NOT EXISTS " in text and ";" not in text for text in statements)
    assert "CREATE INDEX event_date_min IF NOT EXISTS FOR (n:Event) ON (n.date_min)" in statements


def test_owl_declares_what_we_say() -> None:
    """Every class and every term of ours is declared once as class, relation or value, with a label and a comment."""
    graph, schema = Graph().parse(data=owl(registry()), format="turtle"), registry()
    for node in schema.nodes.values():
        assert (URIRef(schema.iri(node.rdf)), RDF.type, OWL.Class) in graph
    ours = {subject for subject in graph.subjects(RDF.type, None) if str(subject).startswith(BR)}
    terms = {edge.rdf for edge in schema.edges.values()} | {known.rdf for known in _properties() if known.rdf}
    assert {schema.iri(term) for term in terms if term.startswith("br:")} <= {str(subject) for subject in ours}
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    for subject in ours:
        assert len(kinds & set(graph.objects(subject, RDF.type))) == 1, subject
        assert graph.value(subject, RDFS.label) is not None
    assert (URIRef(f"{BR}cooperatesWith"), RDF.type, OWL.SymmetricProperty) in graph
    assert (URIRef(f"{BR}party"), RDFS.domain, URIRef(f"{BR}Agreement")) in graph


def _properties() -> list[Property]:
    schema = registry()
    return [
        *(known for node in schema.nodes.values() for known in node.properties.values()),
        *(known for edge in schema.edges.values() for known in edge.properties.values()),
    ]


def test_one_term_one_range() -> None:
    """A term of ours has values of one datatype wherever it is used."""
    schema = registry()
    seen: dict[str, set[str]] = {}
    for known in _properties():
        if known.rdf:
            seen.setdefault(known.rdf, set()).add(known.type.removesuffix("s"))
    assert {term: kinds for term, kinds in seen.items() if len(kinds) > 1} == {}
    assert not seen.keys() & {edge.rdf for edge in schema.edges.values()}


def conforms(data: str) -> tuple[bool, str]:
    done, _, words = validate(
        Graph().parse(data=data, format="turtle"), shacl_graph=Graph().parse(data=shacl(registry()), format="turtle")
    )
    return bool(done), str(words)


def test_right_data_conforms() -> None:
    """A small graph as the exporter writes it has nothing to complain about."""
    done, words = conforms(DATA)
    assert done, words


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('dct:identifier "NOR" ; ', "", "identifier"),
        ('br:status "signed"', 'br:status "sined"', "status"),
        ('br:area "trade", "fisheries"', 'br:area "trade", "fish"', "area"),
        ('schema:currency "EUR"', 'schema:currency "EURO"', "currency"),
        ('br:date "2031-05"^^xsd:gYearMonth', 'br:date "2031-05"', "date"),
        ('br:dateLatest "2031-05-31"', 'br:dateLatest "2031-04-30"', "dateEarliest"),
        ("br:party brd:NOR , brd:FIN", "br:party brd:NOR , brd:deal", "party"),
        ("br:party brd:NOR , brd:FIN", 'br:party brd:NOR , "FIN"', "party"),
        ("br:amount 5.0", 'br:amount "5"', "amount"),
        ('br:predicate "PARTY_TO"', 'br:predicate "PARTY_OF"', "predicate"),
        ("br:object brd:deal ;", "", "object"),
        ("br:statedBy brd:st-1", 'br:statedBy "st-1"', "statedBy"),
        ("oa:end 9", "oa:end 4", "start"),
    ],
)
def test_wrong_data_does_not_conform(old: str, new: str, path: str) -> None:
    """Each breach of the types is found by the shapes, at its property."""
    assert old in DATA
    done, words = conforms(DATA.replace(old, new, 1))
    assert not done
    assert re.search(rf"Result Path: \S*{path}\b", words), words


@pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)  # in rdflib's own JSON-LD reader
def test_context_gives_the_terms_back() -> None:
    """JSON that uses our short names means our terms, with the datatypes of the types."""
    document = {
        **context(registry()),
        "id": "brd:deal",
        "type": "Agreement",
        "dateEarliest": "2031-05-01",
        "party": ["brd:NOR"],
        "agreementType": "contract",
    }
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    deal = URIRef("https://w3id.org/bilateral/id/deal")
    assert set(graph.predicate_objects(deal)) == {
        (RDF.type, URIRef(f"{BR}Agreement")),
        (URIRef(f"{BR}dateEarliest"), Literal("2031-05-01", datatype=XSD.date)),
        (URIRef(f"{BR}party"), URIRef("https://w3id.org/bilateral/id/NOR")),
        (URIRef(f"{BR}agreementType"), Literal("contract")),
    }


def test_docs_name_everything() -> None:
    """The reference page has a heading for every node, edge and closed list, and links that lead to one."""
    page, schema = docs(registry()), registry()
    headings = set(re.findall(r"^### (\S+)$", page, re.MULTILINE))
    assert headings == {*schema.nodes, *schema.edges, *schema.vocabularies}
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= set(schema.vocabularies)
    assert page.startswith("# Schema\n")
    assert Path(__file__).parents[2].joinpath("docs", "schema.md").exists()
