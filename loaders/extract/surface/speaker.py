"""Who says what a sentence tells, read off its surface: 'the ministry said', 'according to the envoy', 'the envoy said that …'.

Input: the body and a line. Output: the speaker's words, None where the article itself speaks or the words leave it open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["speaker_in"]

_SAID: Final = frozenset({"said", "says", "told", "added", "stated", "noted", "confirmed"})
_REPORTED: Final = frozenset({"reported", "reports", "announced", "showed", "disclosed", "revealed"})
_BREAKS: Final = frozenset({",", "”", '"', "“", ";", "—", "–", ":"})
_LATER: Final = frozenset({"on", "in", "at", "late", "earlier", "yesterday", "today", "here", "after", "."})
_OPENING: Final = frozenset(
    {"in", "on", "at", "after", "during", "speaking", "following", "meanwhile", "earlier", "asked"}
)
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who", "we", "i", "and", "which", "that"})
_LONGEST: Final = 16
_PAIR: Final = 2


def speaker_in(body: str, line: Line) -> str | None:
    """Give the words of who speaks in the line."""
    for at, word in enumerate(line.words):
        if word.low == "according" and line.low(at + 1) == "to":
            return _words(body, line, at + _PAIR, _end_of_phrase(line, at + _PAIR))
        if at and (word.low in _SAID or (word.low in _REPORTED and _reports(line, at))):
            if line.low(at - 1) in _BREAKS and word.low != "told":
                return _words(body, line, at + 1, _end_of_phrase(line, at + 1))
            return _words(body, line, _start_of_phrase(line, at), at)
    return None


def _reports(line: Line, at: int) -> bool:
    """Tell whether a verb that may do more than say only says: '…, the agency reported', 'the ministry announced that'."""
    after = line.low(at + 1)
    return after in {"that", ""} or (after in _LATER and any(w.low in _BREAKS for w in line.words[:at]))


def _start_of_phrase(line: Line, said: int) -> int:
    """Give the first word of the phrase right before a verb of saying."""
    tail = said + 1 >= len(line.words) or line.low(said + 1) in _LATER or line.low(said) == "told"
    opened = line.low(0) in _OPENING and not line.words[0].sign
    at = said
    while at > 0 and said - at < _LONGEST and not (line.low(at - 1) in _BREAKS and (tail or opened)):
        at -= 1
    return at


def _end_of_phrase(line: Line, at: int) -> int:
    end = at
    while end < len(line.words) and line.low(end) not in _BREAKS | {"."} and end - at < _LONGEST:
        end += 1
    return end


def _words(body: str, line: Line, start: int, end: int) -> str | None:
    """Give the words from one number to another, if they name somebody and are not too many."""
    if not 0 < end - start < _LONGEST or line.low(start) in _PRONOUNS:
        return None
    return body[line.words[start].start : line.words[end - 1].end].strip(" ,") or None
