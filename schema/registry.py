"""The registry: all of the schema's YAML read, checked and frozen. Labels, relations and words come from here, never from input."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from bilateral.errors import SchemaError
from bilateral.schema.faults import Faults, nearest
from bilateral.schema.fields import Fields
from bilateral.schema.states import States, states
from bilateral.schema.types_reader import KINDS, TypesReader
from bilateral.schema.vocabulary_reader import check_terms, read_vocabulary
from bilateral.schema.yamlio import YamlMapping, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

    from bilateral.schema.model import EdgeType, NodeType, Vocabulary
    from bilateral.schema.names import EdgeName, NodeName, VocabularyName

__all__ = ["Registry", "read_registry", "registry"]


@dataclass(frozen=True, slots=True)
class Registry:
    """What can be said: node types, edge types, closed lists, RDF prefixes."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]
    vocabularies: Mapping[str, Vocabulary]
    prefixes: Mapping[str, str]

    @property
    def states(self) -> States:
        """The states and organisations, read when first asked for."""
        return states()

    def node(self, name: NodeName) -> NodeType:
        """Give a node type; a misspelt name is an error of the type checker."""
        return self.nodes[name]

    def edge(self, name: EdgeName) -> EdgeType:
        """Give an edge type; a misspelt name is an error of the type checker."""
        return self.edges[name]

    def vocabulary(self, name: VocabularyName) -> Vocabulary:
        """Give a closed list; a misspelt name is an error of the type checker."""
        return self.vocabularies[name]

    def iri(self, term: str) -> str:
        """Give the whole IRI of a term such as br:party."""
        prefix, _, local = term.partition(":")
        return self.prefixes[prefix] + local

    def is_cooperation(self, type: str, status: str | None, areas: Iterable[str]) -> bool:  # noqa: A002 - its name in the graph
        """Tell whether an agreement of this type and status about these areas is one of cooperation."""
        known = self.vocabularies["areas"]
        named = [known[area].cooperation for area in areas if area in known]
        kinds, statuses = self.vocabularies["agreement_types"], self.vocabularies["agreement_statuses"]
        if type not in kinds or not kinds[type].cooperation:
            return False
        if status is not None and status in statuses and not statuses[status].cooperation:
            return False
        return any(named) or not named


@cache
def registry() -> Registry:
    """Give the schema of this package."""
    return read_registry(files("bilateral.schema"), place="schema")


def read_registry(folder: Traversable, place: str | None = None) -> Registry:
    """Read types/ and vocabulary/ of a folder; raise one SchemaError that lists every fault with file and line."""
    faults = Faults()
    base = place or str(folder)
    types = _read_files(folder.joinpath("types"), f"{base}/types", faults)
    lists = _read_files(folder.joinpath("vocabulary"), f"{base}/vocabulary", faults)
    made = _assemble(types, lists, faults)
    faults.raise_as(SchemaError)
    return made


def _read_files(folder: Traversable, place: str, faults: Faults) -> list[Fields]:
    found = []
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            name = f"{place}/{file.name}"
            data = load(file.read_text(encoding="utf-8"), name)
            if isinstance(data, YamlMapping):
                found.append(Fields(data, name, faults))
            else:
                faults.add(name, 1, "the file holds no mapping", "Write 'name: …' and the other keys.")
    return found


def _assemble(types: list[Fields], lists: list[Fields], faults: Faults) -> Registry:
    kinds = {kind: [fields for fields in types if _kind(fields) == kind] for kind in KINDS}
    prefixes = {
        name: iri
        for fields in kinds["namespaces"]
        if (held := fields.mapping("prefixes", required=True))
        for name in held.data
        if (iri := held.text(name))
    }
    reader = TypesReader(_by_name(kinds["group"]), prefixes)
    nodes = {name: reader.node(fields) for name, fields in _by_name(kinds["node"]).items()}
    edges = {name: reader.edge(fields) for name, fields in _by_name(kinds["edge"]).items()}
    read = {name: (fields, read_vocabulary(fields)) for name, fields in _by_name(lists).items()}
    check_terms(read, edges)
    _check_ends(kinds["edge"], nodes)
    _check_vocabularies(types, read)
    for name in nodes.keys() & edges.keys():
        faults.add(
            "types", 1, f"{name!r} is a node and an edge", "Rename one: a label and a relation cannot share a name."
        )
    vocabularies = {name: vocabulary for name, (_, vocabulary) in read.items()}
    return Registry(
        nodes=MappingProxyType(nodes),
        edges=MappingProxyType(edges),
        vocabularies=MappingProxyType(vocabularies),
        prefixes=MappingProxyType(prefixes),
    )


def _kind(fields: Fields) -> str:
    kind = fields.data.get("kind")
    return kind if isinstance(kind, str) else ""


def _by_name(found: list[Fields]) -> dict[str, Fields]:
    """Give each file by the name in it, which is that of the file; note a fault where it is not."""
    named: dict[str, Fields] = {}
    for fields in found:
        name = fields.text("name", required=True)
        stem = fields.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        if name is None:
            continue
        if name.lower() != stem:
            fields.fault("name", f"{name!r} stands in the file {stem}.yaml", f"Call the file {name.lower()}.yaml.")
        named[name] = fields
    return named


def _check_ends(found: list[Fields], nodes: Mapping[str, NodeType]) -> None:
    for fields in found:
        for key in ("source", "target"):
            for name in fields.texts(key):
                if name not in nodes:
                    fields.fault(key, f"there is no node type {name!r}", nearest(name, nodes))


def _check_vocabularies(types: list[Fields], read: Mapping[str, object]) -> None:
    for fields in types:
        kind = _kind(fields)
        if kind not in KINDS:
            fields.fault("kind", f"there is no kind {kind!r}", nearest(kind, KINDS))
            continue
        fields.only(KINDS[kind])
        for _, child in fields.children("properties"):
            name = child.text("vocabulary")
            if name and name not in read:
                child.fault("vocabulary", f"there is no vocabulary {name!r}", nearest(name, read))
