"""Where the graph lives for a command: the workspace's embedded store, or a Neo4j server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bilateral import __version__
from bilateral.errors import UsageError
from bilateral.graph.assemble import assemble
from bilateral.graph.ledger import Ledger
from bilateral.graph.model import Graph
from bilateral.graph.stores import load as loading
from bilateral.graph.stores.opening import open_embedded, open_neo4j
from bilateral.graph.stores.verify import Difference, verify
from bilateral.schema.contents import contents_hash
from bilateral.settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilateral.graph.stores.protocol import Report, Store
    from bilateral.workspace import Workspace

__all__ = [
    "current_graph",
    "current_store",
    "differences",
    "marker",
    "mend",
    "open_store",
    "rebuild",
    "refresh",
    "server",
]


def server(to: str | None) -> str | None:
    """Choose the Neo4j server: the option, else NEO4J_URI; None is the embedded store."""
    return to or settings().neo4j_uri


@contextmanager
def open_store(
    workspace: Workspace, to: str | None = None, *, anew: bool = False, as_it_is: bool = False
) -> Iterator[Store]:
    """Open the Neo4j server at `to`, else the workspace's embedded store.

    `anew` discards what the embedded one holds. So does a load that was never finished, which may have left torn indexes behind
    (killed, or the disk was full), unless the store is wanted `as_it_is`.
    """
    if to is None:
        with _embedded(workspace.store, anew=anew, as_it_is=as_it_is) as store:
            yield store
        return
    told = settings()
    if told.neo4j_password is None:
        raise UsageError(
            "no password for the Neo4j server",
            place=to,
            remedy="Set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is not neo4j).",
        )
    with open_neo4j(
        to, username=told.neo4j_username, password=told.neo4j_password, database=told.neo4j_database
    ) as store:
        yield store


def _embedded(folder: Path, *, anew: bool, as_it_is: bool) -> Store:
    store = open_embedded(folder, anew=anew)
    if anew or as_it_is or store.marker() is not None:
        return store
    store.close()
    return open_embedded(folder, anew=True)


def refresh(store: Store, ledger: Ledger) -> Report:
    """Bring a store to the state of the ledger; nothing is sent when nothing changed."""
    return loading.load(store, assemble(ledger), marker=marker(ledger))


def mend(store: Store, ledger: Ledger) -> Report:
    """Put right everything in a store that differs from the ledger, edits by hand among it."""
    return loading.mend(store, assemble(ledger), marker=marker(ledger))


def rebuild(store: Store, ledger: Ledger) -> Report:
    """Empty a store and load the ledger's graph."""
    return loading.rebuild(store, assemble(ledger), marker=marker(ledger))


def differences(store: Store, ledger: Ledger) -> tuple[Difference, ...]:
    """List where a store differs from the ledger."""
    return verify(store, assemble(ledger))


def marker(ledger: Ledger) -> str:
    """Name the graph that the ledger gives: its state, and the code that assembles it."""
    code = contents_hash((("bilateral.graph", ""), ("bilateral.schema", "")), __version__)
    return f"{code} {ledger.state()}"


def current_graph(workspace: Workspace) -> Graph:
    """Assemble the ledger's graph as one value."""
    with Ledger.open(workspace.ledger) as ledger:
        return Graph.gather(assemble(ledger))


@contextmanager
def current_store(workspace: Workspace, to: str | None = None) -> Iterator[Store]:
    """Open the store for questions; the embedded one is brought up to date with the ledger first."""
    with open_store(workspace, to) as store:
        if to is None:
            with Ledger.open(workspace.ledger) as ledger:
                refresh(store, ledger)
        yield store
