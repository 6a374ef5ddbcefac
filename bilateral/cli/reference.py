"""The reference pages in docs/: `python -m bilateral.cli.reference` writes them, `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import typer

from bilateral.cli import app
from bilateral.queries.reference import reference

__all__ = ["commands", "main", "pages"]

_HEAD: Final = """# Commands

Generated from the command line's own help (`make docs`). Data go to standard output, words to standard error. Exit codes: 0 fine,
1 findings, 2 wrong use or bad input, 130 interrupted.
"""
_WIDTH: Final = 100


def commands() -> str:
    """Give the page of commands: each one's help."""
    group = typer.main.get_command(app)
    listed = getattr(group, "commands", {})
    parts = [_HEAD]
    for name, command in listed.items():
        context = typer.Context(command, info_name=f"bilateral {name}", max_content_width=_WIDTH, terminal_width=_WIDTH)
        parts.append(f"## {name}\n\n```\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    """Give every generated page of docs/ by file name."""
    return {"commands.md": commands(), "questions.md": reference()}


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are out of date and give 1."""
    folder = Path(__file__).resolve().parents[2] / "docs"
    stale = [name for name, text in pages().items() if not _same(folder / name, text)]
    if "--check" in arguments:
        for name in stale:
            sys.stderr.write(f"docs/{name} is out of date: run make docs\n")
        return int(bool(stale))
    for name in stale:
        (folder / name).write_text(pages()[name], encoding="utf-8")
    return 0


def _same(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
