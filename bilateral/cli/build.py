"""`build` and `extract`: from sources to facts, and on to the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bilateral.cli.options import FormatOption, Sources, WorkspaceOption, workspace_root
from bilateral.cli.output import Format, say

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(build)
    app.command()(extract)


def build(
    sources: Annotated[list[Path] | None, typer.Argument(help="Folders or files: .txt, .jsonl, .yaml.")] = None,
    workspace: WorkspaceOption = None,
    withdraw: Annotated[
        list[str] | None, typer.Option(help="Retract everything that this article says (its id).")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Read sources and build the graph.

    Extracts facts, records them in the ledger, assembles the graph and keeps it in the embedded store.

    Example: bilateral build samples/articles -w demo
    """
    from bilateral import homes, reading
    from bilateral.cli.progress import progress
    from bilateral.cli.reports import show_report
    from bilateral.errors import UsageError
    from bilateral.graph.identity import resolve
    from bilateral.graph.ledger import Ledger, Recorded
    from bilateral.queries.reports.summary import summarize
    from bilateral.workspace import hold

    if not sources and not withdraw:
        raise UsageError("nothing to build from", remedy="Give a folder or files, or --withdraw with an article's id.")
    total = reading.count_sources(sources) if sources else 0
    with hold(workspace_root(workspace), create=bool(sources)) as place, Ledger.open(place.ledger) as ledger:
        done = Recorded()
        for article in withdraw or ():
            done += ledger.withdraw(article)
        if sources:
            with progress("reading", total) as advance:
                done += reading.read_into(ledger, sources, advance, say)
        resolve(ledger)
        with homes.open_store(place) as store:
            loaded = homes.refresh(store, ledger)
            say(_told(done, loaded.changes))
            show_report(summarize(store), form)
        say(f"workspace: {place.root}")


def _told(done: object, changes: int) -> str:
    from bilateral.graph.ledger import Recorded

    assert isinstance(done, Recorded)
    if not done and not changes:
        return f"nothing changed: {done.unchanged} articles are as they were"
    articles = f"{done.new} new, {done.changed} changed, {done.unchanged} unchanged, {done.withdrawn} withdrawn"
    return f"articles: {articles}; statements: {done.recorded} recorded, {done.retracted} retracted; store: {changes} changes"


def extract(
    sources: Sources,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write here (.jsonl or .yaml) instead of to standard output.")
    ] = None,
) -> None:
    """Extract article facts only.

    In the exchange format: JSON Lines, or YAML where the file's name ends so.

    Example: bilateral extract samples/articles -o facts.yaml
    """
    from bilateral import reading
    from bilateral.cli.files import writing
    from bilateral.cli.progress import progress
    from bilateral.schema.factsio import dump_jsonl, dump_yaml

    total = reading.count_sources(sources)
    with progress("extracting", total) as advance:
        facts = tuple(reading.facts_of(sources, advance, say))
    dump = dump_yaml if out is not None and out.suffix in {".yaml", ".yml"} else dump_jsonl
    with writing(out) as file:
        file.write(dump(facts).encode())
