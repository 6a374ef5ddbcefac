"""From marks to facts: one `Official` a person, with the best title and every passage that names the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.persons import folded, group
from bilateral.schema.facts import Evidence, Official, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.text.marks import OfficialMark

__all__ = ["to_facts"]

#: How sure the state served is: told by the title, by a table or the company, or by the article as a whole.
_TOLD: Final = 0.9
_KNOWN: Final = 0.8
_INFERRED: Final = 0.6
_WEAK_SIGNS: Final = ("/home", "/pair", "/sentence", "/list", "/visitor", "/own-will")


def to_facts(marks: Sequence[OfficialMark], body: str) -> tuple[Official, ...]:
    """Give each person once, in the order of the text; one whose state is unknown says nothing between states."""
    people = [sorted(person, key=lambda m: m.start) for person in group(marks) if any(m.country for m in person)]
    return tuple(_official(person, body) for person in sorted(people, key=lambda p: p[0].start))


def _official(person: Sequence[OfficialMark], body: str) -> Official:
    first = person[0]
    longest = max(person, key=lambda m: (len(folded(m.name)), -m.start))
    title = next((m.title for m in person if m.title), None)
    country = next((m.country for m in person if m.country), None)
    organ = next((m.organization for m in person if m.organization), None)
    spans = dict.fromkeys((m.start, m.end) for m in person)
    evidence = tuple(Evidence(a, b, body[a:b]) for a, b in sorted(spans))
    return Official(
        longest.name, title, country, organ, Trace(evidence, confidence=max(map(_confidence, person)), rule=first.rule)
    )


def _confidence(mark: OfficialMark) -> float:
    if mark.rule.endswith(_WEAK_SIGNS):
        return _INFERRED
    return _KNOWN if "/" in mark.rule or mark.rule == "leader" else _TOLD
