"""The joint statement that an article is the text of.

Input: the scene and its lines. Output: a candidate where the headline says 'joint statement' and names two states or more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.instrument import Instrument
from bilateral.loaders.extract.agreements.merge import Candidate
from bilateral.loaders.extract.agreements.parties import Parties
from bilateral.loaders.extract.agreements.status import StatusReading
from bilateral.loaders.extract.agreements.values import areas_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["titled_statement"]

_STATEMENT: Final = re.compile(
    r"\bjoint (?:vision )?(?:statement|declaration|communiqu[eé]|press statement)\b", re.IGNORECASE
)
_PAIR: Final = 2


def titled_statement(scene: Scene, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Give the statement, on the article's first sentence."""
    codes = tuple(sorted(set(scene.title_codes)))
    if not lines or len(codes) < _PAIR or not _STATEMENT.search(scene.title):
        return
    line = lines[0]
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
