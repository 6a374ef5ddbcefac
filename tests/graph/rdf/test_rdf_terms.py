"""Values become literals of the right type, ids become IRIs, and what is denied is no direct triple."""

from __future__ import annotations

from datetime import date

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import UsageError
from bilateral.graph.model import Graph, edge, node
from bilateral.graph.rdf.sparql import Oxigraph, Rdflib, data_block
from bilateral.graph.rdf.terms import edtf, literal, local_name
from bilateral.graph.rdf.triples import direct, quads
from bilateral.schema.registry import registry

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2024", "gYear"), ("2024-05", "gYearMonth"), ("2024-05-16", "date")],
)
def test_a_date_keeps_its_precision(text: str, kind: str) -> None:
    """A year is no first of January."""
    assert edtf(text) == f'"{text}"^^<{XSD}{kind}>'


@pytest.mark.parametrize("text", ["2023-03/2024", "199X", "2024~", "../2024"])
def test_what_xsd_cannot_say_keeps_its_edtf(text: str) -> None:
    """Intervals and approximations have the Library of Congress datatype."""
    assert edtf(text) == f'"{text}"^^<http://id.loc.gov/datatypes/edtf/EDTF-level1>'


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (True, "boolean", f'"true"^^<{XSD}boolean>'),
        (7, "integer", f'"7"^^<{XSD}integer>'),
        (1e21, "number", f'"1000000000000000000000"^^<{XSD}decimal>'),
        (0.1, "number", f'"0.1"^^<{XSD}decimal>'),
        (date(2024, 5, 16), "date", f'"2024-05-16"^^<{XSD}date>'),
        ("a\tb", "text", '"a\\tb"'),
    ],
)
def test_values_have_their_datatypes(value: object, kind: str, written: str) -> None:
    """No exponents in decimals, no raw control characters."""
    assert literal(value, kind) == written  # type: ignore[arg-type]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_its_literal(text: str) -> None:
    """Written as N-Triples and read by pyoxigraph."""
    line = f"<a:s> <a:p> {literal(text, 'text')} ."
    (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert quad.object.value == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_id_becomes_an_iri(text: str) -> None:
    """Which a strict reader takes."""
    line = f"<a:{local_name(text)}> <a:p> <a:o> ."
    assert len(list(pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))) == 1


@pytest.mark.parametrize(
    ("held", "stands"),
    [
        ({}, True),
        ({"status": "signed"}, True),
        ({"status": "denied"}, False),
        ({"status": "cancelled"}, False),
        ({"retracted_at": "2026-01-01T00:00:00Z"}, False),
    ],
)
def test_what_is_denied_or_retracted_is_no_direct_triple(held: dict[str, str], stands: bool) -> None:
    """The relation with its properties is there all the same."""
    nodes = [node("PAK", "Country", {"name": "Pakistan"}), node("agreement/x", "Agreement", {"name": "X"})]
    party = edge("p", "PARTY_TO", ("Country", "PAK"), ("Agreement", "agreement/x"), held)
    assert direct(party) is stands
    known = registry()
    made = list(quads(Graph.of(nodes, [party]), known))
    space, predicate = known.prefixes["brd"], known.iri(known.edges["PARTY_TO"].rdf)
    assert any(quad.predicate == f"<{predicate}>" for quad in made) is stands
    assert any(quad.subject == f"<{space}relation/party_to/p>" for quad in made)


@pytest.mark.parametrize("engine", [Oxigraph, Rdflib])
@pytest.mark.parametrize("text", ["SELECT", "DELETE WHERE { ?s ?p ?o }", ""])
def test_what_is_no_question_is_refused(engine: type[Oxigraph | Rdflib], text: str) -> None:
    """Both engines tell it in our words."""
    with pytest.raises(UsageError, match="cannot be read"):
        engine(Graph.of([], []), registry()).ask(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_argument_leaves_its_data_block(text: str) -> None:
    """Whatever a user gives as an argument comes back as that text, from a query that asks for nothing else."""
    query = f"SELECT ?a WHERE {{ {data_block(['a'], [text])} }}"
    assert Oxigraph(Graph.of([], []), registry()).ask(query).rows == ((text,),)
