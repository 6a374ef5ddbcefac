"""Who has held office since 2000: presidents, ministers, governors, ambassadors of 189 states, from lexicon/office_holders.tsv.

The table tells which state a titled name serves where the text does not: 'the Minister of Finance, Fernando Medina'. Its head names its
source. `holder_country` answers for one name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.persons import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bilateral.schema.values import PartialDate

__all__ = ["Holder", "holder_country", "holders"]

_FULL: Final = 2
_NUMBERED: Final = frozenset({"ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office: the state served, the year of taking the first known one, whether as its head or its government's."""

    code: str
    since: int
    head: bool
    name: str


@cache
def holders() -> tuple[Holder, ...]:
    """Read the table once."""
    text = files("bilateral.loaders").joinpath("lexicon/office_holders.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(Holder(code, int(since), head == "head", name) for code, since, head, name in lines)


@cache
def _by_ends() -> Mapping[tuple[str, str], tuple[Holder, ...]]:
    """Index by first and last name."""
    found: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in holders():
        found[_ends(holder.name)].append(holder)
    return {key: tuple(every) for key, every in found.items()}


def _ends(name: str) -> tuple[str, str]:
    """Give the first and the last part of a name in plain small letters; `III` is no part of it."""
    parts = folded(name)
    last = parts[-2] if parts[-1] in _NUMBERED and len(parts) > _FULL else parts[-1]
    return parts[0], last


def holder_country(name: str, published: PartialDate | None, named: Collection[str]) -> str | None:
    """Give the state that somebody of this first and last name served by then; None if unknown or in doubt.

    Only a head of state or government is known by name where the text does not name the state (`named`).
    """
    if len(folded(name)) < _FULL:
        return None
    first, last = _ends(name)
    known = _by_ends().get((first, last)) or _by_ends().get((last, first), ())
    year = published.latest.year if published and published.latest else None
    codes = {h.code for h in known if (h.head or h.code in named) and (year is None or h.since <= year)}
    return codes.pop() if len(codes) == 1 else None
