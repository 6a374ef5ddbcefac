"""A question gives the same rows of plain values on every engine, and can do nothing but read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from store_fixtures import connect, listening

from bilateral.errors import UsageError
from bilateral.graph.stores.load import load, verify
from bilateral.graph.stores.protocol import Rows, Statement

if TYPE_CHECKING:
    from neo4j_service import Neo4jServer

    from bilateral.graph.model import Graph
    from bilateral.graph.stores.cypherstore import CypherStore

#: Cypher, parameters, and the rows that every engine must give for the small graph.
QUESTIONS: list[tuple[str, dict[str, object], Rows]] = [
    (
        (
            "RETURN date('2020-02-29') AS day, datetime('2020-01-01T02:00:00+02:00') AS moment, [date('2020-01-01')] AS days, "
            "{b: 1, a: date('2020-01-01')} AS map, duration({months: 14, seconds: 3}) AS span, 1.0 AS real, 1 AS whole, "
            "true AS yes, null AS nothing"
        ),
        {},
        Rows(
            ("day", "moment", "days", "map", "span", "real", "whole", "yes", "nothing"),
            (
                (
                    date(2020, 2, 29),
                    datetime(2020, 1, 1, tzinfo=UTC),
                    [date(2020, 1, 1)],
                    {"a": date(2020, 1, 1), "b": 1},
                    "P1Y2MT3S",
                    1.0,
                    1,
                    True,
                    None,
                ),
            ),
        ),
    ),
    (
        "MATCH (c:Country) RETURN c.id AS code, c.aliases AS aliases, c.from AS since, c.from_min AS earliest ORDER BY code",
        {},
        Rows(
            ("code", "aliases", "since", "earliest"),
            (("PAK", ["Islamic Republic", "Pākistān"], "1947-08-14", None), ("TJK", None, None, date(1991, 9, 9))),
        ),
    ),
    (
        (
            "MATCH (g:Agreement) WHERE g.date_min <= date($on) AND g.date_max >= date($on) "
            "RETURN g.name AS name, g.recorded_at AS recorded, g.date_min - duration({months: 1}) AS before"
        ),
        {"on": "2025-12-09"},
        Rows(("name", "recorded", "before"), (("Meat supply", datetime(2026, 1, 1, tzinfo=UTC), date(2025, 11, 1)),)),
    ),
    (
        (
            "MATCH (c:Country)-[r:PARTY_TO]->(:Cooperation) WITH c, r ORDER BY r.id "
            "RETURN c.name AS name, collect(r.id) AS ids, count(r) AS n ORDER BY name"
        ),
        {},
        Rows(("name", "ids", "n"), (("Pakistan", ["p-1", "p-2"], 2), ("Tajikistan", ["p-3"], 1))),
    ),
    (
        "MATCH (c:Country {id: $id}) RETURN c, [c.id] AS codes",
        {"id": "TJK"},
        Rows(
            ("c", "codes"),
            (
                (
                    {
                        "fingerprint": "1d0dd",
                        "from_max": date(1991, 9, 9),
                        "from_min": date(1991, 9, 9),
                        "id": "TJK",
                        "name": "Tajikistan",
                    },
                    ["TJK"],
                ),
            ),
        ),
    ),
    ("MATCH (c:Country {id: $id}) RETURN c.name AS name, c.id", {"id": "ATL"}, Rows(("name", "c.id"), ())),
]

#: Texts that could do more than read.
HARMFUL = [
    "CREATE (n:Country {id: 'X'}) RETURN n.id AS id",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.name = 'X' RETURN n.name AS name",
    "match (n)set n.name='X'",
    "MATCH (n) REMOVE n.name",
    "MERGE (n:Country {id: $id})",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN 1 AS one",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "DROP CONSTRAINT country_id",
    "CALL dbms.setConfigValue('a', 'b')",
    "CALL apoc.cypher.runWrite('CREATE (n)', {})",
    "/* RETURN */ CREATE (n)",
    "RETURN 1 AS one // \n CREATE (n)",
    "RETURN 'a' AS a UNION CREATE (n) RETURN 'b' AS a",
    "\\u0043REATE (n)",
    "RETURN '\\u0027 AS x CREATE (n) //'",
]


@pytest.fixture
def filled(any_store: CypherStore, small_graph: Graph) -> CypherStore:
    """A store that holds the small graph."""
    load(any_store, small_graph)
    return any_store


def test_the_same_question_has_the_same_answer_everywhere(filled: CypherStore) -> None:
    """Columns and rows are equal to the expected ones, value by value and type by type."""
    for cypher, parameters, expected in QUESTIONS:
        answer = _without_fingerprints(filled.read(cypher, parameters))
        assert answer == _without_fingerprints(expected), cypher
        assert _types(answer.rows) == _types(expected.rows), cypher


def _without_fingerprints(rows: Rows) -> Rows:
    return Rows(rows.columns, tuple(tuple(_without(value) for value in row) for row in rows))


def _without(value: object) -> object:
    return {k: v for k, v in value.items() if k != "fingerprint"} if isinstance(value, dict) else value


def _types(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_types(each) for each in value]
    return type(value).__name__


def test_a_path_is_its_nodes_and_edges_in_turn(filled: CypherStore) -> None:
    """Whole paths come as maps, so that no engine's own objects leak."""
    (row,) = filled.read(
        "MATCH p = (c:Country {id: 'TJK'})-[r:PARTY_TO]->(g:Agreement) RETURN p, nodes(p) AS nodes, relationships(p) AS edges"
    )
    path, nodes, edges = row
    assert isinstance(path, list)
    assert [each["id"] for each in path] == ["TJK", "p-3", "agreement/pak-tjk/2025/meat"]
    assert path[::2] == nodes
    assert path[1::2] == edges


def test_writing_questions_are_refused_and_change_nothing(filled: CypherStore, small_graph: Graph) -> None:
    """The guard stands before every engine."""
    for cypher in HARMFUL:
        with pytest.raises(UsageError, match=r"line [12]"):
            filled.read(cypher, {"id": "X"})
    assert verify(filled, small_graph) == ()


def test_the_engines_refuse_too(filled: CypherStore, small_graph: Graph) -> None:
    """Behind the guard, Neo4j's READ session and the embedded engine's query() do not write."""
    with pytest.raises(UsageError):
        filled._engine.query(Statement("MATCH (n:Country) SET n.name = 'X' RETURN n.name AS name"))
    assert verify(filled, small_graph) == ()


def test_a_question_at_fault_is_a_wrong_use(filled: CypherStore) -> None:
    """Syntax errors, missing parameters and unknown functions are told as such, without Java names."""
    for cypher in ["RETURN 1 AS", "RETURN $nope AS x", "RETURN foo(1) AS x", "MATCH (n) RETURN m.id AS id"]:
        with pytest.raises(UsageError) as raised:
            filled.read(cypher)
        assert "com.arcadedb" not in str(raised.value)
        assert "\n" not in str(raised.value)


def test_deprecated_cypher_is_noticed(neo4j_server: Neo4jServer) -> None:
    """The listener that fails tests for a deprecation does hear one."""
    with listening() as notices, connect(neo4j_server) as store:
        store._engine.query(Statement("MATCH (n) WITH n LIMIT 1 CALL { WITH n RETURN 1 AS x } RETURN x"))
    assert notices.deprecations
