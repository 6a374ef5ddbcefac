"""The Neo4j store: a server of version 5.23 or newer, through the official driver. The only module that imports it."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import neo4j.graph
import neo4j.time
from neo4j import GraphDatabase, NotificationDisabledClassification
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError

from bilateral.errors import StoreError
from bilateral.graph.stores.faults import explain
from bilateral.graph.stores.plain import duration_text, plain_value
from bilateral.graph.stores.protocol import Rows, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from neo4j import ManagedTransaction, Session

__all__ = ["OLDEST", "Neo4jEngine", "refuse_unknown"]

#: `CALL (x) { … }`, which questions use, came with this version.
OLDEST: Final = (5, 23)
_PRODUCT: Final = "Neo4j Kernel"
_COMPONENTS: Final = "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version ORDER BY name"
_ADDRESS: Final = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://")
#: Without any handler Python prints the driver's warnings, such as that a transaction is repeated.
_SILENT: Final = logging.NullHandler()
_PATIENCE: Final = 10.0  # seconds for a connection to open


class Neo4jEngine:
    """One database of one server."""

    writers = 2  # sessions that write side by side

    def __init__(self, uri: str, *, username: str, password: str, database: str = "neo4j") -> None:
        """Connect and look at the server's version; StoreError says what is wrong and what to do."""
        self.place = uri
        logging.getLogger("neo4j").addHandler(_SILENT)
        self._database = database
        if not _ADDRESS.match(uri):
            raise explain("ConfigurationError", None, "it does not begin with bolt:// or neo4j://", uri)
        with _translated(uri):
            self._driver = GraphDatabase.driver(
                uri,
                auth=(username, password),
                connection_timeout=_PATIENCE,
                telemetry_disabled=True,
                notifications_disabled_classifications=[
                    NotificationDisabledClassification.UNRECOGNIZED,  # the names of an empty database
                    NotificationDisabledClassification.SCHEMA,  # a constraint that exists already
                ],
            )
        try:
            refuse_unknown(self._components(), uri)
        except StoreError:
            self._driver.close()
            raise

    def _components(self) -> Rows:
        # Without execute_read's half a minute of retries: a person waits for this answer.
        with _translated(self.place), self._session() as session:
            return _rows(session.run(_COMPONENTS))

    def define(self, statements: Sequence[str]) -> None:
        """Run schema statements in a transaction of their own: together they take a fraction of the time."""
        with _translated(self.place), self._session() as session:
            session.execute_write(_run, tuple(statements))

    def write(self, statements: Sequence[Statement]) -> tuple[int, ...]:
        """Run the statements in one transaction; the driver repeats it after a transient fault such as a deadlock.

        A violated constraint means that another client made the same thing in between: MERGE finds it the second time.
        """
        held = tuple(statements)
        with _translated(self.place), self._session() as session:
            try:
                return session.execute_write(_counts, held)
            except ConstraintError:
                return session.execute_write(_counts, held)

    def query(self, statement: Statement) -> Rows:
        """Run a statement in a transaction that the server keeps from writing."""
        with _translated(self.place), self._session() as session:
            return session.execute_read(_read, statement)

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _session(self) -> Session:
        return self._driver.session(database=self._database)


def refuse_unknown(components: Rows, place: str) -> None:
    """Raise StoreError unless the components (name, version) are those of a Neo4j that is new enough."""
    versions = [str(version) for name, version in components if name == _PRODUCT]
    remedy = f"Use Neo4j {'.'.join(map(str, OLDEST))} or newer; docker-compose.yml starts one"
    if not versions:
        found = ", ".join(" ".join(map(str, row)) for row in components) or "a product without a name"
        raise StoreError(f"the server is not Neo4j but {found}", place=place, remedy=remedy)
    if tuple(int(part) for part in re.findall(r"\d+", versions[0])[:2]) < OLDEST:
        raise StoreError(f"the server is Neo4j {versions[0]}", place=place, remedy=remedy)


@contextmanager
def _translated(place: str) -> Iterator[None]:
    try:
        yield
    except (DriverError, Neo4jError, ValueError) as error:
        code = error.code if isinstance(error, Neo4jError) else None
        said = (error.message if isinstance(error, Neo4jError) else None) or str(error)
        raise explain(type(error).__name__, code, said, place) from error


def _run(transaction: ManagedTransaction, statements: tuple[str, ...]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


def _counts(transaction: ManagedTransaction, statements: tuple[Statement, ...]) -> tuple[int, ...]:
    return tuple(sum(int(row["n"]) for row in transaction.run(each.text, dict(each.parameters))) for each in statements)


def _read(transaction: ManagedTransaction, statement: Statement) -> Rows:
    return _rows(transaction.run(statement.text, dict(statement.parameters)))


def _rows(result: Any) -> Rows:
    columns = tuple(result.keys())
    return Rows(columns, tuple(tuple(plain_value(value, _foreign) for value in record) for record in result))


def _foreign(value: object) -> object:
    """Translate the driver's own types."""
    match value:
        case neo4j.time.DateTime() | neo4j.time.Date() | neo4j.time.Time():
            return value.to_native()
        case neo4j.time.Duration():
            return duration_text(value.months, value.days, value.seconds, value.nanoseconds)
        case neo4j.graph.Node() | neo4j.graph.Relationship():
            return dict(value.items())
        case neo4j.graph.Path():
            return [dict(each.items()) for each in _along(value)]
        case tuple():  # a point
            return list(value)
        case _:
            return str(value)


def _along(path: neo4j.graph.Path) -> Iterator[neo4j.graph.Entity]:
    """Give the nodes and relationships of a path in turn, as the embedded engine does."""
    yield path.start_node
    for node, relationship in zip(path.nodes[1:], path.relationships, strict=True):
        yield relationship
        yield node
