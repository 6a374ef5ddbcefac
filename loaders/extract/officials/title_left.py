"""What stands before an office: the state, modifiers, the portfolio, the ministry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.title_neighbour import check_neighbour, of_only_party

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["read_left"]

_FARTHEST = 16
_MOST_WORDS = 3
_GENITIVE = frozenset({"'s", "'"})
_ENVOYS = ("ambassador", "permanent representative", "envoy", "delegate")
#: Who works for a bank or an agency of states.
_STAFF = frozenset({"director", "manager", "president", "vice-president", "head", "chief", "officer", "coordinator", "economist", "representative", "spokesperson",
                    "spokesman", "spokeswoman", "specialist", "adviser", "advisor", "lead", "general"})  # fmt: skip
_COUNTRY_NOUNS = frozenset(
    {"country", "nation", "kingdom", "republic", "government", "bloc", "island", "state", "organization",
     "organisation", "agency", "alliance"}
)  # fmt: skip


def read_left(row: Row, title: Title, floor: int) -> None:
    """Move the title's first word to the left as far as its words go, and note its state and ministry."""
    limit = max(floor, title.first - _FARTHEST)
    listed = False
    while title.first > limit:
        at = title.first - 1
        if _organ_abroad(row, title, at, limit) or _state(row, title, at) or _bracket(row, title, at):
            continue
        if _belongs(row, title, at):
            title.first = at
            title.left_out |= {at} if row.low(at) in office_words().passing else set()
        elif _organ(row, title, at, limit):
            continue
        elif row.low(at) in {"and", "&"} and _portfolio(row, at - 1) and _portfolio(row, at + 1) and at > limit:
            title.first, listed = at - 1, True
        elif _named_portfolio(row, title, at, limit):
            continue
        elif row.low(at) == "," and listed and _portfolio(row, at - 1) and row.capital(at - 1):
            title.first = at - 1
        else:
            break
    title.definite = not title.countries and _points_back(row, title.first)
    check_neighbour(row, title, floor)


def _points_back(row: Row, first: int) -> bool:
    """Whether the title is that of a state named before: `its ambassador`, `the country's finance minister`."""
    return row.low(first - 1) == "its" or (
        row.low(first - 1) in _GENITIVE
        and row.low(first - 2) in _COUNTRY_NOUNS
        and row.low(first - 3) in {"the", "that"}
    )


def _belongs(row: Row, title: Title, at: int) -> bool:
    known = office_words()
    if title.countries and not row.known(at, known.modifiers):
        return False
    return (
        row.known(at, known.modifiers)
        or _portfolio(row, at)
        or of_only_party(row, title, at)
        or (row.low(at) == "-" and row.known(at - 1, known.modifiers))
    )


def _named_portfolio(row: Row, title: Title, at: int, limit: int) -> bool:
    """Take unknown words in capitals between a state and its minister: `Malta's Gozo Minister`; between a body and its staff."""
    if title.countries or not row.capital(at) or row.state(at) is not None:
        return False
    if "minister" not in title.office.name and not _of_staff(row, title, at):
        return False
    first = at
    while first > limit and at - first < _MOST_WORDS and row.capital(first - 1) and row.state(first - 1) is None:
        first -= 1
    if row.state(first - 1) is None and not (row.low(first - 1) in _GENITIVE and row.state(first - 2) is not None):
        return False
    title.first = first
    return True


def _of_staff(row: Row, title: Title, at: int) -> bool:
    """Whether an organisation's name stands before the field of its director or manager: `AfDB Rural Roads Vice-President`."""
    if title.office.plural or title.office.name.split()[-1] not in _STAFF:
        return False
    before = next((k for k in range(at, at - _MOST_WORDS - 1, -1) if not row.capital(k) or row.state(k)), at)
    before -= row.low(before) in _GENITIVE
    mention = row.state(before)
    return mention is not None and mention.kind == "igo"


def _portfolio(row: Row, at: int) -> bool:
    mention = row.state(at)
    bloc = mention is not None and mention.kind == "igo" and row.low(row.state_after(at)) == "affairs"
    return bloc or (mention is None and row.known(at, office_words().portfolio))


def _state(row: Row, title: Title, at: int) -> bool:
    """Take a state's name, demonym or seat before the office, with or without a genitive."""
    last = at - 1 if row.low(at) in _GENITIVE else at
    mention = row.state(last)
    if mention is None or row.state(title.first) is mention or _bloc_affairs(row, title, at, mention):
        return False
    if title.countries and not (mention.kind == "igo" or title.countries[-1] == mention.code):
        if not _accredited(row, title, mention):
            return False
        title.host = title.countries.pop()
    first = row.state_before(last + 1)
    if _posted(row, title, at, mention):
        title.host = title.countries.pop()
    title.countries.append(mention.code)
    title.left_out |= set(range(first, at + 1))
    if mention.kind == "seat":
        title.organ, title.organ_code = (first, last + 1), mention.code
    title.first = first
    _second_state(row, title)
    return True


def _accredited(row: Row, title: Title, mention: StateMention) -> bool:
    """Whether the organisation before an envoy is his host, since a state owns him: `Malta's deputy UN ambassador`."""
    own = {m.kind for k in title.left_out if (m := row.state(k))}
    body = own == {"igo"} and len(title.countries) == 1
    return body and mention.kind in {"name", "demonym"} and title.office.name.endswith(_ENVOYS)


def _posted(row: Row, title: Title, at: int, mention: StateMention) -> bool:
    """Whether an organisation's name stands right before the state where its official is posted: `WFP Chad representative`."""
    place = row.state(at + 1)
    return mention.kind == "igo" and place is not None and place.kind == "name" and bool(title.countries)


def _bloc_affairs(row: Row, title: Title, at: int, mention: StateMention) -> bool:
    """Whether a bloc is what a minister is for: `Chad's Arab League Affairs Minister`; a bloc has no ministers."""
    return mention.kind == "igo" and "minister" in title.office.name and row.low(at) not in _GENITIVE


def _second_state(row: Row, title: Title) -> None:
    """Take the other state of `the Indian and Pakistani foreign ministers`."""
    at = title.first - 1
    while title.office.plural and row.low(at) in {"and", ",", "&"} and row.state(at - 1) is not None:
        mention = row.state(at - 1)
        title.countries.insert(0, mention.code if mention else "")
        first = row.state_before(at)
        title.left_out |= set(range(first, at + 1))
        title.first, at = first, first - 1


def _bracket(row: Row, title: Title, at: int) -> bool:
    """Take an acronym in brackets: `Office for Rural Roads (ORR) Deputy Director`."""
    if row.low(at) != ")" or row.low(at - 2) != "(" or title.countries:
        return False
    mention = row.state(at - 1)
    if mention is not None:
        title.countries.append(mention.code)
    elif not row.text(at - 1).isupper():
        return False
    title.left_out |= {at - 2, at - 1, at}
    title.first = at - 2
    return True


def _organ_abroad(row: Row, title: Title, at: int, limit: int) -> bool:
    """Take `Chile Embassy in Rabat`: the place is the host, the state stands before the embassy."""
    first = row.state_before(at + 1) if row.state(at) else at
    if (
        title.countries
        or first - 2 < limit
        or row.low(first - 1) not in {"in", "to"}
        or not row.known(first - 2, office_words().organs)
    ):
        return False
    title.organ, title.first = (first - 2, at + 1), first - 2
    title.left_out |= set(range(first - 2, at + 1))
    return True


def _organ(row: Row, title: Title, at: int, limit: int) -> bool:
    """Take a ministry, force or house: `State Department spokesperson`, `Ministry of Defence spokesman`, `Council Chairperson`."""
    known = office_words()
    if title.organ is not None or (title.countries and row.low(at) == "of"):
        return False
    first = at
    if row.low(at) in _GENITIVE and row.known(at - 1, known.organs):
        at = first = at - 1
    if row.text(at) in row.acronyms:
        title.organ, title.first = (at, at + 1), at
        return True
    if row.known(at, known.organs):
        while first > limit and (_organ_word(row, first - 1) or _of_people(row, first - 1)):
            first -= 1
    elif row.low(at) == "of" and row.known(at - 1, known.organs) and title.first < title.head:
        first = at - 1
        while first > limit and _organ_word(row, first - 1):
            first -= 1
    else:
        return False
    last = title.first if row.low(at) == "of" else at + 1
    title.organ, title.first = (first, last), first
    if row.low(at) == "of":
        title.organ = (first, _portfolio_end(row, at + 1, title.head))
    return True


def _organ_word(row: Row, at: int) -> bool:
    """Whether a word continues a proper name of an organ to the left: capitalised, no state, no other title."""
    if row.state(at) is not None or at < 0:
        return False
    if row.low(at) in {"and", "&"}:
        return row.capital(at - 1) and row.known(at - 1, office_words().portfolio)
    return (
        row.capital(at) and row.text(at)[:1].isalpha() and row.low(at) not in office_words().not_in_name
    ) or _portfolio(row, at)


def _of_people(row: Row, at: int) -> bool:
    """Whether a genitive goes on an organ's name to the left: `People's Defence Force`."""
    inside = row.low(at) in _GENITIVE and row.capital(at - 1) and row.capital(at + 1)
    return inside and row.low(at - 1) in {"people", "peoples", "workers", "women", "children", "veterans"}


def _portfolio_end(row: Row, first: int, head: int) -> int:
    last = first
    while last < head and (_portfolio(row, last) or row.low(last) in {"and", "&", ",", "the"}):
        last += 1
    return last
