"""The parties of an instrument as found, and rows of states: 'A, B and C'.

Input: actors of a line. Output: `Parties`, None where there are fewer than two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["PAIR", "Parties", "codes_of", "following_row", "parties_of", "preceding_row", "spans_of"]

#: Two states make a pair.
PAIR: Final = 2

_LONGEST: Final = 9
_BREAKING: Final = frozenset({
    "said", "that", "which", "who", "in", "to", ",", "has", "have", "had", "is", "are", "was", "were", "will", "would", "about",
})  # fmt: skip
_LINKING: Final = frozenset({",", "and", "the", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties' codes, sorted; where they stand; by which rule; `partners` are those after 'with', where there are several."""

    codes: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    rule: str
    partners: tuple[str, ...] = ()


def parties_of(actors: Iterable[Actor], rule: str) -> Parties | None:
    """Make parties of actors if they are two states or more."""
    row = tuple(actors)
    codes = codes_of(a.code for a in row)
    return Parties(codes, spans_of(row), rule) if len(codes) >= PAIR else None


def codes_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Sort codes, each once."""
    return tuple(sorted(set(codes)))


def spans_of(actors: Iterable[Actor]) -> tuple[tuple[int, int], ...]:
    """Give the places of actors."""
    return tuple((a.start, a.end) for a in actors)


def following_row(line: Line, first: Sequence[Actor], every: Sequence[Actor] = ()) -> tuple[Actor, ...]:
    """Give the actors and those joined to the last by 'and' or a comma."""
    row = list(first)
    for actor in every if row else ():
        between = {w.low for w in line.words if row[-1].end <= w.start < actor.start}
        if actor.start > row[-1].end and (between <= _LINKING or _over_short_name(line, row[-1], actor)):
            row.append(actor)
    return tuple(row)


def _over_short_name(line: Line, left: Actor, right: Actor) -> bool:
    """Tell whether a name's letters in brackets stand between two of a row: 'the Bank of A (BOA), the Bank of B and'."""
    words = [w for w in line.words if left.end <= w.start < right.start]
    opened = next((i for i, w in enumerate(words) if w.low == "("), -1)
    if opened < 0 or opened + 2 >= len(words) or words[opened + 2].low != ")" or not words[opened + 1].text.isupper():
        return False
    over = {w.low for w in words[opened + 3 :]}
    name = {w.low for w in words[:opened]}
    bodies = word_set("agreement_words", "government") | word_set("agreement_words", "portfolio") | {"of"}
    return name <= bodies and bool(over & {",", "and"}) and over <= _LINKING | bodies


def preceding_row(line: Line, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Give the last actor and those joined to it before; officials in apposition belong to it."""
    row: list[Actor] = []
    for actor in reversed(actors):
        if row and not _joined(line, actor, row[-1], listed=len({a.code for a in row}) > 1):
            break
        row.append(actor)
    return tuple(row[::-1])


def _joined(line: Line, left: Actor, right: Actor, *, listed: bool) -> bool:
    """Tell whether two actors stand in one row; a comma alone joins only where an 'and' follows."""
    between = [w.low for w in line.words if left.end <= w.start < right.start]
    if line.headline and between == [","]:
        return True
    if left.code != right.code and not listed and not {"and", "&"} & set(between):
        return False
    if set(between) <= word_set("agreement_grammar", "parties row"):
        return True
    return "and" in between and len(between) <= _LONGEST and not set(between) & _BREAKING
