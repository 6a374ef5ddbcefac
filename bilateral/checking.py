"""Every fault of the files that somebody gives: of each by itself, then of all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.errors import InputError
from bilateral.loaders.articles import read_sources
from bilateral.loaders.articles.files import find_files
from bilateral.loaders.articles.sources import READERS
from bilateral.schema.registry import read_registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["find_faults"]


def find_faults(paths: Sequence[Path]) -> tuple[int, tuple[InputError, ...]]:
    """Give the number of files looked at, and one error a file at fault (it lists all its faults).

    A folder with `types` and `vocabulary` is a schema and counts as one file; any other folder stands for the files in it.
    Where every file is right by itself, ids that are taken twice are looked for in all of them together.
    """
    number = 0
    faults: list[InputError] = []
    for file in _expand(paths, faults):
        number += 1
        if (fault := _fault([file])) is not None:
            faults.append(fault)
    if not faults and (fault := _fault([path for path in paths if not _is_schema(path)])) is not None:
        faults.append(fault)
    return max(number, len(faults)), tuple(faults)


def _expand(paths: Sequence[Path], faults: list[InputError]) -> Iterator[Path]:
    for path in paths:
        if _is_schema(path):
            yield path
            continue
        try:
            yield from find_files([path], READERS)
        except InputError as fault:
            faults.append(fault)


def _is_schema(path: Path) -> bool:
    return (path / "types").is_dir() and (path / "vocabulary").is_dir()


def _fault(paths: Sequence[Path]) -> InputError | None:
    try:
        if paths and _is_schema(paths[0]):
            read_registry(paths[0])
        elif paths:
            for _ in read_sources(paths):
                pass
    except InputError as fault:
        return fault
    return None
