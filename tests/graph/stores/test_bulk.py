"""The files of the bulk import hold the graph exactly: what neo4j-admin makes of them, `load` has nothing to add to."""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from neo4j_jars import PASSWORD, UnavailableError, install
from neo4j_process import Neo4jProcess
from neo4j_service import VERSIONS

from bilateral.errors import StoreError
from bilateral.graph.model import Graph, node
from bilateral.graph.stores.bulk import write_bulk
from bilateral.graph.stores.load import load, verify
from bilateral.graph.stores.opening import open_neo4j

if TYPE_CHECKING:
    from pathlib import Path


def test_a_node_file_has_types_and_bounds(small_graph: Graph, tmp_path: Path) -> None:
    """A partial date is text, its bounds are dates, a list is a list, an absent property is an empty field."""
    write_bulk(small_graph, tmp_path)
    lines = tmp_path.joinpath("nodes-Country.csv").read_text().splitlines()
    assert lines[0] == (
        "id:ID(Country),aliases:string[],fingerprint:string,from:string,from_max:date,from_min:date,name:string,:LABEL"
    )
    assert lines[1].startswith('"PAK","Islamic Republic\x1fPākistān","')
    assert lines[1].endswith('","1947-08-14",,,"Pakistan","Country"')
    assert lines[2].endswith('",,1991-09-09,1991-09-09,"Tajikistan","Country"')


def test_edge_files_keep_parallel_edges_and_need_no_id_for_evidence(small_graph: Graph, tmp_path: Path) -> None:
    """Each edge is a line; evidence edges are their ends and nothing else."""
    write_bulk(small_graph, tmp_path)
    parties = tmp_path.joinpath("edges-PARTY_TO-Country-Agreement.csv").read_text().splitlines()
    assert [line.split(",")[3] for line in parties] == ["id", '"p-1"', '"p-2"', '"p-3"']
    subjects = tmp_path.joinpath("edges-SUBJECT-Statement-Country.csv").read_text()
    assert subjects == ':START_ID(Statement),:END_ID(Country),:TYPE\n"st-1","PAK",SUBJECT\n'


def test_the_same_graph_gives_the_same_bytes(small_graph: Graph, tmp_path: Path) -> None:
    """Two exports differ in nothing."""
    for name in ("one", "two"):
        write_bulk(small_graph, tmp_path / name)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_what_to_run_is_told(small_graph: Graph, tmp_path: Path) -> None:
    """The words name the script and the constraints, and the script names every file."""
    said = write_bulk(small_graph, tmp_path)
    assert f"sh {tmp_path}/import.sh" in said
    assert f"cypher-shell -f {tmp_path}/schema.cypher" in said
    script = tmp_path.joinpath("import.sh").read_text()
    assert all(f"./{path.name}" in script for path in tmp_path.glob("*.csv"))
    assert "FOR ()-[r:PARTY_TO]-() REQUIRE r.id IS UNIQUE;" in tmp_path.joinpath("schema.cypher").read_text()


def test_a_separator_in_a_list_is_refused(tmp_path: Path) -> None:
    """Better no file than a list with one item too many."""
    with pytest.raises(StoreError, match="separator"):
        write_bulk(Graph.of([node("PAK", "Country", {"name": "Pakistan", "aliases": ("a\x1fb",)})]), tmp_path)


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("line", sorted(VERSIONS))
def test_the_real_import_makes_the_same_graph(line: str, small_graph: Graph, tmp_path: Path) -> None:
    """neo4j-admin reads the files; afterwards verify finds nothing and load changes nothing."""
    try:
        installation = install(VERSIONS[line])
    except UnavailableError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(f"no neo4j-admin: {missing}")
    difficult = node(
        "XKX",
        "Country",
        {
            "name": 'Ko;sovo, "the" \\ back\\"slash\nline',
            "iso2": "",
            "aliases": ("a;b", 'c"d'),
            "from_min": date(1, 1, 1),
        },
    )
    graph = Graph.of([*small_graph.nodes, difficult], small_graph.edges)
    server = Neo4jProcess(installation, tmp_path / "home")
    server.prepare()
    write_bulk(graph, tmp_path / "bulk")
    admin = tmp_path / "neo4j-admin"
    admin.write_text(f'#!/bin/sh\nexec {shlex.join(installation.command("org.neo4j.cli.AdminTool"))} "$@"\n')
    admin.chmod(0o755)
    homes = {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf"), "NEO4J_ADMIN": str(admin)}
    done = subprocess.run(
        ["sh", tmp_path / "bulk" / "import.sh"],
        env={**os.environ, **homes},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    server.launch()
    try:
        server.wait()
        with open_neo4j(server.uri, username="neo4j", password=PASSWORD) as store:
            assert verify(store, graph) == ()
            assert load(store, graph).changes == 0
    finally:
        server.stop()
