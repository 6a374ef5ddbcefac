"""What a step let go: the place, the word that might have named an act, the rule that came nearest, and why it did not hold."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Dropped"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence at `body[start:end]`, or one word's reading of it, that gave no event."""

    start: int
    end: int
    step: str
    reason: str
    word: str = ""
    rule: str = ""
