"""Who sends and who receives.

Input: a line, the word that moves something, the thing moved. Output: source and target codes with their places, None where unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flow_words import Mover
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.reference import References
    from bilateral.loaders.extract.surface_actors import Actor

__all__ = ["Ends", "find_ends"]

_TO: Final = frozenset({"to", "for", "towards", "toward", "into", "with"})
_AGENT: Final = frozenset({"by"})
_FROM: Final = frozenset({"from"})
_THROUGH: Final = frozenset({"through", "via"})
_ASIDE: Final = frozenset({"to", "for", "from", "against", "with", "in", "at", "near", "over", "on", "between", "by", "through"})


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a flow; a span is missing where the end comes from the article as a whole."""

    source: str
    target: str
    spans: tuple[tuple[int, int], ...]
    rule: str


def find_ends(line: Line, mover: Mover, word: tuple[int, int], clause: tuple[int, int], references: References) -> Ends | None:
    """Give the two ends of what the word moves."""
    actors = [a for a in line.actors if clause[0] <= a.start < clause[1] and a.lead not in _THROUGH]
    before = [a for a in actors if a.end <= word[0]]
    after = [a for a in actors if a.start >= word[1]]
    if mover.way in {"take", "taken"}:
        target, source = _doer(before, after), _named(after, before, _FROM) or _of_adjective(after, line)
    else:
        source = _named(after, [], _AGENT) or _named(after, before, _FROM) or _doer(before, after)
        target = _receiver(line, mover, before, after, word, source)
    return _ends(source, target, mover, actors, references)


def _ends(source: Actor | None, target: Actor | None, mover: Mover, actors: Sequence[Actor], references: References) -> Ends | None:
    if source is not None and target is not None and source.code != target.code:
        return Ends(source.code, target.code, ((source.start, source.end), (target.start, target.end)), "both named")
    known = source or target
    if known is None or (source is not None and target is not None):
        return None
    others = {a.code for a in actors if a.code != known.code and a.acts}
    if len(others) > 1:
        return None
    other = tuple(others) or (references.other({known.code}) if mover.verb else ())
    if len(other) != 1:
        return None
    rule = "one named, one near" if others else "one named"
    ends = (known.code, other[0]) if source is not None else (other[0], known.code)
    return Ends(ends[0], ends[1], ((known.start, known.end),), rule)


def _doer(before: Sequence[Actor], after: Sequence[Actor]) -> Actor | None:
    """The subject or owner: the last actor before the word that no preposition leads."""
    by = _named(after, [], _AGENT)
    if by is not None:
        return by
    free = [a for a in before if a.lead not in _ASIDE or a.shape == "owner"]
    return free[-1] if free else None


def _named(after: Sequence[Actor], before: Sequence[Actor], leads: frozenset[str]) -> Actor | None:
    found = [a for a in after if a.lead in leads] or [a for a in reversed(before) if a.lead in leads]
    return found[0] if found else None


def _of_adjective(after: Sequence[Actor], line: Line) -> Actor | None:
    """'imports of Chadian cotton'."""
    return next((a for a in after if a.shape in {"adjective", "origin"}), None)


def _receiver(line: Line, mover: Mover, before: Sequence[Actor], after: Sequence[Actor], word: tuple[int, int], source: Actor | None) -> Actor | None:
    able = [a for a in after if source is None or a.code != source.code]
    direct = next((a for a in able if mover.verb and a.start - word[1] <= 5), None)  # noqa: PLR2004 - 'gave the X'
    leads = _TO | ({"in"} if mover.kind in {"investment", "aid", "loan"} else frozenset())
    return direct or _named(able, [], leads) or next((a for a in reversed(before) if a.lead in {"to", "for"} and (source is None or a.code != source.code)), None)
