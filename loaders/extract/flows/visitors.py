"""Lists of visitors by where they come from: 'Visitors from A led with 73,000, followed by B (41,000) and C (27,000)'.

Input: a line with the scene's numbers, what was told before. Output: the flows of people into the one state visited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.numbers import qualifier_around
from bilateral.loaders.extract.flows.bare import end_of, is_free, numbers_in
from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import tied_numbers
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word
from bilateral.schema.values import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["visitor_flows"]

_ROW: Final = 2
_LEAST: Final = 100
_FROM: Final = frozenset({"from"})
_SHARE: Final = frozenset({"%", "percent", "per", "nights", "days", "years", "minutes", "hours"})


def visitor_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the flows of a list of visitors; two countries are needed, and one that is visited."""
    name = next((w.low for w in line.words if w.low in _grammar("flow visitors")), None)
    name = name or next((w.low for w in line.words if fold_word(w.low) in _abroad()), None)
    if (name is None and not known.visited(line)) or _away(line):
        return ()
    people = [t for t in things if t.people]
    numbers = sorted([*people, *_bare(scene, line, people, name or "visitors")], key=lambda t: t.start)
    entries = [e for e in tied_numbers(line, numbers, _lands(line), _FROM) if _comes(e.words)]
    codes = {e.state.code for e in entries}
    host = _host(scene, line, codes, known)
    if len(entries) < _ROW or len(codes) != len(entries) or host is None:
        return ()
    if name is not None and name not in _grammar("flow visitors") and line.lead(entries[0].state.start) != "from":
        return ()
    return tuple(
        Partner(
            e.thing, "people", e.state.code, host, name or "visitors", ((e.state.start, e.state.end),), receives=False
        )
        for e in entries
    )


def _abroad() -> frozenset[str]:
    """Give the words for people who live away from home: students, workers, refugees."""
    return flow_words("people") - _grammar("flow people anybody") - _grammar("flow people posted")


def _bare(scene: Scene, line: Line, people: Sequence[Thing], name: str) -> Iterator[Thing]:
    """Give the plain numbers of a line that may count visitors."""
    for number in numbers_in(scene, line.start, line.end):
        end, value = end_of(number), number.letter_value or number.value
        share = line.low(line.at(end)) in _SHARE
        if (
            value < _LEAST
            or share
            or not is_free(scene, line, number)
            or any(t.start <= number.start < t.end for t in people)
        ):
            continue
        quantity = Quantity(value, "person", name, qualifier_around(scene.body, number.start, end))
        yield Thing(number.start, end, name, quantity=quantity)


def _lands(line: Line) -> tuple[StateMention, ...]:
    """Give where visitors may come from: states by name, peoples in the plural."""
    plural = {w.end for w in line.words if w.low.endswith("s") and w.capital}
    kept = [
        m for m in line.lands if m.kind == "name" or (m.kind == "demonym" and (m.end in plural or _nation(line, m)))
    ]
    return tuple(m for m in kept if line.low(line.at(m.end)) != "'s" and line.lead(m.start) not in {"in", "to", "into"})


def _nation(line: Line, mention: StateMention) -> bool:
    """Tell whether a people stands without a plural: 'the Chinese', 'Japanese with 20,000'."""
    return line.low(line.at(mention.end)) in {"with", "(", "at"} | _grammar("flow visitors")


def _comes(words: Sequence[str]) -> bool:
    """Tell whether the words between a state and its number say no more than that so many came."""
    return not [w for w in words if w.isalpha() and w not in _grammar("flow visitor words") | _grammar("flow visitors")]


def _away(line: Line) -> bool:
    """Tell whether those counted leave for the states of the list."""
    return any(w.low in {"outbound", "abroad", "overseas", "fled", "flee", "fleeing"} for w in line.words)


def _host(scene: Scene, line: Line, codes: set[str], known: Memory) -> str | None:
    """Give the state that is visited: the only other of the line, where the last people went, what the lines before are about."""
    others = {m.code for m in line.lands if m.code not in codes}
    if others:
        return next(iter(others)) if len(others) == 1 else None
    if known.crowd is not None and known.crowd.target not in codes:
        return known.crowd.target
    for known_codes in (known.near - codes, set(scene.title_codes) - codes):
        if len(known_codes) == 1:
            return next(iter(known_codes))
    return scene.home if scene.home not in codes else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
