"""The latest asserted status of an instrument, and when it holds.

Input: the mentions of one instrument. Output: a `Standing`, or None where the text names it without saying that there is one.
What is stated goes before what is expected, and both before what the mere name tells; of two statements the more advanced wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.talk import is_mere_talk
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.merge import Candidate, Group
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import DateMark

__all__ = ["Standing", "standing_of"]

_LADDER: Final = (
    "proposed",
    "rejected",
    "negotiating",
    "agreed",
    "signed",
    "ratified",
    "in_force",
    "extended",
    "suspended",
    "expired",
    "terminated",
)
_LEAD: Final = 3
_SHORT: Final = 7
_RECENT: Final = 31
_ENDING: Final = frozenset({"suspended", "terminated", "extended"})
_OF_NOW: Final = frozenset({"proposed", "negotiating", "agreed"})
Dated = tuple["StatusReading", tuple[PartialDate, tuple[int, int]] | None]
_BY_NAME: Final = frozenset({"by", "known", "venue", "between", "pair", "with+owner", "with+subject"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, its date, the reading it rests on (None: the name alone) and the date's place."""

    status: str
    date: PartialDate | None = None
    reading: StatusReading | None = None
    date_span: tuple[int, int] | None = None


def standing_of(scene: Scene, found: Group) -> Standing | None:
    """Decide on the status of an instrument."""
    if is_mere_talk(found):
        return None
    chosen = _latest([r for r in _readings(scene, found) if r[0].status])
    if chosen is None:
        return _by_name(scene, found)
    reading, date = chosen
    dated = any(m.named_date for m in found.members)
    if not reading.asserted and not dated and not _told(found) and not _is_report(reading):
        return None
    if not _sure(found, reading):
        return None
    if date is None and reading.status == "in_force":
        date = next((m.named_date for m in found.members if m.named_date), None)
    if date is not None:
        return Standing(reading.status, date[0], reading, date[1])
    day, place = _default(scene, reading.status, told=reading.asserted)
    return Standing(reading.status, day, reading, place)


def _latest(readings: Sequence[Dated]) -> Dated | None:
    """Give the most advanced reading: of those stated as facts, where one is; what only describes counts last."""
    told = [r for r in readings if r[0].modality != "described"] or readings
    facts = [r for r in told if r[0].asserted]
    ending = [r for r in told if r[0].modality == "plan" and r[0].status in _ENDING]
    if ending and all(r[0].status == "in_force" for r in facts):
        return max(ending, key=_rank)  # 'will terminate its pact, which has existed since 1994'
    return max(facts or told, key=_rank, default=None)


def _readings(scene: Scene, found: Group) -> Iterator[Dated]:
    for member in found.members:
        for at, reading in enumerate(member.readings):
            date = None if _only_implied(reading) else member.dates[at]
            if date is not None and _to_come(scene, date[0]):
                yield _not_yet(reading), None
            else:
                yield reading, date or (_named(member, reading))


def _only_implied(reading: StatusReading) -> bool:
    """Tell whether a word only shows that the instrument is in force: its day is not that of the status."""
    return reading.status == "in_force" and reading.modality == "described"


def _named(member: Candidate, reading: StatusReading) -> tuple[PartialDate, tuple[int, int]] | None:
    """Give the date in the instrument's name, which is that of a treaty in force and of a statement made."""
    dates = reading.status == "in_force" or member.instrument.type == "joint_statement"
    return member.named_date if dates else None


def _to_come(scene: Scene, date: PartialDate) -> bool:
    """Tell whether a date lies after the day of publication: it is that of a plan."""
    day = scene.published
    return bool(day and day.latest and date.earliest and date.earliest > day.latest)


def _not_yet(reading: StatusReading) -> StatusReading:
    """Take what will be in force on a day to come to be agreed now."""
    coming = reading.status == "in_force" and reading.asserted
    return replace(reading, status="agreed", modality="plan") if coming else reading


def _rank(dated: Dated) -> tuple[int, bool, int]:
    """Rank a reading by the ladder, of equals the first one with a date highest."""
    reading, date = dated
    return _LADDER.index(reading.status), date is not None, -reading.start


def _default(scene: Scene, status: str, *, told: bool) -> tuple[PartialDate | None, tuple[int, int] | None]:
    """Date a status without a date: what is proposed or agreed holds on publication, what was signed on the day of the news."""
    day = scene.published
    if status in {"in_force", "expired"} or (status == "ratified" and not told):
        return None, None
    if status not in {"proposed", "negotiating"} and told:
        news = _day_of_news(scene)
        if news is not None:
            return news.past, (news.start, news.end)
    if day is None or status in _OF_NOW or day.precision != "day":
        return day, None
    return (day if day.approximate else PartialDate.parse(f"{day.text}~")), None


def _day_of_news(scene: Scene) -> DateMark | None:
    """Give the first date of the lead, if it is a day or a few, not long before publication."""
    day = scene.published
    lead = scene.sentences[min(len(scene.sentences), _LEAD) - 1].end if scene.sentences else 0
    if day is None or day.earliest is None:
        return None
    for mark in scene.dates_in(0, lead):
        first, last = (mark.past.earliest, mark.past.latest) if mark.past else (None, None)
        if mark.role == "when" and first and last and (last - first).days <= _SHORT:
            return mark if 0 <= (day.earliest - last).days <= _RECENT else None
    return None


def _by_name(scene: Scene, found: Group) -> Standing | None:
    """Take a named or standing instrument to be in force, a deal between two named sides to be agreed, else none."""
    if any(r.modality == "negation" for m in found.members for r in m.readings):
        return None
    first = found.members[0]
    if all(m.instrument.plural for m in found.members) or any(m.denied for m in found.members):
        return None
    named_date = next((m.named_date for m in found.members if m.named_date), None)
    standing = first.parties is not None and (
        first.parties.rule in _grammar("state steady")
        or found.type == "framework"
        or (
            first.parties.rule == "the two" and _is_definite(first)
        )  # 'the Treaty of Friendship between the two countries'
    )
    if standing and (found.type == "framework" or any(_is_name(m) for m in found.members)):
        return Standing("in_force", named_date[0] if named_date else None, None, named_date[1] if named_date else None)
    told = first.parties is not None and (
        first.parties.rule in _BY_NAME
        or (found.type == "joint_statement" and first.parties.rule in {"the two", "the three"})
    )
    held = first.parties is not None and first.parties.rule in {"with+owner", "with+subject"} and first.words
    if held and (first.instrument.owner is not None or first.instrument.determiner == "its"):
        return Standing("in_force", named_date[0] if named_date else None, None, named_date[1] if named_date else None)
    if (
        told
        and first.instrument.determiner in {"the", "a", "an", ""}
        and (first.words or first.instrument.type != "agreement" or _is_definite(first) or named_date)
    ):
        day, place = named_date or (scene.published, None)
        return Standing("agreed", day, None, place)
    return None


def _is_definite(member: Candidate) -> bool:
    """Tell whether 'the agreement with A' takes for granted that there is one."""
    return member.instrument.determiner == "the" and member.instrument.partners is not None


def _told(found: Group) -> bool:
    """Tell whether some mention names its parties right beside it, or what it is about."""
    standing = found.type == "framework"
    return any(
        m.parties and (standing or m.parties.rule in _grammar("state steady") or m.words or m.amount)
        for m in found.members
    )


def _sure(found: Group, reading: StatusReading) -> bool:
    """Tell whether parties that merely stand in the same sentence are borne out by a fact about the instrument."""
    rules = {m.parties.rule for m in found.members if m.parties}
    several = all(m.instrument.plural and not m.instrument.count and not m.instrument.item for m in found.members)
    if several and rules <= {"only two", "one and leading", "the two"} and not any(m.words for m in found.members):
        return False
    if rules <= {"only two", "one and leading"}:
        wished = reading.modality in {"wish", "plan", "expect"} and any(m.words for m in found.members)
        wished = wished or _is_report(reading)
        dated = reading.status == "in_force" and any(m.named_date for m in found.members)
        sits = found.type == "framework" and reading.asserted and reading.lemma in _grammar("status at work")
        return wished or dated or sits or (reading.asserted and reading.status not in {"in_force", "proposed"})
    return not several or reading.asserted or reading.past or any(m.words for m in found.members)


def _is_report(reading: StatusReading) -> bool:
    """Tell whether a deal is only reported or hoped to be reached."""
    return reading.modality == "expect" and reading.lemma == "reach"


def _is_name(member: Candidate) -> bool:
    return member.instrument.named and bool(member.words)


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
