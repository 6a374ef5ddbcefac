"""Headings of lists of pledges: 'Some of the pledges for A include:'.

Input: a line. Output: who gets what the list tells, None where the line is no such heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["heading_of", "visited_in"]

_TO: Final = frozenset({"to", "for"})


def heading_of(line: Line) -> str | None:
    """Give who gets, where a line is the heading of a list of pledges."""
    pledged = any(
        w.low in word_set("flow_grammar", "flow row gifts") | word_set("flow_grammar", "flow row giving")
        for w in line.words
    )
    if line.low(len(line.words) - 1) != ":" or not pledged:
        return None
    led = {m.code for m in line.lands if line.lead(m.start) in _TO}
    return next(iter(led)) if len(led) == 1 == len({m.code for m in line.lands}) else None


def visited_in(line: Line) -> str | None:
    """Give whom a visitor visits, where a line opens the list of what is announced there: 'Announcements on the visit to A included:'."""
    announced = any(w.low.startswith("announc") for w in line.words)
    if line.low(len(line.words) - 1) != ":" or not announced:
        return None
    journeys = word_set("flow_grammar", "flow journeys")
    places = {m.code for m in line.lands if line.lead(m.start) == "to" and _to_there(line, m.start) in journeys}
    return next(iter(places)) if len(places) == 1 else None


def _to_there(line: Line, offset: int) -> str:
    """Give the word before 'to' and a place."""
    at = line.at(offset) - 1
    at -= line.low(at) == "the"
    return line.low(at - 1)
