"""What stands after an office: `of the Republic of Cuba to Sri Lanka`, `for Foreign Affairs and Trade`, `at the Ministry of …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.office_words import office_words

if TYPE_CHECKING:
    from bilateral.loaders.extract.row import Row
    from bilateral.loaders.extract.titles import Title

__all__ = ["read_right"]

_PREPOSITIONS: Final = frozenset({"of", "for", "from", "in", "on", "at", "to", "with"})
_AFTER: Final = frozenset({"designate", "elect", "extraordinary", "plenipotentiary"})
_SMALL: Final = frozenset({"the", "his", "her", "its", "their", "h", "e"})
_LIST: Final = frozenset({",", "and", "&"})
_REACH: Final = 10
_HOST: Final = frozenset({"to", "in", "at", "with"})
_ACCREDITED: Final = frozenset({"concurrent", "concurrently", "accreditation", "accredited", "residence", "resident", "non-resident"})


def read_right(row: Row, title: Title) -> None:
    """Move the title's end to the right as far as its words go, and note its state, host and ministry."""
    while row.low(title.last) in _AFTER or (row.low(title.last) == "and" and row.low(title.last + 1) in _AFTER):
        title.last += 1
    if row.low(title.last) in {"-", "–"} and row.known(title.last + 1, office_words().portfolio) and row.capital(title.last + 1):
        title.last = _portfolio_run(row, title.last + 1)
    title.last = _acronym(row, title.last)
    while title.last < len(row) and row.low(title.last) in _PREPOSITIONS:
        end = _complement(row, title, title.last)
        if end is None:
            break
        title.last = _acronym(row, end)
    title.last = _acronym(row, title.last)


def _complement(row: Row, title: Title, at: int) -> int | None:
    """Read what follows the preposition at word `at`; None where it is no part of the title."""
    first = at + 1
    while row.low(first) in _SMALL:
        first += 1
    state = _state(row, title, at, first)
    if state is not None:
        return state
    if row.low(at) in _HOST and row.low(first) in {"kingdom", "republic", "state", "holy", "court"} and row.capital(first):
        return first + 1
    if row.low(at) == "with" and row.low(first) in _ACCREDITED:
        while row.low(first) in _ACCREDITED:
            first += 1
        return first
    if row.low(at) in {"in", "at"} and (found := row.office(first)) and row.low(first + found[0]) in {"'s", "'"} and row.low(first + found[0] + 1) == "office":
        return first + found[0] + 2
    if row.low(at) in {"to", "of", "for"} and first > at + 1 and (found := row.office(first)) and not found[1].plural:
        return first + found[0]
    organ = _organ_end(row, first)
    run = _portfolio_run(row, first)
    near = row.low(at) != "to" or title.office.name.endswith(("secretary", "adviser", "advisor"))
    if organ is not None and near and (run <= organ or "minister" not in title.office.name):
        title.organ = title.organ or (first, organ)
        return _list_on(row, organ)
    if row.low(at) in {"of", "for", "on", "in"}:
        end = run
        if end > first:
            unknown = not row.known(first, office_words().portfolio)
            title.spoiled = title.spoiled or (title.kind != "strong" and (unknown or "president" in title.office.name))
            return end
        if row.capital(first) and row.state(first) is None:
            ministerial = "minister" in title.office.name
            title.spoiled = title.spoiled or not ministerial
            return first + 1 if ministerial and row.low(at) != "in" else None
    return None


def _state(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `of the Republic of Cuba` (the state served) or `to Sri Lanka` (the host)."""
    known, k = office_words(), first
    while row.state(k) is None and (row.known(k, known.state_words) or (k > first and row.low(k) in {"of", "the"})) and k < len(row):
        k += 1
    mention = row.state(k)
    if mention is None:
        return None
    after = row.state_after(k)
    owned = after + (row.low(after) in {"'s", "'"})
    if row.low(at) != "to" and not title.countries and (organ := _organ_at(row, owned)):
        title.countries.append(mention.code)
        title.left_out |= set(range(first, owned))
        title.organ = title.organ or (owned, organ)
        return _list_on(row, organ)
    if row.low(after) in {"'s", "'"} or (mention.kind == "demonym" and row.known(after, known.portfolio)):
        return None
    served = row.low(at) in {"of", "from", "for"} and not title.countries
    if row.low(at) in {"for", "on"} and title.kind == "weak" and mention.kind != "igo":
        return _about(row, title, after)
    if served and mention.kind != "capital":
        title.countries.append(mention.code)
        after = _more_states(row, title, after)
    elif row.low(at) == "of" and mention.code not in title.countries:
        return None
    if row.low(at) in {"to", "in"}:
        title.host = title.host or mention.code
    title.left_out |= set(range(at, after))
    return after


def _organ_at(row: Row, first: int) -> int | None:
    """Return the end of an organ whose name goes right on after its state: `the Russian | foreign ministry`."""
    end = _organ_end(row, first)
    return end if end is not None and (row.known(first, office_words().portfolio) or row.known(first, office_words().organs) or row.capital(first)) else None


def _about(row: Row, title: Title, after: int) -> int:
    """`special envoy for Syria` is about Syria and does not serve it."""
    del row, title
    return after


def _more_states(row: Row, title: Title, after: int) -> int:
    while title.office.plural and row.low(after) in _LIST and row.state(after + 1) is not None:
        mention = row.state(after + 1)
        title.countries.append(mention.code if mention else "")
        after = row.state_after(after + 1)
    return after


def _organ_end(row: Row, first: int) -> int | None:
    """Return the end of a ministry's or department's name that begins at word `first`."""
    known = office_words()
    if row.known(first, known.organs):
        if row.low(first + 1) in {"of", "for"}:
            end = _portfolio_run(row, first + 2)
            return end if end > first + 2 else first + 1
        return first + 1
    for k in range(first, min(first + _REACH, len(row))):
        if row.known(k, known.organs) and k > first:
            return k + 1
        named = row.capital(k) or row.low(k) in {"and", "&", "of", "the", "'s"} or row.known(k, known.portfolio)
        if not named or (row.office(k) and k > first):
            return None
    return None


def _portfolio_run(row: Row, first: int) -> int:
    """Return the end of a run of portfolio words: `Foreign Affairs, Foreign Employment and Tourism`."""
    end = _stretch(row, first)
    if end == first:
        end = _unknown_first(row, first)
    return _list_on(row, end) if end > first else end


def _list_on(row: Row, first: int) -> int:
    """Follow a list of portfolios: `, Foreign Employment and Tourism`."""
    end = first
    while row.low(end) in _LIST:
        after = end + 1 + (row.low(end) == "," and row.low(end + 1) in {"and", "&"})
        after += row.low(after) == "the"
        stop = _stretch(row, after)
        stop = _unknown_first(row, after) if stop == after else stop
        if stop == after or row.office(stop) or row.low(stop) in {"'s", "'"}:
            break
        end = stop
    return end


def _stretch(row: Row, first: int) -> int:
    known, k = office_words(), first
    while k < len(row) and row.state(k) is None and row.known(k, known.portfolio) and not _is_office(row, k):
        k += 1
        if row.low(k) == "of" and row.known(k + 1, known.portfolio) and row.capital(k + 1):
            k += 1
    return k


def _is_office(row: Row, k: int) -> bool:
    found = row.office(k)
    return found is not None and found[1].kind != "weak"


def _unknown_first(row: Row, first: int) -> int:
    """Take an unknown first word if known ones follow: `Minister for Hajj and Umrah`."""
    if not row.capital(first) or row.state(first) is not None:
        return first
    if row.low(first + 1) in {"and", "&", ","}:
        stop = _stretch(row, first + 2)
        return stop if stop > first + 2 else first
    stop = _stretch(row, first + 1)
    return stop if stop > first + 1 else first


def _acronym(row: Row, end: int) -> int:
    """Step over an acronym in brackets."""
    if row.low(end) != "(":
        return end
    close = next((k for k in range(end + 2, min(end + 6, len(row))) if row.low(k) == ")"), None)
    inside = range(end + 1, close or end)
    return close + 1 if close and all(row.capital(k) or row.low(k) in {"and", "&", "of"} for k in inside) else end
