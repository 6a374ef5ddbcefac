"""Start and stop one Neo4j server of our own, from jars, in a home of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_jars import PASSWORD, Installation, UnavailableError

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=:{http}
server.http.advertised_address=127.0.0.1:{http}
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
internal.server.bolt.connection_shutdown_wait_time=0s
"""
CALENDAR_SETTINGS = "server.fleet_discovery.enabled=false\ndbms.fleet_manager.enabled=false\n"  # unknown to 5.26
PATIENCE = 180.0  # seconds until a server on a busy machine must have answered


@dataclass(slots=True)
class Neo4jProcess:
    """A server of our own: where it listens, and its process."""

    installation: Installation
    home: Path
    bolt: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    def prepare(self) -> None:
        """Write the settings (with free ports) and the password into the home."""
        for name in ("conf", "import", "logs", "data/dbms"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        self.bolt, http = free_ports()
        settings = SETTINGS.format(bolt=self.bolt, http=http) + (
            CALENDAR_SETTINGS if self.installation.calendar else ""
        )
        (self.home / "conf" / "neo4j.conf").write_text(settings)
        self._set_password()

    def _set_password(self) -> None:
        """Set the first password; what the tool wrote is kept beside the jars, since the tool takes seconds."""
        written, kept = self.home / "data/dbms/auth.ini", self.installation.folder / "auth.ini"
        if not kept.exists():
            said = self.installation.admin(self.home, "dbms", "set-initial-password", PASSWORD)
            if said.returncode:
                raise UnavailableError(f"neo4j-admin set no password: {said.stderr[-300:]}")
            shutil.copy(written, kept)
        shutil.copy(kept, written)

    def launch(self) -> None:
        """Start the server without waiting for it; it ends when this process ends, however it ends."""
        leash = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        homes = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "logs" / "out.txt").open("wb") as out:
            self.process = subprocess.Popen(
                leash + self.installation.command(self.installation.main_class, *homes),
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )

    def wait(self, patience: float = PATIENCE) -> None:
        """Wait for an answer over Bolt: the port is open seconds earlier."""
        assert self.process is not None
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise UnavailableError(f"Neo4j ended at once: {(self.home / 'logs' / 'out.txt').read_text()[-400:]}")
            if answers(self.uri, ("neo4j", PASSWORD)):
                return
            time.sleep(0.5)
        raise UnavailableError(f"Neo4j gave no answer in {patience:.0f} seconds")

    def stop(self) -> None:
        """End our server, politely first."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def answers(uri: str, auth: tuple[str, str]) -> bool:
    """Tell whether a server answers a query over Bolt."""
    try:
        with (
            GraphDatabase.driver(uri, auth=auth, connection_timeout=5) as driver,
            driver.session(database="neo4j") as session,
        ):
            session.run("RETURN 1").consume()  # without the retries, and the log lines, of execute_query
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def free_ports() -> tuple[int, int]:
    """Return two ports that nobody listens on."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]
