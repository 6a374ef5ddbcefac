"""Who helps whom by the events of an article: an act of help between two states tells both ends of the sum in its sentence.

Input: the article's events. Output: for a line the transfer that its one act of help tells, None where there is none or are two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.trade import Told
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.schema.facts import Event

__all__ = ["Helped"]

_HELP: Final = frozenset({"assistance", "donation", "grant", "project", "military aid"})
_REAL: Final = frozenset({"occurred", "ongoing", "scheduled"})


@dataclass(frozen=True, slots=True)
class Helped:
    """The acts of help of an article: where the word stands that tells each, and between whom."""

    acts: tuple[tuple[int, str, str], ...] = ()

    @classmethod
    def of(cls, events: Sequence[Event]) -> Helped:
        """Read the events of an article."""
        kept = [e for e in events if e.type == "AID" and e.mode in _HELP and e.status in _REAL]
        told = [e for e in kept if len(e.source) == len(e.target) == 1 and _named(e)]
        pairs = [(e, e.source[0], e.target[0]) for e in told]
        return cls(
            tuple((r.start, a, b) for e, a, b in pairs for r in e.trace.roles if r.name == "trigger" and a and b)
        )

    def told(self, line: Line) -> Told | None:
        """Give the only transfer that the acts of help of a line tell."""
        ends = {(a, b) for at, a, b in self.acts if line.start <= at < line.end}
        ends = {(a, b) for a, b in ends if b not in word_set("flow_grammar", "flow channels")}
        if len(ends) != 1:
            return None
        source, target = next(iter(ends))
        return Told(source, target, "give", "aid")


def _named(event: Event) -> bool:
    """Tell whether the text names who is helped: no 'ten partners' of whom one alone is known, no mere 'country'."""
    words = {w for r in event.trace.roles if r.name == "target" for w in r.quote.casefold().split()}
    return bool(words) and not words & word_set("flow_grammar", "flow many states")
