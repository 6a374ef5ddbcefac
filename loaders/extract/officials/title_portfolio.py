"""Portfolios and organs inside a title: `Trade, Rural Roads and Tourism`, `the Ministry of Trade`, `National Congress Standing Committee`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["acronym_end", "list_end", "organ_end", "portfolio_end"]

_LIST: Final = frozenset({",", "and", "&"})
_INSIDE: Final = frozenset({"and", "&", "of", "the", "'s"})
_BRACKETED: Final = _INSIDE | {",", "/"}
_GENITIVE: Final = frozenset({"'s", "'"})
_REACH: Final = 10
_LONGER: Final = 3
_BRACKET: Final = 9


def portfolio_end(row: Row, first: int) -> int:
    """Return the end of the portfolios that begin at word `first`; `first` itself where there are none."""
    end = _stretch(row, first)
    if end == first:
        end = _unknown_first(row, first)
    return list_end(row, end) if end > first else first


def list_end(row: Row, first: int) -> int:
    """Follow a list of portfolios that goes on at word `first`: `, Rural Roads and Tourism`."""
    end = first
    while row.low(end) in _LIST:
        after = end + 1 + (row.low(end) == "," and row.low(end + 1) in {"and", "&"})
        after += row.low(after) == "the"
        stop = _abroad(row, after) or _stretch(row, after)
        stop = _unknown_first(row, after) if stop == after else _unknown_last(row, stop)
        if stop == after or row.office(stop) or row.low(stop) in _GENITIVE:
            break
        end = stop
    return end


def _stretch(row: Row, first: int) -> int:
    known, k = office_words(), first
    while k < len(row) and row.state(k) is None and row.known(k, known.portfolio) and not _is_office(row, k):
        k += 1
        if row.low(k) == "'" and row.known(k + 1, known.portfolio) and row.capital(k + 1):
            k += 1  # `the Ministry of Expatriates' Welfare`
        k = _bloc_affairs(row, k)
        if row.low(k) == "of" and row.known(k + 1, known.portfolio) and row.capital(k + 1):
            k += 1
    return k


def _bloc_affairs(row: Row, at: int) -> int:
    """Step over a bloc that a minister is for: `Foreign and African Union (AU) Affairs`."""
    first = at + (row.low(at) in _LIST)
    mention = row.state(first)
    if mention is None or mention.kind != "igo":
        return at
    end = row.state_after(first)
    end = acronym_end(row, end)
    return end + 1 if row.low(end) == "affairs" else at


def _abroad(row: Row, at: int) -> int:
    """Read a people with its field: `African Integration and Togolese Abroad`; 0 where there is none."""
    mention = row.state(at)
    return row.state_after(at) + 1 if mention and row.low(row.state_after(at)) in {"abroad", "overseas"} else 0


def _is_office(row: Row, k: int) -> bool:
    found = row.office(k)
    return found is not None and found[1].kind != "weak"


def _unknown_first(row: Row, first: int) -> int:
    """Take an unknown first word if known ones follow: `Minister for Hajj and Umrah`."""
    if not row.capital(first) or row.state(first) is not None:
        return first
    after = first + 1 + (row.low(first + 1) in _LIST)
    stop = _stretch(row, after)
    return stop if stop > after else first


def _unknown_last(row: Row, end: int) -> int:
    """Take an unknown word in capitals between a known one and a further portfolio: `Economic Levelling and National Policies`."""
    goes_on = row.low(end + 1) in {"and", "&"} and row.capital(end + 2) and row.known(end + 2, office_words().portfolio)
    return end + 1 if goes_on and row.capital(end) and row.state(end) is None else end


def organ_end(row: Row, first: int) -> int | None:
    """Return the end of a ministry's, department's or force's name that begins at word `first`; None if there is none."""
    known = office_words()
    if row.known(first, known.organs):
        first = _longer_organ(row, first + 1) - 1
        end = portfolio_end(row, first + 2) if row.low(first + 1) in {"of", "for", "on"} else first
        return end if end > first + 2 else first + 1
    for k in range(first, min(first + _REACH, len(row))):
        if k > first and row.known(k, known.organs):
            return _longer_organ(row, k + 1)
        named = row.capital(k) or row.low(k) in _INSIDE or row.known(k, known.portfolio)
        if not named or (k > first and row.office(k)):
            return None
    return None


def _longer_organ(row: Row, end: int) -> int:
    """Go on to a further organ in capitals: `National Congress | Standing Committee`."""
    for k in range(end, min(end + _LONGER, len(row))):
        if not row.capital(k) or row.state(k) is not None:
            return end
        if row.known(k, office_words().organs):
            return k + 1
    return end


def acronym_end(row: Row, at: int) -> int:
    """Step over an acronym or a field in brackets: `(ORR)`, `(Trade and Ports)`."""
    if row.low(at) != "(":
        return at
    close = next((k for k in range(at + 2, min(at + _BRACKET, len(row))) if row.low(k) == ")"), None)
    if close is None:
        return at
    inside = all(row.capital(k) or row.low(k) in _BRACKETED for k in range(at + 1, close))
    return close + 1 if inside else at
