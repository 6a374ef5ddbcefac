"""Investors by rank: 'A was the largest investor in B with $2 billion, followed by C with $900 million'.

Input: a line, its things, what was told before. Output: the investments of each in the one state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import partners_in, tied_numbers, with_elliptic
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.rows import Entry
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["NAME", "investor_flows"]

NAME: Final = "investment"
_FROM: Final = frozenset({"from", "by"})
_PLACES: Final = frozenset({"in", "into", "to"})
_RANKED: Final = frozenset(
    {"ranked", "ranks", "ranking", "rank", "led", "leads", "topped", "tops", "followed", "investors"}
)


def investor_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the investments of a line that ranks investors, or goes on with such a ranking."""
    sums = with_elliptic(scene, line, [t for t in things if t.amount is not None])
    names = {w.low for w in line.words} & _grammar("flow investing")
    ranked = bool({w.low for w in line.words} & (_grammar("flow row ranks") | _grammar("flow row next") | _RANKED))
    told = known.row is not None and known.row.name == NAME
    if not ranked or not (names or told or known.invests(line)):
        return ()
    able = [m for m in partners_in(line) if line.lead(m.start) not in _PLACES]
    entries = [e for e in tied_numbers(line, sums, able, _FROM) if _ranks(e)]
    codes = {e.state.code for e in entries}
    host = _host(line, codes, known)
    if not entries or len(codes) != len(entries) or host is None:
        return ()
    return tuple(_made(e, host) for e in entries)


def _made(entry: Entry, host: str) -> Partner:
    place = ((entry.state.start, entry.state.end),)
    return Partner(entry.thing, "investment", entry.state.code, host, NAME, place, receives=False)


def _ranks(entry: Entry) -> bool:
    """Tell whether the words between a state and its sum only rank it."""
    words = {w for w in entry.words if w.isalpha()}
    return not words & _grammar("flow invested otherwise")


def _host(line: Line, codes: set[str], known: Memory) -> str | None:
    """Give where they invest: the only other state of the line, else that of the ranking before, else what was told of."""
    others = {m.code for m in line.lands if m.code not in codes}
    if others:
        return next(iter(others)) if len(others) == 1 else None
    if known.row is not None and known.row.name == NAME and known.row.hub not in codes:
        return known.row.hub
    rest = known.near - codes
    return next(iter(rest)) if len(rest) == 1 else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
