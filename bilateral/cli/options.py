"""Options that several commands share, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bilateral.cli.output import Format
from bilateral.settings import settings

__all__ = ["FormatOption", "Sources", "To", "WorkspaceOption", "workspace_root"]

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        help="Folder of the ledger and the embedded store. [env: BILATERAL_WORKSPACE; workspace.bilateral]",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")]
Sources = Annotated[
    list[Path], typer.Argument(help="Folders or files: .txt, .jsonl (articles or facts), .yaml (facts).")
]
To = Annotated[
    str | None,
    typer.Option(
        "--to", help="A Neo4j server, such as bolt://localhost:7687 [env: NEO4J_URI]; without it, the embedded store."
    ),
]


def workspace_root(given: Path | None) -> Path:
    """Choose the workspace: the option, else the environment, else the default."""
    return given or settings().workspace
