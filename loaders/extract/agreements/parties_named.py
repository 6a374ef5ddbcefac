"""Parties named right at an instrument: 'between A and B', 'the A-B treaty', 'a statement by A and B'.

Input: an instrument with its line. Output: `Parties` or None. Where 'between' names one state and something else, the parties are
empty: the instrument is none between states.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.parties import (
    PAIR,
    Parties,
    codes_of,
    following_row,
    parties_of,
    preceding_row,
)
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["by", "in_front", "in_phrase", "is_third", "named_between", "of_both", "stated_by", "talks_between"]

_NEAR: Final = 6
_ADJECTIVES: Final = frozenset({"adjective", "origin", "pair"})


def named_between(body: str, line: Line, instrument: Instrument) -> Parties | None:
    """Read 'between A and B', right after the noun or after what it is about."""
    if instrument.partners is None:
        return None
    start, end = instrument.partners
    if body[start : start + 4].casefold() == "with":
        return None
    found = line.actors_between(start, end)
    if found and found[-1].shape == "origin" and not instrument.codes:
        return Parties((), (), "one side is no state")  # 'contracts between A-ish and B-ish traders'
    named = parties_of(found, "between") or _agencies(line, start, end)
    if named is not None and instrument.plural and (each := _each_of(line, start, end)):
        return replace(named, partners=each)
    return named or (Parties((), (), "one side is no state") if found else None)


def _each_of(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Give B and C of 'deals between A and each of B and C', 'deals between A and B as well as A and C': A has one with each."""
    if twice := _twice_named(line, start, end):
        return twice
    after = next((w.end for w in line.words if start <= w.start < end and w.low in {"each", "both"}), end)
    each = codes_of(a.code for a in line.actors_between(after, end))
    before = {a.code for a in line.actors_between(start, after)} - set(each)
    return each if len(each) >= PAIR and len(before) == 1 else ()


def _twice_named(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Give B and C of 'between A and B as well as A and C': the state named twice is the one that has a deal with each."""
    seen = [a.code for a in line.actors_between(start, end) if a.shape != "official"]
    twice = {code for code in seen if seen.count(code) > 1}
    once = codes_of(set(seen) - twice)
    two_pairs = len(seen) == 2 * PAIR and len(once) == PAIR and len(twice) == 1
    return once if two_pairs else ()


def _agencies(line: Line, start: int, end: int) -> Parties | None:
    """Read 'between the Tourism Board of A and the B National Library': public bodies that bear their state's name."""
    words = {w.low for w in line.words if start <= w.start < end}
    found = [m for m in line.mentions if start <= m.start < end and m.kind in {"name", "demonym"}]
    private = word_set("agreement_words", "private")
    if words & private or len({m.code for m in found}) != PAIR or "and" not in words:
        return None
    return Parties(codes_of(m.code for m in found), tuple((m.start, m.end) for m in found), "between")


def in_front(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'the A-B agreement', 'A and B's agreement'."""
    own = [a for a in line.actors if a.end <= instrument.start and instrument.owner is not None]
    row = preceding_row(line, own) if own and line.at(instrument.start) - line.at(own[-1].end) <= 1 else ()
    if own and row and own[-1].code == instrument.owner and (made := parties_of(row, "pair")) is not None:
        return made
    inside = line.actors_between(instrument.start, instrument.head)
    return parties_of((a for a in inside if a.shape != "official"), "pair")


def by(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'a joint statement by the governments of A and B'."""
    leads = {"by", "from"} if instrument.type == "joint_statement" else {"by"}
    first = [a for a in line.actors if a.start >= instrument.head_end and a.lead in leads][:1]
    if not first or len([w for w in line.words if instrument.head_end <= w.start < first[0].start]) > _NEAR:
        return None
    if is_third(line, first[0]):
        return None
    return parties_of(following_row(line, first, line.actors), "by")


def is_third(line: Line, actor: Actor) -> bool:
    """Tell whether who stands after 'by' only helps or judges: 'a truce brokered by A', 'a deal condemned by B'."""
    at = line.at(actor.start)
    led = next((i for i in range(at, max(0, at - _NEAR), -1) if line.low(i) == "by"), 0)
    return line.low(led - 1) in word_set("agreement_grammar", "parties third")


def stated_by(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'in a joint statement, A and B said' and 'A and B said in a joint statement'."""
    at = line.at(instrument.start)
    if instrument.noun.startswith("joint") and _is_quoted(line, instrument):
        return _first_row(line, instrument)
    if instrument.type != "joint_statement" or "in" not in {line.low(at - 1), line.low(at)}:
        return None
    if instrument.noun == "statement" and not _right_before(line, instrument):
        return None
    after = [a for a in line.actors if a.start >= instrument.end and a.acts][:1]
    if after and at <= 1:
        return parties_of(following_row(line, after, line.actors), "by")
    before = [a for a in line.actors if a.end <= instrument.start and a.acts]
    row = preceding_row(line, before)
    joining = before[: len(before) - len(row)] if row and row[0].lead in {"joined", "joining", "joins"} else []
    return parties_of((*preceding_row(line, joining), *row), "by")


def _is_quoted(line: Line, instrument: Instrument) -> bool:
    """Tell whether the statement is what the sentence goes by: 'a joint statement said', 'according to a joint statement'."""
    at = line.at(instrument.start)
    says = line.low(line.at(instrument.end)) in {"said", "says", "read", "reads", "stated"}
    return says or (line.low(at - 2), line.low(at - 1)) == ("according", "to")


def _first_row(line: Line, instrument: Instrument) -> Parties | None:
    """Give the first row of states that act before the statement is named."""
    for first in line.actors:
        if first.end <= instrument.start and first.acts:
            row = following_row(line, [first], line.actors)
            if (made := parties_of(row, "by")) is not None:
                return made
    return None


def _right_before(line: Line, instrument: Instrument) -> bool:
    """Tell whether states stand right before 'said in a statement': it is theirs."""
    before = [a for a in line.actors if a.end <= instrument.start]
    return bool(before) and line.at(instrument.start) - line.at(before[-1].end) <= _NEAR - 2


def of_both(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'the Joint Commission of A and B': a body's own two states."""
    if instrument.topic is None or instrument.codes:
        return None
    start, end = instrument.topic
    if instrument.type != "framework":
        return _of_states(line, start, end)
    row = [m for m in line.mentions if start <= m.start < end]
    words = {w.low for w in line.words if start <= w.start < end and not any(m.start <= w.start < m.end for m in row)}
    codes = codes_of(m.code for m in row)
    named = len(codes) >= PAIR and words <= word_set("agreement_grammar", "parties of both")
    return Parties(codes, tuple((m.start, m.end) for m in row), "between") if named else None


def _of_states(line: Line, start: int, end: int) -> Parties | None:
    """Read 'the agreement of A and B on …', 'a communique of A, B and C': states alone right after 'of'."""
    first = line.at(start)
    stop = first + 1
    while stop < len(line.words) and line.words[stop].start < end and _is_of_row(line, stop):
        stop += 1
    over = line.words[stop - 1].end
    row = [m for m in line.mentions if start <= m.start < over]
    codes = codes_of(m.code for m in row)
    named = line.low(first) == "of" and len(codes) >= PAIR and (over >= end or line.low(stop) in {"on", "about", "for"})
    return Parties(codes, tuple((m.start, m.end) for m in row), "between") if named else None


def _is_of_row(line: Line, at: int) -> bool:
    return line.state_at(at) or line.low(at) in word_set("agreement_grammar", "parties of both")


def talks_between(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'a deal after talks between A and B'."""
    first = [a for a in line.actors if a.lead == "between"][:1]
    if not first or len(instrument.codes) >= PAIR:
        return None
    return parties_of(following_row(line, first, line.actors), "talks between")


def of_their_ties(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'a memorandum for A-B defence cooperation', 'a plan of action on A-B relations': two states joined by a dash."""
    start, end = instrument.topic or (0, 0)
    words = {w.low for w in line.words if start <= w.start < end}
    if instrument.type == "joint_statement" or not words & word_set("agreement_grammar", "parties ties"):
        return None
    joined = [a for a in line.actors_between(start, end) if a.shape == "pair"]
    return parties_of(joined, "in phrase") if len({a.code for a in joined}) == PAIR else None


def in_phrase(line: Line, instrument: Instrument) -> Parties | None:
    """Read 'an arrangement for A-ish and B-ish citizens', where no other state is named."""
    inside = [a for a in line.actors_between(instrument.start, instrument.end) if a.shape in _ADJECTIVES]
    return parties_of(inside, "in phrase") if {a.code for a in line.actors} == {a.code for a in inside} else None
