"""The Java machine in our process, started once and silently, with options that keep data whole and files closed."""

from __future__ import annotations

import atexit
import os
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Final

import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

__all__ = ["HEAP_VARIABLE", "start"]

#: How much memory the embedded engine may take, in Java's notation.
HEAP_VARIABLE: Final = "BILATERAL_HEAP"
_HEAP: Final = "1g"
_OPTIONS: Final = (
    "-Xrs",  # leave SIGTERM, SIGINT and SIGHUP to Python: the JVM's own handler aborts the process
    "-XX:+UnlockExperimentalVMOptions",
    "-XX:+DisablePrimordialThreadGuardPages",  # they would leave Python an eighth of its stack, and end it at a deep text
    "-XX:+UseSerialGC",
    "-XX:+UseCompactObjectHeaders",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Darcadedb.txWalFlush=2",  # a commit is on the disk when it returns
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",  # a question reads the graph, not files
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)


def start() -> None:
    """Start the machine if it does not run yet; it prints nothing and leaves no log folder behind.

    The binding's own `start_jvm` always loads an incubator module, which prints a warning on stderr, and logs into ./log.
    """
    if jpype.isJVMStarted():
        return
    heap = os.environ.get(HEAP_VARIABLE, _HEAP)
    crash = Path(tempfile.gettempdir()) / "bilateral-hs_err_pid%p.log"
    silent = files("bilateral.graph.stores").joinpath("silent.properties")
    options = (f"-Xmx{heap}", f"-XX:ErrorFile={crash}", f"-Djava.util.logging.config.file={silent}", *_OPTIONS)
    jpype.startJVM(get_bundled_jre_lib_path(), *options, classpath=f"{get_jar_path()}/*", interrupt=False)
    atexit.register(_close_stores)  # runs before JPype ends the machine, which would wait half a minute for open stores


def _close_stores() -> None:
    for database in list(jpype.JClass("com.arcadedb.database.DatabaseFactory").getActiveDatabaseInstances()):
        if database.isOpen():
            database.close()
