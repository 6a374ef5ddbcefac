"""`load`, `verify` and `rebuild`, on the embedded store and on both lines of Neo4j."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from neo4j_process import free_ports
from store_fixtures import connect

from bilateral.graph.stores.opening import open_embedded
from bilateral.graph.stores.protocol import Statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome
    from neo4j_service import Neo4jServer

    from bilateral.graph.stores.cypherstore import CypherStore

DELETED = "MATCH (:Country {id: 'PAK'})-[r:PARTY_TO]->(:Agreement) WITH r ORDER BY r.id LIMIT 1 DELETE r RETURN 1 AS n"
PARTIES = "MATCH (:Country {id: 'PAK'})-[r:PARTY_TO]->(:Agreement) RETURN count(r) AS n"


def _delete_by_hand(store: CypherStore) -> None:
    assert store._engine.write([Statement(DELETED)]) == (1,)


def _prove_that_edits_are_found_and_mended(run: Callable[..., Outcome], *options: object) -> None:
    """One missing edge: verify lists it and ends with 1, load mends it and nothing else."""
    found = run("verify", *options)
    assert found.code == 1
    assert "missing   edge   PARTY_TO" in found.out
    assert "1 differences from the ledger; `bilateral load` mends them" in found.err
    assert ": 1 changes (0 nodes and 1 edges written, 0 and 0 removed)" in run("load", *options).err
    whole = run("verify", *options)
    assert (whole.code, whole.out) == (0, "")
    assert "no differences" in whole.err


def test_an_edge_deleted_by_hand_is_found_and_mended(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """In the embedded store."""
    with open_embedded(own_samples / "store") as store:
        _delete_by_hand(store)
    _prove_that_edits_are_found_and_mended(run, "-w", own_samples)


def test_a_store_that_was_deleted_comes_back(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """The embedded store is a cache: without it, a question still has its answer."""
    before = run("query", "partners", "country=PAK", "-w", own_samples)
    shutil.rmtree(own_samples / "store")
    assert run("query", "partners", "country=PAK", "-w", own_samples) == before


def test_rebuild_gives_the_same_store(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """All is written, nothing differs, and the next load has nothing to do."""
    with open_embedded(own_samples / "store") as store:
        _delete_by_hand(store)
    rebuilt = run("rebuild", "-w", own_samples)
    assert rebuilt.code == 0
    assert " 0 and 0 removed)" in rebuilt.err
    assert ": 0 changes" not in rebuilt.err
    assert run("verify", "-w", own_samples).code == 0
    assert ": 0 changes" in run("load", "-w", own_samples).err


def _at(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.setenv("NEO4J_DATABASE", server.database)
    return "--to", server.uri


def test_neo4j_is_loaded_verified_mended_and_rebuilt(
    neo4j_server: Neo4jServer, samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first load writes all, the second nothing; an edit by hand is found and mended; rebuild makes it anew."""
    options = ("-w", samples, *_at(neo4j_server, monkeypatch))
    first = run("load", *options)
    assert first.code == 0
    assert ": 0 changes" not in first.err
    assert ": 0 changes" in run("load", *options).err
    with connect(neo4j_server) as store:
        _delete_by_hand(store)
    _prove_that_edits_are_found_and_mended(run, *options)
    assert run("rebuild", *options).code == 0
    assert run("verify", *options).code == 0


def test_neo4j_gives_the_rows_of_the_embedded_store(
    neo4j_server: Neo4jServer, samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same command with --to, and with NEO4J_URI, gives the same bytes."""
    here = run("query", "cooperation-agreements", "country=Pakistan", "-w", samples)
    told = run("summary", "Pakistan", "-w", samples)
    _, uri = _at(neo4j_server, monkeypatch)
    assert run("load", "-w", samples, "--to", uri).code == 0
    assert run("query", "cooperation-agreements", "country=Pakistan", "-w", samples, "--to", uri) == here
    monkeypatch.setenv("NEO4J_URI", uri)
    assert run("summary", "Pakistan", "-w", samples) == told


@pytest.mark.neo4j
def test_a_wrong_password_is_told_by_the_command(
    neo4j526: Neo4jServer, samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting is named, the password is not."""
    _at(neo4j526, monkeypatch)
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    fault = run("load", "-w", samples, "--to", neo4j526.uri).fault
    assert fault.startswith(f"{neo4j526.uri}: the server refuses the user name or password")
    assert "NEO4J_PASSWORD" in fault
    assert "not-this-one" not in fault


@pytest.mark.parametrize("command", ["load", "verify", "rebuild", "summary"])
def test_nobody_at_the_address_is_told(
    command: str, samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed port: place and remedy, no traceback of the driver."""
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    uri = f"bolt://127.0.0.1:{free_ports()[0]}"
    fault = run(command, "-w", samples, "--to", uri).fault
    assert fault.startswith(f"{uri}: nothing answers there")
    assert "docker compose up -d" in fault


@pytest.mark.parametrize("address", ["localhost:7687", "mysql://localhost", "bolt://:x"])
def test_an_address_that_is_none_is_told_by_the_command(
    address: str, samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an address looks like is said."""
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    fault = run("load", "-w", samples, "--to", address).fault
    assert "bolt://localhost:7687" in fault


def test_no_password_is_told_before_anything_is_tried(samples: Path, run: Callable[..., Outcome]) -> None:
    """NEO4J_PASSWORD is named."""
    fault = run("load", "-w", samples, "--to", "bolt://127.0.0.1:7687").fault
    assert "no password for the Neo4j server" in fault
    assert "Set NEO4J_PASSWORD" in fault
