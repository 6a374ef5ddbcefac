"""`code`: the PLOVER type of what passes between two actors that the user names, for event coders who have actors of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bilateral.cli.options import FormatOption
from bilateral.cli.output import Format, show

if TYPE_CHECKING:
    from bilateral.loaders.articles.passages import Passage

__all__ = ["register"]

_COLUMNS = ("id", "type", "mode", "status", "word", "rule", "confidence")


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(code)


def code(
    sentence: Annotated[str | None, typer.Argument(help="A sentence that names both actors.")] = None,
    source: Annotated[str | None, typer.Option(help="The words in it for who acts.")] = None,
    target: Annotated[str | None, typer.Option(help="The words in it for whom it is done to.")] = None,
    file: Annotated[
        Path | None, typer.Option("--in", help="JSON Lines with text, source, target and, if you like, id.")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Tell the type of event between two given actors.

    The actors may be anybody: states, firms, crowds, courts. Types and modes are those of PLOVER; nothing found is an empty row.

    Example: bilateral code "The miners' union sued the ministry." --source "The miners' union" --target "the ministry"
    """
    from bilateral.errors import UsageError
    from bilateral.loaders.articles.passages import Passage, read_passages

    if file is not None and (sentence or source or target):
        raise UsageError("a file has its own sentences and actors", remedy="Give a sentence or --in, not both.")
    if file is None and not (sentence and source and target):
        raise UsageError(
            "no sentence with two actors", remedy="Give a sentence with --source and --target, or a file with --in."
        )
    alone = (Passage("sentence", sentence or "", source or "", target or ""),)
    show(_COLUMNS, [_row(each) for each in (alone if file is None else read_passages(file))], form)


def _row(passage: Passage) -> tuple[object, ...]:
    from bilateral.loaders.extract.coded import code as coded

    found = coded(passage.text, passage.source, passage.target)
    if found is None:
        return (passage.id, *(None for _ in _COLUMNS[1:]))
    return (passage.id, *(getattr(found, name) for name in _COLUMNS[1:]))
