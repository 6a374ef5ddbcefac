"""Who gives where only the money tells: 'A and Japan exchanged notes on a 300 million yen project', 'a grant of 9 million yuan to A'.

Input: a line, a thing, what was told before. Output: `Ends` from the state whose money it is to the other; None where that is not sure.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.text.lexicon import word_lists, word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["given_in_own_money"]

_LEAST: Final = 100_000


def given_in_own_money(scene: Scene, line: Line, thing: Thing, known: Memory) -> Ends | None:
    """Give the two ends where a gift or an exchange of notes is told in the money of a state that gives."""
    home = _home(thing)
    lows = {w.low for w in line.words}
    part = any(a.low == "of" and b.low == "which" and b.end <= thing.start for a, b in pairwise(line.words))
    if home is None or part or not lows & _grammar("flow own money") or lows & _against():
        return None
    named = {m.code for m in line.lands}
    others = named - {home}
    around = known.near | known.pair.codes | set(scene.title_codes) | {m.code for m in line.mentions}
    if home not in named | around or len(others) > 1:
        return None
    rest = others or (known.pair.codes - {home} if home in known.pair.codes else frozenset[str]())
    spans = tuple((m.start, m.end) for m in line.lands[:2])
    return Ends(home, next(iter(rest)), spans, "own money") if len(rest) == 1 else None


def _home(thing: Thing) -> str | None:
    """Give the state whose money a sum is in."""
    if thing.amount is None or thing.amount.value < _LEAST or thing.amount.currency == "XDR":
        return None
    return next((c for c in word_lists("flow_money") if thing.amount.currency in word_set("flow_money", c)), None)


def _against() -> frozenset[str]:
    trades = _grammar("flow trade words") | _grammar("flow row exports") | _grammar("flow sale words")
    return trades | _grammar("flow costs") | _grammar("flow investing")


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
