"""Parties told in the clause after an instrument: 'the treaty that A and B signed', 'the pact which A signed with B'.

Input: an instrument with its line and the status words that govern it. Output: `Parties` or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import parties_of, preceding_row

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.parties import Parties
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["in_relative"]

_NEAR: Final = 2


def in_relative(line: Line, instrument: Instrument, readings: tuple[StatusReading, ...]) -> Parties | None:
    """Give the doers of the relative clause right after the noun, and whom they sign with."""
    first = line.at(instrument.end)
    first += line.low(first) == ","
    verbs = [r for r in readings if r.start >= instrument.end]
    if not verbs or instrument.partners is not None:
        return None
    if line.low(first) not in {"that", "which"} and not _is_bare(line, first, instrument, verbs[0]):
        return None
    doers = preceding_row(line, [a for a in line.actors_between(instrument.end, verbs[0].start) if a.acts])
    partners = [a for a in line.actors_between(verbs[0].end, line.end) if a.lead == "with"]
    return parties_of((*doers, *partners[:1]), "signers") if doers else None


def _is_bare(line: Line, first: int, instrument: Instrument, verb: StatusReading) -> bool:
    """Read 'the pact A and B struck': states right after the noun, and right after them what they did."""
    row = line.actors_between(instrument.end, verb.start)
    opens = bool(row) and first == line.at(instrument.end) and line.at(row[0].start) - first <= _NEAR
    return opens and verb.past and line.at(verb.start) - line.at(row[-1].end) <= 1
