"""Parties that act on an instrument: 'A and B agreed', 'signed by A and B', 'A lent B'.

Input: an instrument with its line and the status words that govern it. Output: `Parties` or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import (
    Parties,
    codes_of,
    following_row,
    parties_of,
    preceding_row,
    spans_of,
)
from bilateral.loaders.extract.agreements.parties_named import is_third
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["MEDIATING", "bodies_in", "deeds_of", "financed", "owners", "signers", "subjects"]

Readings = tuple["StatusReading", ...]

_TAKING: Final = frozenset({"to", "for", "in", "help", "helping", "assist", "assisting", "support", "supporting"})
#: Verbs of those who bring others together.
MEDIATING: Final = frozenset({"broker", "back", "hail"})
_ADDRESSING: Final = frozenset(
    {"offer", "propose", "promise", "grant", "give", "ask for", "press for", "approach about"}
)
#: Verbs of those who want others to stop fighting.
WISHING: Final = frozenset(
    {"call for", "urge", "demand", "push for", "press for", "plead for", "appeal for", "lobby for"}
)
_NEAR_GIVER: Final = 14
_SENT: Final = 6
_WITH: Final = 6


def subjects(line: Line, instrument: Instrument, readings: Readings) -> tuple[Actor, ...]:
    """Give those who sign, agree, negotiate: the actors before the governing words, in the same clause."""
    before = min([r.start for r in readings if r.start < instrument.head] + [instrument.start])
    found = [a for a in line.actors if a.end <= before and a.acts and a.lead not in {"to", "from", "against"}]
    start = _clause_start(line, before)
    own = [a for a in found if a.start >= start] or _meant(line, found, start, before)
    own = [a for a in own if a.lead not in word_set("agreement_grammar", "parties told")] or own
    if not own and readings and line.at(readings[0].start) <= 1:
        after = [a for a in line.actors_between(instrument.end, line.end) if a.acts]
        return following_row(line, [a for a in after if a.lead not in {"with", "to", "from"}][:1], line.actors)
    return preceding_row(line, own)


def _meant(line: Line, found: Sequence[Actor], start: int, before: int) -> list[Actor]:
    """Give whom a clause without an actor of its own may mean; 'he' and 'she' the sentence's first: 'A praised B when he signed'."""
    clause = {w.low for w in line.words if start <= w.start < before}
    if start == line.start or not clause & {"he", "she"} or not found:
        return list(found)
    return [a for a in found if a.code == found[0].code]


def _clause_start(line: Line, before: int) -> int:
    """Give where the clause that ends at an offset begins."""
    breaks = word_set("agreement_grammar", "parties breaks")
    return max([w.end for w in line.words if w.start < before and w.low in breaks] + [line.start])


def signers(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A and B signed' and 'signed by A and B'; those who broker a deal are no parties."""
    if not readings and instrument.determiner not in {"their", "our"}:
        return None
    governing = [r for r in readings if r.start < instrument.head] or list(readings)
    helping = any(r.lemma in MEDIATING or (r.lemma in WISHING and instrument.type == "ceasefire") for r in governing)
    doers = () if helping else subjects(line, instrument, readings)
    agents = following_row(
        line,
        [a for a in line.actors if a.start >= instrument.head and _led_by(line, a) and not is_third(line, a)][:1],
        line.actors,
    )
    bodies = [a for a in owners(line, instrument) if a.code in bodies_in(line)]
    if bodies and doers and instrument.partners is None:
        return parties_of((*doers, *bodies[-1:]), "signers")
    offered = any(r.lemma in _ADDRESSING for r in governing)
    offered_to = _given_to(line, instrument, readings) if offered and len(doers) == 1 else deeds_of(line, instrument)
    rows = (agents, doers, (*doers, *agents), (*doers, *offered_to[:1]), (*doers, *_accredited(line, readings)))
    return next((made for row in rows if (made := parties_of(row, "signers"))), None)


def _accredited(line: Line, readings: Readings) -> list[Actor]:
    """Give the state to which the signer is sent: 'the ambassador of A to B … signed'."""
    envoys = word_set("agreement_grammar", "parties envoys")
    last = min((r.start for r in readings if r.status == "signed"), default=line.start)
    found = [a for a in line.actors if a.end <= last and a.lead in {"to", "in"}]
    return [a for a in found if {line.low(line.at(a.start) - n) for n in range(1, _SENT)} & envoys][:1]


def financed(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Read 'A pledged a credit line to B', 'a loan from A for a dam in B', 'A lent B', 'A's loan to B'."""
    if instrument.type != "financing":
        return None
    after = [a for a in line.actors if a.start >= instrument.head]
    named = [a for a in after if _gives(line, instrument, a)][:1]
    givers = [*named, *subjects(line, instrument, readings)[-1:], *owners(line, instrument)]
    given = {givers[0].code} if givers else set[str]()
    takers = [
        a
        for a in after
        if (a.lead in _TAKING or a.shape == "owner") and a.code not in given and not _where_signed(line, a.start)
    ]
    others = [a for a in _given_to(line, instrument, readings) or givers[1:2] if a.code not in given]
    found = parties_of((*givers[:1], *(others if named else takers or others)[:1]), "giver and taker")
    return found or _taker_told_of(line, instrument, givers)


def _where_signed(line: Line, start: int) -> bool:
    """Tell whether a state is only where the loan was signed: 'signed in Oslo', 'signed here on Monday in Oslo, Norway'."""
    at = line.at(start)
    row = [line.low(i) for i in range(max(0, at - _WITH), at)]
    verbs = word_set("agreement_grammar", "status made") | word_set("agreement_grammar", "topic days") | {"signed"}
    last = max((i for i, low in enumerate(row) if low == "in"), default=0)
    return last > 0 and row[last - 1] in verbs


def _taker_told_of(line: Line, instrument: Instrument, givers: Sequence[Actor]) -> Parties | None:
    """Take the only other state named after the loan to be its home: 'a grant … for schools in the north of B'."""
    after = [m for m in line.mentions if m.start >= instrument.head and givers and m.code != givers[0].code]
    after = [m for m in after if not _where_signed(line, m.start)]
    lead = line.lead(after[0].start) if after else ""
    if len({m.code for m in after}) != 1 or lead in {"by", "from", "with", "like", "as"}:
        return None
    codes = codes_of((givers[0].code, after[0].code))
    return Parties(codes, (*spans_of(givers[:1]), (after[0].start, after[0].end)), "giver and taker")


def _gives(line: Line, instrument: Instrument, actor: Actor) -> bool:
    """Tell whether 'from A' or 'given by A' stands near behind the loan."""
    far = line.at(actor.start) - line.at(instrument.head_end)
    made = {line.low(i) for i in range(line.at(actor.start) - 4, line.at(actor.start))}
    by = actor.lead == "by" and bool(made & word_set("agreement_grammar", "parties given by"))
    return far <= _NEAR_GIVER and (actor.lead == "from" or by)


def _given_to(line: Line, instrument: Instrument, readings: Readings) -> list[Actor]:
    """Give the state between a verb of giving and what is given: 'A offered B a loan'."""
    verbs = [r.start for r in readings if r.start < instrument.head]
    return [a for a in line.actors if verbs and max(verbs) <= a.start < instrument.head and a.shape == "name"]


def deeds_of(line: Line, instrument: Instrument) -> list[Actor]:
    """Give the state whose deed is done to an instrument: 'A's suspension of the treaty', 'A's offer of a pact'."""
    deeds = word_set("agreement_grammar", "parties deeds")
    own = [a for a in line.actors if a.end <= instrument.start and a.shape in {"owner", "possessive", "origin"}]
    return [a for a in own if {line.low(line.at(a.end) + i) for i in (0, 1, 2)} & deeds][-1:]


def _led_by(line: Line, actor: Actor) -> bool:
    """Tell whether an actor stands after 'by', its officials between: 'signed by the foreign ministers of A and B'."""
    if actor.lead == "by":
        return True
    offices = word_set("agreement_words", "government") | word_set("agreement_words", "portfolio") | {"the", "of"}
    at = line.at(actor.start) - 1
    while at > 0 and line.low(at) in offices:
        at -= 1
    return line.low(at) == "by"


def bodies_in(line: Line) -> set[str]:
    """Give the organisations of states that a line names."""
    return {m.code for m in line.mentions if m.kind == "igo"}


def owners(line: Line, instrument: Instrument) -> list[Actor]:
    """Give the state whose the loan is: 'A's credit line', 'A-ish loans'."""
    return [a for a in line.actors if a.end <= instrument.head and a.code in {instrument.owner, *instrument.codes}]
