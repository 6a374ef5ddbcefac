"""The joint statement that an article is the text of.

Input: the scene and its lines. Output: a candidate where the headline says 'joint statement' and it or the first
sentence names two states or more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.instrument import Instrument
from bilateral.loaders.extract.agreements.merge import Candidate
from bilateral.loaders.extract.agreements.parties import Parties
from bilateral.loaders.extract.agreements.status import StatusReading
from bilateral.loaders.extract.agreements.values import areas_of
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["titled_statement"]

_STATEMENT: Final = re.compile(
    r"\bjoint (?:vision )?(?:statement|declaration|communiqu[eé]|press statement)\b", re.IGNORECASE
)
_ANY_STATEMENT: Final = re.compile(r"\b(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE)
_PAIR: Final = 2
_OPENING: Final = 12


def _authors(line: Line) -> tuple[str, ...]:
    """Give the states that speak in the first sentence: 'We, the foreign ministers of A, B and C', 'The Troika (A, B and C)'."""
    opening = {w.low for w in line.words[:_OPENING]}
    row: list[StateMention] = []
    for mention in line.mentions:
        between = {w.low for w in line.words if row and row[-1].end <= w.start < mention.start}
        if row and not between <= word_set("agreement_grammar", "headline joining") | {"high", "representative"}:
            if len(row) > 1:
                break
            row = []
        if row or line.at(mention.start) < _OPENING:
            row.append(mention)
    spoken = bool(opening & word_set("agreement_grammar", "headline authors"))
    return tuple(sorted({m.code for m in row})) if spoken and len(row) > 1 else ()


def titled_statement(scene: Scene, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Give the statement, on the article's first sentence."""
    if not lines:
        return
    line, joint = lines[0], _STATEMENT.search(scene.title)
    codes = tuple(sorted(set(scene.title_codes))) if joint else ()
    if len(codes) < _PAIR and (joint or _ANY_STATEMENT.search(scene.title)):
        codes = _authors(line)
    if len(codes) < _PAIR:
        return
    instrument = Instrument(
        line.index,
        line.start,
        line.start,
        line.start,
        line.end,
        "joint_statement",
        "joint statement",
        named=True,
        title=scene.title.strip(),
    )
    reading = StatusReading("agreed", line.start, line.end, "asserted", past=True)
    areas = areas_of(scene, line, instrument)
    yield Candidate(instrument, Parties(codes, (), "headline"), (reading,), areas, frozenset(), dates=(None,))
