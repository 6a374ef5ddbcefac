"""Parties that a sentence does not tie to an instrument by its words: its only two states, 'the two countries', the article's pair.

Input: an instrument with its line, its status words, the article's pair. Output: `Parties` or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import PAIR, Parties, codes_of, parties_of, spans_of
from bilateral.loaders.extract.agreements.parties_acting import subjects
from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["leading_other", "only_two", "the_three", "the_two", "understood"]

Readings = tuple["StatusReading", ...]

_NAME_LENGTH: Final = 4
_COUNTS: Final = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SEVERAL: Final = re.compile(
    r"\b(three|four|five|six|seven) (?:\w+ )?(?:countries|nations|states|governments|leaders|ministers|presidents|parties|sides|neighbou?rs|allies)\b",
    re.IGNORECASE,
)
_OPEN: Final = frozenset({"proposed", "negotiating"})
_FORMAL: Final = frozenset({"memorandum", "joint_statement", "treaty", "protocol", "financing", "agreement"})
_JOINING: Final = frozenset({"with", "between", "and", "to", "for", "by"})


def only_two(line: Line, instrument: Instrument, readings: Readings) -> Parties | None:
    """Give the sentence's only two actors, if each of them may be a party."""
    able = [a for a in line.actors if a.acts and not instrument.start <= a.start < instrument.end]
    if any(r.lemma == "broker" for r in readings) or _firms_sign(line, readings):
        return None
    if len({a.code for a in able}) != PAIR or len({a.code for a in line.actors}) > PAIR + 1 or not readings:
        return None
    if instrument.named and not any(r.asserted for r in readings) and instrument.type in {"protocol", "treaty"}:
        return None
    if instrument.named and not instrument.codes and not any(a.lead in _JOINING for a in able):
        return None
    return parties_of(able, "only two")


def _firms_sign(line: Line, readings: Readings) -> bool:
    """Tell whether a firm or the like stands where the signer does: 'Chad's Acme signed'."""
    if not readings:
        return False
    owners = [a for a in line.actors if a.shape == "owner" and a.end < readings[0].start]
    after = line.at(owners[-1].end) + 1 if owners else len(line.words)
    named = after < len(line.words) and line.words[after].capital
    return named and line.at(readings[0].start) - after <= _NAME_LENGTH


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
    codes = pair.row(match.start(), _COUNTS[match[1].casefold()]) if match else ()
    return Parties(codes, (match.span(),), "the three") if match and codes else None


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
    """Read 'The memorandum was signed on Monday', in an article on two states, in a sentence that names none."""
    if line.states or line.actors or not pair.codes or instrument.type not in _FORMAL:
        return None
    telling = {"signed", "ratified"} | (_OPEN | {"agreed"} if instrument.named else set())
    signed = [r for r in readings if r.asserted and r.status in telling]
    return Parties(codes_of(pair.codes), ((signed[0].start, signed[0].end),), "understood") if signed else None


@cache
def _dyads() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in word_lists("agreement_words")["dyad"])
