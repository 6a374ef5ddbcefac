"""Output files: whole or not at all."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from bilateral.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["writing"]


@contextmanager
def writing(path: Path | None) -> Iterator[IO[bytes]]:
    """Give a binary file that appears under its name only once it is whole; standard output where there is no path."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"cannot be written: {error.strerror}",
            place=str(path),
            remedy="Choose another place with -o, or free some space.",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
