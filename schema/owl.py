"""The OWL ontology as Turtle, from the types: classes, relations and properties that carry our namespace, and what they match."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bilateral.schema.turtle import block, document, listed, text, union

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.schema.model import EdgeType, NodeType, Property
    from bilateral.schema.registry import Registry

__all__ = ["owl"]

_RANGES: Final = {
    "text": "xsd:string",
    "texts": "xsd:string",
    "integer": "xsd:integer",
    "number": "xsd:decimal",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "timestamp": "xsd:dateTime",
}
#: Vocabularies whose own documents declare their terms as annotations, or that OWL reserves.
_DECLARED: Final = frozenset({"rdf", "rdfs", "owl", "skos", "xsd"})
_RELATION: Final = "br:Relation"


def owl(registry: Registry) -> str:
    """Give the ontology; the same schema gives the same bytes."""
    return document(registry, _blocks(registry))


def _blocks(registry: Registry) -> Iterator[str]:
    iri = registry.prefixes["br"].removesuffix("#")
    title = text("Relations between states")
    yield block(f"<{iri}>", ("a", "owl:Ontology"), ("dct:title", title), ("rdfs:comment", text(_ABOUT)))
    for name in sorted(registry.nodes):
        yield from _classes(registry.nodes[name])
    yield block(
        _RELATION,
        ("a", "owl:Class"),
        ("rdfs:label", text("relation")),
        ("rdfs:comment", text("An edge of the graph with its dates and evidence.")),
    )
    members = sorted(node.rdf for node in registry.nodes.values())
    yield block("[]", ("a", "owl:AllDisjointClasses"), ("owl:members", listed([*members, _RELATION])))
    yield from _relations(registry)
    yield from _ends(registry)
    yield from _values(registry)


_ABOUT: Final = "States, their agreements, meetings and flows, each with its dates and with the words it was read from."


def _classes(node: NodeType) -> Iterator[str]:
    above = tuple(("rdfs:subClassOf", parent) for parent in node.parents)
    yield block(node.rdf, ("a", "owl:Class"), *_words(node.name, node.doc), *above)
    for label in node.labels:
        yield block(f"br:{label}", ("a", "owl:Class"), ("rdfs:label", text(label)), ("rdfs:subClassOf", node.rdf))


def _relations(registry: Registry) -> Iterator[str]:
    for name in sorted(registry.edges):
        edge = registry.edges[name]
        if edge.rdf.partition(":")[0] in _DECLARED:
            continue
        kind = "owl:ObjectProperty , owl:SymmetricProperty" if edge.symmetric else "owl:ObjectProperty"
        if not edge.rdf.startswith("br:"):
            yield block(edge.rdf, ("a", kind))
        elif edge.rdf not in {"br:subject", "br:object"}:
            yield block(edge.rdf, ("a", kind), *_words(name, edge.doc), *_domain_and_range(registry, edge))


def _domain_and_range(registry: Registry, edge: EdgeType) -> Iterator[tuple[str, str]]:
    sources, targets = ([registry.nodes[end].rdf for end in ends] for ends in (edge.sources, edge.targets))
    first, last = (targets, sources) if edge.rdf_reversed else (sources, targets)
    yield "rdfs:domain", union(first)
    yield "rdfs:range", union(last)
    yield from (("skos:closeMatch", match) for match in edge.matches)


def _ends(registry: Registry) -> Iterator[str]:
    """Subject and object belong to statements and to relations alike."""
    for term, name in (("br:object", "OBJECT"), ("br:subject", "SUBJECT")):
        edge = registry.edges[name]
        domain = union([_RELATION, *(registry.nodes[end].rdf for end in edge.sources)])
        words = (
            ("rdfs:label", text(name.lower())),
            ("rdfs:comment", text(f"The {name.lower()} of a claim or relation.")),
        )
        yield block(term, ("a", "owl:ObjectProperty"), *words, ("rdfs:domain", domain))


def _values(registry: Registry) -> Iterator[str]:
    owners, known = _by_term(registry)
    for term in sorted(known):
        each = known[term]
        kind = "owl:ObjectProperty" if each.link else "owl:DatatypeProperty"
        if term.partition(":")[0] in _DECLARED:
            continue
        if not term.startswith("br:"):
            yield block(term, ("a", kind))
            continue
        reach = (("rdfs:range", _RANGES[each.type]),) if each.type in _RANGES and not each.link else ()
        words = _words(term.partition(":")[2], each.doc)
        yield block(term, ("a", kind), *words, ("rdfs:domain", union(owners[term])), *reach)


def _by_term(registry: Registry) -> tuple[Mapping[str, set[str]], Mapping[str, Property]]:
    owners: dict[str, set[str]] = defaultdict(set)
    known: dict[str, Property] = {}
    holders = [(node.rdf, node.properties) for node in registry.nodes.values()]
    holders += [(_RELATION, edge.properties) for edge in registry.edges.values()]
    for owner, properties in holders:
        for each in properties.values():
            if each.rdf:
                owners[each.rdf].add(owner)
                known.setdefault(each.rdf, each)
    return owners, known


def _words(name: str, doc: str) -> Iterator[tuple[str, str]]:
    yield "rdfs:label", text(name.lower().replace("_", " ") if name.isupper() else name)
    yield "rdfs:comment", text(doc)
