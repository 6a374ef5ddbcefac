"""What docs/neo4j.md and docker-compose.yml promise can be done as written."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from neo4j import GraphDatabase
from neo4j_service import VERSIONS
from store_fixtures import connect

from bilateral.graph.stores.statements import MARKER
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from neo4j_service import Neo4jServer

ROOT = Path(__file__).parents[2]
BROWSER = ROOT / "docs" / "browser"
FAVOURITES = sorted(BROWSER.glob("*.cypher"))


def test_the_compose_file_is_tight() -> None:
    """A pinned image, localhost only, a named volume for the data, a healthcheck over Bolt, no password in the file."""
    text = (ROOT / "docker-compose.yml").read_text()
    server = yaml.safe_load(text)["services"]["neo4j"]
    assert server["image"] == f"neo4j:{VERSIONS['neo4j526']}-community"
    assert all(port.startswith("127.0.0.1:") for port in server["ports"])
    assert "data:/data" in server["volumes"]
    assert "cypher-shell -a bolt://" in server["healthcheck"]["test"][1]
    assert server["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    assert "NEO4J_AUTH" not in server["environment"]


def test_docker_compose_accepts_the_file() -> None:
    """The compose plugin finds no fault; needs no daemon."""
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("no docker compose on this machine")
    done = subprocess.run([docker, "compose", "config", "-q"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_secret_is_made_once(tmp_path: Path) -> None:
    """A long password, readable by its owner only, and never overwritten."""
    for _ in range(2):
        subprocess.run(
            ["sh", ROOT / "tests/services/make_secret.sh", tmp_path / "secrets"], check=True, capture_output=True
        )
        made = tmp_path / "secrets" / "neo4j_auth"
        first = made.read_text()
        assert re.fullmatch(r"neo4j/[A-Za-z0-9]{24}", first)
        assert made.stat().st_mode & 0o077 == 0
    assert made.read_text() == first


def test_every_label_and_styled_edge_is_known() -> None:
    """In Browser a label without a rule beats all others; a further label must come after the one it refines."""
    styled = re.findall(r"^node\.(\w+)", (BROWSER / "style.grass").read_text(), re.MULTILINE)
    nodes = registry().nodes
    further = {label: name for name, kind in nodes.items() for label in kind.labels}
    assert sorted(styled) == sorted({*nodes, *further, MARKER})
    assert all(styled.index(name) < styled.index(label) for label, name in further.items())
    edges = re.findall(r"^relationship\.(\w+)", (BROWSER / "style.grass").read_text(), re.MULTILINE)
    assert set(edges) <= set(registry().edges)


def test_browser_can_read_the_style() -> None:
    """Neo4j Browser 5 knows no comments, and takes any quotation mark, an apostrophe too, for the bound of a text."""
    text = (BROWSER / "style.grass").read_text()
    rule = re.compile(r"""(node|relationship)(\.\w+)? \{( [a-z-]+: ("[^"']*"|[^"':;{}]+);)+ \}\n""")
    assert "".join(match.group() for match in rule.finditer(text)) == text


@pytest.mark.neo4j
def test_favourites_run_without_a_remark(neo4j_server: Neo4jServer) -> None:
    """Each has a title, and the server, once it knows our names, has nothing to say about it."""
    with connect(neo4j_server) as store:
        store.prepare()
    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        for file in FAVOURITES:
            title, _, query = file.read_text().partition("\n")
            assert title.startswith("// ")
            summary = driver.execute_query(query, database_="neo4j").summary
            remarks = [s for s in summary.gql_status_objects if s.raw_classification not in {None, "UNRECOGNIZED"}]
            assert [str(remark) for remark in remarks] == [], file.name


def test_the_guide_names_every_favourite() -> None:
    """Whoever reads the guide finds all of them."""
    guide = (ROOT / "docs" / "neo4j.md").read_text()
    assert FAVOURITES
    assert all(f"`{file.stem}`" in guide for file in FAVOURITES)
