"""Which states an instrument is between.

Input: an instrument with its line, the status words that govern it, the article's references. Output: `Parties`: the codes, the
offsets of the words that gave them, and the rule. Names right at the noun go first, then signers, then 'the two countries'.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.lexicon import word_lists
from bilateral.loaders.extract.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.agreement_status import StatusReading
    from bilateral.loaders.extract.close_pair import ClosePair
    from bilateral.loaders.extract.instrument import Instrument
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.surface_actors import Actor

__all__ = ["Parties", "find_parties"]

_PAIR: Final = 2
_NEAR: Final = 6
_MEDIATING: Final = frozenset({"broker", "back", "hail"})
_OPEN: Final = frozenset({"proposed", "negotiating"})
_FORMAL: Final = frozenset({"memorandum", "joint_statement", "treaty", "protocol", "financing", "agreement"})
_FIRST_PERSON: Final = frozenset({"i", "we", "our", "my", "us"})
_GOALS: Final = frozenset({"to", "for", "with"})
_BREAKS: Final = frozenset(
    {";", "while", "after", "following", "despite", "amid", "whereas", "although", "when", "before", "since"}
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties' codes, sorted; where they stand; by which rule."""

    codes: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    rule: str


def find_parties(
    body: str, line: Line, instrument: Instrument, readings: Sequence[StatusReading], pair: ClosePair
) -> Parties | None:
    """Give the parties of an instrument, None where the sentence does not tell."""
    partial = _between(body, line, instrument)
    if partial is not None and partial.codes:
        return partial
    found = (
        _by(line, instrument)
        or _in_front(line, instrument)
        or _with(body, line, instrument, readings, pair)
        or _financed(line, instrument, readings)
        or _stated(line, instrument)
        or _traded(line, instrument, readings)
        or _signers(line, instrument, readings)
    )
    if found is not None or partial is not None:
        return found
    return (
        _talks_between(line, instrument)
        or _in_phrase(line, instrument)
        or _only_two(line, instrument, readings)
        or _referred(body, line, instrument, readings, pair)
        or _understood(line, instrument, readings, pair)
    )


def _traded(line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> Parties | None:
    """'A signed a deal to import gas from B', 'a contract for A to supply B'."""
    if instrument.type != "contract" or not readings:
        return None
    partners = [a for a in line.actors if a.start >= instrument.head_end and a.acts and a.lead in {"from", "to"}]
    subjects = _subjects(line, instrument, readings)
    return _made((*subjects, *partners[:1]), "signers") if len({a.code for a in subjects}) == 1 else None


def _stated(line: Line, instrument: Instrument) -> Parties | None:
    """'In a joint statement, A and B said', 'A and B said in a joint statement'."""
    if instrument.type != "joint_statement" or "in" not in {
        line.low(line.at(instrument.start) - 1),
        line.low(line.at(instrument.start)),
    }:
        return None
    after = [a for a in line.actors if a.start >= instrument.end and a.acts][:1]
    before = [a for a in line.actors if a.end <= instrument.start and a.acts]
    return _made(_joined(line, after, line.actors), "by") if after else _made(_nearest_row(line, before), "by")


def _talks_between(line: Line, instrument: Instrument) -> Parties | None:
    """'a deal after talks between A and B'."""
    first = [a for a in line.actors if a.lead == "between"][:1]
    return (
        _made(_joined(line, first, line.actors), "talks between") if first and len(instrument.codes) < _PAIR else None
    )


def _in_phrase(line: Line, instrument: Instrument) -> Parties | None:
    """'an arrangement for A-ish and B-ish citizens'."""
    inside = [
        a for a in line.actors_between(instrument.start, instrument.end) if a.shape in {"adjective", "origin", "pair"}
    ]
    return _made(inside, "in phrase") if {a.code for a in line.actors} == {a.code for a in inside} else None


def _understood(
    line: Line, instrument: Instrument, readings: Sequence[StatusReading], pair: ClosePair
) -> Parties | None:
    """'The memorandum was signed on Monday', in an article on two states, in a sentence without any."""
    if line.states or line.actors or not pair.codes or instrument.type not in _FORMAL:
        return None
    signed = [r for r in readings if r.asserted and r.status in {"signed", "ratified"}]
    return Parties(_sorted(pair.codes), ((signed[0].start, signed[0].end),), "understood") if signed else None


def _by(line: Line, instrument: Instrument) -> Parties | None:
    """'a joint statement by the governments of A and B'."""
    by = [a for a in line.actors if a.start >= instrument.head_end and a.lead == "by"][:1]
    if not by or len([w for w in line.words if instrument.head_end <= w.start < by[0].start]) > _NEAR:
        return None
    return _made(_joined(line, by, line.actors), "by")


def _financed(line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> Parties | None:
    """'A pledged a credit line to B', 'a loan for a dam in B'."""
    if instrument.type != "financing":
        return None
    givers = [a for a in _subjects(line, instrument, readings)]
    takers = [
        a
        for a in line.actors
        if a.start >= instrument.head and a.lead in {"to", "for", "in"} and a.code not in {g.code for g in givers}
    ]
    return _made((*givers[-1:], *takers[:1]), "giver and taker")


def _between(body: str, line: Line, instrument: Instrument) -> Parties | None:
    """'between A and B', right after the noun or after what it is about."""
    if instrument.partners is None:
        return None
    start, end = instrument.partners
    opener = body[start : start + 8].casefold()
    if opener.startswith("with"):
        return None
    found = line.actors_between(start, end)
    if len({a.code for a in found}) < _PAIR:
        return _agencies(line, instrument) or (Parties((), (), "one side is no state") if found else None)
    return _made(found, "between") or (Parties((), (), "one side is no state") if found else None)


def _agencies(line: Line, instrument: Instrument) -> Parties | None:
    """'between the Tourism Board of A and the B National Library': public bodies that bear the name of their state."""
    start, end = instrument.partners or (0, 0)
    words = {w.low for w in line.words if start <= w.start < end}
    found = [m for m in line.mentions if start <= m.start < end and m.kind in {"name", "demonym"}]
    if words & _private() or len({m.code for m in found}) != _PAIR or "and" not in words:
        return None
    return Parties(_sorted(m.code for m in found), tuple((m.start, m.end) for m in found), "between")


def _in_front(line: Line, instrument: Instrument) -> Parties | None:
    """'the A-B agreement', 'A's agreement' with a B in the phrase."""
    inside = [a for a in line.actors_between(instrument.start, instrument.head) if a.shape != "official"]
    codes = {a.code for a in inside}
    if len(codes) >= _PAIR:
        return _made(inside, "pair")
    return None


def _with(
    body: str, line: Line, instrument: Instrument, readings: Sequence[StatusReading], pair: ClosePair
) -> Parties | None:
    """'an agreement with B': B and the other side, which owns it, signs it, or speaks."""
    partners = _partners_with(body, line, instrument, readings)
    if not partners:
        return None
    given = {a.code for a in partners}
    owner = [c for c in (instrument.owner, *instrument.codes) if c and c not in given]
    if owner:
        return Parties(_sorted((*given, *owner)), _spans(partners), "with+owner")
    subjects = [a for a in _subjects(line, instrument, readings) if a.code not in given]
    if not subjects and instrument.determiner in {"its", "their"}:
        subjects = [a for a in line.actors if a.end <= instrument.start and a.code not in given][-1:]
    if subjects:
        return _made((*partners, *subjects), "with+subject")
    other = pair.other(given) or (_speaker(line, instrument, given, pair) if _first_person(line) else ())
    if other and set(other) != given:
        return Parties(_sorted((*given, *other)), _spans(partners), "with+leading")
    return None


def _partners_with(
    body: str, line: Line, instrument: Instrument, readings: Sequence[StatusReading]
) -> tuple[Actor, ...]:
    """Give the states after 'with', right after the noun or a few words on."""
    if (
        instrument.partners is not None
        and body[instrument.partners[0] : instrument.partners[0] + 4].casefold() == "with"
    ):
        start, end = instrument.partners
        found = line.actors_between(start, end)
        if found:
            return _joined(line, found)
    after = min([r.end for r in readings if r.start < instrument.head] + [instrument.head_end])
    goals = [a for a in line.actors_between(after, line.end) if a.lead == "with"]
    return _joined(line, goals[:1], line.actors) if goals else ()


def _joined(line: Line, found: Sequence[Actor], every: Sequence[Actor] = ()) -> tuple[Actor, ...]:
    """Give the actors and those joined to the last by 'and' or a comma."""
    row = list(found)
    for actor in every:
        between = {w.low for w in line.words if row[-1].end <= w.start < actor.start}
        if actor.start > row[-1].end and between <= {",", "and", "the"}:
            row.append(actor)
    return tuple(row)


def _subjects(line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> tuple[Actor, ...]:
    """Give those who sign, agree, negotiate: the actors before the governing words, in the same clause."""
    before = min([r.start for r in readings if r.start < instrument.head] + [instrument.start])
    found = [a for a in line.actors if a.end <= before and a.acts and a.lead not in {"to", "from", "against"}]
    start = _clause_start(line, before)
    own = [a for a in found if a.start >= start] or found
    if not own and readings and line.at(readings[0].start) <= 1:
        after = [
            a for a in line.actors if a.start >= instrument.end and a.acts and a.lead not in {"with", "to", "from"}
        ]
        return _joined(line, after[:1], line.actors) if after else ()
    return tuple(_nearest_row(line, own))


def _clause_start(line: Line, before: int) -> int:
    """Give where the clause that ends at an offset begins."""
    start = line.start
    for word in line.words:
        if word.start >= before:
            break
        if word.low in _BREAKS:
            start = word.end
    return start


def _nearest_row(line: Line, actors: Sequence[Actor]) -> list[Actor]:
    """Give the last subject and those joined to it; officials in apposition belong to it."""
    row: list[Actor] = []
    for actor in reversed(actors):
        if row and not _same_row(line, actor, row[-1], listed=len({a.code for a in row}) > 1):
            break
        row.append(actor)
    return row[::-1]


def _same_row(line: Line, left: Actor, right: Actor, *, listed: bool) -> bool:
    between = [w.low for w in line.words if left.end <= w.start < right.start]
    small = {
        ",",
        "and",
        "the",
        "of",
        "'s",
        "(",
        ")",
        "&",
        "government",
        "his",
        "her",
        "their",
        "as",
        "well",
        "along",
        "with",
        "respectively",
        "both",
        "president",
        "minister",
        "foreign",
        "prime",
        "counterpart",
        "-",
        "–",
        "—",
    }
    if left.code != right.code and not listed and not {"and", "&"} & set(between):
        return False
    return all(low in small for low in between) or (
        "and" in between
        and len(between) <= 9
        and "," not in between
        and not set(between) & {"said", "that", "which", "who", "in", "to"}
    )


def _signers(line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> Parties | None:
    """'A and B signed', 'signed by A and B', 'A … signed with B'."""
    if not readings and instrument.determiner not in {"their", "our"}:
        return None
    subjects = [] if any(r.lemma in _MEDIATING for r in readings) else [*_subjects(line, instrument, readings)]
    by = [a for a in line.actors if a.start >= instrument.head and a.lead == "by"]
    agents = [*_joined(line, by[:1], line.actors)] if by else []
    for group in (agents, subjects, [*subjects, *agents]):
        made = _made(group, "signers")
        if made:
            return made
    return None


def _only_two(line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> Parties | None:
    """The sentence's only two actors, if each of them may be a party."""
    able = [a for a in line.actors if a.acts and not instrument.start <= a.start < instrument.end]
    if len({a.code for a in able}) != _PAIR or len({a.code for a in line.actors}) > _PAIR + 1:
        return None
    if not readings or (
        instrument.named and instrument.type in {"protocol", "treaty"} and not any(r.asserted for r in readings)
    ):
        return None
    if (
        instrument.named
        and not instrument.codes
        and not any(a.lead in {"with", "between", "and", "to", "for", "by"} for a in able)
    ):
        return None
    return _made(able, "only two")


def _referred(
    body: str, line: Line, instrument: Instrument, readings: Sequence[StatusReading], pair: ClosePair
) -> Parties | None:
    """'The two countries signed', 'we signed', 'the bilateral agreement'."""
    hit = next(iter(_dyads().find(body, line.start, line.end)), None)
    if hit is not None and len({a.code for a in line.actors}) <= _PAIR:
        codes = pair.both(hit.start)
        if len(codes) == _PAIR and {a.code for a in line.actors if a.acts} <= set(codes):
            return Parties(_sorted(codes), ((hit.start, hit.end),), "the two")
    able = _subjects(line, instrument, readings)
    given = {a.code for a in able}
    if (
        len(given) == 1
        and instrument.type != "contract"
        and any(r.asserted and r.status not in _OPEN for r in readings)
        and len({a.code for a in line.actors}) == 1
    ):
        other = pair.other(given)
        if other:
            return Parties(_sorted((*given, *other)), _spans(able[:1]), "one and leading")
    return None


def _first_person(line: Line) -> bool:
    return any(w.low in _FIRST_PERSON for w in line.words)


def _speaker(line: Line, instrument: Instrument, given: set[str], pair: ClosePair) -> tuple[str, ...]:
    """Give the state of who says 'we': the article's own voice, or the one actor named after the quotation."""
    after = {a.code for a in line.actors if a.start >= instrument.end and a.code not in given}
    return pair.speaker(instrument.start) or (tuple(after) if len(after) == 1 else ())


def _made(actors: Iterable[Actor], rule: str) -> Parties | None:
    row = tuple(actors)
    codes = _sorted(a.code for a in row)
    return Parties(codes, _spans(row), rule) if len(codes) >= _PAIR else None


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _spans(actors: Sequence[Actor]) -> tuple[tuple[int, int], ...]:
    return tuple((a.start, a.end) for a in actors)


@cache
def _private() -> frozenset[str]:
    return frozenset(word_lists("agreement_words")["private"])


@cache
def _dyads() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in word_lists("agreement_words")["dyad"])
