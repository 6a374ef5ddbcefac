"""Questions at the terminal: the library, ad hoc Cypher and SPARQL, summaries, and the way back to the words."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from bilateral.queries.catalog import questions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome

#: Wrong questions → what is said, and what to do.
WRONG = {
    "an unknown question": (("query", "agreemnts"), "there is no question 'agreemnts'", "agreements"),
    "an unknown parameter": (("query", "agreements", "cuntry=PAK"), "no parameter 'cuntry'", "Did you mean country?"),
    "an unknown state": (("query", "agreements", "country=Pakistn"), "'Pakistn' is no state", "Pakistan (PAK)"),
    "an unknown word": (
        ("query", "agreements", "country=PAK", "status=sined"),
        "'sined'",
        "Did you mean signed?",
    ),
    "an impossible period": (("query", "events", "country=PAK", "period=2023-02-30"), "no day 30", "01 to 28"),
    "a missing parameter": (("query", "agreements"), "agreements needs country", "Add country="),
    "no key": (("query", "agreements", "PAK"), "'PAK' is no argument", "key=value"),
    "a word for a number": (("query", "partners", "country=PAK", "limit=many"), "'many' is no whole number", "digits"),
    "a month for a day": (
        ("query", "officials", "country=PAK", "day=2024-05"),
        "'2024-05' is not one day",
        "2024-05-16",
    ),
    "Cypher that creates": (("cypher", "CREATE (n:X) RETURN n"), "CREATE is not allowed", "only reads"),
    "Cypher that deletes": (("cypher", "MATCH (n) DETACH DELETE n"), "DETACH is not allowed", "only reads"),
    "Cypher that sets": (("cypher", "MATCH (n) SET n.name = 'x' RETURN n"), "SET is not allowed", "only reads"),
    "Cypher that loads": (
        ("cypher", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"),
        "LOAD is not allowed",
        "reads",
    ),
    "Cypher that calls": (("cypher", "CALL db.createLabel('X')"), "db.createLabel is not allowed", "db.labels"),
    "broken Cypher": (("cypher", "MATCH (n"), "line 1:8", "Check the Cypher"),
    "broken SPARQL": (("sparql", "SELECT"), "cannot be read: error at 1:7", "one SELECT"),
    "SPARQL that writes": (("sparql", "INSERT DATA { <a:a> <a:b> <a:c> }"), "cannot be read", "one SELECT"),
    "an unknown prefix": (("sparql", "SELECT * { ?s foo:bar ?o }"), "there is no such prefix", "SELECT"),
    "an unknown state to sum up": (("summary", "Atlantis"), "'Atlantis' is no state", "Did you mean"),
    "a pair of one": (("summary", "Kenya", "KEN"), "are the same", "Name two"),
    "an unknown id": (("why", "nonsense-zz"), "the id 'nonsense-zz'", "first column"),
    "an unknown export option": (("export", "csv", "--rdf12"), "csv", "-o DIR"),
    "an option of other formats": (("export", "turtle", "--evidence"), "turtle has no --evidence", "graphml, gexf"),
    "RDF 1.2 in JSON-LD": (("export", "jsonld", "--rdf12"), "jsonld has no --rdf12", "turtle"),
    "an unknown piece of the schema": (("schema", "xsd"), "the schema gives no 'xsd'", "shacl"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_question_is_told_with_a_way_out(name: str, samples: Path, run: Callable[..., Outcome]) -> None:
    """One line, exit code 2, nothing on standard output."""
    arguments, said, remedy = WRONG[name]
    options = () if arguments[0] == "schema" else ("-w", samples)
    outcome = run(*arguments, *options)
    assert outcome.out == ""
    assert said in outcome.fault
    assert remedy in outcome.fault
    assert len(outcome.fault.splitlines()) == 1


def test_refused_cypher_changes_nothing(samples: Path, run: Callable[..., Outcome]) -> None:
    """After all refusals the store is as the ledger says."""
    for text in ("CREATE (n:Country {id: 'XXX'})", "MATCH (n:Country) REMOVE n.name", "MERGE (n:Country {id: 'YYY'})"):
        assert run("cypher", text, "-w", samples).code == 2
    assert run("verify", "-w", samples).code == 0


def test_an_id_that_is_nearly_right_gives_near_ids(samples: Path, run: Callable[..., Outcome]) -> None:
    """Ids that hold what was typed come first."""
    key = json.loads(run("query", "agreements", "country=KEN", "-w", samples, "-f", "json").out)[0]["agreement"]
    fault = run("why", key[:-1] + "zz", "-w", samples).fault
    assert "Did you mean: " in fault
    assert key in fault


def test_the_list_names_every_question(run: Callable[..., Outcome]) -> None:
    """Name, question and parameters, without any workspace."""
    rows = json.loads(run("query", "--list", "-f", "json").out)
    assert [row["name"] for row in rows] == sorted(questions())
    assert all("?" in row["question"] for row in rows)


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_the_text_of_a_question_can_be_taken_away(language: str, run: Callable[..., Outcome]) -> None:
    """--text prints what would be asked, with the head that explains it."""
    shown = run("query", "agreements", "country=Pakistan", "--lang", language, "--text")
    assert shown.code == 0
    assert "question:" in shown.out
    if language == "sparql":
        assert '"PAK"' in shown.out


def test_both_languages_give_the_same_bytes(samples: Path, run: Callable[..., Outcome]) -> None:
    """Every question that Pakistan alone answers."""
    for name, asked in questions().items():
        if [each.name for each in asked.parameters if each.required] != ["country"]:
            continue
        options = (name, "country=Pakistan", "-w", samples, "-f", "json")
        cypher = run("query", *options)
        assert cypher.code == 0
        assert cypher == run("query", *options, "--lang", "sparql"), name


def test_every_format_holds_the_same_rows(samples: Path, run: Callable[..., Outcome]) -> None:
    """JSON, CSV and Markdown have as many rows as each other, and the table shows every name."""
    options = ("query", "partners", "country=Pakistan", "-w", samples, "-f")
    rows = json.loads(run(*options, "json").out)
    read = list(csv.DictReader(io.StringIO(run(*options, "csv").out)))
    lines = run(*options, "markdown").out.splitlines()
    table = run(*options, "table").out
    assert [row["name"] for row in read] == [row["name"] for row in rows]
    assert len(lines) == len(rows) + 2
    assert rows
    assert all(str(row["name"]) in table for row in rows)


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("states", [(), ("Pakistan",), ("Kenya", "Japan")])
def test_summaries_come_in_every_format(
    states: tuple[str, ...], form: str, samples: Path, run: Callable[..., Outcome]
) -> None:
    """Of the graph, a state and a pair; JSON is one object."""
    told = run("summary", *states, "-w", samples, "-f", form)
    assert (told.code, told.err) == (0, "")
    assert all(name in told.out for name in states)
    if form == "json":
        assert set(json.loads(told.out)) == {"title", "sections"}


def test_why_leads_from_an_edge_to_its_words(samples: Path, run: Callable[..., Outcome]) -> None:
    """An agreement's id gives statement, rule, speaker, article, and the words in brackets within their sentence."""
    row = json.loads(run("query", "cooperation-agreements", "country=Pakistan", "-w", samples, "-f", "json").out)[0]
    told = run("why", row["agreement"], "-w", samples)
    assert told.code == 0
    for word in ("claim", "speaker", "modality", "rule", "confidence", "article", "published", "words"):
        assert word in told.out
    quotes = [line for line in told.out.splitlines() if line.startswith("words")]
    assert quotes
    assert all("[" in line and "(characters " in line for line in quotes)


def test_why_takes_every_kind_of_id(samples: Path, run: Callable[..., Outcome]) -> None:
    """A state, a person, a post, an event, an edge and a statement."""
    keys = [
        json.loads(run("cypher", text, "-w", samples, "-f", "json").out)[0]["id"]
        for text in (
            "MATCH (n:Country) RETURN n.id AS id ORDER BY id LIMIT 1",
            "MATCH (n:Person) RETURN n.id AS id ORDER BY id LIMIT 1",
            "MATCH (n:Post) RETURN n.id AS id ORDER BY id LIMIT 1",
            "MATCH (n:Event) RETURN n.id AS id ORDER BY id LIMIT 1",
            "MATCH ()-[r:PARTY_TO]->() RETURN r.id AS id ORDER BY id LIMIT 1",
            "MATCH (n:Statement) RETURN n.id AS id ORDER BY id LIMIT 1",
        )
    ]
    for key in keys:
        told = run("why", key, "-w", samples)
        assert told.code == 0, told.err
        assert key in told.out


def test_sparql_answers_select_ask_and_construct(samples: Path, run: Callable[..., Outcome]) -> None:
    """The schema's prefixes need not be declared."""
    named = run("sparql", "SELECT ?name { brd:PAK rdfs:label ?name }", "-w", samples, "-f", "json")
    assert json.loads(named.out) == [{"name": "Pakistan"}]
    asked = run("sparql", "ASK { ?a br:party brd:PAK }", "-w", samples, "-f", "json")
    assert json.loads(asked.out) == [{"answer": True}]
    made = run("sparql", "CONSTRUCT { ?a a br:X } WHERE { ?a br:party brd:PAK }", "-w", samples, "-f", "csv")
    assert made.out.startswith("subject,predicate,object\r\n<")


def test_a_whole_node_is_shown_as_json(samples: Path, run: Callable[..., Outcome]) -> None:
    """RETURN n gives the properties, dates as text."""
    told = run("cypher", "MATCH (n:Country {id: 'PAK'}) RETURN n", "-w", samples, "-f", "csv")
    (row,) = csv.DictReader(io.StringIO(told.out))
    held = json.loads(row["n"])
    assert (held["id"], held["name"]) == ("PAK", "Pakistan")


def test_no_rows_are_no_fault(samples: Path, run: Callable[..., Outcome]) -> None:
    """An answer without rows keeps its columns, and ends with 0."""
    options = ("query", "flows", "country=ISL", "partner=FJI", "-w", samples, "-f")
    assert run(*options, "table").out == "(no rows)\n"
    assert run(*options, "json").out == "[]\n"
    assert run(*options, "csv").out.count("\r\n") == 1


def test_numbers_dates_and_nothing_are_written_as_people_write_them(samples: Path, run: Callable[..., Outcome]) -> None:
    """No `None`, no `.0`, no Python lists in any format."""
    text = "RETURN null AS a, 5.0 AS b, 1.5 AS c, true AS d, ['x', 'y'] AS e, date('2024-05-16') AS f"
    shown = run("cypher", text, "-w", samples, "-f", "csv").out.splitlines()
    assert shown == ["a,b,c,d,e,f", ",5,1.5,true,x; y,2024-05-16"]
