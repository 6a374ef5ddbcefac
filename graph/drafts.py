"""Files of one folder that appear together, once all of them are whole."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["drafting"]


@contextmanager
def drafting(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; its files move to `folder` at the end of the block, and are gone if the block fails."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".part-", dir=folder) as held:
        draft = Path(held)
        yield draft
        for file in sorted(draft.iterdir()):
            file.replace(folder / file.name)
