"""The latest asserted status of an instrument, and when it holds.

Input: the mentions of one instrument. Output: a `Standing`, or None where the text names it without saying that there is one.
What is stated goes before what is expected, and both before what the mere name tells; of two statements the more advanced wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.agreement_merge import Candidate, Group
    from bilateral.loaders.extract.agreement_status import StatusReading
    from bilateral.loaders.extract.context import Scene

__all__ = ["Standing", "standing_of"]

_LADDER: Final = ("proposed", "negotiating", "agreed", "signed", "ratified", "in_force", "extended", "suspended", "expired", "terminated", "rejected")
_OF_NOW: Final = frozenset({"proposed", "negotiating", "agreed"})
_BY_NAME: Final = frozenset({"between", "pair", "with+owner", "with+subject"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, its date, the reading it rests on (None: the name alone) and the date's place."""

    status: str
    date: PartialDate | None = None
    reading: StatusReading | None = None
    date_span: tuple[int, int] | None = None


def standing_of(scene: Scene, found: Group) -> Standing | None:
    """Decide on the status of an instrument."""
    readings = [r for r in _readings(found) if r[0].status]
    asserted = [r for r in readings if r[0].asserted]
    chosen = max(asserted or readings, key=lambda r: _rank(found, r[0]), default=None)
    if chosen is None:
        return _by_name(scene, found)
    reading, date = chosen
    if date is not None:
        return Standing(reading.status, date[0], reading, date[1])
    return Standing(reading.status, _default(scene, reading.status), reading)


def _readings(found: Group) -> Iterator[tuple[StatusReading, tuple[PartialDate, tuple[int, int]] | None]]:
    for member in found.members:
        for at, reading in enumerate(member.readings):
            yield reading, member.dates[at] or (member.named_date if reading.status == "in_force" else None)


def _rank(found: Group, reading: StatusReading) -> tuple[int, int]:
    """Rank a reading: the ladder, but a framework that is founded now is not yet in force."""
    return _LADDER.index(reading.status), -reading.start


def _default(scene: Scene, status: str) -> PartialDate | None:
    """Date a status without a date: what is proposed or agreed holds on publication, what was signed about then."""
    day = scene.published
    if day is None or status in {"in_force", "ratified", "expired"}:
        return None
    if status in _OF_NOW or day.precision != "day":
        return day
    return PartialDate.parse(f"{day.text}~") if not day.approximate else day


def _by_name(scene: Scene, found: Group) -> Standing | None:
    """A named or standing instrument is in force; a deal between two named sides is agreed; else there is none."""
    if any(r.modality == "negation" for m in found.members for r in m.readings):
        return None
    first = found.members[0]
    named_date = next((m.named_date for m in found.members if m.named_date), None)
    if found.type == "framework" or any(_is_name(m) for m in found.members):
        return Standing("in_force", named_date[0] if named_date else None, None, named_date[1] if named_date else None)
    told = first.parties is not None and first.parties.rule in _BY_NAME
    if told and first.instrument.determiner in {"the", "a", "an", ""} and (first.words or first.instrument.type != "agreement"):
        return Standing("agreed", scene.published)
    return None


def _is_name(member: Candidate) -> bool:
    return member.instrument.named and bool(member.words)
