"""Datelines: the place, day and agency before a story's first words, which are about the report and not in it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bilateral.schema.states import states

__all__ = ["dateline", "dateline_end"]

_CAPS = r"[^\W\d_a-z][A-ZÀ-Þ.'’/-]*"
_CAPITALISED = r"[A-ZÀ-Þ][\w.'’/-]*"
_PLACE = rf"{_CAPITALISED}(?:[ ,]{{1,2}}{_CAPITALISED}){{0,5}}(?: ?[\[(][A-Z][\w .]{{2,25}}[\])])?"
_CAPS_PLACE = rf"{_CAPS}(?: {_CAPS}){{0,4}}(?:, ?{_CAPITALISED}(?: {_CAPITALISED}){{0,2}})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,? ?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:, ?\d{{4}}| \d{{4}})?)"
_AGENCY = r"(?: ?[(\[/][A-Z][\w .,&'’/|-]{1,40}[)\]/])"
_DASH = r"(?:-{1,3}|[–—])"
_ENDED = rf"(?:(?:{_DASH}|:)\s+|--(?=[A-Z]))"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}{_DAY}?{_AGENCY} ?(?:{_ENDED}|:(?=[A-Z]))",
        rf"{_PLACE}{_DAY}[.,]? ?(?:{_DASH}|:|{_AGENCY}\.?)\s+(?:{_DASH}\s+)?",
        rf"{_CAPS_PLACE}{_AGENCY}? ?(?:{_DASH}\s+|:\s+)",
        r"\([A-Z][\w .&/-]{1,30}\) ?(?:-{1,3}|[–—])\s+",
    )
)
_LINE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*")
#: After a headline in capitals, capitals go on; after a dateline a sentence begins.
_SHOUTED = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,}){2}\b")
#: The label of a speaker in a transcript: `SECRETARY LUND: Good morning.`
_SPEAKER = re.compile(
    r"(?:[A-Z]+ )*(?:MR|MS|MRS|DR|SIR|SEN|GEN|MINISTER|SECRETARY|PRESIDENT|AMBASSADOR|CHANCELLOR|SPOKES\w+|SENATOR|GENERAL|COMMISSIONER|QUESTION|MODERATOR|INTERVIEWER|CHAIR\w*|ANSWER|PREMIER|KING|PRINCE|Q|A|PM|FM)\b"
)
_REACH = 120
_SHORTEST = 4


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the story begins after a dateline at `start`; `start` itself if there is none."""
    piece = text[start : min(end, start + _REACH)]
    for form in _FORMS:
        match = form.match(piece)
        if (
            match
            and match.end() >= _SHORTEST
            and start + match.end() < end
            and not _SPEAKER.match(piece)
            and not _SHOUTED.match(piece, match.end())
        ):
            return start + match.end()
    bare = _capital().match(piece) or _capital_and_dash().match(piece)
    return start + bare.end() if bare and start + bare.end() < end else start


@cache
def _capital() -> re.Pattern[str]:
    """Match a capital in capital letters before the story, where the dash between them was lost: `NEW DELHI The minister`."""
    every = {name for state in states().all for name in state.capitals if len(name) >= _SHORTEST and name != state.name}
    names = {re.escape(name.upper()) for name in every}
    return re.compile(rf"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))}) (?=[A-Z][a-z]+ )")


@cache
def _capital_and_dash() -> re.Pattern[str]:
    """Match a capital before a long dash and the story's first word: `Khartoum — The minister`."""
    names = {re.escape(name) for state in states().all for name in state.capitals if len(name) >= _SHORTEST}
    return re.compile(rf"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))}) ?[–—] (?=[A-Z])")


def dateline(body: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of all datelines: at the beginning of lines only."""
    found = ((m.end(), dateline_end(body, m.end(), len(body))) for m in _LINE.finditer(body))
    return tuple((start, start + len(body[start:end].rstrip())) for start, end in found if end > start)
