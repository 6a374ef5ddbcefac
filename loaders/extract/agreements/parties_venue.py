"""Parties of what is named after the place where it was made: 'the Oslo accord', in an article on two states.

Input: an instrument with its line and the article's pair. Output: `Parties` or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.agreements.parties import Parties, codes_of
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["at_venue", "meets_there"]

Readings = tuple["StatusReading", ...]


def at_venue(line: Line, instrument: Instrument, readings: Readings, pair: ClosePair) -> Parties | None:
    """Take 'the Oslo accord' for one of the article's two states, where its sentence names no third."""
    if not instrument.venue or instrument.partners is not None:
        return None
    capital = any(m.kind == "capital" and instrument.start <= m.start < instrument.head for m in line.mentions)
    if not capital and not readings:
        return None  # 'the Brexit deal' is no place
    others = {a.code for a in line.actors if not instrument.start <= a.start < instrument.end}
    named = len(others) == 2 or (others and others < set(pair.codes))  # noqa: PLR2004 - two states make a pair
    codes = (pair.codes or others) if named else frozenset[str]()
    return Parties(codes_of(codes), (), "venue") if codes and others <= set(codes) else None


def meets_there(line: Line, actor: Actor) -> bool:
    """Tell whether a name only says where or when it was done: 'in the A-ish capital', 'during the African Union summit'."""
    at = line.at(actor.end)
    at += line.low(at) in word_set("agreement_grammar", "venue kinds")
    return line.low(at) in word_set("agreement_grammar", "venue meetings") and (
        line.low(at) != "capital" or actor.shape != "pair"
    )
