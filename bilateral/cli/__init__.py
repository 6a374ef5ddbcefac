"""The command line: commands of a few lines over the rest of the house.

Data go to standard output, words to standard error. Exit codes: 0 fine, 1 findings, 2 wrong use or bad input, 130 interrupted.
Heavy imports stay inside the commands, so that `--help` is quick.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from bilateral.cli import ask, build, code, explain, export, quality, stores
from bilateral.errors import BilateralError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["app", "main"]

_INTERRUPTED = 130

app = typer.Typer(
    name="bilateral",
    help="A knowledge graph of relations between states, in which every mark leads back to its words.\n\n"
    "Begin with: bilateral build SOURCE…   then: bilateral summary, bilateral query --list",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)
for _module in (build, stores, ask, explain, code, export, quality):
    _module.register(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; errors become one line on standard error."""
    try:
        given = None if arguments is None else list(arguments)
        code = app(args=given, prog_name="bilateral", standalone_mode=False)
        sys.stdout.flush()
    except BilateralError as error:
        return _say(f"bilateral: {error}", error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _say("bilateral: interrupted", _INTERRUPTED)
    except typer.TyperException as error:
        return _usage(error)
    except SystemExit:  # how Typer ends when the reader of standard output has left
        return _let_go_of_stdout(BrokenPipeError())
    except OSError as error:  # standard output is the one file that no door guards
        return _let_go_of_stdout(error)
    return _ended(code)


def _ended(code: object) -> int:
    if code == _INTERRUPTED:  # what Typer makes of Ctrl-C
        return _say("bilateral: interrupted", _INTERRUPTED)
    return code if isinstance(code, int) else 0


def _let_go_of_stdout(error: OSError) -> int:
    """Keep Python from complaining at its end about what could not be written; a reader that left is no fault."""
    with suppress(io.UnsupportedOperation):  # in a program that calls `main`, standard output may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return 0
    return _say(
        f"bilateral: {error.filename or 'standard output'}: {error.strerror}. Free space or write elsewhere.", 2
    )


def _say(words: str, code: int) -> int:
    sys.stderr.write(words + "\n")
    return code


def _usage(error: Exception) -> int:
    show = getattr(error, "show", None)
    if show is not None:
        show()
    return int(getattr(error, "exit_code", 2))
