"""The JSON-LD context, from the types: short names for our classes and terms, with the datatypes of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.schema.model import Property
    from bilateral.schema.registry import Registry

__all__ = ["context"]

_DATATYPES: Final = {
    "integer": "xsd:integer",
    "number": "xsd:decimal",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "timestamp": "xsd:dateTime",
}


def context(registry: Registry) -> dict[str, object]:
    """Give a document whose `@context` names every class and term of the schema.

    A term is called by its local name (validFrom for br:validFrom); where two have the same, ours has it and the other is
    written with its prefix. A partial date has no datatype here, as each value has that of its precision.
    """
    terms: dict[str, object] = {"@version": 1.1, **registry.prefixes, "id": "@id", "type": "@type"}
    named: dict[str, object] = {}
    for term, meaning in sorted(_meanings(registry), key=lambda pair: (not pair[0].startswith("br:"), pair[0])):
        local = term.partition(":")[2]
        if local not in terms and local not in named:
            named[local] = meaning
    return {"@context": terms | dict(sorted(named.items()))}


def _meanings(registry: Registry) -> Iterator[tuple[str, object]]:
    for node in registry.nodes.values():
        for term in (node.rdf, *(f"br:{label}" for label in node.labels)):
            yield term, term
    yield "br:Relation", "br:Relation"
    for edge in registry.edges.values():
        yield edge.rdf, {"@id": edge.rdf, "@type": "@id"}
    held = (
        *(node.properties for node in registry.nodes.values()),
        *(edge.properties for edge in registry.edges.values()),
    )
    for properties in held:
        yield from ((each.rdf, _meaning(each.rdf, each)) for each in properties.values() if each.rdf)


def _meaning(term: str, known: Property) -> object:
    if known.link:
        return {"@id": term, "@type": "@id"}
    kind = _DATATYPES.get(known.type)
    return {"@id": term, "@type": kind} if kind else {"@id": term}
