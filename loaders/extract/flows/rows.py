"""Rows of states with a number each: 'Chad took 12 million kg, followed by Malta with 9 million and Peru with 7 million'.

Input: a line with the scene's numbers. Output: `Entry`s, a number tied to its state, in text order. A number without a unit has that of
the number before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.numbers import qualifier_around
from bilateral.loaders.extract.flows.bare import end_of, is_free, numbers_in
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.figures.numbers import Number
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Entry", "partners_in", "rows_of", "tied_numbers", "with_elliptic"]

_NEAR: Final = 12
_BEHIND: Final = 5
_LEADS: Final = frozenset({"from", "to", "by"})
_BREAKS: Final = frozenset({",", ";", "and", "while", "with", ":"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A number and the state it belongs to; `lead` is the preposition between them, `word` what else stands there."""

    thing: Thing
    state: StateMention
    lead: str
    words: tuple[str, ...]


def rows_of(scene: Scene, line: Line, things: Sequence[Thing], also: frozenset[str] = frozenset()) -> tuple[Entry, ...]:
    """Give the numbers of a line that each have a state of their own, or one of the bodies `also`."""
    numbers = with_elliptic(scene, line, things)
    states = (*partners_in(line), *(m for m in line.mentions if m.kind == "igo" and m.code in also))
    states = tuple(sorted(dict.fromkeys(states), key=lambda m: m.start))
    if not numbers or not states:
        return ()
    return _respectively(line, numbers, states) or tied_numbers(line, numbers, states)


def tied_numbers(
    line: Line, numbers: Sequence[Thing], states: Sequence[StateMention], leads: frozenset[str] = _LEADS
) -> tuple[Entry, ...]:
    """Tie each number to its state; `leads` are the words between a number and the state behind it."""
    found = (_tied(line, numbers, at, states, leads) for at in range(len(numbers)))
    return tuple(entry for entry in found if entry is not None)


def partners_in(line: Line) -> tuple[StateMention, ...]:
    """Give the states of a line that may have a number: those named outright, not as owner or origin."""
    kept = [m for m in line.mentions if m.kind in {"name", "capital"} or m.code == "EU" or _buyers(line, m)]
    return tuple(m for m in kept if line.low(line.at(m.end)) != "'s" and not _adjective(line, m))


def _buyers(line: Line, mention: StateMention) -> bool:
    """Tell whether a state's adjective stands before its buyers: 'Chadian importers'."""
    return line.low(line.at(mention.end)) in word_set("flow_grammar", "flow row people buying")


def _adjective(line: Line, mention: StateMention) -> bool:
    """Tell whether a name stands before a noun: 'US imports'."""
    at = line.at(mention.end)
    counted = at + 1 < len(line.words) and line.words[at + 1].text[0].isdigit()  # 'A imports 5 million barrels'
    return line.low(at) in word_set("flow_grammar", "flow row nouns") and not (counted and line.low(at).endswith("s"))


def with_elliptic(scene: Scene, line: Line, things: Sequence[Thing]) -> list[Thing]:
    """Give the things with the bare numbers that share a unit: '12 million kg … 9 million'."""
    goods = sorted(things, key=lambda t: t.start)
    if not goods:
        return []
    bare = [n for n in numbers_in(scene, goods[0].end, line.end) if _is_bare(scene, line, n)]
    made = [_alike(scene, n, [g for g in goods if g.start < n.start][-1]) for n in bare]
    return sorted([*goods, *made], key=lambda t: t.start)


def _is_bare(scene: Scene, line: Line, number: Number) -> bool:
    at = line.at(end_of(number))
    after = line.words[at] if at < len(line.words) else None
    ends = (
        after is None
        or (after.sign and after.low != "%")
        or after.low in _BREAKS | _LEADS | {"in", "for", "respectively"}
    )
    return ends and is_free(scene, line, number) and scene.body[number.start].isdigit()


def _alike(scene: Scene, number: Number, model: Thing) -> Thing:
    end = end_of(number)
    value, hedge = number.letter_value or number.value, qualifier_around(scene.body, number.start, end)
    quantity = replace(model.quantity, value=value, qualifier=hedge) if model.quantity else None
    amount = replace(model.amount, value=value, qualifier=hedge) if model.amount and not quantity else None
    return Thing(number.start, end, model.name, amount, quantity)


def _tied(
    line: Line,
    numbers: Sequence[Thing],
    at: int,
    states: Sequence[StateMention],
    leads: frozenset[str] = _LEADS,
) -> Entry | None:
    """Tie a number to the state right behind it, '9 million from Chad', else to the last one before it."""
    thing = numbers[at]
    low = numbers[at - 1].end if at else line.start
    high = numbers[at + 1].start if at + 1 < len(numbers) else line.end
    behind = next((m for m in states if thing.end <= m.start < high), None)
    if behind is not None:
        words = _between(line, thing.end, behind.start)
        lead = words[-1] if words and words[-1] != "the" else (words[-2] if len(words) > 1 else "")
        if (lead in leads or (lead == "in" and thing.people)) and len(words) <= _BEHIND and not _BREAKS & set(words):
            return Entry(thing, behind, lead, words)
    before = next((m for m in reversed(states) if low <= m.start and m.end <= thing.start), None)
    if before is None or len(words := _between(line, before.end, thing.start)) > _NEAR:
        return None
    lead = line.lead(before.start)
    return Entry(thing, before, lead if words in {("for",), ("(",)} and lead in leads else "", words)


def _respectively(line: Line, numbers: Sequence[Thing], states: Sequence[StateMention]) -> tuple[Entry, ...]:
    """Read 'A and B bought 7 million kg and 5 million kg respectively': the numbers follow the states."""
    at = next((w.start for w in line.words if w.low == "respectively"), None)
    if at is None:
        return ()
    row = [t for t in numbers if t.end <= at]
    count = next((n for n in range(len(row), 1, -1) if _in_row(line, row[-n:])), 0)
    row = row[len(row) - count :]
    named = [m for m in states if row and m.end <= row[0].start][-count:]
    if count < 2 or len(named) != count:  # noqa: PLR2004 - a row
        return ()
    rest = [t for t in numbers if t not in row]
    words = _between(line, named[-1].end, row[0].start)
    far = [m for m in states if m not in named]
    tied = [e for i in range(len(rest)) if (e := _tied(line, [*rest, row[0]], i, far)) is not None]
    return (*tied, *(Entry(thing, state, "", words) for thing, state in zip(row, named, strict=True)))


def _in_row(line: Line, row: Sequence[Thing]) -> bool:
    """Tell whether nothing but commas and 'and' stands between the numbers."""
    gaps = (_between(line, a.end, b.start) for a, b in pairwise(row))
    return all(set(gap) <= {",", "and"} for gap in gaps)


def _between(line: Line, start: int, end: int) -> tuple[str, ...]:
    return tuple(w.low for w in line.words if start <= w.start < end)
