"""The guard knows strings, comments and names: it lets no writing clause through and stops no harmless question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import UsageError
from bilateral.graph.stores.cyphertext import columns
from bilateral.graph.stores.guard import refuse_writes

WORDS = ["CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "INSERT", "USE", "ALTER"]
HARMLESS = [
    "RETURN 'CREATE (n)' AS text",
    'RETURN "it\'s SET" AS text',
    "RETURN `CREATE` AS text",
    "// CREATE (n)\nRETURN 1 AS one",
    "MATCH (n:Set|Delete {create: 1})-[:REMOVE|MERGE]->() WHERE n.set = $create RETURN n.merge AS drop",
    "MATCH (n) RETURN {set: n.id, `drop`: 1} AS map, n.call AS call",
    "MATCH (n) CALL (n) { RETURN n.id AS id } RETURN id",
    "CALL db.labels() YIELD label RETURN label",
    "RETURN 'a\\'b SET c' AS text",
]


def passes(cypher: str) -> bool:
    """Tell whether the guard lets a text through."""
    try:
        refuse_writes(cypher)
    except UsageError:
        return False
    return True


@pytest.mark.parametrize("cypher", HARMLESS)
def test_harmless_questions_pass(cypher: str) -> None:
    """Words in strings, comments, names, labels, keys and parameters are no clauses."""
    assert passes(cypher)


@given(word=st.sampled_from(WORDS), text=st.text(alphabet="ab '\"`/*\n", max_size=12))
def test_a_word_in_a_quoted_string_never_stops_a_question(word: str, text: str) -> None:
    """Whatever else stands in a properly quoted string, it is a string."""
    quoted = (text + word).replace("\\", "\\\\").replace("'", "\\'")
    assert passes(f"RETURN '{quoted}' AS x")


@given(
    word=st.sampled_from(WORDS), upper=st.booleans(), before=st.sampled_from(["", "'a' ", "/* ' */ ", '// "\n', "`'` "])
)
def test_a_clause_never_passes(word: str, upper: bool, before: str) -> None:
    """Quotes in comments and names do not hide what follows them."""
    with pytest.raises(UsageError, match=word):
        refuse_writes(f"MATCH (n) {before}{word if upper else word.lower()} (n)")


def test_the_place_of_the_clause_is_told() -> None:
    """Line and column, and what to do instead."""
    with pytest.raises(UsageError) as raised:
        refuse_writes("MATCH (n)\nWHERE n.x\n  SET n.y = 1")
    assert raised.value.place == "line 3, column 3"
    assert "bilateral build" in str(raised.value)


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("RETURN 1 AS one, n.name, count(*) AS n", ("one", "n.name", "n")),
        (
            "MATCH (n) RETURN DISTINCT n.id AS order, collect({a: n.x, b: [1, 2]}) AS c ORDER BY order LIMIT 3",
            ("order", "c"),
        ),
        ("CALL (x) { RETURN 1 AS hidden } RETURN x AS `a b`", ("a b",)),
        ("RETURN 1 AS x UNION ALL RETURN 2 AS x", ("x",)),
        ("MATCH (n) RETURN n.limit AS limit, n.skip SKIP 1", ("limit", "n.skip")),
        ("MATCH (n) RETURN *", ()),
        ("RETURN 'RETURN 1 AS no' AS yes;", ("yes",)),
    ],
)
def test_the_columns_of_an_empty_answer(cypher: str, expected: tuple[str, ...]) -> None:
    """The embedded engine names no columns when there are no rows: they are read off the text."""
    assert columns(cypher) == expected
