"""A total of trade taken apart: 'A-B trade reached $5 billion, of which A-ish exports were $3 billion and imports $2 billion'.

Input: a line, its things, the article's pair. Output: each part as a flow of one direction; the total itself is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["parts_of_trade"]

_AHEAD: Final = 5
_PAIR: Final = 2
_JOINTS: Final = frozenset({"and", ",", ";", "while", "with", "against"})


@dataclass(frozen=True, slots=True)
class _Side:
    """A word of trade at a place of the line: whether it sells, and whose it is where the text tells."""

    at: int
    sells: bool
    owner: str | None


def parts_of_trade(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the parts of the trade between two states that a line tells; none where it speaks of no such trade."""
    sides = _sides(line)
    pair = _pair(line, known)
    if not sides or len(pair) != _PAIR:
        return ()
    main = next((s.owner for s in sides if s.owner in pair), None) or _trader(line) or _home(scene, pair, known)
    if main not in pair:
        return ()
    tied = [(thing, side) for thing in things if (side := _side_of(line, things, thing, sides)) is not None]
    if not _apart(line, known) or not tied:
        return ()
    return tuple(_part(thing, side, side.owner or main, pair) for thing, side in tied)


def _part(thing: Thing, side: _Side, owner: str, pair: frozenset[str]) -> Partner:
    other = next(iter(pair - {owner}))
    source, target = (owner, other) if side.sells else (other, owner)
    return Partner(thing, "export", source, target, thing.name, (), receives=True)


def _apart(line: Line, known: Memory) -> bool:
    """Tell whether the line, or the one before, tells a total of trade."""
    return any(w.low in _grammar("flow trade words") for w in line.words) or known.trading(line)


def _pair(line: Line, known: Memory) -> frozenset[str]:
    """Give the two that trade: named in the line, told just before, or the article's."""
    named = frozenset(m.code for m in line.mentions if m.kind not in {"leader", "igo"} or m.code == "EU")
    told = known.pair.traded(line.index)
    if len(named) == _PAIR:
        return named
    return next((pair for pair in (told, known.pair.codes) if len(pair) == _PAIR and named <= pair), frozenset())


def _sides(line: Line) -> list[_Side]:
    found = []
    for at, word in enumerate(line.words):
        sells, buys = word.low in _grammar("flow parts sold"), word.low in _grammar("flow parts bought")
        if sells or buys:
            found.append(_Side(at, sells, _owner(line, at)))
    return found


def _owner(line: Line, at: int) -> str | None:
    """Give whose exports they are: 'A-ish exports', 'A's imports', 'A exporting goods'."""
    before = {at - 1, at - 2} if line.low(at - 1) in {"'s", "total", "overall"} else {at - 1}
    ends = {line.words[i].end for i in before if i >= 0}
    return next((m.code for m in line.mentions if m.end in ends), None)


def _side_of(line: Line, things: Sequence[Thing], thing: Thing, sides: Sequence[_Side]) -> _Side | None:
    """Give the word of trade that a number belongs to: right behind it, '$3 billion were exports', else the last before it."""
    first, last = line.at(thing.start), line.at(thing.end)
    for side in sides:
        if last <= side.at <= last + _AHEAD and not _JOINTS & {line.low(i) for i in range(last, side.at)}:
            return side
    low = max((line.at(t.end) for t in things if t.end <= thing.start), default=0)
    before = [s for s in sides if low <= s.at < first]
    total = [i for i in range(low, first) if line.low(i) in _grammar("flow trade words")]
    if not before or (total and total[-1] > before[-1].at):
        return None
    return before[-1]


def _trader(line: Line) -> str | None:
    """Give the state whose trade it is: 'A's trade with B'."""
    at = next((i for i, w in enumerate(line.words) if w.low in _grammar("flow trade words")), None)
    if at is None or "with" not in {line.low(i) for i in range(at, at + 3)}:
        return None
    owners = [m for m in line.mentions if m.end <= line.words[at].start and line.low(line.at(m.end)) == "'s"]
    return owners[-1].code if owners else None


def _home(scene: Scene, pair: frozenset[str], known: Memory) -> str | None:
    """Give the one of the two whose exports 'exports' are: the article's home, or the one told of before."""
    if known.topic is not None and known.topic.kind == "export" and {known.topic.source, known.topic.target} == pair:
        return known.topic.source
    return scene.home if scene.home in pair else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
