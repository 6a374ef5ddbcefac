"""A person whom the lead has by office alone and the next sentences by name alone: `Chad's envoy left. Idris Nour said …`.

Only where one such office is open in the lead, and the name returns later as the story's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import Draft
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.persons import folded
from bilateral.loaders.extract.officials.served_office import office_key
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.officials.names import Name
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["find_in_lead"]

_LEAD: Final = 2
_AFTER: Final = 2
_FULL: Final = 2
_OPENS: Final = frozenset({"", ",", '"', "”", ".", "said"})
_IS: Final = frozenset(
    {"was", "is", "has", "had", "will", "would", "met", "also", "held", "began", "made", "took", "left", "went"}
)


def find_in_lead(drafts: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """Give the person, if there is one, with the office and state that the lead tells."""
    named = {office_key(d.title) for d in drafts if d.name}
    open_ = [
        d
        for d in drafts
        if d.rule == "title"
        and d.sentence < _LEAD
        and d.country
        and d.kind == "strong"
        and office_key(d.title) not in named
    ]
    if len({(office_key(d.title), d.country) for d in open_}) != 1:
        return []
    told, known = open_[0], {folded(d.name)[-1] for d in drafts if d.name}
    for number in range(told.sentence, min(told.sentence + _AFTER + 1, len(rows))):
        row = rows[number]
        name = _subject(row, row.at(told.end) if number == told.sentence else 0)
        if name is not None:
            found = Draft.of_name(
                row, number, name, code=told.country or "", office=(told.title, told.office), rule="lead"
            )
            again = row.body.count(found.name.split()[-1], found.end)
            return [found] if again and folded(found.name)[-1] not in known else []
    return []


def _subject(row: Row, first: int) -> Name | None:
    """Give the first full name that opens a clause of the row and has a verb after it."""
    for i in range(first, len(row)):
        if row.low(i - 1) not in _OPENS:
            continue
        at = skip_honorifics(row, i)
        name = name_after(row, at)
        if (
            name is not None
            and name.parts >= _FULL
            and not row.office(at)
            and _says(row, name.last)
            and _is_person(row, name)
        ):
            return name
    return None


def _says(row: Row, at: int) -> bool:
    low = row.low(at)
    return low in _IS or low in served_words("says") or (low.endswith("ed") and low.isalpha())


def _is_person(row: Row, name: Name) -> bool:
    known = office_words()
    things = known.organs | known.portfolio | known.things | served_words("named_things") | served_words("callings")
    return not any(row.known(k, things) or row.office(k) or row.state(k) for k in range(name.first, name.last))
