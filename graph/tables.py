"""The graph as CSV tables for a spreadsheet or R: one file a kind of thing or relation, each row with its sources."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from bilateral.graph.drafts import drafting
from bilateral.graph.model import EVIDENCE_EDGES, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bilateral.graph.model import Edge, Properties
    from bilateral.schema.registry import Registry

__all__ = ["Table", "tables", "write_tables"]

_HIDDEN: Final = frozenset({"fingerprint"})
#: What every statement row tells of its article.
_ARTICLE: Final = ("title", "published", "url")
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def tables(graph: Iterable[Node | Edge], registry: Registry) -> dict[str, Table]:
    """Give columns and rows by table name: `agreement`, `event`, …, `party_to`, …; `statement` with its article and publisher."""
    held = tuple(graph)
    made = dict(_node_tables(held, registry))
    made.update(_edge_tables(held, registry))
    if "statement" in made:
        made["statement"] = _with_articles(made["statement"], held)
    return dict(sorted(made.items()))


def write_tables(graph: Iterable[Node | Edge], folder: Path, registry: Registry) -> tuple[Path, ...]:
    """Write each table as NAME.csv (UTF-8, RFC 4180, lists joined by `; `) and give the files.

    All appear together, once they are whole; a table of ours that is there from before and is empty now is removed.
    """
    files = {folder / f"{name}.csv": table for name, table in tables(graph, registry).items()}
    with drafting(folder) as draft:
        for file, (columns, rows) in files.items():
            with draft.joinpath(file.name).open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows((columns, *rows))
    for file in (folder / f"{name.lower()}.csv" for name in (*registry.nodes, *registry.edges)):
        if file not in files:
            file.unlink(missing_ok=True)
    return tuple(files)


def _node_tables(graph: Sequence[Node | Edge], registry: Registry) -> Iterator[tuple[str, Table]]:
    by_label: dict[str, list[Node]] = defaultdict(list)
    for each in graph:
        if isinstance(each, Node):
            by_label[each.label].append(each)
    for label, nodes in by_label.items():
        columns = _columns(registry.nodes[label].properties)
        rows = [(*_cells(node.properties, columns), "; ".join(node.labels)) for node in nodes]
        yield label.lower(), ((*columns, "labels"), rows)


def _edge_tables(graph: Sequence[Node | Edge], registry: Registry) -> Iterator[tuple[str, Table]]:
    by_type: dict[str, list[Edge]] = defaultdict(list)
    for each in graph:
        if not isinstance(each, Node) and each.type not in EVIDENCE_EDGES:
            by_type[each.type].append(each)
    for kind, edges in by_type.items():
        columns = _columns(registry.edges[kind].properties)
        rows = [(edge.source, edge.target, *_cells(edge.properties, columns)) for edge in edges]
        yield kind.lower(), (("source", "target", *columns), rows)


def _columns(known: Mapping[str, object]) -> tuple[str, ...]:
    """Put the id and the name first; the rest keep the order of the schema."""
    first = [name for name in ("id", "name") if name in known]
    return tuple(first + [name for name in known if name not in first and name not in _HIDDEN])


def _cells(held: Properties, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(_cell(held.get(name)) for name in columns)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _with_articles(table: Table, graph: Iterable[Node | Edge]) -> Table:
    columns, rows = table
    nodes = {each.id: each for each in graph if isinstance(each, Node)}
    ends = {
        kind: {each.source: each.target for each in graph if not isinstance(each, Node) and each.type == kind}
        for kind in ("STATED_IN", "PUBLISHED_BY")
    }
    joined = []
    for row in rows:
        article = ends["STATED_IN"].get(row[0], "")
        told = _cells(nodes[article].properties, _ARTICLE) if article in nodes else ("",) * len(_ARTICLE)
        publisher = nodes.get(ends["PUBLISHED_BY"].get(article, ""))
        joined.append((*row, article, *told, _cell(publisher.properties.get("name")) if publisher else ""))
    return (*columns, "article", *(f"article_{name}" for name in _ARTICLE), "publisher"), joined
