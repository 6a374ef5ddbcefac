"""CSV tables open anywhere: square, UTF-8, one file a kind, every row with its sources."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from odd_words import ODD, WORDS

from bilateral import homes
from bilateral.graph.model import EVIDENCE_EDGES, Graph, edge, node
from bilateral.graph.tables import tables, write_tables
from bilateral.schema.registry import registry
from bilateral.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def graph(samples: Path) -> Graph:
    """The graph of the samples."""
    return homes.current_graph(Workspace(samples))


def _read(file: Path) -> list[list[str]]:
    """Read as strictly as R's read.csv: every row as long as the head, no quote astray."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened, strict=True))
    assert len({len(row) for row in rows}) == 1, file.name
    assert len(set(rows[0])) == len(rows[0]), file.name
    return rows


def _dicts(file: Path) -> list[dict[str, str]]:
    head, *rows = _read(file)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_every_table_is_square_and_whole(graph: Graph, tmp_path: Path) -> None:
    """As many rows as nodes of the label and edges of the type, and nothing else in the folder."""
    written = write_tables(graph, tmp_path / "tables", registry())
    assert sorted(written) == sorted((tmp_path / "tables").iterdir())
    kinds = [each.label for each in graph.nodes] + [
        each.type for each in graph.edges if each.type not in EVIDENCE_EDGES
    ]
    assert {file.stem: len(_read(file)) - 1 for file in written} == {kind.lower(): kinds.count(kind) for kind in kinds}


def test_rows_lead_to_their_statements_and_articles(graph: Graph, tmp_path: Path) -> None:
    """Every statement that an edge lists is a row of statement.csv, with the title and publisher of its article."""
    write_tables(graph, tmp_path, registry())
    statements = {row["id"]: row for row in _dicts(tmp_path / "statement.csv")}
    for row in _dicts(tmp_path / "party_to.csv"):
        for key in row["statements"].split("; "):
            assert statements[key]["article"].startswith("article/")
            assert statements[key]["article_title"]
            assert statements[key]["quote"]


def test_odd_words_come_back_from_a_cell(tmp_path: Path) -> None:
    """Quotes, line breaks and commas stay in their cell."""
    nodes = [node(key, "Agreement", {"name": f"{WORDS},;", "title": key}) for key in ODD]
    write_tables(Graph.of(nodes, []), tmp_path, registry())
    rows = _read(tmp_path / "agreement.csv")
    assert {row[0] for row in rows[1:]} == set(ODD)
    assert {row[1] for row in rows[1:]} == {f"{WORDS},;"}


def test_the_same_graph_gives_the_same_tables(graph: Graph, tmp_path: Path) -> None:
    """Written twice, and over each other."""
    first = {file.name: file.read_bytes() for file in write_tables(graph, tmp_path / "a", registry())}
    write_tables(graph, tmp_path / "a", registry())
    assert {file.name: file.read_bytes() for file in (tmp_path / "a").iterdir()} == first


def test_a_table_from_before_that_is_empty_now_is_gone(graph: Graph, tmp_path: Path) -> None:
    """An old flow table beside new ones would mislead; other people's files stay."""
    write_tables(graph, tmp_path, registry())
    (tmp_path / "my-notes.csv").write_text("mine")
    write_tables(Graph.of([node("PAK", "Country", {"name": "Pakistan"})], []), tmp_path, registry())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["country.csv", "my-notes.csv"]


def test_numbers_and_lists_are_written_plainly() -> None:
    """No `.0`, no brackets, nothing for what is not known."""
    held = node("a", "Agreement", {"name": "A", "amount": 50000000.0, "confidence": 0.25, "areas": ("trade", "water")})
    party = edge("p", "PARTY_TO", ("Country", "PAK"), ("Agreement", "a"), {})
    made = tables([held, node("PAK", "Country", {"name": "Pakistan"}), party], registry())
    columns, rows = made["agreement"]
    row = dict(zip(columns, rows[0], strict=True))
    assert (row["amount"], row["confidence"], row["areas"], row["status"]) == ("50000000", "0.25", "trade; water", "")
