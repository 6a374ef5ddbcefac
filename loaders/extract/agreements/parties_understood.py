"""Parties that a sentence does not tie to an instrument by its words: its only two states, 'the two countries', the article's pair.

Input: an instrument with its line, its status words, the article's pair. Output: `Parties` or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import (
    PAIR,
    Parties,
    codes_of,
    following_row,
    parties_of,
    preceding_row,
    spans_of,
)
from bilateral.loaders.extract.agreements.parties_acting import subjects
from bilateral.loaders.extract.agreements.parties_venue import meets_there
from bilateral.loaders.extract.text.lexicon import word_lists, word_set
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["between_them", "leading_other", "only_two", "the_three", "the_two", "understood"]

Readings = tuple["StatusReading", ...]

_NAME_LENGTH: Final = 4
_COUNTS: Final = {
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "trilateral": 3,
    "tripartite": 3,
    "quadrilateral": 4,
}
_SEVERAL: Final = re.compile(
    r"\b(three|four|five|six|seven) (?:\w+ )?(?:countries|nations|states|governments|leaders|ministers|presidents|parties|sides|neighbou?rs|allies)\b|\b(?:trilateral|tripartite|quadrilateral)\b",
    re.IGNORECASE,
)
_OPEN: Final = frozenset({"proposed", "negotiating"})
_TELLING: Final = frozenset({"signed", "ratified", "extended", "suspended", "terminated", "expired", "rejected"})
_TALKED: Final = frozenset(
    {"talks", "talks on", "negotiation", "negotiations", "discussions", "proposal", "plans", "plan"}
)
_NOMINAL: Final = ("ing", "tion", "tions", "talks", "ture", "sion", "sions", "round", "rounds")
_THEM: Final = (["between", "them"], ["among", "them"], ["with", "each"], ["with", "one"])
_SUBJECT: Final = 8
_FORMAL: Final = frozenset(
    {"ceasefire", "memorandum", "joint_statement", "treaty", "protocol", "financing", "agreement"}
)
_JOINING: Final = frozenset({"with", "between", "and", "to", "for", "by"})


def only_two(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Give the sentence's only two actors, if each of them may be a party."""
    marks = [w.start for w in line.words if w.low == ";"]
    first = max((m for m in marks if m < instrument.start), default=line.start)
    last = min((m for m in marks if m >= instrument.end), default=line.end)
    able = [a for a in line.actors_between(first, last) if a.acts and not instrument.start <= a.start < instrument.end]
    able = [a for a in able if not meets_there(line, a)]
    if (
        any(r.lemma == "broker" for r in readings)
        or _firms_sign(line, readings)
        or any(_of_firm(line, a) for a in able)
    ):
        return None
    if _on_one_side(line, able):
        return None
    if len({a.code for a in able}) != PAIR or len({a.code for a in line.actors}) > PAIR + 1 or not readings:
        return None
    if instrument.named and not any(r.asserted for r in readings) and instrument.type in {"protocol", "treaty"}:
        return None
    if instrument.named and not instrument.codes and not any(a.lead in _JOINING for a in able):
        return None
    return parties_of(able, "in phrase" if _is_of_both(line, instrument) else "only two")


def _is_of_both(line: Line, instrument: Instrument) -> bool:
    """Tell whether the phrase itself says that it is the two's own: 'under their trade pact', 'under a bilateral deal'."""
    front = {w.low for w in line.words if instrument.start <= w.start < instrument.head}
    return instrument.determiner == "their" or "bilateral" in front


def _on_one_side(line: Line, row: Sequence[Actor]) -> bool:
    """Tell whether one word leads both: 'talks with A and B', 'help from A and B', but not 'officials from A and B'."""
    joined = len(row) > 1 and len(following_row(line, row[:1], row)) == len(row)
    if not joined or row[0].lead not in {"with", "from", "against"}:
        return False
    at = next((i for i in range(line.at(row[0].start), 0, -1) if line.low(i) == row[0].lead), 0)
    return line.low(at - 1) not in word_set("agreement_words", "government")


def _firms_sign(line: Line, readings: Readings) -> bool:
    """Tell whether a firm or the like stands where the signer does: 'Chad's Acme signed'."""
    if not readings:
        return False
    owners = [a for a in line.actors if a.shape == "owner" and a.end < readings[0].start]
    after = line.at(owners[-1].end) + 1 if owners else len(line.words)
    named = after < len(line.words) and line.words[after].capital
    return named and line.at(readings[0].start) - after <= _NAME_LENGTH


def _of_firm(line: Line, actor: Actor) -> bool:
    """Tell whether a state is only where a firm or the like sits: 'a bank in Chad', 'an insurer from Oman'."""
    lead = line.at(actor.start) - 1
    lead -= line.low(lead) == "the"
    sits = line.low(lead) in {"in", "from", "of", "at"}
    return sits and line.low(lead - 1) in word_set("agreement_words", "private") - {"unit", "arm", "side's"}


def the_two(body: str, line: Line, pair: ClosePair) -> Parties | None:
    """Read 'the two countries', 'both sides', 'bilateral'."""
    hit = next(iter(_dyads().find(body, line.start, line.end)), None)
    if hit is None or len({a.code for a in line.actors}) > PAIR:
        return None
    codes = pair.both(hit.start)
    if len(codes) == PAIR and {a.code for a in line.actors if a.acts} <= set(codes):
        return Parties(codes_of(codes), ((hit.start, hit.end),), "the two")
    return None


def the_three(body: str, line: Line, pair: ClosePair) -> Parties | None:
    """Read 'the three countries', 'the four foreign ministers'."""
    match = _SEVERAL.search(body, line.start, line.end)
    count = _COUNTS[(match[1] or match[0]).casefold()] if match else 0
    codes = pair.row(match.start(), count) if match else ()
    return Parties(codes, (match.span(),), "the three") if match and codes else None


def between_them(body: str, line: Line, instrument: Instrument, pair: ClosePair) -> Parties | None:
    """Read 'A, B and C …, under the pact between them': the last row of states before, else the article's pair."""
    start, end = instrument.partners or (instrument.head_end, instrument.head_end)
    if body[start:end].casefold().split()[:2] not in _THEM:
        return None
    row = preceding_row(line, [a for a in line.actors if a.end <= instrument.start])
    codes = codes_of(a.code for a in row) if len({a.code for a in row}) >= PAIR else codes_of(pair.both(start))
    return Parties(codes, ((start, end),), "between") if len(codes) >= PAIR else None


def leading_other(line: Line, instrument: Instrument, readings: Readings, pair: ClosePair) -> Parties | None:
    """Give the signer and the other state of the article, where it is surely about two."""
    doers = subjects(line, instrument, readings)
    given = {a.code for a in doers}
    told = any(r.asserted and r.status not in _OPEN for r in readings)
    outside = {a.code for a in line.actors if not pair.quoted(a.start)}
    if len(given) != 1 or not told or instrument.type == "contract" or len(outside) != 1:
        return None
    other = pair.other(given)
    return Parties(codes_of((*given, *other)), spans_of(doers[:1]), "one and leading") if other else None


def understood(line: Line, instrument: Instrument, readings: Readings, pair: ClosePair) -> Parties | None:
    """Read 'The memorandum was signed on Monday', in an article on two states, in a sentence that names no third."""
    body = instrument.type == "framework" and _sits(readings)
    if (
        (instrument.type not in _FORMAL and not body)
        or instrument.partners is not None
        or "by" in _after(line, instrument)
    ):
        return None
    named = {m.code for m in line.mentions if m.kind != "igo"} | _acting(line, instrument)
    codes = pair.codes or (frozenset(pair.both(instrument.start)) if not named else frozenset[str]())
    telling = _TELLING | (_OPEN | {"agreed"} if _is_told_apart(instrument) else set())
    told = [
        r
        for r in readings
        if r.asserted and r.lemma != "make" and r.status in telling and _stands_alone(line, instrument, r, named)
    ]
    told = told or [r for r in readings if body or (r.status == "proposed" and r.lemma in _TALKED and not named)]
    if not told or len(codes) != PAIR or not named <= codes:
        return None
    return Parties(codes_of(codes), ((told[0].start, told[0].end),), "understood")


def _acting(line: Line, instrument: Instrument) -> set[str]:
    """Give who may have a hand in it: any state, and an organisation that no word after the instrument merely names."""
    bodies = {m.code for m in line.mentions if m.kind == "igo"}
    return {a.code for a in line.actors if a.code not in bodies or a.lead in _JOINING or a.start < instrument.start} - {
        a.code for a in line.actors if a.code in bodies and meets_there(line, a)
    }


def _sits(readings: Readings) -> bool:
    """Tell whether a body is said to meet."""
    return any(
        r.modality != "negation" and r.lemma in word_set("agreement_grammar", "status at work") for r in readings
    )


def _is_told_apart(instrument: Instrument) -> bool:
    """Tell whether the phrase says which instrument it is."""
    return bool(instrument.named or instrument.topic or instrument.modifiers) or instrument.type == "treaty"


def _after(line: Line, instrument: Instrument) -> set[str]:
    """Give the words after an instrument up to the clause's end."""
    return {w.low for w in line.words if w.start >= instrument.end}


def _stands_alone(line: Line, instrument: Instrument, reading: StatusReading, named: set[str]) -> bool:
    """Tell whether no stranger signs: 'a pact was signed', 'the sides signed', 'the signing of', not 'Acme signed'."""
    if reading.start > instrument.head or line.at(reading.start) <= 1 or _is_noun(reading):
        return True
    before = line.words[max(0, line.at(reading.start) - _SUBJECT) : line.at(reading.start)]
    if {w.low for w in before} & word_set("agreement_grammar", "parties doing"):
        return True
    return not named and not any(w.capital for w in before if w.start > line.start)


def _is_noun(reading: StatusReading) -> bool:
    """Tell whether the word is a noun that needs no doer: 'the signing of', 'talks on'."""
    return not reading.past and reading.lemma.split()[0].endswith(_NOMINAL)


@cache
def _dyads() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in word_lists("agreement_words")["dyad"])
