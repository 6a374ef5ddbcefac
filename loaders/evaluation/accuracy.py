"""The figures of the accuracy card as values, and as the JSON that is shipped with the package."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILE", "Card", "Counts", "MeasuredSet", "Mistakes", "shipped_card"]

FILE: Final = "accuracy.json"
#: Right, found, gold.
Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Mistakes:
    """How many facts of one sort were missed, and how many were found that are not there."""

    kind: str
    sort: str
    missed: int
    wrong: int


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """One annotated set: what it is, in words, and everything that was counted on it.

    `empty` articles hold nothing between states; `confidence` has for each bucket its lower edge, the number of facts, the mean
    confidence and the share that is right; `causes` tell for each kind of fact why how many were missed.
    """

    about: str
    articles: int
    years: tuple[int, int] | None
    figures: Mapping[str, Counts]
    types: Mapping[str, Counts]
    attributes: Mapping[str, Mapping[str, tuple[int, int]]]
    empty: int
    empty_with_facts: int
    false_facts: int
    evidence: tuple[int, int]
    mistakes: tuple[Mistakes, ...]
    confidence: tuple[tuple[float, int, float, float], ...]
    causes: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """All sets, the day of measuring, and what was measured."""

    measured: str
    version: str
    rules: str
    model: str
    sets: tuple[MeasuredSet, ...]

    def plain(self) -> dict[str, object]:
        """Give the card as JSON holds it."""
        return asdict(self)


def shipped_card() -> Card | None:
    """Read the card that came with this package; None if none was measured."""
    file = files("bilateral.loaders.evaluation").joinpath(FILE)
    return read_card(file.read_text(encoding="utf-8")) if file.is_file() else None


def read_card(text: str) -> Card:
    """Read a card that `plain` wrote."""
    told = json.loads(text)
    return Card(**{**told, "sets": tuple(_set(each) for each in told["sets"])})


def _set(told: Mapping[str, Any]) -> MeasuredSet:
    pairs = {
        "years": tuple(told["years"]) if told["years"] else None,
        "figures": {name: tuple(counts) for name, counts in told["figures"].items()},
        "types": {name: tuple(counts) for name, counts in told["types"].items()},
        "attributes": {k: {n: tuple(c) for n, c in each.items()} for k, each in told["attributes"].items()},
        "evidence": tuple(told["evidence"]),
        "mistakes": tuple(Mistakes(**each) for each in told["mistakes"]),
        "confidence": tuple(tuple(each) for each in told["confidence"]),
        "causes": tuple(tuple(each) for each in told.get("causes", ())),
    }
    return MeasuredSet(**{**told, **pairs})
