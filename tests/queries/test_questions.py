"""Every question of the library gives the rows of its table, on every store and in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from bilateral.graph.assemble import assemble
from bilateral.graph.identity import resolve
from bilateral.graph.ledger import Ledger, Reading
from bilateral.graph.model import Graph
from bilateral.graph.rdf.sparql import Oxigraph, Rdflib
from bilateral.graph.statement import Run
from bilateral.graph.stores.load import load
from bilateral.queries.catalog import question, questions
from bilateral.queries.runner import ask_cypher, ask_sparql
from bilateral.schema import yamlio
from bilateral.schema.factsio import read_facts
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.graph.stores.cypherstore import CypherStore
    from bilateral.graph.stores.protocol import Rows

HERE = Path(__file__).parent
Case = tuple[str, dict[str, str], list[list[object]]]


def _cases() -> list[Case]:
    file = HERE / "expected_rows.yaml"
    listed = cast("list[Mapping[str, object]]", yamlio.load(file.read_text(encoding="utf-8"), str(file)))
    return [
        (
            str(each["question"]),
            {key: str(value) for key, value in cast("Mapping[str, object]", each["given"]).items()},
            cast("list[list[object]]", each["rows"]),
        )
        for each in listed
    ]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the small world in asked_facts.yaml."""
    file = HERE / "asked_facts.yaml"
    facts = read_facts(file.read_text(encoding="utf-8"), str(file), jsonl=False)
    with Ledger.open(tmp_path_factory.mktemp("asked") / "ledger.sqlite") as ledger:
        ledger.record_all(Reading(each, Run("article facts", "1")) for each in facts)
        resolve(ledger)
        return Graph.gather(assemble(ledger))


def _plain(answer: Rows) -> list[list[object]]:
    return [list(row) for row in answer.rows]


def test_cypher_gives_the_rows_on_every_store(any_store: CypherStore, graph: Graph) -> None:
    """The embedded store and both lines of Neo4j answer every question with the rows of its table."""
    load(any_store, graph)
    wrong = []
    for name, given, rows in _cases():
        found = _plain(ask_cypher(any_store, question(name), given))
        if found != rows:
            wrong.append((name, given, found, rows))
    assert wrong == []


@pytest.mark.parametrize("engine", [Oxigraph, Rdflib])
def test_sparql_gives_the_rows(engine: type[Oxigraph | Rdflib], graph: Graph) -> None:
    """pyoxigraph and rdflib answer every question with the rows of its table."""
    asked = engine(graph, registry())
    wrong = []
    for name, given, rows in _cases():
        found = _plain(ask_sparql(asked, question(name), given))
        if found != rows:
            wrong.append((name, given, found, rows))
    assert wrong == []


def test_every_question_has_a_table_with_rows() -> None:
    """No question of the library is without a case that gives rows."""
    assert {name for name, _, rows in _cases() if rows} == set(questions())
