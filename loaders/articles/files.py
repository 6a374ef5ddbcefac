"""Which files stand for the paths that were given: folders searched, order fixed, each file once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

__all__ = ["find_files"]


def find_files(paths: Sequence[Path], endings: Collection[str]) -> tuple[Path, ...]:
    """Return the files to read: paths in the order given, a folder's files sorted by path, none twice."""
    known = ", ".join(sorted(endings))
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _expand(path, endings, known):
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _expand(path: Path, endings: Collection[str], known: str) -> Iterator[Path]:
    if path.is_dir():
        yield from _in_folder(path, endings, known)
    elif not path.exists():
        raise ArticleError("there is no such file or folder", place=str(path), remedy="Check the path.")
    elif path.suffix.lower() not in endings:
        raise ArticleError(
            f"files that end in {path.suffix or 'nothing'!r} are not read",
            place=str(path),
            remedy=f"Give one of {known}.",
        )
    else:
        yield path


def _in_folder(folder: Path, endings: Collection[str], known: str) -> list[Path]:
    inside = [p for p in folder.rglob("*") if p.suffix.lower() in endings and not _hidden(p, folder) and p.is_file()]
    if not inside:
        raise ArticleError(
            "there is no article in this folder",
            place=str(folder),
            remedy=f"Give a folder with files that end in {known}.",
        )
    return sorted(inside, key=lambda p: p.relative_to(folder).as_posix())


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
