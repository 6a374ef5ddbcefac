"""Instruments that are named without their parties: 'NAFTA', 'the Indus Waters Treaty'.

Input: a line. Output: `Known` hits of lexicon/known_agreements.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.instrument import Instrument
from bilateral.loaders.extract.lexicon import read_lexicon
from bilateral.loaders.extract.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.phrases import Hit

__all__ = ["Known", "find_known", "known_instrument"]

_PLACE: Final = "lexicon/known_agreements.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """What every reader knows of an instrument."""

    title: str
    type: str
    parties: tuple[str, ...]
    areas: tuple[str, ...]


def find_known(body: str, line: Line) -> tuple[Hit[Known], ...]:
    """Give the known instruments that the line names, written with a capital."""
    return tuple(hit for hit in _index().find(body, line.start, line.end) if body[hit.start].isupper())


def known_instrument(body: str, line: Line, hit: Hit[Known]) -> Instrument:
    """Make the instrument that a known name stands for."""
    at = line.at(hit.start)
    start = line.words[at - 1].start if at and line.low(at - 1) == "the" else hit.start
    return Instrument(
        line.index, start, hit.start, hit.end, hit.end, hit.value.type, body[hit.start : hit.end], named=True, title=hit.value.title
    )


@cache
def _index() -> PhraseIndex[Known]:
    return PhraseIndex(_entries())


def _entries() -> Iterator[tuple[str, Known]]:
    entries = read_lexicon("known_agreements")
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict):
            raise InputError("not a mapping", place=_PLACE, remedy="Write names, title, type, parties and areas.")
        known = Known(str(entry["title"]), str(entry["type"]), tuple(sorted(map(str, entry["parties"]))), tuple(map(str, entry["areas"])))
        for name in entry["names"]:
            yield str(name), known
