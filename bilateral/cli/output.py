"""Rows on standard output, in the format that was asked for; words go to standard error."""

from __future__ import annotations

import csv
import io
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Format", "render", "say", "show"]

Cell = object


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


def say(words: str) -> None:
    """Print words for a person, on standard error."""
    sys.stderr.write(words + "\n")


def show(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: Format) -> None:
    """Print rows on standard output."""
    sys.stdout.write(render(columns, rows, form))


def render(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: Format) -> str:
    """Give rows as text: an aligned table, JSON (a list of objects), CSV (RFC 4180) or a Markdown table."""
    return {Format.table: _table, Format.json: _json, Format.csv: _csv, Format.markdown: _markdown}[form](columns, rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return "(no rows)\n"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_words(cell)) for cell in row))
    out = io.StringIO()
    console = Console(file=out, force_terminal=False, width=None if sys.stdout.isatty() else 160)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _json(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=2, default=str) + "\n"


def _csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_words(cell, "; ") for cell in row] for row in rows)
    return out.getvalue()


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines.extend(
        "| " + " | ".join(_words(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows
    )
    return "\n".join(lines) + "\n"


def _words(cell: Cell, joint: str = ", ") -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    if isinstance(cell, list | tuple):
        return joint.join(_words(item) for item in cell)
    if isinstance(cell, dict):
        return json.dumps(cell, ensure_ascii=False, default=str)
    return str(cell)
