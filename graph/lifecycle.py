"""How the statements about one agreement or event make one life: its steps in time, where it stands, and what cannot be.

The order of an agreement's statuses, and which may not come after which, is data: schema/vocabulary/agreement_statuses.yaml.
What is only planned or possible never counts as concluded: `expected to be signed` is not `signed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from bilateral.graph.dates import date_of
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.ledger import Held
    from bilateral.schema.values import PartialDate

__all__ = ["Jump", "Life", "Step", "agreement_life", "event_life", "steps"]

#: What a status that is not asserted amounts to.
_DEMOTED: Final = {"planned": "negotiating", "possible": "proposed", "conditional": "proposed"}
#: Later words outweigh earlier ones, but an announcement does not undo a report that it took place, nor does a denial.
_REPORTED: Final = frozenset({"occurred", "ongoing"})
_ANNOUNCED: Final = frozenset({"scheduled", "proposed"})
_NEVER: Final = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Step:
    """One source's word on a status; `date` is when it holds, and where the source gives none, `as_of` is when it was told."""

    held: Held
    status: str
    date: PartialDate | None
    as_of: PartialDate | None

    @property
    def when(self) -> PartialDate | None:
        """The time of the step: its date, else the day on which it was told."""
        return self.date or self.as_of

    @property
    def key(self) -> str:
        """The id of the step's statement."""
        return self.held.statement.id


@dataclass(frozen=True, slots=True)
class Jump:
    """Two steps that cannot both be, in the order in which they are dated."""

    earlier: Step
    later: Step


@dataclass(frozen=True, slots=True)
class Life:
    """All steps in time, those that it went through up to the current one, those that were denied, and what cannot be."""

    steps: tuple[Step, ...]
    path: tuple[Step, ...]
    denials: tuple[Step, ...] = ()
    jumps: tuple[Jump, ...] = ()

    @property
    def current(self) -> Step | None:
        """Where it stands; None where nobody asserts anything."""
        return self.path[-1] if self.path else None

    def first(self, *statuses: str) -> Step | None:
        """Give the earliest step of the first of these statuses that there is."""
        for status in statuses:
            found = next((step for step in self.steps if step.status == status), None)
            if found is not None:
                return found
        return None


def steps(held: Iterable[Held]) -> tuple[Step, ...]:
    """Give the steps that `status` statements tell of, in the order of time, then of the ladder, then of ids."""
    made = [_step(each) for each in held if each.statement.predicate == "status"]
    return tuple(sorted(made, key=_order))


def agreement_life(held: Iterable[Held]) -> Life:
    """Follow an agreement up and down its ladder; a step that cannot follow is a jump if it is surely later, else out of order."""
    asserted, denials = _split(steps(held))
    terms = registry().vocabulary("agreement_statuses")
    path: list[Step] = []
    jumps = []
    for step in asserted:
        if not path or step.status not in terms or path[-1].status not in terms[step.status].cannot_follow:
            path.append(step)
        elif _surely_before(path[-1], step):
            jumps.append(Jump(path[-1], step))
    return Life(asserted, tuple(path), denials, tuple(jumps))


def event_life(held: Iterable[Held]) -> Life:
    """Follow an event from announcement to report, in the order in which it was told."""
    told = tuple(sorted(steps(held), key=lambda step: (_day(step.as_of), step.key)))
    denials = tuple(step for step in told if step.status == "denied" or _negated(step))
    asserted = tuple(step for step in told if step not in denials)
    path: list[Step] = []
    for step in asserted:
        if not path or not (path[-1].status in _REPORTED and step.status in _ANNOUNCED):
            path.append(step)
    return Life(asserted, tuple(path) or denials[-1:], denials)


def _step(held: Held) -> Step:
    said = held.statement
    status = said.value or ""
    terms = registry().vocabulary("agreement_statuses")
    demoted = _DEMOTED.get(said.reference.modality)
    if demoted and said.subject.kind == "agreement" and status in terms and terms[status].phase != "prospective":
        status = demoted
    return Step(held, status, date_of(said), date_of(said, "as_of"))


def _split(every: tuple[Step, ...]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    return tuple(each for each in every if not _negated(each)), tuple(each for each in every if _negated(each))


def _negated(step: Step) -> bool:
    return step.held.statement.reference.modality == "negated"


def _order(step: Step) -> tuple[date, int, str]:
    terms = registry().vocabulary("agreement_statuses")
    order = terms[step.status].order if step.status in terms else 0
    return (_day(step.when), order or 0, step.key)


def _day(when: PartialDate | None) -> date:
    if when is None:
        return _NEVER
    return when.earliest or when.latest or _NEVER


def _surely_before(one: Step, other: Step) -> bool:
    return one.when is not None and other.when is not None and one.when.before(other.when) == "yes"
