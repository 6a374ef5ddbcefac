"""A hash over parts of this package's own code and data: equal means that the same input gives the same output."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

__all__ = ["contents_hash"]

_ENDINGS: Final = (".py", ".yaml", ".json", ".tsv")


def contents_hash(parts: Iterable[tuple[str, str]], salt: str = "") -> str:
    """Hash code and data files under each (package, folder); an empty folder is the package's own."""
    digest = hashlib.blake2b(salt.encode(), digest_size=8)
    for package, folder in parts:
        base = files(package).joinpath(folder) if folder else files(package)
        for name, data in sorted(_contents(base, f"{package}/{folder}")):
            digest.update(f"{name}\n{len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _contents(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(_ENDINGS):
            yield f"{path}/{entry.name}", entry.read_bytes()
