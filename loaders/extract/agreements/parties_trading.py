"""Parties of what is sold: 'A signed a deal to import gas from B', 'A approved the sale of jets to B'.

Input: a contract with its line and the status words that govern it. Output: `Parties` or None.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import codes_of, parties_of
from bilateral.loaders.extract.agreements.parties_acting import subjects
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.parties import Parties
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["is_sale", "of_sale", "sold", "traded"]

Readings = tuple["StatusReading", ...]

_NEAR: Final = 20
_FAR: Final = 14
_KEPT: Final = frozenset({"asserted", "described", "plan"})


def is_sale(instrument: Instrument) -> bool:
    """Tell whether the noun is 'sale' itself, which names two sides but no deed."""
    return instrument.type == "contract" and instrument.noun.split()[-1] in {"sale", "transfer"}


def of_sale(readings: Readings) -> Iterator[StatusReading]:
    """Keep what is said of a sale by those who may allow or stop it, as a fact or as what it may be."""
    for reading in readings:
        if reading.lemma in word_set("agreement_grammar", "status of sale") and reading.modality in _KEPT:
            yield reading


def traded(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A signed a deal to import gas from B'; 'A and B won deals to supply rice to C' are one each."""
    if instrument.type != "contract" or not readings or is_sale(instrument):
        return None
    doers = subjects(line, instrument, readings)
    partners: Sequence[Actor] = [
        a
        for a in line.actors_between(instrument.head_end, instrument.end + _NEAR)
        if a.acts and a.lead in {"from", "to"}
    ]
    codes = codes_of(a.code for a in doers)
    found = parties_of((*doers, *partners[:1]), "signers") if partners else None
    if found is None or len(codes) > 1:
        several = found is not None and instrument.plural and partners[0].code not in codes
        return replace(found, partners=codes) if found and several else None
    return found


def sold(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A approved the sale of jets to B', 'A's arms sales to B': one seller, one buyer."""
    if not is_sale(instrument):
        return None
    own = {c for c in (instrument.owner, *instrument.codes) if c}
    sellers = [a for a in line.actors if a.end <= instrument.head and a.code in own]
    sellers = sellers or list(subjects(line, instrument, readings) if readings else ())
    buyers = [
        a
        for a in line.actors
        if a.start >= instrument.head_end
        and a.lead == "to"
        and line.at(a.start) - line.at(instrument.head_end) <= _FAR
        and a.code not in {s.code for s in sellers}
    ]
    row = (*sellers[-1:], *buyers[:1])
    return parties_of(row, "sold") if sellers and buyers else None
