"""The SQLite file: opening, its schema version, transactions, and its errors in our words."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from bilateral.errors import LedgerError, LockedError
from bilateral.graph.ledger.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["VERSION", "connect", "damage", "door", "transaction"]

#: The version of the tables; a file of a newer one is refused, an older one would be carried over here.
VERSION: Final = 1
_APPLICATION: Final = 0x42494C41  # "BILA", so that no other program's database is taken for a ledger
_LOCKED: Final = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})
_REMEDIES: Final = {
    "SQLITE_FULL": ("the disk is full", "Free some space and repeat the command; what was recorded before is whole."),
    "SQLITE_READONLY": ("it cannot be written", "Make the file and its folder writable, or use another workspace."),
    "SQLITE_CANTOPEN": ("it cannot be opened", "Check that its folder exists and may be read and written."),
    "SQLITE_PERM": ("it may not be opened", "Check the permissions of the file and its folder."),
    "SQLITE_NOTADB": (
        "it is no SQLite database",
        "Restore it from a copy, or move it away and build again from the sources.",
    ),
    "SQLITE_CORRUPT": ("it is damaged", "Restore it from a copy, or move it away and build again from the sources."),
    "SQLITE_IOERR": ("the disk reports an error", "Check the disk; then repeat the command."),
}


def connect(path: Path, *, wait: float, read_only: bool = False) -> sqlite3.Connection:
    """Open a ledger, and make one where there is none; raise LedgerError for a file that is none of ours."""
    with door(path):
        mode = "ro" if read_only else "rwc"
        address = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, cached_statements=256)
        with ExitStack() as undo:
            undo.callback(connection.close)
            _prepare(connection, path, read_only=read_only)
            undo.pop_all()
    return connection


@contextmanager
def door(path: Path) -> Iterator[None]:
    """Translate what SQLite raises into LockedError or LedgerError with a remedy."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _translate(fault, str(path)) from fault


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or none of it; a killed process leaves none of it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Check every page, index and reference; give what is wrong."""
    pages = [str(text) for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
    broken = [
        f"row {row} of {table} refers to no {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    return (*pages, *broken)


def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if not tables and not read_only:
        _create(connection)
        return
    if application != _APPLICATION:
        raise LedgerError("it is no ledger", place=str(path), remedy="Name another file, or move this one away.")
    if version != VERSION:
        raise LedgerError(
            f"it has the tables of version {version}, this program knows version {VERSION}",
            place=str(path),
            remedy="Use the version of bilateral that wrote it, or a newer one.",
        )
    if not read_only:
        _tune(connection)


def _create(connection: sqlite3.Connection) -> None:
    _tune(connection)
    with transaction(connection):
        # Another process may have made the tables while this one waited for its turn.
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            for table in TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _tune(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _translate(fault: sqlite3.Error, place: str) -> LedgerError | LockedError:
    name = getattr(fault, "sqlite_errorname", None) or ""
    primary = "_".join(name.split("_")[:2])
    if primary in _LOCKED:
        return LockedError(
            "another process is writing to the ledger", place=place, remedy="Wait for it to end, then repeat."
        )
    what, remedy = _REMEDIES.get(primary, (f"SQLite says: {fault}", "Check the file with `bilateral verify`."))
    return LedgerError(what, place=place, remedy=remedy)
