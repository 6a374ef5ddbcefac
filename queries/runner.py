"""Ask a question of the library, in Cypher or in SPARQL: the same rows either way."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bilateral.errors import SchemaError
from bilateral.graph.rdf.sparql import data_block
from bilateral.graph.stores.protocol import Rows
from bilateral.queries.arguments import bind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.graph.rdf.sparql import SparqlEngine
    from bilateral.queries.arguments import Bound
    from bilateral.queries.catalog import Question

__all__ = ["CypherEngine", "ask_cypher", "ask_sparql", "sparql_text"]

#: What GROUP_CONCAT puts between the values of a list.
_JOINT = "\x1f"
#: The line of a .rq file that holds the parameters.
_BLOCK = re.compile(r"VALUES \((?P<names>[^)]*)\) \{ \([^}]*\) \}")


class CypherEngine(Protocol):
    """Something that answers Cypher: any store."""

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer a reading query."""


def ask_cypher(engine: CypherEngine, asked: Question, given: Mapping[str, str]) -> Rows:
    """Ask a store; `given` holds the arguments as a user writes them."""
    return _tidy(asked, engine.read(asked.cypher, dict(bind(asked, given))))


def ask_sparql(engine: SparqlEngine, asked: Question, given: Mapping[str, str]) -> Rows:
    """Ask an RDF store; the answer has the rows that `ask_cypher` gives for the same graph."""
    bound = bind(asked, given)
    answer = _tidy(asked, engine.ask(sparql_text(asked, bound)))
    limit = bound.get("limit")
    return Rows(answer.columns, answer.rows[:limit]) if isinstance(limit, int) else answer


def sparql_text(asked: Question, bound: Mapping[str, Bound]) -> str:
    """Give the query with the arguments in its data block, as it can be pasted into any triple store.

    A variable of the block is a parameter, or `want_` and a parameter whose own name is a column of the answer.
    """
    match = _BLOCK.search(asked.sparql)
    if match is None:
        if bound:
            raise SchemaError(
                "no VALUES line for the parameters", place=f"queries/library/{asked.name}.rq", remedy="Add one."
            )
        return asked.sparql
    names = [name.lstrip("?") for name in match["names"].split()]
    block = data_block(names, [bound[name.removeprefix("want_")] for name in names])
    return asked.sparql[: match.start()] + block + asked.sparql[match.end() :]


def _tidy(asked: Question, answer: Rows) -> Rows:
    """Bring both engines' values to one form: lists sorted, dates as text, empty text as nothing."""
    rows = tuple(
        tuple(_cell(value, listed=name in asked.lists) for name, value in zip(answer.columns, row, strict=True))
        for row in answer.rows
    )
    return Rows(tuple(asked.columns), rows)


def _cell(value: object, *, listed: bool) -> object:
    if listed:
        items = value.split(_JOINT) if isinstance(value, str) else value
        return sorted({str(item) for item in items if item}) if isinstance(items, list | tuple) else []
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value
