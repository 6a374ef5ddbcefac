"""`check`, `evaluate` and `schema`: whether what is written is right, and how good extraction is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bilateral.cli.options import FormatOption
from bilateral.cli.output import Format, say, show

if TYPE_CHECKING:
    from bilateral.loaders.evaluation.report import Figures, Report

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (check, evaluate, schema):
        app.command()(command)


def check(
    files: Annotated[list[Path], typer.Argument(help="Article facts (.yaml, .jsonl), articles, or a schema folder.")],
) -> int:
    """List every fault of facts or schema files.

    Each comes with file, line and remedy; exit code 1 if there are any.

    Example: bilateral check facts.yaml
    """
    from bilateral.checking import find_faults

    number, faults = find_faults(files)
    for fault in faults:
        typer.echo(str(fault))
    say(f"{number - len(faults)} of {number} without faults")
    return 1 if faults else 0


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder or file of gold facts.")],
    facts: Annotated[Path, typer.Argument(help="Folder or file of found facts.")],
    texts: Annotated[Path | None, typer.Option(help="Folder of ID.txt: check that evidence is verbatim.")] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every missed and every wrong fact, with its sentence.")
    ] = False,
    form: FormatOption = Format.table,
) -> None:
    """Measure found facts against gold facts.

    Precision, recall and F1 by kind and type; with --errors every mistake with the sentence it is about.

    Example: bilateral extract gold/texts -o found.jsonl && bilateral evaluate gold/dev found.jsonl --texts gold/texts
    """
    from bilateral.loaders.evaluation import evaluate as measure
    from bilateral.loaders.evaluation import read_documents
    from bilateral.loaders.evaluation.mistakes import COLUMNS, rows_of

    report = measure(read_documents(gold), read_documents(facts), texts)
    if errors:
        show(COLUMNS, rows_of(report.mistakes, texts), form)
        return
    rows = [
        (name, each.precision, each.recall, each.f1, each.hits, each.found, each.gold)
        for name, each in _figures(report)
    ]
    show(("kind", "precision", "recall", "f1", "right", "found", "gold"), [_rounded(row) for row in rows], form)
    if form is Format.table:
        for line in _words(report):
            typer.echo(line)


def schema(
    piece: Annotated[str, typer.Argument(metavar="PIECE", help="One of: ddl, shacl, owl, context, docs.")],
) -> None:
    """Print DDL, SHACL, OWL, JSON-LD context or docs.

    Example: bilateral schema shacl
    """
    from bilateral.errors import UsageError
    from bilateral.schema.products import PRODUCTS, product

    for name in PRODUCTS:
        if name == piece:
            typer.echo(product(name), nl=False)
            return
    raise UsageError(f"the schema gives no {piece!r}", remedy=f"Choose one of: {', '.join(PRODUCTS)}.")


def _figures(report: Report) -> list[tuple[str, Figures]]:
    return [*report.kinds.items(), *sorted(report.types.items())]


def _rounded(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(f"{cell:.3f}" if isinstance(cell, float) else cell for cell in row)


def _words(report: Report) -> list[str]:
    lines = []
    for kind, counts in report.attributes.items():
        told = ", ".join(f"{name} {right / of:.3f}" if of else f"{name} –" for name, (right, of) in counts.items())
        lines.append(f"{kind}: {told}")
    if report.evidence[1]:
        lines.append(f"evidence: {report.evidence[0]} of {report.evidence[1]} facts quote the text")
    lines.append(f"facts: F1 {report.facts_f1:.3f} over {report.articles[0]} articles")
    return lines
