"""The library of questions is whole: twins, heads, parameters, columns; and a fault in it is told with its file."""

from __future__ import annotations

import re

import pytest

from bilateral.errors import SchemaError, UsageError
from bilateral.queries import catalog
from bilateral.queries.catalog import question, questions
from bilateral.queries.reference import reference
from bilateral.queries.runner import sparql_text
from bilateral.schema.registry import registry

GOOD = {
    "a.cypher": "// question: Which?\n// parameters: {}\n// columns: {x: it}\nRETURN 1 AS x\n",
    "a.rq": "# question: Which?\n# parameters: {}\n# columns: {x: it}\nSELECT ?x { BIND (1 AS ?x) }\n",
}


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_says_what_its_texts_do(name: str) -> None:
    """Parameters are used in both languages, columns are returned in both, and lists are columns."""
    asked = question(name)
    for parameter in asked.parameters:
        names = [f"{parameter.name}_from", f"{parameter.name}_to"] if parameter.type == "period" else [parameter.name]
        for each in names:
            assert re.search(rf"\${each}\b", asked.cypher), each
            if each != "limit":
                assert re.search(rf"\?(want_)?{each}\b", asked.sparql), each
        assert parameter.doc
        if parameter.vocabulary:
            assert parameter.vocabulary in registry().vocabularies
    assert set(re.findall(r"\$(\w+)", asked.cypher)) == {
        each
        for parameter in asked.parameters
        for each in (
            [f"{parameter.name}_from", f"{parameter.name}_to"] if parameter.type == "period" else [parameter.name]
        )
    }
    returned = asked.cypher.rpartition("RETURN")[2]
    for column in asked.columns:
        assert re.search(rf"\b{re.escape(column)}\b", returned), column
        assert re.search(rf"\?{re.escape(column)}\b", asked.sparql), column
    assert asked.lists <= set(asked.columns)


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_can_be_pasted_into_any_triple_store(name: str) -> None:
    """With nothing given, its data block holds UNDEF; the prefixes that it uses are those it declares or the schema's."""
    asked = question(name)
    bound = {
        each: None
        for parameter in asked.parameters
        for each in (
            [f"{parameter.name}_from", f"{parameter.name}_to"] if parameter.type == "period" else [parameter.name]
        )
    }
    text = sparql_text(asked, bound)
    assert "VALUES" in text
    assert text.count("UNDEF") >= 1


def test_the_reference_names_every_question() -> None:
    """With its parameters and columns."""
    page = reference()
    for asked in questions().values():
        assert f"## {asked.name}" in page
        assert all(f"`{name}`" in page for name in (*asked.columns, *(each.name for each in asked.parameters)))


def test_an_unknown_question_lists_what_there_is() -> None:
    """Every name is in the remedy."""
    with pytest.raises(UsageError, match="there is no question 'nowhere'") as raised:
        question("nowhere")
    assert all(name in str(raised.value.remedy) for name in questions())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"a.rq": None}, "a question is missing in one language"),
        ({"a.cypher": None}, "a question is missing in one language"),
        ({"a.rq": GOOD["a.rq"].replace("Which?", "What?")}, "the heads of the twins differ"),
        ({name: text.replace("columns", "colums") for name, text in GOOD.items()}, "the head has the keys"),
        (
            {name: text.replace("parameters: {}", "parameters: {c: {type: planet}}") for name, text in GOOD.items()},
            "planet",
        ),
        (
            {name: text.replace("parameters: {}", "parameters: [c]") for name, text in GOOD.items()},
            "a mapping was expected",
        ),
    ],
)
def test_a_fault_in_the_library_is_told_with_its_file(changed: dict[str, str | None], said: str) -> None:
    """The file or question is the place, and there is a remedy."""
    texts = {name: text for name, text in {**GOOD, **changed}.items() if text is not None}
    with pytest.raises(SchemaError, match=said) as raised:
        catalog._question("a", texts)
    assert str(raised.value.place).startswith("queries/library/a")
    assert raised.value.remedy


def test_the_smallest_question_is_read() -> None:
    """The texts that the faults above are made of are right by themselves."""
    assert catalog._question("a", GOOD).columns == {"x": "it"}
