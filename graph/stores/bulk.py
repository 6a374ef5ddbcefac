"""Write a graph as the CSV files of `neo4j-admin database import`: the way to load millions of edges into a stopped server.

One file for each label and for each kind of edge, a script that runs the import, and the constraints for afterwards. Partial
dates stay text beside their bounds, parallel edges stay parallel, and the fingerprints go along: the first `load` after the
import is zero changes.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bilateral.errors import StoreError
from bilateral.graph.drafts import drafting
from bilateral.graph.stores.statements import MARKER_KEY
from bilateral.schema.ddl import ddl
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bilateral.graph.model import Edge, Graph, Node, Properties, Scalar
    from bilateral.schema.model import Property, PropertyType

__all__ = ["write_bulk"]

#: Between the items of a list: a character that no text has, since a title may well hold a semicolon.
_JOINT: Final = "\x1f"
_OPTIONS: Final = "--overwrite-destination=true --multiline-fields=true --array-delimiter=U+001F"
_TYPES: Final[Mapping[PropertyType, str]] = {
    "text": "string",
    "edtf": "string",
    "texts": "string[]",
    "integer": "long",
    "number": "double",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "datetime",
}
_AFTERWARDS: Final = """\
Stop the server, then run (in docker: docker compose run --rm --volume "{out}:/bulk:ro" neo4j sh /bulk/import.sh):
  sh {out}/import.sh
It replaces the database neo4j. Start the server, then make constraints and indexes:
  cypher-shell -f {out}/schema.cypher
`bilateral load` does that too, and then has nothing to load."""


def write_bulk(graph: Graph, out: Path) -> str:
    """Write all files into a folder, where they appear together once they are whole; give the words that tell what to run."""
    with drafting(out) as draft:
        _write_all(graph, draft)
    return _AFTERWARDS.format(out=out)


def _write_all(graph: Graph, out: Path) -> None:
    nodes = [_write_nodes(out, label, list(group)) for label, group in groupby(graph.nodes, lambda each: each.label)]
    ordered = sorted(graph.edges, key=lambda each: (*_kind(each), each.id))
    edges = [_write_edges(out, kind, list(group)) for kind, group in groupby(ordered, _kind)]
    files = [f"--nodes=./{name}" for name in nodes] + [f"--relationships=./{name}" for name in edges]
    command = " \\\n  ".join([f'"${{NEO4J_ADMIN:-neo4j-admin}}" database import full neo4j {_OPTIONS}', *files])
    out.joinpath("import.sh").write_text(f'#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n{command}\n', encoding="utf-8")
    constraints = "".join(f"{statement};\n" for statement in (MARKER_KEY, *ddl(registry())))
    out.joinpath("schema.cypher").write_text(constraints, encoding="utf-8")


def _kind(each: Edge) -> tuple[str, str, str]:
    return each.type, each.source_label, each.target_label


def _write_nodes(out: Path, label: str, nodes: Sequence[Node]) -> str:
    names = _names(nodes)
    header = [f"id:ID({label})", *_headers(names, registry().nodes[label].properties), ":LABEL"]
    rows = (
        [_text(each.id), *_cells(each.properties, names), _text(_JOINT.join((label, *each.labels)))] for each in nodes
    )
    return _write(out, f"nodes-{label}.csv", header, rows)


def _write_edges(out: Path, kind: tuple[str, str, str], edges: Sequence[Edge]) -> str:
    name, source, target = kind
    has_id = registry().edges[name].has_id
    names = _names(edges)
    key = ["id"] if has_id else []
    header = [
        f":START_ID({source})",
        f":END_ID({target})",
        ":TYPE",
        *key,
        *_headers(names, registry().edges[name].properties),
    ]
    rows = (
        [
            _text(each.source),
            _text(each.target),
            name,
            *([_text(each.id)] if has_id else []),
            *_cells(each.properties, names),
        ]
        for each in edges
    )
    return _write(out, f"edges-{name}-{source}-{target}.csv", header, rows)


def _names(things: Iterable[Node | Edge]) -> list[str]:
    return sorted({name for each in things for name in each.properties} - {"id"})


def _headers(names: Iterable[str], known: Mapping[str, Property]) -> Iterator[str]:
    for name in names:
        if name not in known:
            raise StoreError(f"there is no property {name}", remedy="Add it to its type in schema/types")
        yield f"{name}:{_TYPES[known[name].type]}"


def _cells(properties: Properties, names: Iterable[str]) -> Iterator[str]:
    return (_cell(properties.get(name)) for name in names)


def _cell(value: Scalar | None) -> str:
    """Give a field: an empty one is no property, a quoted empty one is empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case date():
            return value.isoformat()
        case tuple():
            if any(_JOINT in each for each in value):
                raise StoreError(
                    f"a list holds the separator U+001F: {value!r}", remedy="Take the character out of the text"
                )
            return _text(_JOINT.join(value))
        case _:
            return _text(value)


def _text(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def _write(out: Path, name: str, header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    with out.joinpath(name).open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(row) + "\n" for row in rows)
    return name
