"""How many of which unit of time a phrase speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Phrase

__all__ = ["count_of", "unit_of"]

_HALF = ("and", "a", "half")


def unit_of(phrase: Phrase) -> tuple[int, str] | None:
    """Give the last unit named: (10, 'year') for a decade."""
    units = date_lexicon().units
    return next((units[key] for key in reversed(phrase.keys) if key in units), None)


def count_of(phrase: Phrase) -> float | None:
    """Give the number before the unit; None for 'several', 'a few'."""
    lexicon = date_lexicon()
    keys = phrase.keys
    half = 0.5 if any(keys[at : at + 3] == _HALF for at in range(len(keys))) else 0.0
    total = 0.0
    for word in phrase.words:
        if word.key in {"DAY", "NUM", "YEAR"}:
            return (
                float(word.text.replace(",", "")) if word.text.replace(",", "").replace(".", "", 1).isdigit() else None
            )
        total += lexicon.numbers["NUMWORD"].get(word.key, 0)
    if total or half:
        return (total or 1.0) + half
    if "half" in keys:
        return 0.5
    if lexicon.words_of("VAGUE") & set(keys) - {"some"}:
        return 2.0 if "couple" in keys else None
    return 1.0 if {"a", "an"} & set(keys) else None
