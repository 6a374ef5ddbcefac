"""One event a happening: what several sentences tell of one visit or one rebuke becomes one event with several passages.

Input: the `Candidate`s of an article in text order. Output: `Event`s. Two candidates are one happening if type, states, direction,
named counterparts and dates agree; commitments and gifts must also be about the same thing. The firmest words settle the
status, the most exact date wins, and a meeting during a visit shares its days.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.officials_match import same_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.events.candidate import Candidate
    from bilateral.schema.values import PartialDate

__all__ = ["Happening", "gather", "width"]

_BY_CONTENT: Final = frozenset({"AGREE", "AID", "COOPERATE", "RETREAT"})
_TALKS: Final = frozenset({"meeting", "talks", "call", "summit"})
#: What may be denied: 'reports that he would visit'.
_TO_COME: Final = frozenset({"scheduled", "proposed"})
_PAIR: Final = 2
_BACK: Final = 2
_OLD: Final = 30
_NEAR: Final = 5
#: Acts that call for an answer; an accusation first.
_ANSWERED: Final = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "PROTEST", "COERCE", "ASSAULT"})
_ALIKE: Final = 0.4
#: Modes that are acts of their own beside praise and backing.
_APART: Final = frozenset({"appoint ambassador", "credentials", "establish relations", "recognition"})


@dataclass(slots=True)
class Happening:
    """The candidates that tell of one happening; the first is what the event is built on."""

    told: list[Candidate] = field(default_factory=list)

    @property
    def lead(self) -> Candidate:
        """The candidate that says most: names before none, verbs before nouns, then the first."""
        return max(self.told, key=lambda c: (len(c.officials) > 0, c.strength, c.date is not None, -c.index))

    @property
    def status(self) -> str:
        """The status of the firmest words; a denial is about all that was told before."""
        if any(c.status == "denied" for c in self.told):
            return "denied"
        firmest = max(c.strength for c in self.told)
        return next(c.status for c in self.told if c.strength == firmest)

    @property
    def date(self) -> PartialDate | None:
        """The most exact date told."""
        dated = [c.date for c in self.told if c.date is not None]
        return min(dated, key=width) if dated else None

    @property
    def mode(self) -> str:
        """The most telling mode: talks on the phone are a call, a meeting of many at a summit is the summit."""
        modes = {c.mode for c in self.told}
        return next((m for m in ("call", "summit") if m in modes), self.lead.mode)

    @property
    def officials(self) -> tuple[str, ...]:
        """Everyone named, each once."""
        found: list[str] = []
        for name in (n for c in self.told for n in c.officials):
            if not any(same_person(name, other) for other in found):
                found.append(name)
        return tuple(found)


def gather(candidates: Iterable[Candidate], published: PartialDate | None = None) -> list[Happening]:
    """Bring together what tells of the same."""
    found: list[Happening] = []
    alike: dict[str, list[Happening]] = {}
    for candidate in _settled(list(candidates)):
        of_type = alike.setdefault(candidate.frame.type, [])
        home = next((h for h in of_type if all(_one(candidate, c, published) for c in h.told)), None)
        if home is None:
            home = Happening()
            found.append(home)
            of_type.append(home)
        home.told.append(candidate)
    return found


def _settled(candidates: list[Candidate]) -> Iterable[Candidate]:
    """Find the targets that hang on other sentences: who accused the one who denies."""
    for candidate in candidates:
        if candidate.target:
            yield candidate
        elif target := _accusers(candidate, candidates) or candidate.fallback:
            yield replace(candidate, target=target)


def _accusers(denial: Candidate, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    if denial.deferred != "accuser":
        return ()
    for other in sorted(candidates, key=lambda c: (c.frame.type != "ACCUSE", abs(c.index - denial.index))):
        if (
            other.frame.type in _ANSWERED
            and abs(other.index - denial.index) <= _NEAR
            and set(other.target) & set(denial.source)
            and not set(other.source) & set(denial.source)
        ):
            return other.source
    return ()


def _one(a: Candidate, b: Candidate, published: PartialDate | None) -> bool:
    """Tell whether two candidates are one happening; an old date and none are two, unless told in one breath."""
    if (a.date is None) != (b.date is None) and a.index != b.index and _old(a.date or b.date, published):
        return False
    return _same(a, b)


def _old(date: PartialDate | None, published: PartialDate | None) -> bool:
    if date is None or published is None or date.latest is None or published.earliest is None:
        return False
    return (published.earliest - date.latest).days > _OLD


def _same(a: Candidate, b: Candidate) -> bool:  # noqa: PLR0911 - one case a line
    """Tell whether two candidates can be one happening."""
    if a.frame.type != b.frame.type or not _same_states(a, b) or not _dates_agree(a, b):
        return False
    statuses = {a.status, b.status}
    if len(statuses) > 1 and ("cancelled" in statuses or ("denied" in statuses and not statuses & _TO_COME)):
        return False
    if a.ordinal != b.ordinal and ((a.ordinal and b.ordinal) or "next" in {a.ordinal, b.ordinal}):
        return False
    if a.frame.type == "CONSULT":
        return _same_meeting(a, b)
    if a.frame.type in _BY_CONTENT:
        return _alike(a, b)
    if a.frame.type == "SANCTION" and a.mode != b.mode:
        return False
    if a.mode != b.mode and {a.mode, b.mode} & _APART:
        return False
    return not (a.mode == "summon") ^ (b.mode == "summon")


def _same_states(a: Candidate, b: Candidate) -> bool:
    both = ({*a.source, *a.target}, {*b.source, *b.target})
    if a.mode == "visit" or b.mode == "visit":
        return a.mode == b.mode and (set(a.source), set(a.target)) == (set(b.source), set(b.target))
    if a.frame.mutual or b.frame.mutual:
        return both[0] == both[1] or (max(map(len, both)) > _PAIR and (both[0] <= both[1] or both[1] <= both[0]))
    return set(a.source) == set(b.source) and (set(a.target) <= set(b.target) or set(b.target) <= set(a.target))


def _same_meeting(a: Candidate, b: Candidate) -> bool:
    if a.mode == b.mode == "visit":
        return _people_agree(a.source_officials, b.source_officials)
    one_breath = a.index == b.index and {a.mode, b.mode} <= _TALKS
    back = (a.anaphoric or b.anaphoric) and abs(a.index - b.index) <= _BACK  # 'during the call, the two discussed'
    if a.mode != b.mode and not one_breath and not back and not {a.mode, b.mode} <= {"meeting", "talks"}:
        return False
    statuses = {a.status, b.status}
    if len(statuses) > 1 and min(a.strength, b.strength) > 1 and statuses & _TO_COME and "denied" not in statuses:
        return False
    people = {*a.officials}, {*b.officials}
    if not people[0] or not people[1]:
        return a.mode == b.mode or abs(a.index - b.index) <= 1 or a.anaphoric or b.anaphoric
    return _people_agree(_of(a, a.source), _of(b, a.source)) and _people_agree(_of(a, a.target), _of(b, a.target))


def _of(candidate: Candidate, side: tuple[str, ...]) -> tuple[str, ...]:
    return candidate.source_officials if set(candidate.source) & set(side) else candidate.target_officials


def _people_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    return not a or not b or any(same_person(x, y) for x in a for y in b)


def _dates_agree(a: Candidate, b: Candidate) -> bool:
    return a.date is None or b.date is None or a.date.overlaps(b.date) != "no"


def _alike(a: Candidate, b: Candidate) -> bool:
    """Tell whether two acts are about the same: they share a good part of their words."""
    if not a.content or not b.content or any("thanked" in c.frame.source for c in (a, b)):
        return True  # what one is thanked for was told before
    return len(a.content & b.content) / min(len(a.content), len(b.content)) > _ALIKE


def width(date: PartialDate) -> int:
    """Give how many days a date may mean beyond the first; very many where it is open."""
    if date.earliest is None or date.latest is None:
        return 10**6
    return (date.latest - date.earliest).days
