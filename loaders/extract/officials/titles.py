"""The grammar of titles: an office with all the words around it that belong to it, and the state that it serves.

`Chile's Deputy Minister for Rural Roads`, `Ambassador of the Republic of Malta to Peru`, `State Department spokesperson`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import Kind, Office, office_words
from bilateral.loaders.extract.officials.title_left import read_left
from bilateral.loaders.extract.officials.title_right import read_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.officials.row import Row

__all__ = ["Title", "find_titles"]

_CHAIN: Final = 5
#: Offices with the district before them: `Deputy Speaker and Northport Rep. Lund`.
_OF_DISTRICTS: Final = frozenset({"rep", "sen", "gov", "governor", "senator"})
#: Whose holder often has a second office after a comma: `Minister of State, Minister of Ports Karl Vella`.
_RANKS: Final = frozenset({"state", "deputy", "vice", "first", "chairman", "senior", "coordinating"})
_GENITIVE: Final = frozenset({"'s", "'"})
#: Houses named by their field before a further office: `Justice Ministry spokesman`.
_MINISTRIES: Final = frozenset({"ministry", "department", "office"})


@dataclass(slots=True)
class Title:
    """A title: words `first` up to `last`; `left_out` are its words that name the state or the host."""

    first: int
    last: int
    head: int
    office: Office
    kind: Kind
    countries: list[str] = field(default_factory=list)
    organ: tuple[int, int] | None = None
    organ_code: str | None = None
    left_out: set[int] = field(default_factory=set)
    host: str | None = None
    definite: bool = False
    spoiled: bool = False
    beside: bool = False

    @property
    def country(self) -> str | None:
        """The state served, by the title's own words."""
        return self.countries[0] if len(set(self.countries)) == 1 else None


def find_titles(row: Row) -> Iterator[Title]:
    """Give every title of the row from left to right; none overlaps another."""
    i, floor = 0, 0
    while i < len(row):
        found = row.office(i) if row.state(i) is None else None
        if found is None or _leads_on(row, i, found):
            i += 1
            continue
        title = _read(row, i, found, floor)
        yield title
        floor = i = max(title.last, i + 1)


def _leads_on(row: Row, i: int, found: tuple[int, Office]) -> bool:
    """Whether an office is but the beginning of another: `Justice Minister`, `Deputy Chancellor`; a rank after it is none."""
    length, office = found
    known = office_words()
    if any(not (row.known(k, known.portfolio) or row.known(k, known.modifiers)) for k in range(i, i + length)):
        return False
    for k in range(i + length, min(i + length + _CHAIN, len(row))):
        if row.state(k) is not None or row.low(k) in _GENITIVE:
            if length == 1 and row.known(i, known.modifiers):
                continue  # `the deputy Maltese trade minister`
            return False
        if following := row.office(k):
            return not (office.kind == "strong" and (following[1].name,) in known.honorifics)
        if not (row.known(k, known.portfolio) or row.known(k, known.modifiers) or row.known(k, _MINISTRIES)):
            return False
    return False


def _read(row: Row, head: int, found: tuple[int, Office], floor: int) -> Title:
    length, office = found
    title = Title(head, head + length, head, office, office.kind)
    read_left(row, title, floor)
    read_right(row, title)
    while more := _joined(row, title) or _owned(row, title):
        at, (length, other) = more
        before = Title(at, at + length, at, other, other.kind)
        read_left(row, before, title.last)
        title.last = at + length
        title.countries += before.countries
        title.left_out |= before.left_out
        if other.kind == "strong":
            title.kind = other.kind
        if title.office.kind == "weak" or row.low(title.head + len(office.name.split())) in _GENITIVE:
            title.office = other
        read_right(row, title)
    return title


def _owned(row: Row, title: Title) -> tuple[int, tuple[int, Office]] | None:
    """Find an office that belongs to this one: `the prime minister's trade adviser`."""
    if row.low(title.last) not in _GENITIVE:
        return None
    known = office_words()
    for at in range(title.last + 1, min(title.last + 6, len(row))):
        found = row.office(at)
        if found and not _leads_on(row, at, found):
            return at, found
        if not (row.known(at, known.modifiers) or row.known(at, known.portfolio)):
            return None
    return None


def _joined(row: Row, title: Title) -> tuple[int, tuple[int, Office]] | None:
    """Find a second office of the same person: `Deputy Prime Minister and Minister of Ports`, `Minister of State, Minister of …`."""
    if row.low(title.last) == "," and not title.office.plural and _RANKS & set(title.office.name.split()):
        found = row.office(title.last + 1)
        own = (
            found and row.capital(title.last + 1) and not found[1].plural and not _leads_on(row, title.last + 1, found)
        )
        return (title.last + 1, found) if found and own else None
    if title.office.plural or row.low(title.last) not in {"and", "&"}:
        return None
    known = office_words()
    for at in range(title.last + 1, min(title.last + 7, len(row))):
        found = row.office(at)
        if found and not _leads_on(row, at, found):
            return None if found[1].plural else (at, found)
        district = row.capital(at) and (after := row.office(at + 1)) is not None and after[1].name in _OF_DISTRICTS
        inside = (
            district or row.known(at, known.modifiers) or row.known(at, known.portfolio) or row.low(at) in {"'s", "the"}
        )
        if not inside and row.state(at) is None:
            return None
        if row.state(at) is not None and title.countries:
            return None
    return None
