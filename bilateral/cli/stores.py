"""`load`, `verify` and `rebuild`: the ledger's graph in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.cli.options import FormatOption, To, WorkspaceOption, workspace_root
from bilateral.cli.output import Format, say, show

if TYPE_CHECKING:
    import typer

    from bilateral.graph.stores.protocol import Report

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(load)
    app.command()(verify)
    app.command()(rebuild)


def load(workspace: WorkspaceOption = None, to: To = None) -> None:
    """Apply the ledger to a store, and mend it.

    Says how many changes it took; what was changed by hand is put right.

    Example: bilateral load --to bolt://localhost:7687
    """
    from bilateral import homes
    from bilateral.graph.ledger import Ledger
    from bilateral.workspace import hold

    with (
        hold(workspace_root(workspace)) as place,
        Ledger.open(place.ledger) as ledger,
        homes.open_store(place, homes.server(to)) as store,
    ):
        _tell(homes.refresh(store, ledger) + homes.mend(store, ledger), store.place)


def verify(workspace: WorkspaceOption = None, to: To = None, form: FormatOption = Format.table) -> int:
    """List where a store differs from the ledger.

    Compares property by property; exit code 1 if there are differences.

    Example: bilateral verify --to bolt://localhost:7687
    """
    from bilateral import homes
    from bilateral.graph.ledger import Ledger
    from bilateral.workspace import hold

    with (
        hold(workspace_root(workspace)) as place,
        Ledger.open(place.ledger) as ledger,
        homes.open_store(place, homes.server(to), as_it_is=True) as store,
    ):
        found = homes.differences(store, ledger)
        where = store.place
    if not found:
        say(f"{where}: no differences from the ledger")
        return 0
    columns = ("fault", "what", "kind", "id", "details")
    show(columns, [(each.fault, each.what, each.kind, each.id, "; ".join(each.details)) for each in found], form)
    say(f"{where}: {len(found)} differences from the ledger; `bilateral load` mends them")
    return 1


def rebuild(workspace: WorkspaceOption = None, to: To = None) -> None:
    """Empty a store and load the ledger's graph anew.

    Example: bilateral rebuild
    """
    from bilateral import homes
    from bilateral.graph.ledger import Ledger
    from bilateral.workspace import hold

    with (
        hold(workspace_root(workspace)) as place,
        Ledger.open(place.ledger) as ledger,
        homes.open_store(place, homes.server(to), anew=True) as store,
    ):
        _tell(homes.rebuild(store, ledger), store.place)


def _tell(report: Report, where: str) -> None:
    parts = (
        f"{report.nodes} nodes and {report.edges} edges written, {report.gone_nodes} and {report.gone_edges} removed"
    )
    say(f"{where}: {report.changes} changes ({parts})")
