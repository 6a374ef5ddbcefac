"""Trade told in two directions: 'Of this, A's exports were $2 billion and imports $1 billion'.

Input: lines, words that move, the ends of what was told before. Output: where a part of the sentence ends, the ends turned round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.words import GIVEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.movers import Movers
    from bilateral.loaders.extract.flows.words import Mover
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["Told", "of_trade", "part_of", "turned"]

Span = tuple[int, int]

_PARTS: Final = frozenset({"which", "this", "that", "the", "these", "it"})
_OUT: Final = frozenset({"thing", "give"})
_TRADED: Final = _OUT | {"taken", "take"}


@dataclass(frozen=True, slots=True)
class Told:
    """A flow told before: who sent, who received, how its word was read, of which kind it is and of what."""

    source: str
    target: str
    way: str
    kind: str = "export"
    name: str | None = None

    def other(self, code: str) -> str | None:
        """Give the end that is not `code`, None where neither is."""
        return {self.source: self.target, self.target: self.source}.get(code)


def of_trade(line: Line) -> bool:
    """Tell whether a sentence takes a sum of trade apart: 'Of which', 'Of this'."""
    return line.low(0) == "of" and line.low(1) in _PARTS


def part_of(line: Line, clause: Span, span: Span, hits: Sequence[Hit[Movers]]) -> Span:
    """Cut a clause at the 'and' between two words of trade: 'exports were $2 billion and imports $1 billion'."""
    start, end = clause
    for hit in hits:
        if not any(m.kind == "export" for m in hit.value):
            continue
        joints = [w for w in line.words if w.low == "and" or (w.low == "," and w.end + 1 >= hit.start)]
        if hit.start >= span[1]:
            end = min([end, *(w.start for w in joints[::-1] if span[1] <= w.start < hit.start)][:2])
        elif hit.end <= span[0]:
            start = max([start, *(w.end for w in joints if hit.end <= w.start < span[0])])
    return start, end


def turned(line: Line, clause: Span, mover: Mover, told: Told, word: int) -> tuple[str, str] | None:
    """Give the ends of a part that names one state or none by those told before; 'imports' after 'exports' go the other way."""
    codes = {a.code for a in line.actors_between(*clause)}
    if not codes <= {told.source, told.target}:
        return None
    if mover.kind == "export" and told.kind in GIVEN:
        return None  # what is bought after a gift goes another way
    if mover.kind != "export" or mover.way not in _TRADED or told.way not in _TRADED:
        return told.source, told.target
    named = next((a for a in line.actors_between(*clause) if a.lead in {"from", "to"}), None)
    owner = next((a for a in line.actors if 0 <= line.at(word) - line.at(a.end) <= 1), None)
    if named is None and owner is not None and owner.code in codes:
        own = owner.code
        other = told.target if own == told.source else told.source
        return (own, other) if mover.way in _OUT else (other, own)
    if named is None:
        same = (mover.way in _OUT) == (told.way in _OUT)
        return (told.source, told.target) if same else (told.target, told.source)
    other = told.target if named.code == told.source else told.source
    return (named.code, other) if named.lead == "from" else (other, named.code)
