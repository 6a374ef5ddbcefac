"""The graph as triples: direct ones that make a question one pattern, and resources that carry dates and provenance.

- A node is its type (and the classes above it) and its properties.
- An edge that is told by its ends is one triple.
- An edge between things is a `br:Relation` with subject, predicate, object and all its properties, and, while it stands and nobody
  has denied it, also one direct triple (`?agreement br:party ?country`).
- A statement is a `br:Statement` with a selector for the place of its words.

Every triple comes with the article whose graph it belongs to in TriG and N-Quads: that of a statement, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bilateral.graph.model import Node
from bilateral.graph.rdf.terms import iri, literal, local_name, thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.graph.model import Edge, Properties
    from bilateral.schema.model import EdgeType, Property
    from bilateral.schema.registry import Registry

__all__ = ["Quad", "direct", "quads", "relation_iri"]

_NOT_SO: Final = frozenset({"denied", "cancelled", "rejected"})
#: These are written on the selector of a statement's words.
_SELECTED: Final = frozenset({"start", "end"})


class Quad(NamedTuple):
    """A triple in N-Triples syntax, and the IRI of the article's graph it belongs to, empty for the default graph."""

    subject: str
    predicate: str
    object: str
    graph: str = ""


def quads(graph: Iterable[Node | Edge], registry: Registry) -> Iterator[Quad]:
    """Give the triples of nodes and edges in their order: equal graphs give equal triples in equal order."""
    held = tuple(graph)
    writer = _Triples(registry, _articles(held, registry))
    for each in held:
        yield from writer.node(each) if isinstance(each, Node) else writer.edge(each)


def direct(edge: Edge) -> bool:
    """Tell whether an edge stands and nobody has denied it: only such edges are direct triples."""
    return "retracted_at" not in edge.properties and edge.properties.get("status") not in _NOT_SO


def relation_iri(namespace: str, edge: Edge) -> str:
    """Give the IRI of the resource that carries an edge's properties."""
    return f"<{namespace}relation/{edge.type.lower()}/{local_name(edge.id)}>"


def _articles(graph: Iterable[Node | Edge], registry: Registry) -> dict[str, str]:
    space = registry.prefixes["brd"]
    return {
        each.source: thing(space, each.target)
        for each in graph
        if not isinstance(each, Node) and each.type == "STATED_IN"
    }


class _Triples:
    def __init__(self, registry: Registry, articles: Mapping[str, str]) -> None:
        self._registry = registry
        self._articles = articles
        self._space = registry.prefixes["brd"]
        self._type = self._term("rdf:type")

    def node(self, node: Node) -> Iterator[Quad]:
        known = self._registry.nodes[node.label]
        subject, graph = thing(self._space, node.id), self._articles.get(node.id, "")
        for term in (known.rdf, *known.parents, *(f"br:{label}" for label in node.labels)):
            yield Quad(subject, self._type, self._term(term), graph)
        for predicate, value in self._values(node.properties, known.properties):
            yield Quad(subject, predicate, value, graph)
        yield from self._selector(node, subject, graph)

    def edge(self, edge: Edge) -> Iterator[Quad]:
        known = self._registry.edges[edge.type]
        source, target = thing(self._space, edge.source), thing(self._space, edge.target)
        graph = self._articles.get(edge.source, "")
        if direct(edge):
            first, last = (target, source) if known.rdf_reversed else (source, target)
            yield Quad(first, self._term(known.rdf), last, graph)
            if known.symmetric:
                yield Quad(last, self._term(known.rdf), first, graph)
        if known.has_id:
            yield from self._relation(edge, known, source, target)

    def _relation(self, edge: Edge, known: EdgeType, source: str, target: str) -> Iterator[Quad]:
        subject = relation_iri(self._space, edge)
        yield Quad(subject, self._type, self._term("br:Relation"))
        if edge.type == "HOLDS":
            yield Quad(subject, self._type, self._term("org:Membership"))
            yield Quad(subject, self._term("org:member"), source)
            yield Quad(subject, self._term("org:role"), target)
        yield Quad(subject, self._term("br:subject"), source)
        yield Quad(subject, self._term("br:predicate"), literal(edge.type, "text"))
        yield Quad(subject, self._term("br:object"), target)
        for predicate, value in self._values(edge.properties, known.properties):
            yield Quad(subject, predicate, value)

    def _values(self, held: Properties, known: Mapping[str, Property]) -> Iterator[tuple[str, str]]:
        for name, value in held.items():
            about = known.get(name)
            if about is None or about.rdf is None or name in _SELECTED:
                continue
            for item in value if isinstance(value, tuple) else (value,):
                yield self._term(about.rdf), self._value(item, about)

    def _value(self, value: object, about: Property) -> str:
        if about.link is not None:
            return thing(self._registry.prefixes[about.link], str(value))
        return literal(value, "text" if about.type == "texts" else about.type)

    def _selector(self, node: Node, subject: str, graph: str) -> Iterator[Quad]:
        start, end = node.properties.get("start"), node.properties.get("end")
        if start is None or end is None:
            return
        selector = thing(self._space, f"selector/{node.id}")
        yield Quad(subject, self._term("oa:hasSelector"), selector, graph)
        yield Quad(selector, self._type, self._term("oa:TextPositionSelector"), graph)
        yield Quad(selector, self._term("oa:start"), literal(start, "integer"), graph)
        yield Quad(selector, self._term("oa:end"), literal(end, "integer"), graph)

    def _term(self, term: str) -> str:
        return iri(self._registry.iri(term))
