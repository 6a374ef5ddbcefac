"""Find a real Neo4j of a given line: the one of NEO4J_URI, one in docker, or one from Maven's jars, in this order.

Ways to a server are tried until one leads to it. What each missing way lacked becomes the reason of the skip.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_docker import Neo4jContainer
from neo4j_jars import PASSWORD, UnavailableError, install
from neo4j_process import Neo4jProcess

#: The two lines that this project promises to serve, and the version of each that is tested.
VERSIONS = {"neo4j526": "5.26.30", "neo4jnew": "2026.08.1"}


@dataclass(slots=True)
class GivenServer:
    """The server that NEO4J_URI names: used as it is, never stopped; it must be empty when the tests begin."""

    uri: str
    auth: tuple[str, str]

    def wait(self, patience: float = 0) -> None:
        """The server runs already."""

    def stop(self) -> None:
        """The server is not ours to stop."""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """What a test needs to know of a server."""

    line: str
    uri: str
    username: str
    password: str
    database: str = "neo4j"

    @property
    def auth(self) -> tuple[str, str]:
        return self.username, self.password


class Service:
    """One server of one line, launched early and waited for late."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.reasons: list[str] = []
        self._found: GivenServer | Neo4jContainer | Neo4jProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def launch(self) -> None:
        """Start the first way that works, without waiting for its answer."""
        for way in (self._given, self._docker, self._jars):
            try:
                self._found = way()
            except UnavailableError as missing:
                self.reasons.append(str(missing))
            else:
                return

    def server(self) -> Neo4jServer | None:
        """Wait for the server; None where there is none (`reasons` tells why)."""
        if self._found is None:
            return None
        try:
            self._found.wait()
        except UnavailableError as missing:
            self.reasons.append(str(missing))
            self.stop()
            return None
        username, password = self._found.auth if isinstance(self._found, GivenServer) else ("neo4j", PASSWORD)
        return Neo4jServer(self.line, self._found.uri, username, password)

    @property
    def given(self) -> Neo4jServer | None:
        """The server of NEO4J_URI, where that is what was found."""
        return self.server() if isinstance(self._found, GivenServer) else None

    def stop(self) -> None:
        """End the server if it is ours."""
        if self._found is not None:
            self._found.stop()
            self._found = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _given(self) -> GivenServer:
        uri = os.environ.get("NEO4J_URI")
        if not uri:
            raise UnavailableError("NEO4J_URI is not set")
        auth = (os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "neo4j"))
        version, nodes = inspect_server(uri, auth)
        wanted = version.startswith("5.") if self.line == "neo4j526" else not version.startswith("5.")
        if not wanted:
            raise UnavailableError(f"the server of NEO4J_URI is of version {version}")
        if nodes:
            raise UnavailableError(f"the server of NEO4J_URI holds {nodes} nodes, which the tests would delete")
        return GivenServer(uri, auth)

    def _docker(self) -> Neo4jContainer:
        container = Neo4jContainer(VERSIONS[self.line])
        container.launch()
        return container

    def _jars(self) -> Neo4jProcess:
        installation = install(VERSIONS[self.line])
        self._folder = tempfile.TemporaryDirectory(prefix="bilateral-neo4j-")
        process = Neo4jProcess(installation, Path(self._folder.name))
        process.prepare()
        process.launch()
        return process


def inspect_server(uri: str, auth: tuple[str, str]) -> tuple[str, int]:
    """Return a server's version and the number of its nodes."""
    try:
        with GraphDatabase.driver(uri, auth=auth, connection_timeout=10) as driver:
            version = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS v").records[0][
                "v"
            ]
            nodes = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
    except (DriverError, Neo4jError) as error:
        raise UnavailableError(f"the server of NEO4J_URI refuses: {error}") from error
    return str(version), int(nodes)
