"""Parties of which one stands after 'with': 'A signed an agreement with B', 'A's treaty with B'.

Input: an instrument with its line, the status words that govern it, the article's pair. Output: `Parties` or None.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import Parties, codes_of, following_row, parties_of, spans_of
from bilateral.loaders.extract.agreements.parties_acting import deeds_of, subjects
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["with_partner"]

Readings = tuple["StatusReading", ...]

_WITH: Final = 6
_HOUSES: Final = frozenset({"cabinet", "parliament"})
_FIRST_PERSON: Final = frozenset({"i", "we", "our", "my", "us"})


def with_partner(body: str, line: Line, instrument: Instrument, readings: Readings, pair: ClosePair) -> Parties | None:
    """Read 'an agreement with B': B and the other side, which owns it, signs it, or speaks; 'agreements with B and C' are several."""
    partners = _partners(body, line, instrument, readings)
    found = _with(partners, line, instrument, readings, pair)
    several = instrument.plural and not instrument.codes and len({a.code for a in partners}) > 1
    if found and several:
        return replace(found, partners=codes_of(a.code for a in partners))
    return _each_with(found, partners, instrument) if found else None


def _each_with(found: Parties, partners: Sequence[Actor], instrument: Instrument) -> Parties:
    """Take 'A and B have treaties with C' for a treaty of each with C; three who have one in common name no plural."""
    one = {a.code for a in partners}
    doers = tuple(code for code in found.codes if code not in one)
    each = instrument.plural and len(one) == 1 and len(doers) > 1 and found.rule == "with+subject"
    return replace(found, partners=doers) if each else found


def _with(
    partners: Sequence[Actor], line: Line, instrument: Instrument, readings: Readings, pair: ClosePair
) -> Parties | None:
    given = {a.code for a in partners}
    if not given:
        return None
    owner = [c for c in (instrument.owner, *instrument.codes) if c and c not in given]
    if owner:
        return Parties(codes_of((*given, *owner)), spans_of(partners), "with+owner")
    doers = [a for a in subjects(line, instrument, readings) if a.code not in given]
    doers = (
        doers or [a for a in line.actors if a.lead == "by" and a.start >= instrument.end and a.code not in given][:1]
    )
    if not readings and doers and not _holds(line, doers[-1], instrument):
        doers = []
    if not doers and instrument.determiner in {"its", "their"}:
        doers = [a for a in line.actors if a.end <= instrument.start and a.code not in given][-1:]
    doers = doers or [a for a in deeds_of(line, instrument) if a.code not in given]
    doers = _of_the_home(doers, pair)
    if doers:
        return parties_of((*partners, *doers), "with+subject")
    teller = _teller(line, given) if readings or instrument.determiner == "the" else ()
    if teller:
        return parties_of((*partners, *teller), "with+subject")
    others = (other for other in _understood(line, instrument, readings, given, pair) if set(other) - given)
    other = next(others, None)
    return Parties(codes_of((*given, *other)), spans_of(partners), "with+leading") if other else None


def _of_the_home(doers: list[Actor], pair: ClosePair) -> list[Actor]:
    """Give the home's alone where both stand in another pact: 'a pact between A and B and one with C', told by A."""
    other = any(a.lead == "between" for a in doers)
    return ([a for a in doers if a.code in pair.home] if other else []) or doers


def _understood(
    line: Line, instrument: Instrument, readings: Readings, given: set[str], pair: ClosePair
) -> Iterator[tuple[str, ...]]:
    """Give who the other side may be where the sentence names none that signs, owns or tells, the likeliest first."""
    yield pair.other(given) or _speaker(line, instrument, given, pair)
    if readings and {a.code for a in line.actors} <= given:
        yield pair.topic(given)
    yield _bound(line, instrument, readings, given)
    yield _at_home(line, instrument, readings, given)
    yield _own_house(line, readings, given, pair)


def _bound(line: Line, instrument: Instrument, readings: Readings, given: set[str]) -> tuple[str, ...]:
    """Give the only state of what stands before 'under an accord with B': 'fishermen from A, who may work there under …'."""
    before = {m.code for m in line.mentions if m.end <= instrument.start} - given
    others = {m.code for m in line.mentions} - given
    held = any(r.status == "in_force" and r.start < instrument.start for r in readings)
    return tuple(before) if held and len(others) == 1 else ()


def _holds(line: Line, actor: Actor, instrument: Instrument) -> bool:
    """Tell whether a subject without a verb of signing may be a party: 'Chad in a deal with', not 'Chad's trip aims to derail a deal'."""
    between = [w.low for w in line.words if actor.end <= w.start < instrument.start]
    return "'s" not in between[:1] and not set(between) & word_set("agreement_grammar", "parties against")


def _partners(body: str, line: Line, instrument: Instrument, readings: Readings) -> tuple[Actor, ...]:
    """Give the states after 'with', right after the noun or a few words on."""
    span = instrument.partners
    if span is not None and body[span[0] : span[0] + 4].casefold() == "with" and line.actors_between(*span):
        first = line.actors_between(*span)[0]
        official = first.shape == "official"
        return line.actors_between(*span) if official or line.at(first.start) - line.at(span[0]) <= _WITH else ()
    after = min([r.end for r in readings if r.start < instrument.head] + [instrument.head_end])
    stop = next((w.start for w in line.words if w.start >= instrument.end and w.low == ";"), line.end)
    lodged = {w.low for w in line.words if instrument.end <= w.start} & word_set("agreement_grammar", "parties lodging")
    goals = [
        a
        for a in line.actors_between(after, stop)
        if a.lead == "with" and not lodged and not instrument.start <= a.start < instrument.head
    ]
    return following_row(line, goals[:1], line.actors)


def _teller(line: Line, given: set[str]) -> tuple[Actor, ...]:
    """Give the one state that reports: 'a pact was signed with B, A's minister said', 'according to A's ministry'."""
    told = [a for a in line.actors if a.code not in given and a.acts and _tells(line, a)]
    return tuple(told[:1]) if len({a.code for a in told}) == 1 else ()


def _tells(line: Line, actor: Actor) -> bool:
    """Tell whether an actor is whose words the sentence gives."""
    start, end = line.at(actor.start), line.at(actor.end)
    before = {line.low(i) for i in range(max(0, start - _WITH), start)}
    after = [line.low(i) for i in range(end, min(len(line.words), end + _WITH))]
    said = next((low for low in after if low in word_set("agreement_grammar", "status reporting")), "")
    return "according" in before or (bool(said) and "," not in after[: after.index(said)])


def _speaker(line: Line, instrument: Instrument, given: set[str], pair: ClosePair) -> tuple[str, ...]:
    """Give the state of who says 'we': the article's own voice, or the one actor named after the quotation."""
    if not any(w.low in _FIRST_PERSON and w.text != "US" for w in line.words):
        return ()
    after = {a.code for a in line.actors if a.start >= instrument.end and a.code not in given}
    return pair.speaker(instrument.start) or (tuple(after) if len(after) == 1 else ())


def _at_home(line: Line, instrument: Instrument, readings: Readings, given: set[str]) -> tuple[str, ...]:
    """Give the state that a signer without one serves: 'the prime minister signed a deal with B to build a school for A'."""
    signed = [r.start for r in readings if r.signed and r.start < instrument.start]
    offices = word_set("agreement_words", "government") - {"people", "side", "sides", "house"}
    holder = bool(signed) and bool({w.low for w in line.words if w.start < signed[0]} & offices)
    before = any(m.start < instrument.start and m.code not in given for m in line.mentions)
    after = {m.code for m in line.mentions if m.start > instrument.start and m.kind != "igo"} - given
    return tuple(after) if holder and not before and len(after) == 1 else ()


def _own_house(line: Line, readings: Readings, given: set[str], pair: ClosePair) -> tuple[str, ...]:
    """Give the article's home for 'the Cabinet approved a deal with B'."""
    starts = [r.start for r in readings]
    before = [i for i, w in enumerate(line.words) if w.low in _HOUSES and starts and w.end <= starts[0]]
    bare = any(line.low(i - 1) == "the" for i in before)
    return tuple(code for code in pair.home if code not in given) if bare else ()
