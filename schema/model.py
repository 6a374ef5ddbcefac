"""The schema as values: properties, node types, edge types, vocabularies and their terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["DATE_TYPES", "EdgeType", "Layer", "NodeType", "Property", "PropertyType", "Term", "Vocabulary"]

PropertyType = Literal["text", "texts", "integer", "number", "boolean", "date", "edtf", "timestamp"]
Layer = Literal["thing", "evidence"]
DATE_TYPES: frozenset[PropertyType] = frozenset({"date", "edtf", "timestamp"})
PROPERTY_TYPES: tuple[str, ...] = get_args(PropertyType)
LAYERS: tuple[str, ...] = get_args(Layer)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or edge; `vocabulary` names the closed list its values are from.

    `link` is the prefix under which its values, which are ids, become IRIs.
    """

    name: str
    type: PropertyType
    doc: str
    required: bool = False
    rdf: str | None = None
    vocabulary: str | None = None
    link: str | None = None

    @property
    def is_date(self) -> bool:
        """Tell whether its values are dates or times."""
        return self.type in DATE_TYPES


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node type: its label, the further labels it may have, its properties, what makes two of them the same.

    `indexes` names the properties by which such nodes are looked up, beside the id.
    """

    name: str
    doc: str
    properties: Mapping[str, Property]
    identity: tuple[str, ...]
    rdf: str
    identity_doc: str = ""
    labels: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type: its ends, its properties, what makes two of them the same, and its RDF predicate.

    `layer` is thing for edges between things (they have an id) and evidence for those told by their ends alone;
    `rdf_reversed` says that the predicate runs from target to source.
    """

    name: str
    doc: str
    layer: Layer
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: Mapping[str, Property]
    identity: tuple[str, ...]
    rdf: str
    rdf_reversed: bool = False
    symmetric: bool = False
    derived: bool = False
    matches: tuple[str, ...] = ()
    time: tuple[str, ...] = ()

    @property
    def has_id(self) -> bool:
        """Tell whether its edges are told by an id, not by their ends."""
        return "id" in self.properties


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed list; most fields have a meaning in one vocabulary only."""

    code: str
    label: str
    doc: str = ""
    broader: tuple[str, ...] = ()
    order: int | None = None
    phase: str | None = None
    cannot_follow: tuple[str, ...] = ()
    quad: str | None = None
    score: float | None = None
    symmetric: bool = False
    cooperation: bool = True
    edge: str | None = None
    ucum: str | None = None
    historic: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of words, in the order of its file."""

    name: str
    doc: str
    terms: Mapping[str, Term]

    def __contains__(self, code: object) -> bool:
        return code in self.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __getitem__(self, code: str) -> Term:
        return self.terms[code]

    def within(self, code: str) -> tuple[str, ...]:
        """Give the code and every broader one, nearest first, each once."""
        found = [code]
        for each in found:
            found.extend(broader for broader in self.terms[each].broader if broader not in found)
        return tuple(found)
