"""Tell whether the name of a people is only its tongue or somebody's origin: "in Spanish", "ethnic Albanians"."""

from __future__ import annotations

import re
from typing import Final

from bilateral.loaders.extract.states.statewords import state_words

__all__ = ["is_tongue_or_origin"]

_BEFORE: Final = re.compile(r"([A-Za-z]+)[ -]$")
_LIST_BEFORE: Final = re.compile(r"([A-Za-z]+) [A-Z][a-z]+(?:, [A-Z][a-z]+)*,? (?:and|or) $")
_AFTER: Final = re.compile(r"[ -]([a-z]+)")
_STOP: Final = re.compile(r"(?: (?:and|or) [A-Z][a-z]+)?(?:$|[.,;:)\"\n])")
_HERITAGE: Final = re.compile(r"-([A-Z][a-z]+)(?: ([a-z]+))?")
_WINDOW: Final = 60


def is_tongue_or_origin(text: str, start: int, end: int) -> bool:
    """Tell whether the demonym at `start` up to `end` speaks of a language or of descent, not of a state."""
    return _is_tongue(text, start, end) or _is_origin(text, start, end)


def _is_tongue(text: str, start: int, end: int) -> bool:
    words = state_words()
    after = _AFTER.match(text, end)
    if after and (after[1] in words.tongue_after or (text[end] == "-" and after[1] in {"speaking", "language"})):
        return True
    window = text[max(0, start - _WINDOW) : start]
    before = _LIST_BEFORE.search(window) or _BEFORE.search(window)
    return before is not None and before[1].lower() in words.tongue_before and _STOP.match(text, end) is not None


def _is_origin(text: str, start: int, end: int) -> bool:
    words = state_words()
    before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    if before and before[1].lower() in words.origin_before:
        return True
    heritage = _HERITAGE.match(text, end)
    if heritage is None or heritage[1] not in words.origin_after:
        return False
    return heritage[1].endswith("s") or (heritage[2] or "") not in words.between_states
