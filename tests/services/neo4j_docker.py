"""A Neo4j server in a docker container of our own, for machines where a daemon runs."""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import dataclass

from neo4j_jars import PASSWORD, UnavailableError
from neo4j_process import PATIENCE, answers


@dataclass(slots=True)
class Neo4jContainer:
    """A container that publishes Bolt on a free port of localhost."""

    version: str
    container: str = ""
    uri: str = ""

    def launch(self) -> None:
        """Start the container without waiting for the server in it."""
        if docker("info", "--format", "{{.ServerVersion}}") is None:
            raise UnavailableError("no docker daemon is running")
        memory = [f"NEO4J_server_memory_{name}=512m" for name in ("heap_max__size", "pagecache_size")]
        environment = [part for value in (f"NEO4J_AUTH=neo4j/{PASSWORD}", *memory) for part in ("--env", value)]
        image = f"neo4j:{self.version}-community"
        started = docker("run", "--detach", "--rm", "--publish", "127.0.0.1::7687", *environment, image, timeout=600)
        if started is None:
            raise UnavailableError(f"docker could not run neo4j:{self.version}-community")
        self.container = started
        port = (docker("port", started, "7687/tcp") or "").rpartition(":")[2]
        self.uri = f"bolt://127.0.0.1:{port}"

    def wait(self, patience: float = PATIENCE) -> None:
        """Wait for an answer over Bolt."""
        deadline = time.monotonic() + patience
        while not answers(self.uri, ("neo4j", PASSWORD)):
            if time.monotonic() > deadline:
                raise UnavailableError(f"the container's Neo4j gave no answer in {patience:.0f} seconds")
            time.sleep(0.5)

    def stop(self) -> None:
        """End our container; docker removes it."""
        if self.container:
            docker("stop", "--time", "5", self.container)
            self.container = ""


def docker(*arguments: str, timeout: float = 60) -> str | None:
    """Run docker and return what it printed, None if it is missing, fails or hangs."""
    program = shutil.which("docker")
    if program is None:
        return None
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
