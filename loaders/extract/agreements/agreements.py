"""Instruments between states: treaties, memoranda, deals, loans, joint statements, ceasefires, standing bodies.

Input: an article's `Scene`. Output: `Agreement`s with their latest asserted status, each with its passages and the words that gave
parties, status and date. `signing_spans` tells the events which words are covered, for signing is not told twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.candidates import find_candidates
from bilateral.loaders.extract.agreements.headline import titled_statement
from bilateral.loaders.extract.agreements.merge import group
from bilateral.loaders.extract.agreements.state import standing_of
from bilateral.loaders.extract.agreements.title import title_of
from bilateral.loaders.extract.agreements.totals import without_totals
from bilateral.loaders.extract.surface.lines import read_lines
from bilateral.loaders.extract.surface.speaker import speaker_in
from bilateral.schema.facts import Agreement, Evidence, Role, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.loaders.extract.agreements.merge import Candidate, Group
    from bilateral.loaders.extract.agreements.state import Standing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.schema.facts import Modality
    from bilateral.schema.values import Amount

__all__ = ["find_agreements", "signing_spans"]

_DONE: Final = frozenset({"signed", "agreed", "ratified", "extended"})
_SURE: Final = 0.9
_LESS: Final = 0.7
_STEADY: Final = frozenset({"between", "pair", "with+owner", "with+subject", "signers"})
_MODALITIES: Final[Mapping[str, Modality]] = {
    "plan": "planned",
    "expect": "planned",
    "wish": "possible",
    "condition": "conditional",
}
_ENOUGH_WORDS: Final = 8


def find_agreements(scene: Scene) -> tuple[Agreement, ...]:
    """Give the instruments that the article names, in text order."""
    lines = tuple(read_lines(scene))
    if not lines:
        return ()
    candidates = (*titled_statement(scene, lines), *find_candidates(scene, lines))
    by_index = {line.index: line for line in lines}
    every = ((found, standing_of(scene, found)) for found in group(candidates))
    told = without_totals([(found, standing) for found, standing in every if standing is not None])
    return tuple(_agreement(scene, by_index, found, standing) for found, standing in told)


def signing_spans(agreements: Iterable[Agreement]) -> tuple[tuple[int, int], ...]:
    """Give the places of the words that say an instrument was signed, agreed, renewed: no event is to be made of them."""
    return tuple(sorted({(r.start, r.end) for a in agreements for r in a.trace.roles if r.name == "trigger"}))


def _agreement(scene: Scene, lines: Mapping[int, Line], found: Group, standing: Standing) -> Agreement:
    best = _best_named(found)
    quantity = next((m.quantity for m in found.members if m.quantity), None)
    return Agreement(
        title=title_of(scene.body, best.instrument, found.codes),
        type=found.type,
        parties=found.codes,
        status=standing.status,
        date=standing.date,
        areas=tuple(dict.fromkeys(area for m in (best, *found.members) for area in m.areas)),
        amount=_amount(found),
        quantity=quantity[0] if quantity else None,
        trace=_trace(scene, lines, found, standing),
    )


def _amount(found: Group) -> Amount | None:
    """Give the sum that the text qualifies, 'more than $50 million', if it gives one so."""
    sums = [m.amount[0] for m in found.members if m.amount]
    return next((s for s in sums if s.qualifier), sums[0] if sums else None)


def _best_named(found: Group) -> Candidate:
    """Give the mention whose words name the instrument most fully."""

    def fullness(member: Candidate) -> tuple[bool, bool, int, int]:
        instrument = member.instrument
        return not instrument.anaphoric, instrument.named, min(len(member.words), _ENOUGH_WORDS), -instrument.start

    return max(found.members, key=fullness)


def _trace(scene: Scene, lines: Mapping[int, Line], found: Group, standing: Standing) -> Trace:
    first = found.members[0]
    rule = first.parties.rule if first.parties else "named"
    told = next((m for m in found.members if standing.reading in m.readings), first)
    places = [lines[i] for i in dict.fromkeys(m.instrument.line for m in found.members)]
    return Trace(
        evidence=tuple(Evidence(p.start, p.end, scene.body[p.start : p.end]) for p in places),
        speaker=speaker_in(scene.body, lines[told.instrument.line]),
        modality=_MODALITIES.get(standing.reading.modality, "asserted") if standing.reading else "asserted",
        confidence=_SURE if rule in _STEADY and standing.reading is not None else _LESS,
        rule=f"agreement: {rule}",
        roles=tuple(_roles(scene.body, found, standing)),
    )


def _roles(body: str, found: Group, standing: Standing) -> Iterator[Role]:
    """Give the words that name the instrument, its parties, its status, its date."""
    spans: list[tuple[str, tuple[int, int]]] = []
    for member in found.members:
        spans.append(("instrument", (member.instrument.start, member.instrument.end)))
        for reading in member.readings:
            done = reading.asserted and reading.status in _DONE and found.type != "framework"
            spans.append(("trigger" if done else "status", (reading.start, reading.end)))
    parties = next((m.parties for m in found.members if m.parties), None)
    spans += [("party", span) for span in parties.spans] if parties else []
    spans += [("date", standing.date_span)] if standing.date_span else []
    yield from (Role(name, start, end, body[start:end]) for name, (start, end) in spans)
