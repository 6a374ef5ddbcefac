"""Parties of which one stands in the name: 'A signs B trade deal', and members of organisations: 'A ratified the Union's treaty'.

Input: an instrument with its line and the status words that govern it. Output: `Parties` or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.agreements.parties import Parties, codes_of, parties_of
from bilateral.loaders.extract.agreements.parties_acting import MEDIATING, bodies_in, owners, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["acceding", "front_and_subject"]

Readings = tuple["StatusReading", ...]


def front_and_subject(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A signs B trade deal', 'A ratified the African Union's convention': one side in the name, the other signs."""
    if (organised := _of_organisation(line, instrument, readings)) is not None:
        return organised
    owner = instrument.owner if instrument.owner in bodies_in(line) else None
    own = tuple(c for c in (*instrument.codes, owner) if c)
    told = [r for r in readings if r.start < instrument.start and r.modality != "described"]
    if len(set(own)) != 1 or instrument.partners is not None or not told or any(r.lemma in MEDIATING for r in told):
        return None
    doers = [a for a in subjects(line, instrument, readings) if a.code not in own]
    return (
        parties_of((*doers, *owners(line, instrument)[-1:]), "signers") if len({a.code for a in doers}) == 1 else None
    )


def _of_organisation(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A ratified the Customs Protocol of the X Community': a member and its organisation, no third."""
    if not instrument.named or not any(r.asserted and r.status in {"signed", "ratified"} for r in readings):
        return None
    doers = subjects(line, instrument, readings)
    others = {a.code for a in line.actors} - {a.code for a in doers}
    told = [
        a for a in line.actors if a.start >= instrument.start and not a.place and a.code in bodies_in(line) - {"UN"}
    ]
    alone = len({a.code for a in doers}) == 1 and len(others) == 1 and others == {a.code for a in told}
    return parties_of((*doers, *told[:1]), "signers") if alone else None


def acceding(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'B joined the Union after it signed the accession treaty': the one state and the one organisation named."""
    words = {w.casefold() for modifier in instrument.modifiers for w in modifier.split()}
    bodies = {m.code: (m.start, m.end) for m in line.mentions if m.kind == "igo"}
    states = {m.code: (m.start, m.end) for m in line.mentions if m.kind != "igo"}
    if not words & {"accession", "membership", "entry", "association"} or len(bodies) != 1 or len(states) != 1:
        return None
    return Parties(codes_of((*bodies, *states)), (*bodies.values(), *states.values()), "in phrase")
