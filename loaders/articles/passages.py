"""JSON Lines of sentences with two actors each, as event coders have them: `text`, `source`, `target`, and if known `id` and `type`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.articles.decode import decode, read_bytes, without_bom

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Passage", "read_passages"]

_NEEDED: Final = ("text", "source", "target")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the words in it for the two actors, and what a reader says passes between them."""

    id: str
    text: str
    source: str
    target: str
    type: str | None = None


def read_passages(path: Path, *, typed: bool = False) -> tuple[Passage, ...]:
    """Read a file; `typed` asks for a type in each line. Raise ArticleError or InputError where a line is none."""
    lines = without_bom(decode(read_bytes(path), str(path))).splitlines()
    needed = (*_NEEDED, "type") if typed else _NEEDED
    return tuple(_passage(line, n, f"{path}:{n}", needed) for n, line in enumerate(lines, 1) if line.strip())


def _passage(line: str, number: int, place: str, needed: tuple[str, ...]) -> Passage:
    try:
        row = json.loads(line)
        text, source, target = (str(row[key]) for key in _NEEDED)
        kind = str(row["type"]) if "type" in needed else None
        return Passage(str(row.get("id", number)), text, source, target, kind)
    except (AttributeError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise InputError(
            f"no sentence with two actors: {error}",
            place=place,
            remedy=f"Write a JSON object with {', '.join(needed)} on each line.",
        ) from error
