"""What a sentence offers as an event before the article's other sentences are heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.events.modality import Reading
    from bilateral.schema.values import PartialDate

__all__ = ["Candidate", "Span"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act read in one sentence.

    `strength` tells how firmly the words settle the status: 2 a verb or a cue, 1 a bare noun. `deferred` names the path on which the
    target must still be found; `apart` tells that each state of the target was met by itself. `content` are the words of the act's object, by which two acts of one kind are told apart.
    """

    frame: Frame
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    reading: Reading
    sentence: Span
    trigger: Span
    source_span: Span
    target_span: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    said: PartialDate | None = None
    place: str | None = None
    place_code: str = ""
    officials: tuple[str, ...] = ()
    source_officials: tuple[str, ...] = ()
    target_officials: tuple[str, ...] = ()
    partners: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    content: frozenset[str] = frozenset()
    mode: str = ""
    speaker: str | None = None
    strength: int = 2
    confidence: float = 0.9
    deferred: str = ""
    background: bool = False
    index: int = 0
    anaphoric: bool = False
    ordinal: str = ""
    apart: bool = False
    fallback: tuple[str, ...] = field(default=())
