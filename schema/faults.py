"""Faults of a file, collected so that all of them are told at once, each with its line and its remedy."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.errors import InputError

__all__ = ["Fault", "Faults", "nearest"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong at one line of one file."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.remedy}"


@dataclass(slots=True)
class Faults:
    """The faults found so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int, what: str, remedy: str) -> None:
        """Note one fault and go on."""
        self.found.append(Fault(file, line, what, remedy))

    def sorted(self) -> tuple[Fault, ...]:
        """Give every fault once, by file and line."""
        return tuple(sorted(set(self.found)))

    def raise_as(self, kind: type[InputError]) -> None:
        """Raise one error of this kind that tells every fault; do nothing where there is none."""
        faults = self.sorted()
        if not faults:
            return
        first = faults[0]
        if len(faults) == 1:
            raise kind(first.what, place=f"{first.file}:{first.line}", remedy=first.remedy)
        lines = "\n".join(f"  {fault}" for fault in faults)
        raise kind(f"{len(faults)} faults\n{lines}", place=first.file if _one_file(faults) else None)


def nearest(word: str, known: Iterable[str]) -> str:
    """Give a remedy: the known word that looks most like this one, or the whole list."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=1) or difflib.get_close_matches(word.lower(), words, n=1)
    if not near:
        near = difflib.get_close_matches(word.upper(), words, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known: {', '.join(words)}."


def _one_file(faults: tuple[Fault, ...]) -> bool:
    return len({fault.file for fault in faults}) == 1
