"""Goods, money and people that move from one state to another, with how much of what and when.

Input: an article's `Scene`. Output: `Flow`s, each with its passage. A flow needs a sum or a quantity and two states; trade in both
directions, production at home, and transfers that are refused, cut or only asked for are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.close_pair import ClosePair
from bilateral.loaders.extract.flow_merge import merge
from bilateral.loaders.extract.flow_people import people_ends
from bilateral.loaders.extract.flow_period import period_of
from bilateral.loaders.extract.flow_roles import Ends, find_ends
from bilateral.loaders.extract.flow_things import Thing, find_things, name_before, words_after
from bilateral.loaders.extract.flow_words import Mover, flow_index, flow_words
from bilateral.loaders.extract.lines import read_lines
from bilateral.loaders.extract.phrases import fold_phrase, fold_word
from bilateral.schema.facts import Evidence, Flow, Role, Trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.phrases import Hit

__all__ = ["find_flows"]

Movers = tuple[Mover, ...]

_NEXT: Final = 2
_FAR: Final = 110
_SURE: Final = 0.85
_LESS: Final = 0.6
_BREAKS: Final = frozenset({";", "while", "whereas", "but", "although", "though", "after", "because", "compared"})
_MEASURES: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "millions",
        "thousands",
        "hundreds",
        "million",
        "tonnes",
        "tons",
        "barrels",
        "units",
        "just",
        "only",
        "metric",
        "long",
        "short",
        "kg",
        "kilograms",
        "some",
        "about",
        "up",
        "to",
        "more",
        "than",
        "over",
        "its",
        "their",
    }
)
_ALSO_VERBS: Final = frozenset(
    {
        "supply",
        "support",
        "fund",
        "help",
        "aid",
        "grant",
        "gift",
        "loan",
        "credit",
        "export",
        "import",
        "purchase",
        "sale",
        "purchases",
        "assist",
    }
)
_BEFORE_NOUNS: Final = frozenset({"a", "an", "the", "of", "its", "their", "this", "annual", "total", "in"})
_REFLEXIVE: Final = frozenset({"themselves", "itself", "himself", "herself"})
_COMPLETES: Final = frozenset(
    {
        "of",
        "worth",
        "amounting to",
        "totalling",
        "totaling",
        "valued at",
        "of about",
        "of up to",
        "of over",
        "of around",
        "of more than",
        "of nearly",
        "of some",
    }
)
_PLANNED: Final = frozenset(
    {"will", "would", "plan", "plans", "planned", "intends", "intend", "expected", "could", "may", "to"}
)


def find_flows(scene: Scene) -> tuple[Flow, ...]:
    """Give the flows of the article, in text order."""
    lines = tuple(read_lines(scene))
    pair = ClosePair(scene, lines)
    found: list[Flow] = []
    last: tuple[int, Ends | None] = (-_NEXT, None)
    for line in lines:
        known = last[1] if line.index - last[0] < _NEXT and not line.states else None
        made = list(_of_line(scene, line, pair, known))
        if made:
            flow, ends = made[-1]
            last = (line.index, ends if flow.kind in {"aid", "loan"} else None)
        found.extend(flow for flow, _ in made)
    return merge(found)


def _of_line(scene: Scene, line: Line, pair: ClosePair, last: Ends | None) -> Iterator[tuple[Flow, Ends]]:
    things = find_things(scene, line)
    if not things:
        return
    hits = tuple(flow_index().find(scene.body, line.start, line.end))
    for thing in things:
        if _at_home(line, thing) or (thing.name or "").casefold() in _REFLEXIVE:
            continue
        if thing.people:
            yield from _people(scene, line, thing)
            continue
        for hit, mover in _movers(scene, line, thing, hits):
            clause = _clause(line, hit, thing)
            ends = find_ends(line, mover, (hit.start, hit.end), (thing.start, thing.end), clause, pair) or (
                last if _continues(line, clause) else None
            )
            if ends is not None and not _stopped(line, hit, thing, clause):
                last = ends
                yield _flow(scene, line, thing, hit, mover, ends), ends
                break


def _people(scene: Scene, line: Line, thing: Thing) -> Iterator[tuple[Flow, Ends]]:
    ends = people_ends(scene, line, thing)
    if ends is not None:
        yield _made(scene, line, thing, "people", thing.name, ends, (thing.start, thing.end)), ends


def _movers(scene: Scene, line: Line, thing: Thing, hits: Sequence[Hit[Movers]]) -> Iterator[tuple[Hit[Movers], Mover]]:
    """Give the words that may move the thing, nouns and near ones first."""
    near = [h for h in hits if _gap(h, thing) < _FAR and not _barrier(line, h, thing)]
    pairs = [(h, m) for h in near for m in h.value if m.kind != "people" and _fits(line, h, m)]
    yield from sorted(pairs, key=lambda p: (_distance(scene.body, p[0], thing), p[1].verb, p[0].start))


def _distance(body: str, hit: Hit[Movers], thing: Thing) -> int:
    """Rank a word by its nearness; one that the thing completes, 'a loan of $5 million', comes first."""
    if hit.end <= thing.start and body[hit.end : thing.start].strip().casefold() in _COMPLETES:
        return -1
    return _gap(hit, thing) + (0 if hit.start >= thing.start else 5)


def _fits(line: Line, hit: Hit[Movers], mover: Mover) -> bool:
    """Tell whether the word stands as it is read: 'to support' is no noun, 'Export' in a firm's name no verb."""
    at = line.at(hit.start)
    if line.words[at].capital and at > 0 and (mover.verb or mover.kind == "export"):
        return False
    if mover.verb and line.low(at - 1) in _BEFORE_NOUNS:
        return False
    if not mover.verb:
        after = line.low(line.at(hit.end))
        verbal = line.low(at - 1) in {"to", "will", "would", "can", "could", "must"} and line.low(at) in _ALSO_VERBS
        return not verbal and not (line.low(at - 1) == "in" and after == "of")
    return True


def _gap(hit: Hit[Movers], thing: Thing) -> int:
    return max(0, hit.start - thing.end, thing.start - hit.end)


def _barrier(line: Line, hit: Hit[Movers], thing: Thing) -> bool:
    low, high = min(hit.end, thing.end), max(hit.start, thing.start)
    return any(w.low in _BREAKS for w in line.words if low <= w.start < high)


def _clause(line: Line, hit: Hit[Movers], thing: Thing) -> tuple[int, int]:
    """Give the part of the sentence around word and thing, up to 'while', 'but' or a semicolon."""
    low, high = min(hit.start, thing.start), max(hit.end, thing.end)
    cuts = [w for w in line.words if w.low in _BREAKS]
    return max([w.end for w in cuts if w.end <= low] + [line.start]), min(
        [w.start for w in cuts if w.start >= high] + [line.end]
    )


def _continues(line: Line, clause: tuple[int, int]) -> bool:
    """Tell whether the clause names no state, so that the ends of the last flow go on."""
    return not line.actors_between(*clause)


def _at_home(line: Line, thing: Thing) -> bool:
    """Tell whether the words around a number keep it at home: 'produces 2 million tons', 'out of an output of'."""
    at = line.at(thing.start)
    before = {line.low(i) for i in range(max(0, at - 4), at) if not line.words[i].sign}
    after = {line.low(i) for i in range(line.at(thing.end), min(len(line.words), line.at(thing.end) + 2))}
    return any(fold_phrase(w) in flow_words("home") for w in before | after if w)


def _stopped(line: Line, hit: Hit[Movers], thing: Thing, clause: tuple[int, int]) -> bool:
    """Tell whether words around say that the transfer is refused, cut, asked for or stolen."""
    first, word, number, after = line.at(clause[0]), line.at(hit.start), line.at(thing.start), line.at(thing.end)
    near = {
        *range(max(first, word - 5), word),
        *range(max(first, number - 5), number),
        *range(after, min(len(line.words), after + 4)),
    }
    return any(fold_word(line.low(i)) in _stops() or line.low(i).endswith("n't") for i in near)


def _stops() -> frozenset[str]:
    return frozenset(w for w in flow_words("stop"))


def _flow(scene: Scene, line: Line, thing: Thing, hit: Hit[Movers], mover: Mover, ends: Ends) -> Flow:
    name = _name(scene, line, thing, hit, mover)
    return _made(scene, line, thing, _kind(mover.kind, name), name, ends, (hit.start, hit.end))


def _name(scene: Scene, line: Line, thing: Thing, hit: Hit[Movers], mover: Mover) -> str | None:
    """Name what moves: by its count, by the words at its sum, by the noun that moves it, by what was counted before."""
    if thing.quantity is not None and thing.quantity.commodity:
        return thing.quantity.commodity
    noun = scene.body[hit.start : hit.end]
    if mover.verb:
        found = thing.name or _object(line, hit.end)
    else:
        front = name_before(line, hit.start)
        own = f"{front or ''} {noun if mover.kind != 'export' else ''}".strip()
        found = own if front or not thing.name or thing.name.casefold() == noun.casefold() else thing.name
    earlier = [q.quantity.commodity for q in scene.quantities_in(line.start, thing.start) if q.quantity.commodity]
    return found or (earlier[-1] if earlier else None) or (mover.kind if mover.kind in {"aid", "loan"} else None)


def _object(line: Line, offset: int) -> str | None:
    """Give the goods after a verb: 'to import millions of tonnes of gas'."""
    at = line.at(offset)
    while at < len(line.words) and (line.low(at) in _MEASURES or line.words[at].text[0].isdigit()):
        at += 1
    return words_after(line, line.words[at].start) if at < len(line.words) else None


def _kind(kind: str, name: str | None) -> str:
    words = set(fold_phrase(name or "").split())
    if kind in {"export", "aid"} and words & flow_words("arms"):
        return "arms"
    if kind == "aid" and words & {"loan", "credit", "bailout", "financing"}:
        return "loan"
    return kind


def _made(
    scene: Scene, line: Line, thing: Thing, kind: str, name: str | None, ends: Ends, word: tuple[int, int]
) -> Flow:
    body = scene.body
    spans = [("trigger", word), ("thing", (thing.start, thing.end)), *(("end", span) for span in ends.spans)]
    roles = tuple(Role(role, a, b, body[a:b]) for role, (a, b) in spans)
    planned = any(w.low in _PLANNED for w in line.words if w.end <= word[0] and word[0] - w.end < 25)  # noqa: PLR2004 - a few words
    trace = Trace(
        (Evidence(line.start, line.end, body[line.start : line.end]),),
        modality="planned" if planned else "asserted",
        confidence=_SURE if ends.rule in {"both named", "people", "sent from", "sent"} else _LESS,
        rule=f"flow: {kind}, {ends.rule}",
        roles=roles,
    )
    return Flow(
        kind, ends.source, ends.target, name, thing.quantity, thing.amount, period_of(scene, line, thing), trace
    )
