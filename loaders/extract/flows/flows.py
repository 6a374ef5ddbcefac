"""Goods, money and people that move from one state to another, with how much of what and when.

Input: an article's `Scene`. Output: `Flow`s, each with its passage. A flow needs a sum or a quantity and two states; trade in both
directions, production at home, and transfers that are refused, cut or only asked for are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.breakdown import parts_of_trade
from bilateral.loaders.extract.flows.debt import forgiven
from bilateral.loaders.extract.flows.dollars import in_own_dollars
from bilateral.loaders.extract.flows.drawings import drawn
from bilateral.loaders.extract.flows.getters import getter_flows
from bilateral.loaders.extract.flows.givers import giver_flows
from bilateral.loaders.extract.flows.helped import Helped
from bilateral.loaders.extract.flows.investors import investor_flows
from bilateral.loaders.extract.flows.kinds import kind_of
from bilateral.loaders.extract.flows.listed import listed_flows
from bilateral.loaders.extract.flows.market import Market
from bilateral.loaders.extract.flows.memory import Memory
from bilateral.loaders.extract.flows.merge import merge
from bilateral.loaders.extract.flows.move import Ends, Move
from bilateral.loaders.extract.flows.movers import Movers, clause_around, halted, movers_of, stopped
from bilateral.loaders.extract.flows.name import name_of
from bilateral.loaders.extract.flows.named import named_transfer
from bilateral.loaders.extract.flows.own_money import given_in_own_money
from bilateral.loaders.extract.flows.partners import gift_told, partner_flows, row_told
from bilateral.loaders.extract.flows.people import people_ends
from bilateral.loaders.extract.flows.period import period_of
from bilateral.loaders.extract.flows.roles import find_ends
from bilateral.loaders.extract.flows.sent_by_people import remitted
from bilateral.loaders.extract.flows.sent_rows import remitted_rows
from bilateral.loaders.extract.flows.stays import bears, carries, stays_home
from bilateral.loaders.extract.flows.things import find_things
from bilateral.loaders.extract.flows.tourist_flow import tourist_flows
from bilateral.loaders.extract.flows.trade import Told, part_of, turned
from bilateral.loaders.extract.flows.visitors import visitor_flows
from bilateral.loaders.extract.flows.words import flow_index
from bilateral.loaders.extract.surface.close_pair import ClosePair
from bilateral.loaders.extract.surface.lines import read_lines
from bilateral.loaders.extract.surface.speaker import speaker_in
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.schema.facts import Evidence, Flow, Role, Trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.flows.partners import Partner
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.flows.words import Mover
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit
    from bilateral.schema.facts import Event

__all__ = ["find_flows"]

Span = tuple[int, int]

_OPENING: Final = 3
_COUNTED: Final = 6  # 'The second, a loan of $3 million'
_SURE: Final = 0.85
_LESS: Final = 0.6
_STEADY: Final = frozenset({"both named", "people", "sent from", "sent"})
_REFLEXIVE: Final = frozenset({"themselves", "itself", "himself", "herself"})
_HELPERS_REACH: Final = 25


@dataclass(frozen=True, slots=True)
class _Moved:
    """A thing with its kind, its name, and the word that moves it."""

    thing: Thing
    kind: str
    name: str | None
    word: Span


def find_flows(scene: Scene, events: Sequence[Event] = ()) -> tuple[Flow, ...]:
    """Give the flows of the article, in text order; its events tell who helps whom."""
    lines, helped = tuple(read_lines(scene)), Helped.of(events)
    memory = Memory(ClosePair(scene, lines), Market.of(lines))
    found: list[Flow] = []
    for line in lines:
        known = memory.before(line)
        things = find_things(scene, line)
        parts = parts_of_trade(scene, line, things, known)
        row = () if parts else _row(scene, line, things, known)
        found.extend(_of_row(scene, line, partner) for partner in (*parts, *row))
        told = {partner.thing.start for partner in row}
        made = [] if parts else list(_of_line(scene, line, [t for t in things if t.start not in told], known))
        if not (parts or row or made):
            made = list(_of_help(scene, line, things, helped))
        named = None if made else gift_told(row) or named_transfer(scene, line) or helped.told(line)
        memory = memory.after(line, made, named).of_row(line, row_told(row))
        found.extend(flow for flow, _ in made)
    return merge(found)


def _of_help(scene: Scene, line: Line, things: Sequence[Thing], helped: Helped) -> Iterator[tuple[Flow, Told]]:
    """Give the first sum or goods of a line whose act of help tells the ends."""
    costs = any(w.low in word_set("flow_grammar", "flow costs") for w in line.words)
    told = None if costs else helped.told(line)
    free = (
        t for t in things if not (t.people or carries(t) or stays_home(line, t) or bears(line, t) or halted(line, t))
    )
    thing = next(free, None)
    if told is not None and thing is not None:
        kind = kind_of("aid", thing.name, told.source, line, thing)
        moved = _Moved(thing, kind, thing.name or kind, (thing.start, thing.end))
        yield _made(scene, line, moved, Ends(told.source, told.target, (), "act of help")), told


def _row(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the flows of a row: visitors, receivers, investors, trade partners or givers."""
    moved = [t for t in things if not bears(line, t)]
    rows = (
        remitted_rows,
        tourist_flows,
        listed_flows,
        visitor_flows,
        getter_flows,
        investor_flows,
        partner_flows,
        giver_flows,
    )
    return next((found for row in rows if (found := row(scene, line, moved, known))), ())


def _of_row(scene: Scene, line: Line, partner: Partner) -> Flow:
    kind = kind_of(partner.kind, partner.name, partner.source, line, partner.thing)
    moved = _Moved(partner.thing, kind, partner.name, (partner.thing.start, partner.thing.end))
    return _made(scene, line, moved, Ends(partner.source, partner.target, partner.spans, "row"))


def _of_line(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> Iterator[tuple[Flow, Told]]:
    """Give the flows of a line with their ends; `known` has the ends that go on where a clause names no state."""
    hits = tuple(flow_index().find(scene.body, line.start, line.end)) if things else ()
    for thing in things:
        if (relief := forgiven(line, thing, known)) is not None:
            moved = _Moved(thing, "aid", "debt relief", (thing.start, thing.end))
            yield _made(scene, line, moved, relief), Told(relief.source, relief.target, "give", "aid", "debt relief")
            continue
        if (ends := remitted(line, thing)) is not None and not stays_home(line, thing):
            moved = _Moved(thing, "remittance", "remittances", (thing.start, thing.end))
            yield _made(scene, line, moved, ends), Told(ends.source, ends.target, "give", "remittance", "remittances")
            continue
        if (drawing := drawn(line, thing, known)) is not None:
            moved = _Moved(thing, "loan", "disbursement", (thing.start, thing.end))
            yield (
                _made(scene, line, moved, drawing),
                Told(drawing.source, drawing.target, "give", "loan", "disbursement"),
            )
            continue
        if stays_home(line, thing) or bears(line, thing) or (thing.name or "").casefold() in _REFLEXIVE:
            continue
        made = _of_people(scene, line, thing, known) if thing.people else _of_goods(scene, line, thing, hits, known)
        made = made or _in_own_money(scene, line, thing, known)
        if made is not None:
            known = known if thing.people else known.going_on(made[1])
            yield made


def _of_people(scene: Scene, line: Line, thing: Thing, known: Memory) -> tuple[Flow, Told] | None:
    ends = people_ends(scene, line, thing, known.beside)
    if ends is None:
        return None
    flow = _made(scene, line, _Moved(thing, "people", thing.name, (thing.start, thing.end)), ends)
    return flow, Told(ends.source, ends.target, "people", "people", thing.name)


def _of_goods(
    scene: Scene, line: Line, thing: Thing, hits: Sequence[Hit[Movers]], known: Memory
) -> tuple[Flow, Told] | None:
    """Give the flow by the nearest word that moves the thing between two states."""
    for hit, mover in movers_of(scene.body, line, thing, hits):
        span = (min(hit.start, thing.start), max(hit.end, thing.end))
        clause = part_of(line, clause_around(line, hit, thing), span, hits)
        move = Move.of(line, mover, (hit.start, hit.end), thing, clause)
        ends = find_ends(move, known) or _going_on(line, clause, mover, known.last, hit.start)
        if ends is not None and not stopped(line, hit, thing, clause):
            name = name_of(scene, line, thing, hit, mover)
            kind = kind_of(mover.kind, name, ends.source, line, thing)
            kind = "export" if kind == "aid" and _delivered(move) and known.market.sold(line) else kind
            name = "remittances" if kind == "remittance" else name
            moved = _Moved(thing, kind, name, (hit.start, hit.end))
            told = Told(ends.source, ends.target, mover.way, moved.kind, name)
            return _made(scene, line, moved, ends), told
    return _listed(scene, line, thing, known.last) if not hits else None


def _in_own_money(scene: Scene, line: Line, thing: Thing, known: Memory) -> tuple[Flow, Told] | None:
    ends = None if halted(line, thing) else given_in_own_money(scene, line, thing, known)
    if ends is None:
        return None
    kind = kind_of("loan" if known.lends(line) else "aid", thing.name, ends.source, line, thing)
    moved = _Moved(thing, kind, thing.name or kind, (thing.start, thing.end))
    return _made(scene, line, moved, ends), Told(ends.source, ends.target, "give", kind, thing.name)


def _delivered(move: Move) -> bool:
    """Tell whether goods are only said to change hands: 'delivered 300 tonnes', 'received 40 buses'."""
    return move.mover.verb and move.what.quantity is not None and move.low in word_set("flow_grammar", "flow handing")


def _listed(scene: Scene, line: Line, thing: Thing, last: Told | None) -> tuple[Flow, Told] | None:
    """Give the flow that an item of a list adds to the one told above: '- $20 million to improve schools'."""
    counted = line.low(1) in word_set("flow_grammar", "flows counted off")
    if last is None or thing.amount is None or line.at(thing.start) > (_COUNTED if counted else _OPENING):
        return None
    moved = _Moved(thing, kind_of("aid", thing.name, last.source, line, thing), thing.name, (thing.start, thing.end))
    return _made(scene, line, moved, Ends(last.source, last.target, (), "as before")), last


def _going_on(line: Line, clause: Span, mover: Mover, last: Told | None, word: int) -> Ends | None:
    """Give the ends of the flow before where the clause names no other state."""
    found = turned(line, clause, mover, last, word) if last is not None else None
    return Ends(*found, (), "as before") if found else None


def _made(scene: Scene, line: Line, moved: _Moved, ends: Ends) -> Flow:
    body, thing = scene.body, moved.thing
    spans = [("trigger", moved.word), ("thing", (thing.start, thing.end)), *(("end", span) for span in ends.spans)]
    trace = Trace(
        (Evidence(line.start, line.end, body[line.start : line.end]),),
        speaker=speaker_in(body, line),
        modality="planned" if _planned(line, moved.word) else "asserted",
        confidence=_SURE if ends.rule in _STEADY else _LESS,
        rule=f"flow: {moved.kind}, {ends.rule}",
        roles=tuple(Role(role, a, b, body[a:b]) for role, (a, b) in spans),
    )
    period = period_of(scene, line, thing)
    amount = in_own_dollars(body, thing, moved.kind, ends.source, ends.target)
    return Flow(moved.kind, ends.source, ends.target, moved.name, thing.quantity, amount, period, trace)


def _planned(line: Line, word: Span) -> bool:
    """Tell whether a helping verb right before puts the transfer into the future."""
    near = (w for w in line.words if w.end <= word[0] and word[0] - w.end < _HELPERS_REACH)
    return any(w.low in word_set("flow_grammar", "flows planned") for w in near)
