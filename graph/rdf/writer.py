"""The graph written as RDF: streamed N-Triples and N-Quads, Turtle and TriG with prefixes, JSON-LD with a context."""

from __future__ import annotations

import io
import json
from typing import IO, TYPE_CHECKING, Final, Literal, get_args

import pyoxigraph
import rdflib

from bilateral.graph.rdf.triples import Quad, quads
from bilateral.schema.context import context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bilateral.graph.model import Edge, Node
    from bilateral.schema.registry import Registry

__all__ = ["FORMATS", "RdfFormat", "write_rdf"]

RdfFormat = Literal["turtle", "ntriples", "nquads", "trig", "jsonld"]
#: The formats, with the usual ending of their files.
FORMATS: Final[Mapping[RdfFormat, str]] = {
    "turtle": ".ttl",
    "ntriples": ".nt",
    "nquads": ".nq",
    "trig": ".trig",
    "jsonld": ".jsonld",
}
_NAMED: Final = frozenset({"nquads", "trig"})
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_REIFIES: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>"


def write_rdf(
    graph: Iterable[Node | Edge], out: IO[bytes], form: RdfFormat, registry: Registry, *, rdf12: bool = False
) -> int:
    """Write a graph to a binary file and give the number of lines or triples written.

    N-Quads and TriG put what an article's statements say into that article's graph. With `rdf12`, each direct triple that a statement
    supports is also reified by it in RDF 1.2 (not in JSON-LD, which has no syntax for it yet).
    """
    made = _once(quads(graph, registry))
    if rdf12:
        made = _reify(made, registry)
    if form not in _NAMED:
        made = (quad._replace(graph="") for quad in made)
    return _WRITERS[form](made, out, registry)


def _once(made: Iterable[Quad]) -> Iterator[Quad]:
    """Leave out a triple that was just written: two edges of one type between two things give one direct triple."""
    seen: set[tuple[str, str, str]] = set()
    for quad in made:
        key = quad[:3]
        if key in seen:
            continue
        if quad.subject.startswith("<") and quad.object.startswith("<"):
            seen.add(key)
        yield quad


def _lines(made: Iterable[Quad], out: IO[bytes], _: Registry) -> int:
    number = 0
    for number, quad in enumerate(made, 1):  # noqa: B007 - the count is the answer
        out.write(f"{' '.join(filter(None, quad))} .\n".encode())
    return number


def _pretty(form: pyoxigraph.RdfFormat) -> Callable[[Iterable[Quad], IO[bytes], Registry], int]:
    def write(quads: Iterable[Quad], out: IO[bytes], registry: Registry) -> int:
        text = io.BytesIO()
        number = _lines(sorted(quads, key=_by_subject), text, registry)
        text.seek(0)
        read = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        parts = (quad.triple for quad in read) if form == pyoxigraph.RdfFormat.TURTLE else read
        made = io.BytesIO()
        pyoxigraph.serialize(parts, made, format=form, prefixes=dict(registry.prefixes))
        _write_sorted_head(made, out)
        return number

    return write


def _write_sorted_head(made: io.BytesIO, out: IO[bytes]) -> None:
    """Copy with the prefix lines sorted: the serializer takes them from a hash map."""
    made.seek(0)
    head: list[bytes] = []
    for line in made:
        if not line.startswith(b"@prefix "):
            out.writelines(sorted(head))
            out.write(line)
            break
        head.append(line)
    out.write(made.read())


def _by_subject(quad: Quad) -> tuple[str, str]:
    return quad.graph, quad.subject


def _jsonld(made: Iterable[Quad], out: IO[bytes], registry: Registry) -> int:
    text = io.BytesIO()
    number = _lines(made, text, registry)
    text.seek(0)
    graph = rdflib.Graph()
    for triple in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES):
        graph.add((_foreign(triple.subject), _foreign(triple.predicate), _foreign(triple.object)))
    body = json.loads(graph.serialize(format="json-ld", context=context(registry)["@context"], sort_keys=True))
    out.write((json.dumps(_sorted(body), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    return number


def _foreign(term: object) -> rdflib.URIRef | rdflib.Literal:
    """Translate a term for rdflib, whose own parser would rewrite literals (`Z` as `+00:00`)."""
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, pyoxigraph.Literal)
    kind = None if term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=kind, normalize=False)


def _sorted(value: object) -> object:
    """Order every list, since JSON-LD's lists without @list are sets."""
    if isinstance(value, dict):
        return {key: _sorted(item) for key, item in value.items() if key != "@context"} | (
            {"@context": value["@context"]} if "@context" in value else {}
        )
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def _reify(made: Iterable[Quad], registry: Registry) -> Iterator[Quad]:
    """Add `statement rdf:reifies <<( direct triple )>>` behind each relation's `br:statedBy`."""
    term = {name: f"<{registry.iri(name)}>" for name in ("br:statedBy", "br:subject", "br:predicate", "br:object")}
    parts: dict[str, str] = {}
    for quad in made:
        yield quad
        if quad.predicate in {term["br:subject"], term["br:predicate"], term["br:object"]}:
            parts[quad.predicate] = quad.object
        elif quad.predicate == term["br:statedBy"] and len(parts) == len(term) - 1:
            known = registry.edges[parts[term["br:predicate"]].strip('"')]
            ends = [parts[term["br:subject"]], parts[term["br:object"]]]
            first, last = reversed(ends) if known.rdf_reversed else ends
            inner = f"<<( {first} <{registry.iri(known.rdf)}> {last} )>>"
            yield Quad(quad.object, _REIFIES, inner, quad.graph)


_WRITERS: Final[Mapping[RdfFormat, Callable[[Iterable[Quad], IO[bytes], Registry], int]]] = {
    "ntriples": _lines,
    "nquads": _lines,
    "turtle": _pretty(pyoxigraph.RdfFormat.TURTLE),
    "trig": _pretty(pyoxigraph.RdfFormat.TRIG),
    "jsonld": _jsonld,
}
assert set(_WRITERS) == set(get_args(RdfFormat))
