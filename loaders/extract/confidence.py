"""How sure a fact is: the share of facts of its sort that careful readers found right.

Input: the facts as the rules give them, with the rules' own doubt. Output: the same facts with the confidence of
`lexicon/confidence.yaml`, which `bilateral.loaders.evaluation.calibrate` measures and proposes. The last row that fits counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.schema.facts import Agreement, Event, Flow, Official

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.schema.facts import ArticleFacts, Fact

__all__ = ["KEYS", "Row", "calibrate", "load_rows", "sort_of"]

#: What a row may ask for, from the widest to the narrowest.
KEYS: Final = ("kind", "told", "doubt", "family", "status")
_DOUBTFUL: Final = 0.8
F = TypeVar("F", Official, Agreement, Event, Flow)


@dataclass(frozen=True, slots=True)
class Row:
    """Facts with all of `asked` are right in this share of cases."""

    asked: Mapping[str, str]
    value: float

    def fits(self, sort: Mapping[str, str]) -> bool:
        """Tell whether a fact of this sort is meant."""
        return all(sort.get(key) == wanted for key, wanted in self.asked.items())


def calibrate(facts: ArticleFacts) -> ArticleFacts:
    """Give every fact its measured confidence."""
    return replace(
        facts,
        officials=tuple(map(_measured, facts.officials)),
        agreements=tuple(map(_measured, facts.agreements)),
        events=tuple(map(_measured, facts.events)),
        flows=tuple(map(_measured, facts.flows)),
    )


def _measured(fact: F) -> F:
    sort = sort_of(fact)
    fitting = [row.value for row in load_rows() if row.fits(sort)]
    return replace(fact, trace=replace(fact.trace, confidence=fitting[-1])) if fitting else fact


def sort_of(fact: Fact) -> dict[str, str]:
    """Give what confidence may depend on: kind, told once or more often, the rule's doubts, its family, the status."""
    told = "often" if len(fact.trace.evidence) > 1 else "once"
    doubt = "some" if (fact.trace.confidence or 1.0) < _DOUBTFUL else "none"
    rule = fact.trace.rule or ""
    if isinstance(fact, Event):
        return {"kind": "events", "told": told, "doubt": doubt, "family": fact.type, "status": fact.status}
    if isinstance(fact, Agreement):
        family = rule.removeprefix("agreement: ")
        return {"kind": "agreements", "told": told, "doubt": doubt, "family": family, "status": fact.status}
    if isinstance(fact, Flow):
        return {"kind": "flows", "told": told, "doubt": doubt, "family": fact.kind}
    return {"kind": "officials", "told": told, "doubt": doubt, "family": rule.rpartition("/")[2]}


@cache
def load_rows() -> tuple[Row, ...]:
    """Read the table."""
    found = read_lexicon("confidence")
    if not isinstance(found, list):
        raise _fault("not a list of rows")
    return tuple(_row(item) for item in found)


def _row(item: object) -> Row:
    if not isinstance(item, dict) or not {"value"} < set(item) <= {"value", *KEYS}:
        raise _fault(f"not a row: {item}")
    asked = {str(key): str(value) for key, value in item.items() if key != "value"}
    try:
        value = float(str(item["value"]))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise _fault(f"no share: {item['value']}")
    return Row(asked, value)


def _fault(what: str) -> InputError:
    remedy = f"Write `- {{kind: events, …, value: 0.8}}` with keys of {', '.join(KEYS)}."
    return InputError(what, place="lexicon/confidence.yaml", remedy=remedy)
