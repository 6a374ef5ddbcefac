"""Output files: whole or not at all."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from bilateral.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["door", "streams", "writing"]


@contextmanager
def writing(path: Path | None) -> Iterator[IO[bytes]]:
    """Give a binary file that appears under its name only once it is whole; standard output where there is no path.

    A device or a pipe (`/dev/stdout`) is written to as it is.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if streams(path):
        with door(path), path.open("wb") as file:
            yield file
        return
    draft = path.with_name(f".{path.name}.part")
    with door(path):
        try:
            with draft.open("wb") as file:
                yield file
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def streams(path: Path) -> bool:
    """Tell whether there is something at `path` that is neither a file nor a folder: it must never be replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def door(path: Path) -> Iterator[None]:
    """Translate what the disk refuses into WorkspaceError."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(
            f"cannot be written: {error.strerror}",
            place=str(path),
            remedy="Choose another place with -o, or free some space.",
        ) from error
