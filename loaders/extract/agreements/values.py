"""When an instrument's status holds, what it is worth, what it moves, and what it is about.

Input: an instrument with its line and status; the scene. Output: a date, an amount, a quantity, areas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.areas import areas_in
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import AmountMark, DateMark
    from bilateral.schema.values import Amount, Quantity

__all__ = ["amount_of", "areas_of", "date_of", "named_date", "quantity_of"]

_ROLES: Final = frozenset({"when", "since", "entry_into_force"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OF_YEAR: Final = re.compile(r" of ((?:19|20)\d\d)\b")
_IN_YEAR: Final = re.compile(r" (?:in|of|from) ((?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d)\b(?![-–/])")
_PREPOSITION: Final = 10
_NEAR: Final = 120
_BARE: Final = 7
_SAME_SENTENCE: Final = 280
_MOST: Final = 3
_LONG: Final = 400
_OF_TYPE: Final = {
    "ceasefire": "conflict-resolution",
    "financing": "finance",
    "contract": "trade",
    "framework": "politics",
    "joint_statement": "politics",
}


Dated = tuple[PartialDate, tuple[int, int]]


def named_date(scene: Scene, instrument: Instrument) -> Dated | None:
    """Give the date in the instrument's name: 'the 2006 Free Trade Agreement', 'the pact between A and B in 2015'."""
    marks = [d for d in scene.dates_in(instrument.start, instrument.head) if d.past is not None]
    if marks:
        return marks[0].past, (marks[0].start, marks[0].end)  # type: ignore[return-value]
    year = _YEAR.search(scene.body, instrument.start, instrument.head)
    of = _OF_YEAR.match(scene.body, instrument.head_end)
    if year is None and of is not None:
        return PartialDate.parse(of[1]), of.span(1)
    return (PartialDate.parse(year[0]), year.span()) if year else _date_behind(scene, instrument)


def _date_behind(scene: Scene, instrument: Instrument) -> Dated | None:
    """Give a past month or year that stands right after two named sides: 'the A-B accord in April 2012'."""
    found = _IN_YEAR.match(scene.body, instrument.end) if instrument.partners or len(instrument.codes) > 1 else None
    marks = scene.dates_in(found.start(1), found.end()) if found else ()
    date = marks[0].past if marks else None
    day = scene.published
    if date is None or (day and day.earliest and date.latest and date.latest >= day.earliest):
        return None
    return date, (marks[0].start, marks[0].end)


def date_of(
    scene: Scene, line: Line, instrument: Instrument, reading: StatusReading, others: Sequence[StatusReading] = ()
) -> Dated | None:
    """Give the date nearest to the status words or the instrument, with its place."""
    inside = (instrument.head_end, instrument.end)
    marks = [
        d
        for d in scene.dates_in(line.start, line.end)
        if not inside[0] <= d.start < inside[1]
        and (d.role in _ROLES or (reading.status == "expired" and d.role == "until"))
        and _is_point(_read(d, reading))
        and not _in_name(line, d)
    ]
    marks = [d for d in marks if not _apart(line, d, reading)]
    others = [r for r in others if not instrument.start <= r.start < instrument.head]
    marks = [d for d in marks if not any(_nearer(d, other, reading) for other in others)]
    near = sorted(marks, key=lambda d: (not _right_after(scene.body, d, reading), _distance(d, reading, instrument)))
    for mark in near[:1]:
        found = _read(mark, reading)
        if found is not None and _distance(mark, reading, instrument) < _SAME_SENTENCE:
            return found, (mark.start, mark.end)
    return None


def _right_after(body: str, mark: DateMark, reading: StatusReading) -> bool:
    """Tell whether a date follows the status words with a preposition at most between: 'entered into force on 1 May'."""
    return 0 <= mark.start - reading.end <= _PREPOSITION and "," not in body[reading.end : mark.start]


def _apart(line: Line, mark: DateMark, reading: StatusReading) -> bool:
    """Tell whether a semicolon, or for a bare year a relative clause, parts a date from the status words."""
    low, high = min(mark.end, reading.end), max(mark.start, reading.start)
    between = {w.low for w in line.words if low <= w.start < high}
    told_of_it = (
        mark.start >= reading.end and bool(_YEAR.fullmatch(mark.surface.split()[-1])) and len(mark.surface) <= _BARE
    )
    return ";" in between or (told_of_it and bool({"which", "that"} & between))


def _in_name(line: Line, mark: DateMark) -> bool:
    """Tell whether a year belongs to a name: 'the 1982 Convention', 'its 2019 pact'."""
    after, before = line.at(mark.end), line.low(line.at(mark.start) - 1)
    follower = line.words[after] if after < len(line.words) else None
    if follower is None or follower.sign or (mark.surface[0].isalpha() and not mark.surface[-1].isdigit()):
        return False
    return before in {"the", "a", "an", "'s", "its", "their", "under"} and follower.low not in word_set(
        "agreement_grammar", "topic stops"
    ) | {"and", "on", "in", "to", "for", "with"}


def _nearer(mark: DateMark, other: StatusReading, reading: StatusReading) -> bool:
    """Tell whether a date follows another status word that stands between it and this one."""
    return other is not reading and reading.end <= other.start < mark.start and other.asserted


def _is_point(found: PartialDate | None) -> bool:
    """Tell whether a date may be that of an act: 'for 2025-2028' is none."""
    if found is None:
        return False
    return not (
        found.precision == "interval"
        and found.earliest
        and found.latest
        and (found.latest - found.earliest).days > _LONG
    )


def _read(mark: DateMark, reading: StatusReading) -> PartialDate | None:
    if mark.role == "entry_into_force" and reading.status == "in_force" and not reading.past:
        return mark.read("future")
    return mark.read("past" if reading.past or reading.asserted else "future")


def _distance(mark: DateMark, reading: StatusReading, instrument: Instrument) -> int:
    """Count the characters between a date and the nearer of status word and instrument."""
    return min(
        _gap(mark.start, mark.end, reading.start, reading.end),
        _gap(mark.start, mark.end, instrument.start, instrument.end),
    )


def _gap(start: int, end: int, first: int, last: int) -> int:
    return max(0, first - end, start - last)


def amount_of(scene: Scene, line: Line, instrument: Instrument) -> tuple[Amount, tuple[int, int]] | None:
    """Give the sum in the instrument's phrase, else the nearest one after it in the sentence."""
    marks = scene.amounts_in(line.start, line.end)
    inside = [m for m in marks if m.start < instrument.end and instrument.start < m.end]
    after = [
        m
        for m in marks
        if 0 <= m.start - instrument.end < _NEAR and instrument.type in {"contract", "financing", "agreement"}
    ]
    before = [
        m for m in marks if 0 <= instrument.start - m.end < _NEAR and instrument.type in {"contract", "financing"}
    ]
    for mark in _first(inside, after, before):
        return mark.amount, (mark.start, mark.end)
    return None


def _first(*groups: Sequence[AmountMark]) -> Sequence[AmountMark]:
    return next((group[:1] for group in groups if group), ())


def quantity_of(scene: Scene, line: Line, instrument: Instrument) -> tuple[Quantity, tuple[int, int]] | None:
    """Give the quantity in the instrument's phrase or, for a contract, in its sentence."""
    marks = [m for m in scene.quantities_in(line.start, line.end) if m.quantity.unit != "percent"]
    inside = [m for m in marks if instrument.start <= m.start < instrument.end]
    near = [m for m in marks if instrument.type == "contract"]
    for mark in (inside or near)[:1]:
        return mark.quantity, (mark.start, mark.end)
    return None


def areas_of(scene: Scene, line: Line, instrument: Instrument) -> tuple[str, ...]:
    """Give the areas of the instrument's phrase, else of its clause; its type adds its own."""
    offices = [(o.start, o.end) for o in scene.officials_in(line.start, line.end)]
    start = instrument.topic[0] if instrument.item and instrument.topic else instrument.start
    own = areas_in(scene.body, start, instrument.end, offices)
    own = own or areas_in(scene.body, instrument.start, min(line.end, instrument.end + _NEAR), offices)
    own = own or areas_in(scene.body, line.start, line.end, offices)
    own = own or _areas_around(scene, line)
    default = _OF_TYPE.get(instrument.type)
    if set(own) <= {default, "development"}:
        more = areas_in(scene.body, instrument.end, min(line.end, instrument.end + _NEAR), offices)
        own = (*own, *(area for area in more if area not in own))
    if default and default not in own and (not own or instrument.type in {"ceasefire", "financing", "contract"}):
        own = (*own, default)
    return own


def _areas_around(scene: Scene, line: Line) -> tuple[str, ...]:
    """Give the first areas that a sentence next to the line names."""
    for index in (line.index - 1, line.index + 1, line.index - 2, line.index + 2):
        if 0 <= index < len(scene.sentences):
            beside = scene.sentences[index]
            offices = [(o.start, o.end) for o in scene.officials_in(beside.start, beside.end)]
            found = areas_in(scene.body, beside.start, beside.end, offices)
            if found:
                return found[:_MOST]
    return ()
