"""Instruments between states: treaties, memoranda, deals, loans, joint statements, ceasefires, standing bodies.

Input: an article's `Scene`. Output: `Agreement`s with their latest asserted status, each with its passages and the words that gave
parties, status and date. `signing_spans` tells the events which words are covered, for signing is not told twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreement_bullets import announces_list, items_below, listed_titles
from bilateral.loaders.extract.agreement_lists import unfold
from bilateral.loaders.extract.agreement_merge import Candidate, Group, content_words, group
from bilateral.loaders.extract.agreement_nouns import find_instruments
from bilateral.loaders.extract.agreement_parties import Parties, find_parties
from bilateral.loaders.extract.agreement_state import Standing, standing_of
from bilateral.loaders.extract.agreement_status import StatusReading, read_statuses
from bilateral.loaders.extract.agreement_headline import titled_statement
from bilateral.loaders.extract.agreement_title import title_of
from bilateral.loaders.extract.agreement_values import amount_of, areas_of, date_of, named_date, quantity_of
from bilateral.loaders.extract.close_pair import ClosePair
from bilateral.loaders.extract.known_agreements import Known, find_known, known_instrument
from bilateral.loaders.extract.lines import read_lines
from bilateral.schema.facts import Agreement, Evidence, Role, Trace

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.instrument import Instrument
    from bilateral.loaders.extract.lines import Line

__all__ = ["find_agreements", "signing_spans"]

_DONE: Final = frozenset({"signed", "agreed", "ratified", "extended"})
_DENYING: Final = frozenset(
    {"not", "no", "never", "without", "if", "whether", "nor", "cannot", "ruled", "rules", "ruling"}
)
_ABOVE: Final = 6
_LISTED_AS: Final = frozenset({"signed", "exchanged", "outcomes", "concluded", "signing", "inked"})
_LOANS: Final = frozenset({"loan", "soft loan", "concessional loan"})
_SURE: Final = 0.9
_LESS: Final = 0.7
_STEADY: Final = frozenset({"between", "pair", "with+owner", "with+subject", "signers"})


def find_agreements(scene: Scene) -> tuple[Agreement, ...]:
    """Give the instruments that the article names, in text order."""
    lines = {line.index: line for line in read_lines(scene)}
    candidates = (*titled_statement(scene, tuple(lines.values())), *_candidates(scene, tuple(lines.values())))
    made = [_agreement(scene, lines, found) for found in group(candidates)]
    return tuple(a for a in made if a is not None)


def signing_spans(agreements: Iterable[Agreement]) -> tuple[tuple[int, int], ...]:
    """Give the places of the words that say an instrument was signed, agreed, renewed: no event is to be made of them."""
    return tuple(sorted({(r.start, r.end) for a in agreements for r in a.trace.roles if r.name == "trigger"}))


def _candidates(scene: Scene, lines: Sequence[Line]) -> Iterator[Candidate]:
    pair = ClosePair(scene, lines)
    listed: set[int] = set()
    for at, line in enumerate(lines):
        if line.index in listed:
            continue
        titles = tuple(listed_titles(scene.body, lines, at))
        if titles:
            listed.update(below.index for below, _ in titles)
            yield from _listed(scene, lines[max(0, at - _ABOVE) : at], titles, pair)
            continue
        known = {
            hit.start: hit.value for hit in find_known(scene.body, line) if len(_named_parties(scene, hit.value)) > 1
        }
        instruments = _with_known(scene.body, line, known, unfold(scene.body, line, find_instruments(scene.body, line)))
        statuses = read_statuses(scene.body, line, instruments)
        for instrument, readings in zip(instruments, statuses, strict=True):
            candidate = _candidate(scene, line, instrument, readings, pair)
            if instrument.title is not None:
                candidate = _known(scene, candidate, known[instrument.head])
            items = (
                tuple(items_below(scene.body, lines, at, instrument))
                if announces_list(scene.body, line, instrument)
                else ()
            )
            for below, item in items:
                listed.add(below.index)
                yield _item(scene, below, item, candidate)
            if not items and (not instrument.weak or _lifted(candidate)):
                yield candidate


def _named_parties(scene: Scene, known: Known) -> tuple[str, ...]:
    """Give the parties of a known instrument that the article names."""
    return tuple(sorted({m.code for m in scene.mentions} & set(known.parties)))


def _with_known(body: str, line: Line, wanted: Container[int], found: Sequence[Instrument]) -> tuple[Instrument, ...]:
    """Put the instruments known by name in the place of what else was read there."""
    known = tuple(known_instrument(body, line, hit) for hit in find_known(body, line) if hit.start in wanted)
    kept = [i for i in found if not any(k.start < i.head_end and i.head < k.end for k in known)]
    return tuple(sorted((*kept, *known), key=lambda i: (i.start, i.end)))


def _known(scene: Scene, candidate: Candidate, known: Known) -> Candidate:
    """Give a known instrument those of its parties that the article names, and its areas."""
    parties = Parties(_named_parties(scene, known), (), "known")
    return replace(candidate, parties=parties, areas=known.areas, words=content_words(known.title), denied=False)


def _listed(
    scene: Scene, above: Sequence[Line], titles: Sequence[tuple[Line, Instrument]], pair: ClosePair
) -> Iterator[Candidate]:
    """Titles in a list are signed if the lines above say so of what follows; their parties are their own or the article's."""
    signs = [(w.start, w.end) for line in above for w in line.words if w.low in _LISTED_AS]
    if not signs:
        return
    for line, item in titles:
        reading = StatusReading("signed", *signs[-1], "asserted", past=True)
        candidate = _candidate(scene, line, item, (reading,), pair)
        parties = candidate.parties or (Parties(tuple(sorted(pair.codes)), (), "listed") if pair.codes else None)
        yield replace(candidate, parties=parties, dates=(None,))


def _item(scene: Scene, line: Line, item: Instrument, announced: Candidate) -> Candidate:
    """An item of a list has what was said where the list was announced, and its own topic."""
    words = content_words(scene.body[item.start : item.end])
    return replace(
        announced, instrument=item, areas=areas_of(scene, line, item), words=words, amount=None, quantity=None
    )


def _lifted(candidate: Candidate) -> bool:
    """A weak noun counts where it is signed, agreed or adopted, or where two governments issue it."""
    instrument, readings = candidate.instrument, candidate.readings
    rule = candidate.parties.rule if candidate.parties is not None else ""
    if rule == "by" and instrument.type == "joint_statement":
        return True
    if instrument.noun == "arrangement" and rule in _STEADY and readings:
        return True
    if instrument.noun in _LOANS:
        return (
            candidate.amount is not None and bool(readings) and rule in {"giver and taker", "with+subject", "signers"}
        )
    return instrument.noun not in {"statement", "amendment"} and any(
        r.asserted and r.status in {"signed", "agreed", "ratified"} for r in readings
    )


def _candidate(
    scene: Scene, line: Line, instrument: Instrument, readings: tuple[StatusReading, ...], pair: ClosePair
) -> Candidate:
    topic = scene.body[instrument.topic[0] : instrument.topic[1]] if instrument.topic else ""
    return Candidate(
        instrument,
        find_parties(scene.body, line, instrument, readings, pair),
        readings,
        areas_of(scene, line, instrument),
        content_words(
            " ".join(
                (*instrument.modifiers, instrument.noun if instrument.type in {"agreement", "treaty"} else "", topic)
            )
        ),
        amount_of(scene, line, instrument),
        quantity_of(scene, line, instrument),
        tuple(date_of(scene, line, instrument, reading, readings) for reading in readings),
        named_date(scene, instrument),
        _denied(line, instrument),
    )


def _denied(line: Line, instrument: Instrument) -> bool:
    """Tell whether the words right before the instrument say that there is none, or only ask."""
    at = line.at(instrument.start)
    near = {line.low(i) for i in range(max(0, at - 5), at)}
    return bool(near & _DENYING) or any(low.endswith("n't") for low in near)


def _agreement(scene: Scene, lines: dict[int, Line], found: Group) -> Agreement | None:
    standing = standing_of(scene, found)
    if standing is None:
        return None
    best = _best_named(found)
    areas = tuple(dict.fromkeys(area for m in (best, *found.members) for area in m.areas))
    sums = [m.amount for m in found.members if m.amount]
    amount = next((s for s in sums if s[0].qualifier), sums[0] if sums else None)
    quantity = next((m.quantity for m in found.members if m.quantity), None)
    return Agreement(
        title_of(scene.body, best.instrument, found.codes),
        found.type,
        found.codes,
        standing.status,
        standing.date,
        areas,
        amount[0] if amount else None,
        quantity[0] if quantity else None,
        _trace(scene, lines, found, standing),
    )


def _best_named(found: Group) -> Candidate:
    """Give the mention whose words name the instrument most fully."""
    return max(
        found.members,
        key=lambda m: (not m.instrument.anaphoric, m.instrument.named, min(len(m.words), 8), -m.instrument.start),
    )


def _trace(scene: Scene, lines: dict[int, Line], found: Group, standing: Standing) -> Trace:
    first = found.members[0]
    rule = first.parties.rule if first.parties else "named"
    confidence = _SURE if rule in _STEADY and standing.reading is not None else _LESS
    modality = "asserted" if standing.reading is None or standing.reading.asserted else "planned"
    evidence = tuple(_passage(scene, lines[i]) for i in dict.fromkeys(m.instrument.line for m in found.members))
    return Trace(evidence, None, modality, confidence, f"agreement: {rule}", tuple(_roles(scene, found, standing)))


def _passage(scene: Scene, line: Line) -> Evidence:
    return Evidence(line.start, line.end, scene.body[line.start : line.end])


def _roles(scene: Scene, found: Group, standing: Standing) -> Iterator[Role]:
    def role(name: str, span: Sequence[int]) -> Role:
        return Role(name, span[0], span[1], scene.body[span[0] : span[1]])

    for member in found.members:
        yield role("instrument", (member.instrument.start, member.instrument.end))
        for reading in member.readings:
            done = reading.asserted and reading.status in _DONE and found.type != "framework"
            yield role("trigger" if done else "status", (reading.start, reading.end))
    parties = next((m.parties for m in found.members if m.parties), None)
    if parties:
        yield from (role("party", span) for span in parties.spans)
    if standing.date_span:
        yield role("date", standing.date_span)
