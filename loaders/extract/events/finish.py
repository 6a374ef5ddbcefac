"""From happenings to events in the exchange format, with the dates that only the whole article gives.

Input: `Happening`s and the `Scene`. Output: `Event`s with their trace. An act without a date of its own takes that of the statement that
tells of it, or of the visit it belongs to; fresh news takes the day of publication; background stays undated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.happenings import width
from bilateral.loaders.extract.text.areas import areas_in
from bilateral.schema.facts import Event, Evidence, Modality, Role, Trace
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.events.candidate import Candidate, Span
    from bilateral.loaders.extract.events.happenings import Happening
    from bilateral.loaders.extract.scene.context import Scene

    _Visit = tuple[Happening, set[str], PartialDate, str]

__all__ = ["finish"]

_MONTH: Final = 31
_FORTNIGHT: Final = 14
_LEAD: Final = 6
_PASSAGES: Final = 5
_STAYS: Final = frozenset({"visit", "meeting", "talks"})
_MODALITY: Final[dict[str, Modality]] = {"scheduled": "planned", "proposed": "possible"}


def finish(happenings: Sequence[Happening], scene: Scene) -> tuple[Event, ...]:
    """Make the events, in text order."""
    visits = tuple(_visits(happenings))
    return tuple(_event(h, visits, happenings, scene) for h in happenings)


def _visits(happenings: Sequence[Happening]) -> Iterator[_Visit]:
    """Give what may lend its day to others: visits, and meetings of a month at most."""
    for happening in happenings:
        lead, date, status = happening.lead, happening.date, happening.status
        if date is None or lead.mode not in _STAYS or status not in {"occurred", "ongoing", "scheduled"}:
            continue
        if lead.mode == "visit" or width(date) <= _MONTH:
            yield happening, {*lead.source, *lead.target}, date, status


def _event(happening: Happening, visits: Sequence[_Visit], others: Sequence[Happening], scene: Scene) -> Event:
    lead = happening.lead
    status = _status(happening, scene)
    passages = list(dict.fromkeys(c.sentence for c in (lead, *happening.told)))[:_PASSAGES]
    return Event(
        type=lead.frame.type,
        source=lead.source,
        target=lead.target,
        mode=happening.mode or None,
        symmetric=lead.frame.symmetric,
        officials=happening.officials,
        place=next((c.place for c in (lead, *happening.told) if c.place), None) or _lent_place(happening, others),
        date=happening.date or _lent_date(happening, visits, scene),
        status=status,
        areas=_areas(happening, scene),
        trace=Trace(
            evidence=tuple(_passage(scene, s) for s in passages),
            speaker=next((c.speaker for c in happening.told if c.speaker), None),
            modality=_MODALITY.get(status, "asserted"),
            confidence=max(c.confidence for c in happening.told),
            rule=lead.frame.id,
            roles=tuple(_roles(lead, scene)),
        ),
    )


def _status(happening: Happening, scene: Scene) -> str:
    """Give the status; what is dated after the day of publication is still to come."""
    first = happening.date.earliest if happening.date else None
    day = scene.published.latest if scene.published else None
    last = happening.date.latest if happening.date else None
    if happening.lead.mode == "joint exercise" and first and last and day and first <= day < last:
        return "ongoing" if happening.status in {"occurred", "scheduled"} else happening.status
    ahead = 0 if happening.lead.reading.tense != "past" else 1
    if happening.status == "scheduled" and last and day and (day - last).days > _FORTNIGHT:
        return "occurred"  # what was planned for a day long past
    later = first is not None and day is not None and (first - day).days > ahead
    return "scheduled" if later and happening.status in {"occurred", "ongoing"} else happening.status


def _lent_date(  # noqa: PLR0911 - one source of a date after the other
    happening: Happening, visits: Sequence[_Visit], scene: Scene
) -> PartialDate | None:
    if happening.status == "denied" or (happening.status == "ongoing" and happening.lead.frame.type != "CONSULT"):
        return None
    if happening.status in {"scheduled", "proposed"}:
        return _visit_date(happening, visits, scene) if happening.status == "scheduled" else None
    said = next((c.said for c in happening.told if c.said), None)
    if said is not None:
        return said
    if visit := _visit_date(happening, visits, scene):
        return visit
    lead = happening.lead
    if any(c.background for c in happening.told) or scene.published is None:
        return None
    fresh = lead.frame.speech or lead.index < _LEAD or lead.reading.tense == "present"
    if fresh or scene.published.precision != "day":
        return scene.published
    return PartialDate.parse(f"{scene.published.text}~")


def _long_ago(date: PartialDate, scene: Scene) -> bool:
    """Tell whether a visit was over well before the article was published: what is said now was not said there."""
    if date.latest is None or scene.published is None or scene.published.earliest is None:
        return False
    return (scene.published.earliest - date.latest).days > _FORTNIGHT


def _visit_date(happening: Happening, visits: Sequence[_Visit], scene: Scene) -> PartialDate | None:
    lead = happening.lead
    if lead.frame.type not in {"CONSULT", "AGREE", "SUPPORT"} or lead.background:
        return None
    states = {*lead.source, *lead.target}
    own = happening.status
    for other, theirs, date, status in visits:
        alike = status == own or {status, own} <= {"occurred", "ongoing"}
        old = lead.frame.speech and _long_ago(date, scene)
        if theirs == states and other is not happening and alike and not old:
            return date
    return None


def _lent_place(happening: Happening, others: Sequence[Happening]) -> str | None:
    """Give where the same states are told to have met: talks during a visit are held where the visit goes."""
    lead = happening.lead
    if lead.frame.type != "CONSULT" or lead.mode not in _STAYS or happening.status == "proposed":
        return None
    places = {
        c.place
        for h in others
        if h is not happening and h.lead.frame.type == "CONSULT" and h.lead.mode in _STAYS and _with(happening, h)
        for c in h.told
        if c.place and c.place_code and (lead.mode != "visit" or c.place_code in lead.target)
    }
    return places.pop() if len(places) == 1 else None


def _with(one: Happening, other: Happening) -> bool:
    """Tell whether a meeting can be of the stay of another: the same states, no other date, told alike."""
    states = [{*h.lead.source, *h.lead.target} for h in (one, other)]
    dated = one.date is not None and (other.date is None or one.date.overlaps(other.date) == "no")
    return states[0] == states[1] and not dated and (one.status == "scheduled") == (other.status == "scheduled")


def _areas(happening: Happening, scene: Scene) -> tuple[str, ...]:
    skip = [(o.start, o.end) for o in scene.officials]
    found = [
        a
        for start, end in dict.fromkeys(c.sentence for c in happening.told)
        for a in areas_in(scene.body, start, end, skip)
    ]
    return tuple(dict.fromkeys(found))[:6]


def _passage(scene: Scene, span: Span) -> Evidence:
    return Evidence(span[0], span[1], scene.body[span[0] : span[1]])


def _roles(lead: Candidate, scene: Scene) -> Iterator[Role]:
    for name, span in (
        ("trigger", lead.trigger), ("source", lead.source_span), ("target", lead.target_span), ("date", lead.date_span),
    ):  # fmt: skip
        if span is not None:
            yield Role(name, span[0], span[1], scene.body[span[0] : span[1]])
