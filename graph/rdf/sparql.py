"""SPARQL over the graph: an in-memory or on-disk pyoxigraph store, and rdflib as the second opinion."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

import pyoxigraph
import rdflib
from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery

from bilateral.errors import UsageError
from bilateral.graph.rdf.terms import XSD
from bilateral.graph.rdf.writer import write_rdf
from bilateral.graph.stores.protocol import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.model import Edge, Node
    from bilateral.schema.registry import Registry

__all__ = ["Oxigraph", "Rdflib", "SparqlEngine", "data_block"]

Term = str | int | float | bool | date | None
_REMEDY = "Write one SELECT or ASK query; `bilateral query --list` shows examples."


class SparqlEngine(Protocol):
    """Something that answers a SPARQL query over one graph."""

    def ask(self, query: str) -> Rows:
        """Answer a SELECT or ASK query; raise UsageError where it is no such query."""


class Oxigraph:
    """pyoxigraph over a graph, in memory."""

    def __init__(self, graph: Iterable[Node | Edge], registry: Registry) -> None:
        self._store = pyoxigraph.Store()
        self._prefixes = dict(registry.prefixes)
        text = io.BytesIO()
        write_rdf(graph, text, "ntriples", registry)
        text.seek(0)
        self._store.bulk_load(text, format=pyoxigraph.RdfFormat.N_TRIPLES)

    def ask(self, query: str) -> Rows:
        """Answer a SELECT or ASK query; the schema's prefixes need not be declared."""
        try:
            answer = self._store.query(query, prefixes=self._prefixes)
        except SyntaxError as error:
            raise UsageError(f"the SPARQL query cannot be read: {_reason(error)}", remedy=_REMEDY) from error
        if isinstance(answer, pyoxigraph.QueryBoolean):
            return Rows(("answer",), ((bool(answer),),))
        if isinstance(answer, pyoxigraph.QueryTriples):
            triples = tuple((str(t.subject), str(t.predicate), str(t.object)) for t in answer)
            return Rows(("subject", "predicate", "object"), tuple(sorted(triples)))
        columns = tuple(variable.value for variable in answer.variables)
        return Rows(columns, tuple(tuple(_plain(value) for value in solution) for solution in answer))


class Rdflib:
    """rdflib over a graph: slower, and an independent reading of the same query."""

    def __init__(self, graph: Iterable[Node | Edge], registry: Registry) -> None:
        text = io.BytesIO()
        write_rdf(graph, text, "ntriples", registry)
        self._graph = rdflib.Graph().parse(data=text.getvalue(), format="nt")
        self._prefixes = dict(registry.prefixes)

    def ask(self, query: str) -> Rows:
        """Answer a SELECT or ASK query; the schema's prefixes need not be declared."""
        try:
            parseQuery(query)
        except ParseException as error:
            raise UsageError(f"the SPARQL query cannot be read: {error}", remedy=_REMEDY) from error
        answer = self._graph.query(query, initNs=self._prefixes)
        if answer.type == "ASK":
            return Rows(("answer",), ((bool(answer.askAnswer),),))
        variables = tuple(answer.vars or ())
        rows = (tuple(_plain_rdflib(found.get(name)) for name in variables) for found in answer.bindings)
        # rdflib makes one empty group of no solutions; SPARQL 1.1 (section 18.5.1) gives none for a GROUP BY with keys.
        return Rows(
            tuple(str(name) for name in variables), tuple(row for row in rows if any(v not in {None, ""} for v in row))
        )


def _reason(error: SyntaxError) -> str:
    """Give the engine's words on one line; an unknown prefix is drowned by what else could stand there."""
    said = str(error)
    if "Prefix not found" in said:
        return f"{said.partition(': expected')[0]}: there is no such prefix"
    return " ".join(said.split())


def data_block(names: Iterable[str], values: Iterable[object]) -> str:
    """Write parameters as a SPARQL data block, `VALUES (?a ?b) { ("PAK" UNDEF) }`, each value escaped as a term."""
    held = " ".join("UNDEF" if value is None else _term(value) for value in values)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ ({held}) }}"


def _term(value: object) -> str:
    if isinstance(value, date):
        return str(pyoxigraph.Literal(value.isoformat(), datatype=pyoxigraph.NamedNode(f"{XSD}date")))
    if isinstance(value, bool | int | str):
        return str(pyoxigraph.Literal(value))
    raise TypeError(f"no SPARQL term for {value!r}")


def _plain(value: object) -> Term:
    if value is None:
        return None
    if isinstance(value, pyoxigraph.Literal):
        return _read(value.value, value.datatype.value.removeprefix(XSD))
    return value.value if isinstance(value, pyoxigraph.NamedNode) else str(value)


def _plain_rdflib(value: object) -> Term:
    if value is None:
        return None
    if isinstance(value, rdflib.Literal):
        return _read(str(value), str(value.datatype or "").removeprefix(XSD))
    return str(value)


def _read(text: str, kind: str) -> Term:
    if kind == "integer":
        return int(text)
    if kind in {"decimal", "double", "float"}:
        return float(Decimal(text))
    if kind == "boolean":
        return text in {"true", "1"}
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "dateTime":
        return datetime.fromisoformat(text).isoformat().replace("+00:00", "Z")
    return text
