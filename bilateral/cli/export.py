"""`export`: the graph in other people's formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bilateral.cli.files import door, streams, writing
from bilateral.cli.options import WorkspaceOption, workspace_root
from bilateral.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.workspace import Workspace

__all__ = ["register"]


class Target(StrEnum):
    """What can be written."""

    turtle = "turtle"
    ntriples = "ntriples"
    nquads = "nquads"
    trig = "trig"
    jsonld = "jsonld"
    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    neo4j_bulk = "neo4j-bulk"
    ledger = "ledger"


_FOLDERS = frozenset({Target.csv, Target.neo4j_bulk})
_RDF = frozenset({Target.turtle, Target.ntriples, Target.nquads, Target.trig, Target.jsonld})
#: Which formats an option means something for.
_MEANT = {
    "rdf12": _RDF - {Target.jsonld},
    "evidence": frozenset({Target.graphml, Target.gexf}),
    "bodies": frozenset({Target.ledger}),
}


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(export)


def export(
    form: Annotated[Target, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(Target)}.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File (or folder, for csv and neo4j-bulk) to write.")
    ] = None,
    rdf12: Annotated[
        bool, typer.Option("--rdf12", help="Add RDF 1.2 reifiers (triple terms) for direct triples.")
    ] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="GraphML, GEXF: with statements and articles.")] = False,
    bodies: Annotated[bool, typer.Option("--bodies", help="Ledger: with the texts of the articles.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the graph in another format.

    RDF (with a VoID description beside a file), CSV tables, GraphML, GEXF, Neo4j bulk import, the ledger.
    Beside every file, and in every folder, stands how accurate the extraction is.

    Example: bilateral export turtle -o relations.ttl
    """
    from bilateral.errors import UsageError
    from bilateral.workspace import hold

    if form in _FOLDERS and out is None:
        raise UsageError(f"{form} is a folder of files", remedy="Name the folder with -o DIR.")
    options = {"rdf12": rdf12, "evidence": evidence, "bodies": bodies}
    for name, formats in _MEANT.items():
        if options[name] and form not in formats:
            known = ", ".join(each for each in Target if each in formats)
            raise UsageError(f"{form} has no --{name}", remedy=f"It is for {known}.")
    with hold(workspace_root(workspace)) as place:
        _write(place, form, out, options)
    if out is not None:
        _accuracy(form, out)
        say(f"{form} written to {out}")


def _write(place: Workspace, form: Target, out: Path | None, options: Mapping[str, bool]) -> None:
    if form is Target.ledger:
        _ledger(place, out, bodies=options["bodies"])
    elif form in _FOLDERS:
        assert out is not None
        _folder(place, form, out)
    elif form in _RDF:
        _rdf(place, form, out, rdf12=options["rdf12"])
    else:
        _network(place, form, out, evidence=options["evidence"])


def _accuracy(form: Target, out: Path) -> None:
    """Put beside the export how accurate the extraction is: what leaves the house says how far it can be trusted."""
    from bilateral.loaders.evaluation.card_text import export_note

    note = export_note()
    if note is None or streams(out):
        return
    with writing(out / "ACCURACY.md" if form in _FOLDERS else out.with_name(f"{out.stem}.accuracy.md")) as file:
        file.write(note.encode())


def _ledger(place: Workspace, out: Path | None, *, bodies: bool) -> None:
    from bilateral.graph.ledger import Ledger

    with Ledger.open(place.ledger) as ledger, writing(out) as file:
        for line in ledger.export(bodies=bodies):
            file.write(line.encode() + b"\n")


def _folder(place: Workspace, form: Target, out: Path) -> None:
    from bilateral import homes
    from bilateral.graph.tables import write_tables
    from bilateral.schema.registry import registry

    graph = homes.current_graph(place)
    if form is Target.csv:
        with door(out):
            write_tables(graph, out, registry())
        return
    from bilateral.graph.stores.bulk import write_bulk

    with door(out):
        told = write_bulk(graph, out)
    say(told)


def _rdf(place: Workspace, form: Target, out: Path | None, *, rdf12: bool) -> None:
    from bilateral import __version__, homes
    from bilateral.graph import clock
    from bilateral.graph.rdf.dataset import describe
    from bilateral.graph.rdf.writer import write_rdf
    from bilateral.schema.registry import registry

    graph, known = homes.current_graph(place), registry()
    with writing(out) as file:
        triples = write_rdf(graph, file, form.value, known, rdf12=rdf12)  # type: ignore[arg-type]
    if out is not None and not streams(out):
        about = describe(graph, known, file=out.name, triples=triples, version=__version__, issued=clock.now())
        with writing(out.with_name(f"{out.stem}.void.ttl")) as file:
            file.write(about.encode())


def _network(place: Workspace, form: Target, out: Path | None, *, evidence: bool) -> None:
    from bilateral import homes
    from bilateral.graph.network import write_network

    graph = homes.current_graph(place)
    with writing(out) as file:
        write_network(graph, file, form.value, evidence=evidence)  # type: ignore[arg-type]
