"""The SHACL shapes as Turtle, from the types: what an RDF export must look like, as other tools can check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.schema.turtle import block, document, listed, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.schema.model import EdgeType, NodeType, Property
    from bilateral.schema.registry import Registry

__all__ = ["shacl"]

_DATATYPES: Final = {
    "text": "xsd:string",
    "texts": "xsd:string",
    "integer": "xsd:integer",
    "number": "xsd:decimal",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "timestamp": "xsd:dateTime",
}
_EDTF: Final = "<http://id.loc.gov/datatypes/edtf/EDTF-level1>"
_PARTIAL: Final = listed(f"[ sh:datatype {kind} ]" for kind in ("xsd:date", "xsd:gYearMonth", "xsd:gYear", _EDTF))
#: The offsets of a quote are said of its selector, not of the statement.
_SELECTOR: Final = "oa:"


def shacl(registry: Registry) -> str:
    """Give the shapes; the same schema gives the same bytes."""
    return document(registry, _blocks(registry))


def _blocks(registry: Registry) -> Iterator[str]:
    for name in sorted(registry.nodes):
        yield _node(registry, registry.nodes[name])
    yield _relation(registry)
    yield _selector()
    for name in sorted(registry.edges):
        yield from _ends(registry, registry.edges[name])


def _node(registry: Registry, node: NodeType) -> str:
    found = [_property(registry, each) for each in _said(node.properties)]
    shapes = [("sh:property", each) for each in (*found, *_orders(node.properties))]
    return block(f"br:{node.name}Shape", ("a", "sh:NodeShape"), ("sh:targetClass", node.rdf), *shapes)


def _relation(registry: Registry) -> str:
    shared: dict[str, Property] = {}
    for edge in registry.edges.values():
        shared |= edge.properties
    names = listed(text(name, None) for name in sorted(name for name, edge in registry.edges.items() if edge.has_id))
    fixed = [
        _shape("br:subject", "sh:nodeKind sh:IRI", "sh:minCount 1", "sh:maxCount 1"),
        _shape("br:object", "sh:nodeKind sh:IRI", "sh:minCount 1", "sh:maxCount 1"),
        _shape("br:predicate", f"sh:in {names}", "sh:minCount 1", "sh:maxCount 1"),
    ]
    found = [_property(registry, shared[name]) for name in sorted(shared) if shared[name].rdf]
    shapes = [("sh:property", each) for each in (*fixed, *found, *_orders(shared))]
    return block("br:RelationShape", ("a", "sh:NodeShape"), ("sh:targetClass", "br:Relation"), *shapes)


def _selector() -> str:
    start = _shape("oa:start", "sh:datatype xsd:integer", "sh:minCount 1", "sh:maxCount 1", "sh:lessThan oa:end")
    end = _shape("oa:end", "sh:datatype xsd:integer", "sh:minCount 1", "sh:maxCount 1")
    head = (("a", "sh:NodeShape"), ("sh:targetClass", "oa:TextPositionSelector"))
    return block("br:SelectorShape", *head, ("sh:property", start), ("sh:property", end))


def _ends(registry: Registry, edge: EdgeType) -> Iterator[str]:
    """Give the shape of the direct triples of an edge, whose predicate no other edge may share."""
    if edge.rdf in {"br:subject", "br:object"}:
        return
    first, last = (edge.targets, edge.sources) if edge.rdf_reversed else (edge.sources, edge.targets)
    name = "".join(part.capitalize() for part in edge.name.split("_"))
    yield block(
        f"br:{name}Shape",
        ("a", "sh:NodeShape"),
        ("sh:targetSubjectsOf", edge.rdf),
        ("sh:or", _classes(registry, first)),
        ("sh:property", _shape(edge.rdf, "sh:nodeKind sh:IRI", f"sh:or {_classes(registry, last)}")),
    )


def _classes(registry: Registry, names: tuple[str, ...]) -> str:
    return listed(f"[ sh:class {registry.nodes[name].rdf} ]" for name in names)


def _said(properties: Mapping[str, Property]) -> Iterator[Property]:
    return (each for each in properties.values() if each.rdf and not each.rdf.startswith(_SELECTOR))


def _property(registry: Registry, known: Property) -> str:
    parts = [_kind(known)]
    if known.vocabulary:
        parts.append(f"sh:in {listed(text(word, None) for word in registry.vocabularies[known.vocabulary])}")
    if known.required:
        parts.append("sh:minCount 1")
    if known.type != "texts":
        parts.append("sh:maxCount 1")
    return _shape(known.rdf or "", *parts)


def _kind(known: Property) -> str:
    if known.link:
        return "sh:nodeKind sh:IRI"
    return f"sh:or {_PARTIAL}" if known.type == "edtf" else f"sh:datatype {_DATATYPES[known.type]}"


def _orders(properties: Mapping[str, Property]) -> Iterator[str]:
    """Demand that the first day a date can mean is not after the last, and that nothing ends before it begins."""
    pairs = [(f"{name}_min", f"{name}_max") for name, each in properties.items() if each.type == "edtf"]
    for low, high in (*pairs, ("from_min", "to_max")):
        if low in properties and high in properties:
            yield _shape(properties[low].rdf or "", f"sh:lessThanOrEquals {properties[high].rdf}")


def _shape(path: str, *parts: str) -> str:
    return f"[ sh:path {path} ; {' ; '.join(parts)} ]"
