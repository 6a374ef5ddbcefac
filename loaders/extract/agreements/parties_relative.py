"""Parties told in the clause after an instrument: 'the treaty that A and B signed', 'the deal under which A lends to B'.

Input: an instrument with its line and the status words that govern it. Output: `Parties` or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import PAIR, following_row, parties_of, preceding_row

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.parties import Parties
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["in_relative"]

_NEAR: Final = 2
_VERB: Final = 6
_BY: Final = frozenset({"under", "by", "through", "in", "with"})
_OTHER: Final = frozenset({",", ";", "and", "said", "says", "that", "who", "which", "because", "while"})


def in_relative(line: Line, instrument: Instrument, readings: tuple[StatusReading, ...]) -> Parties | None:
    """Give the doers of the relative clause right after the noun, and whom they sign with."""
    first = line.at(instrument.end)
    first += line.low(first) == ","
    verbs = [r for r in readings if r.start >= instrument.end]
    if instrument.partners is not None:
        return None
    if (arranged := _arranged(line, first) or _regulated(line, first)) is not None or not verbs:
        return arranged
    if line.low(first) not in {"that", "which"} and not _is_bare(line, first, instrument, verbs[0]):
        return None
    doers = preceding_row(line, [a for a in line.actors_between(instrument.end, verbs[0].start) if a.acts])
    partners = [a for a in line.actors_between(verbs[0].end, line.end) if a.lead == "with"]
    return parties_of((*doers, *partners[:1]), "signers") if doers else None


def _arranged(line: Line, first: int) -> Parties | None:
    """Read 'the roadmap that A drew up with B', 'the dialogue which A had put to B': one state, what it did, the other."""
    if line.low(first) not in {"that", "which"} or first + 1 >= len(line.words):
        return None
    row = line.actors_between(line.words[first].end, line.end)
    doers = [a for a in row[:1] if a.acts and line.at(a.start) - first <= _NEAR]
    partners = [a for a in row[1:2] if a.lead in {"with", "to"} and doers]
    if not partners or not 1 < line.at(partners[0].start) - line.at(doers[0].end) <= _VERB:
        return None
    between = {w.low for w in line.words if doers[0].end <= w.start < partners[0].start}
    return parties_of((*doers, *following_row(line, partners, row)), "relative") if not between & _OTHER else None


def _regulated(line: Line, first: int) -> Parties | None:
    """Read 'the deal under which A lends to B', 'the accord whereby A gives B …': the only two states of the clause."""
    opened = (line.low(first), line.low(first + 1))
    if not (opened[1] == "which" and opened[0] in _BY) and opened[0] != "whereby":
        return None
    start = line.words[first].end
    stop = next((w.start for w in line.words if w.start > start and w.low in {",", ";", "said"}), line.end)
    row = [a for a in line.actors_between(start, stop) if a.shape not in {"owner", "origin"}]
    return parties_of(row, "relative") if len({a.code for a in row}) == PAIR else None


def _is_bare(line: Line, first: int, instrument: Instrument, verb: StatusReading) -> bool:
    """Read 'the pact A and B struck': states right after the noun, and right after them what they did."""
    row = line.actors_between(instrument.end, verb.start)
    opens = bool(row) and first == line.at(instrument.end) and line.at(row[0].start) - first <= _NEAR
    return opens and verb.past and line.at(verb.start) - line.at(row[-1].end) <= 1
