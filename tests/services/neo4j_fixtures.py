"""Fixtures of real Neo4j servers: `neo4j526`, `neo4jnew`, and `neo4j_server`, which runs a test once on each.

One server a line and a test process, launched as soon as the collected tests show that it is needed, ended with the
session. Every test that asks for a server gets an empty database. Without a server the test is skipped, loudly and
counted; under CI=true it fails instead. With pytest-xdist each worker starts servers of its own (600 MB each).
"""

from __future__ import annotations

import os

import pytest
from neo4j import GraphDatabase
from neo4j_service import VERSIONS, Neo4jServer, Service

SERVICES = pytest.StashKey[dict[str, Service]]()
SKIPPED = pytest.StashKey[dict[str, int]]()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Launch the servers that the chosen tests need, so that they start while other tests run."""
    services = session.config.stash.setdefault(SERVICES, {})
    if session.config.option.collectonly:
        return
    for line in sorted({line for item in session.items for line in _lines(item)}):
        services[line] = Service(line)
        services[line].launch()


def _lines(item: pytest.Item) -> set[str]:
    """Give the lines that a test asks for, by fixture or by parameter."""
    named = set(getattr(item, "fixturenames", ()))
    callspec = getattr(item, "callspec", None)
    parameters = {value for value in callspec.params.values() if isinstance(value, str)} if callspec else set()
    return (named | parameters) & VERSIONS.keys()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave a server that was given to us empty, and end our own, whatever happened."""
    for service in session.config.stash.get(SERVICES, {}).values():
        if service.given is not None:
            wipe(service.given)
        service.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say aloud how many tests saw no real server, and why."""
    for line, count in sorted(config.stash.get(SKIPPED, {}).items()):
        reasons = "; ".join(config.stash[SERVICES][line].reasons)
        text = f"NO NEO4J {VERSIONS[line]}: {count} tests did not run: {reasons}"
        terminalreporter.write_line(text, red=True, bold=True)


def clean_server(config: pytest.Config, line: str) -> Neo4jServer:
    """Return the line's server with an empty database, or skip (fail under CI=true)."""
    service = config.stash.get(SERVICES, {}).get(line)
    server = service.server() if service is not None else None
    if server is None:
        counts = config.stash.setdefault(SKIPPED, {})
        counts[line] = counts.get(line, 0) + 1
        reason = f"no Neo4j {VERSIONS[line]}: {'; '.join(service.reasons) if service else 'not launched'}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    wipe(server)
    return server


def wipe(server: Neo4jServer) -> None:
    """Delete every node in batches; constraints stay, since making them takes seconds."""
    with (
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
        driver.session(database=server.database) as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


@pytest.fixture
def neo4j526(request: pytest.FixtureRequest) -> Neo4jServer:
    """A Neo4j 5.26 LTS server with an empty database."""
    return clean_server(request.config, "neo4j526")


@pytest.fixture
def neo4jnew(request: pytest.FixtureRequest) -> Neo4jServer:
    """A Neo4j server of the newest calendar version with an empty database."""
    return clean_server(request.config, "neo4jnew")


@pytest.fixture(params=[pytest.param(line, marks=pytest.mark.neo4j) for line in sorted(VERSIONS)])
def neo4j_server(request: pytest.FixtureRequest) -> Neo4jServer:
    """A Neo4j server with an empty database: the test runs once on each line."""
    return clean_server(request.config, request.param)
