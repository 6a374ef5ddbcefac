"""A load that is killed leaves whole batches; loading again completes it. Two clients that load at once double nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import load_client
import pytest
from load_client import large_graph
from neo4j_fixtures import clean_server
from store_fixtures import ENGINES, connect

from bilateral.graph.stores.load import load, verify
from bilateral.graph.stores.opening import open_embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from neo4j_service import Neo4jServer

    from bilateral.graph.stores.cypherstore import CypherStore

CLIENT = Path(load_client.__file__)


def client(where: str, password: str) -> subprocess.Popen[str]:
    """Start a client in a process of its own and wait until it is ready to load."""
    command = [sys.executable, str(CLIENT), where, *([password] if password else [])]
    process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    if first != "ready\n":
        process.communicate()
    assert first == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let a client load."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


@contextmanager
def reopened(where: str, server: Neo4jServer | None) -> Iterator[CypherStore]:
    """Open the store that a client used."""
    with connect(server) if server else open_embedded(Path(where)) as store:
        yield store


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_killed_load_is_completed_by_the_next(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """kill -9 at several moments: nothing is doubled or half there in the end, and the next load is zero changes."""
    server = None if engine == "embedded" else clean_server(request.config, engine)
    where, password = (server.uri, server.password) if server else (str(tmp_path / "store"), "")
    for pause in (0.1, 0.4):
        process = client(where, password)
        go(process)
        time.sleep(pause)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL  # it had not finished
    graph = large_graph()
    with reopened(where, server) as store:
        assert {each.fault for each in verify(store, graph)} <= {"missing", "different"}
        load(store, graph)
        assert verify(store, graph) == ()
        assert load(store, graph).changes == 0


@pytest.mark.slow
def test_two_clients_that_load_the_same_at_once(neo4j_server: Neo4jServer) -> None:
    """Both finish, deadlocks are repeated, nothing is doubled and nothing is missing."""
    clients = [client(neo4j_server.uri, neo4j_server.password) for _ in range(2)]
    for each in clients:
        go(each)
    answers = [each.communicate(timeout=300)[0] for each in clients]
    assert [each.returncode for each in clients] == [0, 0], answers
    with connect(neo4j_server) as store:
        graph = large_graph()
        assert verify(store, graph) == ()
        assert load(store, graph).changes == 0
