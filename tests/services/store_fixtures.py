"""Fixtures of stores: `any_store` runs a test on the embedded engine and on both lines of Neo4j, each empty and prepared."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from neo4j_fixtures import clean_server
from neo4j_service import VERSIONS

from bilateral.graph.stores.opening import open_embedded, open_neo4j

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from neo4j_service import Neo4jServer

    from bilateral.graph.stores.cypherstore import CypherStore

ENGINES = ["embedded", *(pytest.param(line, marks=pytest.mark.neo4j) for line in sorted(VERSIONS))]


class Notices(logging.Handler):
    """Keeps what the servers remark about our Cypher."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())

    @property
    def deprecations(self) -> list[str]:
        return [text for text in self.texts if "DEPRECATION" in text]


@contextmanager
def listening() -> Iterator[Notices]:
    """Listen to the notices that the driver logs."""
    notices, logger = Notices(), logging.getLogger("neo4j.notifications")
    level = logger.level
    logger.addHandler(notices)
    logger.setLevel(logging.DEBUG)
    try:
        yield notices
    finally:
        logger.removeHandler(notices)
        logger.setLevel(level)


def connect(server: Neo4jServer) -> CypherStore:
    """Open the store on a server."""
    return open_neo4j(server.uri, username=server.username, password=server.password, database=server.database)


@contextmanager
def opened(engine: str, config: pytest.Config, folder: Path) -> Iterator[CypherStore]:
    """Open an empty store; a deprecation notice by Neo4j fails the test that caused it."""
    if engine == "embedded":
        with open_embedded(folder) as store:
            yield store
        return
    with listening() as notices, connect(clean_server(config, engine)) as store:
        yield store
    assert notices.deprecations == []


@pytest.fixture(params=ENGINES)
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CypherStore]:
    """An empty store: the test runs once on each engine."""
    with opened(request.param, request.config, tmp_path / "store") as store:
        yield store
