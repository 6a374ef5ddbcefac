"""Rows of receivers: 'A will get $70 million, B $40 million', '$70 million for A, 40 million for B', where one giver gives to each.

Input: a line, its things, what was told before. Output: which flow each number is; none where the line is no such row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.partners import Partner
from bilateral.loaders.extract.flows.rows import partners_in, tied_numbers, with_elliptic
from bilateral.loaders.extract.flows.words import GIVEN, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.rows import Entry
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["getter_flows"]

_ROW: Final = 2
_BEHIND: Final = frozenset({"to", "for"})
_LINKS: Final = frozenset(
    {"and", "will", "with", "the", "a", "remaining", "another", "further", "rest", "about", "some", "while", "whiles"}
)
_GOES: Final = frozenset({"go", "goes", "went"})
_NO: Final = frozenset({"not", "never", "no"})


def getter_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the flows of a row of receivers: two at least, each with its number, and one giver."""
    numbers = with_elliptic(scene, line, [t for t in things if not t.people])
    entries = tied_numbers(line, numbers, partners_in(line), _BEHIND)
    codes = {e.state.code for e in entries}
    if len(entries) < _ROW or len(codes) != len(entries) or not (_get(line, entries) or _are_given(line, entries)):
        return ()
    if any(fold_word(w.low) in flow_words("stop") - _NO for w in line.words) or _sold(line):
        return ()
    giver = _giver(line, entries, codes, known)
    kind = "loan" if known.lends(line) else "aid"
    return tuple(_made(entry, kind, giver) for entry in entries) if giver is not None else ()


def _made(entry: Entry, kind: str, giver: str) -> Partner:
    place = ((entry.state.start, entry.state.end),)
    return Partner(entry.thing, kind, giver, entry.state.code, entry.thing.name or kind, place, receives=True)


def _get(line: Line, entries: Sequence[Entry]) -> bool:
    """Read 'A is to get $70 million, B $40 million', 'the money goes to A ($70 million), B ($40 million)'."""
    first, rest = entries[0], entries[1:]
    if any(e.lead for e in (rest if first.words == ("(",) else entries)) or any(
        w.isalpha() and w not in _LINKS for e in rest for w in _own(e)
    ):
        return False
    opened = {w.low for w in line.words if w.end <= first.state.start}
    gets = bool(set(first.words) & _grammar("flow row getting") or opened & _grammar("flow recipients"))
    lead = line.lead(first.state.start)
    led = lead in _BEHIND and not [w for w in first.words if w.isalpha()] and _gives(line, first.state.start)
    return gets or led


def _own(entry: Entry) -> Sequence[str]:
    """Give the words of an entry but those of the verb that it shares with the first."""
    return [w for w in entry.words if w not in _grammar("flow row getting")]


def _are_given(line: Line, entries: Sequence[Entry]) -> bool:
    """Read 'it has allocated $70 million for A, 40 million for B'."""
    return all(e.lead in _BEHIND for e in entries) and _gives(line, entries[0].thing.start)


def _gives(line: Line, end: int) -> bool:
    giving = _grammar("flow row giving") | _grammar("flow row getting") | _grammar("flow lending")
    before = {w.low for w in line.words if w.end <= end}
    return bool(before & giving) or bool(before & _GOES and before & _grammar("flow funds"))


def _sold(line: Line) -> bool:
    lows = {w.low for w in line.words}
    return bool(
        lows & (_grammar("flow sale words") | _grammar("flow trade words") | _grammar("flow row exports") - _GOES)
    )


def _giver(line: Line, entries: Sequence[Entry], codes: set[str], known: Memory) -> str | None:
    """Give who gives: the only other actor of the line, else of the line before, else who gave last."""
    outside = [a for a in line.actors if a.code not in codes and not a.place]
    outside = [a for a in outside if a.end <= entries[0].state.start or a.lead in {"from", "by"} or a.acts]
    own = {a.code for a in outside}
    if own:
        return next(iter(own)) if len(own) == 1 else None
    rest = known.near - codes
    if len(rest) == 1 and known.helps(line):
        return next(iter(rest))
    topic = known.topic
    return topic.source if topic is not None and topic.kind in GIVEN and topic.source not in codes else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
