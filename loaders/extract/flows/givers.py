"""Rows of givers: 'A sent 90 generators, B 35 and C gave $2 million', where one state gets what each of them gives.

Input: a line, its things, what was told before. Output: which flow each number is; none where the line is no such row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import rows_of
from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.rows import Entry
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["giver_flows"]

_ROW: Final = 2
_LENT: Final = frozenset({"lent", "lend", "lends", "lending", "loan", "loans", "loaned", "credit"})
_NOT_BEFORE: Final = frozenset({"to", "from", "for", "of", "in", "by"})


def giver_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the flows of a row of givers: two at least, each right before its number."""
    donors = any(w.low in word_set("flow_grammar", "flow row gifts") for w in line.words)
    entries = [
        e
        for e in rows_of(scene, line, things, word_set("flow_grammar", "flow roles lenders"))
        if not e.thing.people and (not e.lead or _from_donor(e, donors=donors))
    ]
    codes = {e.state.code for e in entries}
    if len(entries) < _ROW or len(codes) != len(entries) or not _gives(line, entries):
        return ()
    getter = _getter(scene, line, entries, codes, known)
    if getter is None:
        return ()
    kind = "loan" if _LENT & {w.low for w in line.words} else "aid"
    return tuple(_made(entry, kind, getter) for entry in entries)


def _from_donor(entry: Entry, *, donors: bool) -> bool:
    """Tell whether a sum comes 'from' one of the donors that the line speaks of."""
    return donors and entry.lead == "from"


def _made(entry: Entry, kind: str, getter: tuple[str, tuple[tuple[int, int], ...]]) -> Partner:
    code, spans = getter
    places = ((entry.state.start, entry.state.end), *spans)
    return Partner(entry.thing, kind, entry.state.code, code, entry.thing.name or kind, places, receives=False)


def _gives(line: Line, entries: Sequence[Entry]) -> bool:
    """Tell whether the first of the row gives, and each other one gives as well or has no verb of its own."""
    if any(not e.lead and line.lead(e.state.start) in _NOT_BEFORE for e in entries):
        return False
    if any(fold_word(w.low) in flow_words("stop") for w in line.words):
        return False
    giving = word_set("flow_grammar", "flow row giving") | _LENT
    trades = word_set("flow_grammar", "flow row buys") | word_set("flow_grammar", "flow row exports")
    first, rest = entries[0], entries[1:]
    opened = {w.low for w in line.words if w.end <= first.state.start}
    first_words = set(first.words) | ({"gave"} if first.lead else set())
    gives = bool(giving & first_words) or bool(opened & word_set("flow_grammar", "flow row gifts"))
    return gives and not any(trades & set(e.words) for e in entries) and all(_follows(e, giving) for e in rest)


def _follows(entry: Entry, giving: frozenset[str]) -> bool:
    return bool(entry.lead) or not [w for w in entry.words if w.isalpha()] or bool(giving & set(entry.words))


def _getter(
    scene: Scene, line: Line, entries: Sequence[Entry], codes: set[str], known: Memory
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Give who gets: the only other state of the line, else the one that the sentence before is about."""
    others = [m for m in line.mentions if m.code not in codes and m.kind != "leader"]
    others = [m for m in others if m.start < entries[0].state.start or line.lead(m.start) not in {"and", ","}]
    own = [m for m in others if m.start > entries[-1].thing.end or m.end <= entries[0].state.start]
    own = own or [m for m in others if line.lead(m.start) in {"to", "for"} or m.start > entries[0].state.end]
    if len({m.code for m in own}) == 1 == len({m.code for m in others}):
        return own[0].code, ((own[0].start, own[0].end),)
    if others:
        return None
    rest = known.near - codes
    if len(rest) == 1:
        return next(iter(rest)), ()
    topic = known.topic
    if topic is not None and topic.target not in codes and topic.kind in {"aid", "loan"}:
        return topic.target, ()
    titled = set(scene.title_codes) - codes
    return (next(iter(titled)), ()) if len(titled) == 1 else None
