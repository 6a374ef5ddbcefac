"""Where people come from and where they are or go: '3,000 Chadian students at Maltese universities', 'refugees from Chad'.

Input: a line, a thing that counts people, the states named in the line. Output: the mention of either end, None where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.words import flow_index, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["lead_of", "movable", "origin_of", "target_of"]

_NEAR: Final = 24
_REACH: Final = 90
_BESIDE: Final = 2
_WHERE: Final = frozenset({"in", "to", "into", "at", "for", "inside", "across", "on", "reached", "reach", "entered"})


def origin_of(line: Line, thing: Thing, mentions: Sequence[StateMention]) -> StateMention | None:
    """'3,000 Chadian students', 'students from Chad', 'the number of Chadian tourists by 40,000'."""
    near = [m for m in mentions if m.kind in {"demonym", "name"} and thing.start <= m.start < thing.end + 2]
    near = near or [m for m in mentions if m.kind == "demonym" and thing.start - _NEAR <= m.start <= thing.end]
    if near:
        return min(near, key=lambda m: abs(m.start - thing.end))
    return next((m for m in mentions if lead_of(line, m) in {"from", "of"} and 0 <= m.start - thing.end < _NEAR), None)


def target_of(
    line: Line, thing: Thing, mentions: Sequence[StateMention], origin: StateMention | None
) -> StateMention | None:
    """Give where they are or go: behind them 'in' or 'to', or before them as their host."""
    able = [m for m in mentions if m is not origin and (m.kind != "demonym" or _of_place(line, m))]
    after = [
        m
        for m in able
        if 0 <= m.start - thing.end < _REACH
        and not _broken(line, thing.end, m.start)
        and (lead_of(line, m) in _WHERE or _moves(line, m))
    ]
    if after:
        return after[0]
    hosts = [m for m in able if m.end <= thing.start and _hosts(line, m, thing)]
    return hosts[-1] if hosts else None


def _of_place(line: Line, mention: StateMention) -> bool:
    """Tell whether a state's adjective says where something is: 'at Chadian universities', 'on Maltese soil'."""
    at = line.at(mention.end)
    places = _grammar("flow people places")
    return line.low(at) in places or line.low(at + 1) in places


def _broken(line: Line, start: int, end: int) -> bool:
    """Tell whether another clause begins between two places."""
    return any(
        w.low in {";", ":", "while", "but", "after", "as", "when", "whereas", "because"}
        for w in line.words
        if start <= w.start < end
    )


def movable(thing: Thing) -> bool:
    """Tell whether those counted are by their name away from home: students, tourists, refugees, troops."""
    return bool(set(fold_phrase(thing.name or "").split()) & (flow_words("people") - _grammar("flow people anybody")))


def _moves(line: Line, mention: StateMention) -> bool:
    """Tell whether a verb of going stands right before the state: 'visit Chad'."""
    word = line.lead(mention.start)
    if word in _grammar("flow people leaving"):
        return False
    return any(m.way == "go" for hit in flow_index().find(word) for m in hit.value)


def _hosts(line: Line, mention: StateMention, thing: Thing) -> bool:
    """Tell whether the state takes people in: 'Chad hosts 400,000 …'."""
    between = [w.low for w in line.words if mention.end <= w.start < thing.start]
    if movable(thing) and {"has", "have", "had"} & set(between[:2]) and len(between) <= _BESIDE + 2:
        return True
    hits = flow_index().find(" ".join(between))
    return any(m.kind == "people" and m.way == "take" for hit in hits for m in hit.value)


def lead_of(line: Line, mention: StateMention) -> str:
    """Give the word that leads a state in, 'the neighbouring' and the like left aside."""
    at = line.at(mention.start) - 1
    while at >= 0 and line.low(at) in {
        "the",
        "neighbouring",
        "neighboring",
        "southern",
        "northern",
        "eastern",
        "western",
    }:
        at -= 1
    return line.low(at)


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
