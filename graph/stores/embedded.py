"""The embedded store: ArcadeDB in this process, in a folder of its own. The only module that imports the engine.

One process may hold the folder at a time. What a write returned from is on the disk (see `jvm`).
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, cast

import arcadedb_embedded
import jpype
from arcadedb_embedded import ArcadeDBError

from bilateral.errors import StoreError, UsageError
from bilateral.graph.stores import jvm
from bilateral.graph.stores.plain import duration_text, plain_value
from bilateral.graph.stores.protocol import Rows, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["EmbeddedEngine", "InUseError"]

_LANGUAGE: Final = "opencypher"
_TEMPORAL: Final = "com.arcadedb.query.opencypher.temporal."
_PREFIX: Final = re.compile(r"^[A-Z][\w ]* failed: ")
_JAVA_NAME: Final = re.compile(r"\b(?:[a-z]\w*\.)+[A-Z]\w*: ")
#: Outer messages that say nothing.
_WRAPPED: Final = re.compile(r"Error on (?:creating|executing)")
#: The schema, and the one before it, which the engine falls back on.
_SCHEMA_FILES: Final = ("schema.json", "schema.prev.json")
#: Files by which a folder is known to be a store.
_FILES: Final = (*_SCHEMA_FILES, "configuration.json", "database.lck")
#: A zone's name after its offset, as in 2020-01-01T00:00+01:00[Europe/Paris].
_ZONE_NAME: Final = re.compile(r"\[[^\]]*\]$")
#: Causes that say that the text, not the store, is at fault.
_BAD_TEXT: Final = (
    *(
        "CommandParsingException",
        "CommandParameterMissingException",
        "CommandSQLParsingException",
        "QueryNotIdempotentException",
        "SecurityException",
    ),
    *("CommandExecutionException", "IllegalArgumentException", "CommandSemanticException"),
)


class InUseError(StoreError):
    """Another process has the store."""


class EmbeddedEngine:
    """The embedded engine on one folder; a missing folder is made."""

    writers = 1  # several threads that write at once get conflicts

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        """Open or create; StoreError where another process has the folder or its content is damaged.

        `anew` throws the content away first, damaged or not, but never while another process has it.
        """
        self.place = f"embedded store {folder}"
        jvm.start()
        if anew:
            _remove(folder, self.place)
        self._database = _open(folder, self.place)

    def define(self, statements: Sequence[str]) -> None:
        """Run schema statements one by one."""
        try:
            for statement in statements:
                self._database.command(_LANGUAGE, statement)
        except ArcadeDBError as error:
            raise self._fault(error) from error

    def write(self, statements: Sequence[Statement]) -> tuple[int, ...]:
        """Run the statements in one transaction, repeated as a whole on a conflict."""

        def run() -> tuple[int, ...]:
            return tuple(self._count(each) for each in statements)

        try:
            counts: tuple[int, ...] = self._database.run_in_transaction(run)
        except ArcadeDBError as error:
            raise self._fault(error) from error
        return counts

    def _count(self, statement: Statement) -> int:
        rows = self._database.command(_LANGUAGE, statement.text, dict(statement.parameters)).to_list()
        return sum(int(row["n"]) for row in rows)

    def query(self, statement: Statement) -> Rows:
        """Run a statement through the engine's read-only door."""
        try:
            rows = self._database.query(_LANGUAGE, statement.text, dict(statement.parameters)).to_list()
        except ArcadeDBError as error:
            raise self._wrong_question(error) from error
        columns = tuple(rows[0]) if rows else ()
        return Rows(columns, tuple(tuple(plain_value(row[name], _foreign) for name in columns) for row in rows))

    def close(self) -> None:
        """Close the folder for the next process."""
        try:
            self._database.close()
        except ArcadeDBError as error:
            raise self._fault(error) from error

    def _fault(self, error: ArcadeDBError) -> StoreError:
        return StoreError(_reason(str(error)), place=self.place, remedy="'bilateral rebuild' makes the store anew")

    def _wrong_question(self, error: ArcadeDBError) -> StoreError | UsageError:
        said = str(error)
        if any(cause in said for cause in _BAD_TEXT):
            return UsageError(_reason(said), place=self.place, remedy="Check the Cypher text and its parameters")
        return self._fault(error)


def _open(folder: Path, place: str) -> Any:
    _refuse_lost_schema(folder, place)
    try:
        factory = arcadedb_embedded.DatabaseFactory(str(folder.absolute()))  # the engine has its own working folder
        database = factory.open() if factory.exists() else factory.create()
        database.set_wal_flush("yes_full")
    except ArcadeDBError as error:
        raise _opening_error(error, place) from error
    return database


def _refuse_lost_schema(folder: Path, place: str) -> None:
    """Refuse a folder whose schema cannot be read: the engine would open it as if it were empty."""
    made = any(folder.joinpath(name).exists() for name in _FILES)
    if made and not any(_is_json(folder / name) for name in _SCHEMA_FILES):
        raise _damaged("its schema cannot be read", place)


def _is_json(file: Path) -> bool:
    try:
        json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return False
    return True


def _remove(folder: Path, place: str) -> None:
    """Remove a store's folder, and nothing that is not one."""
    if not folder.exists():
        return
    if not any(folder.joinpath(name).exists() for name in _FILES) and any(folder.iterdir()):
        raise StoreError("the folder holds something that is no store", place=place, remedy="Name another folder")
    try:
        _open(folder, place).drop()
    except InUseError:
        raise
    except (StoreError, ArcadeDBError):
        shutil.rmtree(folder)


def _opening_error(error: ArcadeDBError, place: str) -> StoreError:
    said = str(error)
    if "locked by another process" in said or "active instance" in said:
        return InUseError("the store is in use", place=place, remedy="Wait for the other command to end, or end it")
    return _damaged(_reason(said), place)


def _damaged(reason: str, place: str) -> StoreError:
    return StoreError(
        f"the store cannot be opened: {reason}",
        place=place,
        remedy="It is a cache of the ledger: 'bilateral rebuild' makes it anew",
    )


def _reason(said: str) -> str:
    """Give the innermost cause without the names of Java classes."""
    outer, _, inner = said.partition(" (caused by ")
    text = inner.rstrip(")") if _WRAPPED.search(outer) else outer
    return _JAVA_NAME.sub("", _PREFIX.sub("", text)).splitlines()[0]


def _foreign(value: object) -> object:
    """Translate what the binding leaves as a Java object."""
    name = type(value).__name__
    if name.startswith(_TEMPORAL):
        return _moment(name.removeprefix(_TEMPORAL), value)
    if name.endswith(".TraversalPath"):
        return list(cast("Any", value).toAlternatingList())
    record: Any = value
    if isinstance(value, jpype.JClass("com.arcadedb.database.Document")):
        return arcadedb_embedded.convert_java_to_python(record.propertiesAsMap())
    raise UsageError(
        f"an answer holds a {name.rpartition('.')[2]}",
        remedy="Return values, lists or maps, not paths: RETURN n.id, n.name",
    )


def _moment(kind: str, value: Any) -> object:
    text = _ZONE_NAME.sub("", str(value))
    match kind:
        case "CypherDate":
            return date.fromisoformat(text)
        case "CypherDateTime" | "CypherLocalDateTime":
            return datetime.fromisoformat(text)
        case "CypherTime" | "CypherLocalTime":
            return time.fromisoformat(text)
        case "CypherDuration":
            parts = (value.getMonths(), value.getDays(), value.getSeconds(), value.getNanosAdjustment())
            return duration_text(*map(int, parts))
        case _:
            return text
