"""Progress on standard error: a moving bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["progress"]

_EVERY = 5.0


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many more are done."""
    if sys.stderr.isatty():
        with _bar(what, total) as advance:
            yield advance
    else:
        yield _lines(what, total)


@contextmanager
def _bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total)
        yield lambda number: shown.advance(task, number)


def _lines(what: str, total: int) -> Callable[[int], None]:
    started = time.monotonic()
    state = {"done": 0, "said": started}

    def advance(number: int) -> None:
        state["done"] += number
        now = time.monotonic()
        if now - state["said"] >= _EVERY or state["done"] == total:
            state["said"] = now
            sys.stderr.write(f"{what}: {state['done']:.0f} of {total}\n")

    return advance
