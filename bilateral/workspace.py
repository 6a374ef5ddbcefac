"""A workspace: one folder with the ledger, the embedded store and a lock, used by one process at a time."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.errors import LockedError, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Workspace", "hold"]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The places inside one workspace folder."""

    root: Path

    @property
    def ledger(self) -> Path:
        """The SQLite file: the only truth."""
        return self.root / "ledger.sqlite"

    @property
    def store(self) -> Path:
        """The embedded store: a cache of the ledger."""
        return self.root / "store"


@contextmanager
def hold(root: Path, *, create: bool = False) -> Iterator[Workspace]:
    """Lock the workspace for this process; make it where `create` says so. Raises WorkspaceError or LockedError."""
    if not create and not (root / "ledger.sqlite").exists():
        raise WorkspaceError(
            "there is no workspace here", place=str(root), remedy="Make one with: bilateral build SOURCE -w DIR"
        )
    try:
        root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(root / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise WorkspaceError(
            f"cannot be used: {error.strerror}",
            place=str(root),
            remedy="Choose a folder that you may write to with -w.",
        ) from error
    try:
        _lock(descriptor, root)
        yield Workspace(root)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, root: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
        raise LockedError(
            f"another process (pid {holder}) is using this workspace",
            place=str(root),
            remedy="Wait until it has finished, or choose another workspace with -w.",
        ) from error
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
