"""A thing of the sources as its own statements show it: what the rules compare."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bilateral.graph.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.ledger import Held
    from bilateral.graph.statement import Qualifier, Statement, Thing
    from bilateral.schema.values import PartialDate

__all__ = ["Profile", "profiles", "texts_of"]


@dataclass(frozen=True, slots=True)
class Profile:
    """One thing, the statements about it, and the first day on which an article told of it."""

    thing: Thing
    statements: tuple[Statement, ...]
    articles: frozenset[str]
    published: PartialDate | None

    @property
    def key(self) -> str:
        """The thing's id among all sources' things."""
        return self.thing.id

    @property
    def main(self) -> Statement:
        """The statement that describes an agreement or event; of a person, any."""
        return next((each for each in self.statements if each.predicate == "status"), self.statements[0])


def profiles(held: Iterable[Held]) -> Iterator[Profile]:
    """Gather statements, which may come in any order, into one profile for each agreement, event and person."""
    ordered = sorted(held, key=lambda each: (each.statement.about, each.statement.id))
    for key, group in groupby(ordered, key=lambda each: each.statement.about):
        members = tuple(group)
        thing = _thing(members[0].statement, key)
        if thing is not None:
            days = [read_date(each.published) for each in members if each.published]
            yield Profile(
                thing,
                tuple(each.statement for each in members),
                frozenset(each.statement.reference.article for each in members),
                min(days, key=_first_day, default=None),
            )


def texts_of(statement: Statement, key: str) -> frozenset[str]:
    """Read a list among the qualifiers."""
    found: Qualifier = statement.qualifiers.get(key, ())
    return frozenset(found) if isinstance(found, tuple) else frozenset({str(found)})


def _thing(statement: Statement, key: str) -> Thing | None:
    for thing in (statement.object, statement.subject):
        if thing is not None and thing.id == key:
            return thing
    return None


def _first_day(date: PartialDate) -> tuple[str, str]:
    return (date.earliest.isoformat() if date.earliest else "", date.text)
