"""Reading types/*.yaml: groups of shared properties, node types, edge types and namespaces."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from bilateral.schema.faults import nearest
from bilateral.schema.model import LAYERS, PROPERTY_TYPES, EdgeType, Layer, NodeType, Property, PropertyType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.schema.fields import Fields

__all__ = ["FORMS", "KINDS", "TypesReader"]

FORMS: Final = {
    "node": re.compile(r"([A-Z][a-z]+)+"),
    "edge": re.compile(r"[A-Z]+(_[A-Z]+)*"),
    "group": re.compile(r"[a-z]+"),
    "property": re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*"),
}
_SHARED: Final = ("name", "kind", "doc", "include", "properties", "time", "identity", "identity_doc", "rdf", "matches")
KINDS: Final = {
    "namespaces": ("kind", "doc", "prefixes"),
    "group": ("name", "kind", "doc", "include", "properties"),
    "node": (*_SHARED, "labels", "parents", "indexes"),
    "edge": (*_SHARED, "layer", "source", "target", "symmetric", "derived", "rdf_reversed"),
}
_PROPERTY: Final = ("type", "required", "rdf", "doc", "vocabulary", "link")


class TypesReader:
    """Turns the fields of a type file into a type, with the groups and prefixes that all files share."""

    def __init__(self, groups: Mapping[str, Fields], prefixes: Mapping[str, str]) -> None:
        self._groups = groups
        self._prefixes = prefixes

    def node(self, fields: Fields) -> NodeType:
        """Read a node type."""
        name, doc = self._head(fields, "node")
        made = NodeType(
            name=name,
            doc=doc,
            properties=self._properties(fields),
            identity=fields.texts("identity", required=True),
            rdf=self._term(fields, "rdf", required=True) or "",
            identity_doc=fields.text("identity_doc", required=True) or "",
            labels=fields.texts("labels"),
            parents=self._terms(fields, "parents"),
            time=fields.texts("time"),
            indexes=fields.texts("indexes"),
        )
        for index in made.indexes:
            if index not in made.properties:
                fields.fault("indexes", f"there is no property {index!r}", nearest(index, made.properties))
        for label in made.labels:
            if not FORMS["node"].fullmatch(label):
                fields.fault("labels", f"{label!r} is no label", "Write it like Official.")
        _check_names(fields, made.identity, made.time, made.properties, ends=())
        return made

    def edge(self, fields: Fields) -> EdgeType:
        """Read an edge type."""
        name, doc = self._head(fields, "edge")
        layer = fields.text("layer", required=True)
        if layer and layer not in LAYERS:
            fields.fault("layer", f"{layer!r} is no layer", nearest(layer, LAYERS))
        made = EdgeType(
            name=name,
            doc=doc,
            layer=cast("Layer", layer),
            sources=fields.texts("source", required=True),
            targets=fields.texts("target", required=True),
            properties=self._properties(fields),
            identity=fields.texts("identity", required=True),
            rdf=self._term(fields, "rdf", required=True) or "",
            rdf_reversed=fields.boolean("rdf_reversed"),
            symmetric=fields.boolean("symmetric"),
            derived=fields.boolean("derived"),
            matches=self._terms(fields, "matches"),
            time=fields.texts("time"),
        )
        _check_layer(fields, made)
        _check_names(fields, made.identity, made.time, made.properties, ends=("source", "target"))
        return made

    def _head(self, fields: Fields, kind: str) -> tuple[str, str]:
        name = fields.text("name", required=True) or ""
        if name and not FORMS[kind].fullmatch(name):
            fields.fault("name", f"{name!r} is no name of a {kind}", f"It has the form {FORMS[kind].pattern}.")
        return name, fields.text("doc", required=True) or ""

    def _properties(self, fields: Fields) -> Mapping[str, Property]:
        made: dict[str, Property] = {}
        for owner in self._including(fields, ()):
            for name, child in owner.children("properties"):
                if name in made:
                    owner.fault("properties", f"{fields.file} has {name!r} twice", "Declare it once.")
                made[name] = self._property(name, child)
        for name, each in made.items():
            if each.type == "edtf" and not {f"{name}_min", f"{name}_max"} <= made.keys():
                fields.fault("properties", f"{name!r} has no bounds", f"Add {name}_min and {name}_max of type date.")
        return MappingProxyType(made)

    def _including(self, fields: Fields, above: tuple[str, ...]) -> Iterator[Fields]:
        for name in fields.texts("include"):
            if name in above:
                fields.fault("include", f"{name!r} includes itself", "Break the circle.")
            elif name in self._groups:
                yield from self._including(self._groups[name], (*above, name))
            else:
                fields.fault("include", f"there is no group {name!r}", nearest(name, self._groups))
        yield fields

    def _property(self, name: str, fields: Fields) -> Property:
        fields.only(_PROPERTY)
        if not FORMS["property"].fullmatch(name):
            fields.fault("type", f"{name!r} is no name of a property", "Write it like n_sources.")
        kind = fields.text("type", required=True) or ""
        if kind and kind not in PROPERTY_TYPES:
            fields.fault("type", f"there is no type {kind!r}", nearest(kind, PROPERTY_TYPES))
        return Property(
            name=name,
            type=cast("PropertyType", kind),
            doc=fields.text("doc", required=True) or "",
            required=fields.boolean("required"),
            rdf=self._term(fields, "rdf"),
            vocabulary=fields.text("vocabulary"),
            link=self._prefix(fields, "link"),
        )

    def _prefix(self, fields: Fields, key: str) -> str | None:
        prefix = fields.text(key)
        if prefix and prefix not in self._prefixes:
            fields.fault(key, f"there is no prefix {prefix!r}", nearest(prefix, self._prefixes))
        return prefix

    def _terms(self, fields: Fields, key: str) -> tuple[str, ...]:
        terms = fields.texts(key)
        for term in terms:
            self._check_term(fields, key, term)
        return terms

    def _term(self, fields: Fields, key: str, *, required: bool = False) -> str | None:
        term = fields.text(key, required=required)
        if term:
            self._check_term(fields, key, term)
        return term

    def _check_term(self, fields: Fields, key: str, term: str) -> None:
        prefix, colon, local = term.partition(":")
        if not colon or not local or prefix not in self._prefixes:
            fields.fault(key, f"{term!r} is no RDF term", f"Write prefix:name; {nearest(prefix, self._prefixes)}")


def _check_layer(fields: Fields, edge: EdgeType) -> None:
    if edge.layer == "thing" and "id" not in edge.properties:
        fields.fault("include", "an edge between things needs an id", "Add 'include: [edge]'.")
    if edge.layer == "evidence" and edge.properties:
        fields.fault("properties", "an evidence edge has no properties", "Leave them out: its ends tell it.")


def _check_names(
    fields: Fields,
    identity: tuple[str, ...],
    time: tuple[str, ...],
    properties: Mapping[str, Property],
    *,
    ends: tuple[str, ...],
) -> None:
    for name in identity:
        if name not in properties and name not in ends:
            fields.fault("identity", f"there is no property {name!r}", nearest(name, (*properties, *ends)))
    for name in time:
        if name not in properties or not properties[name].is_date:
            fields.fault("time", f"{name!r} is no date of this type", nearest(name, _dates(properties)))


def _dates(properties: Mapping[str, Property]) -> list[str]:
    return [name for name, each in properties.items() if each.is_date]
