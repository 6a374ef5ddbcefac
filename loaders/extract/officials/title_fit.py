"""Whether a title is an office of a state or an organisation of states, and not a firm's, a club's or a party's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.served_custom import of_custom

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title

__all__ = ["fits_a_state", "of_state_organ"]

#: Offices that a firm or a film has too: a state's name beside them is not enough.
_ANYONES: Final = frozenset(
    {"director", "chairman", "chairwoman", "chairperson", "chair", "co-chair", "head", "delegate", "president",
     "executive", "ceo", "czar", "tsar", "official", "leader", "deputy", "registrar", "treasurer"}
)  # fmt: skip
_BODIES: Final = frozenset({"bureau", "agency", "authority", "commission", "administration"})
_PUBLIC_BANKS: Final = frozenset(
    {"central", "reserve", "national", "state", "people's", "development", "world", "export-import", "exim", "investment", "federal"}
)  # fmt: skip
#: Whom only a state's people serve: `presidential spokesman`, `government adviser`.
_RULERS: Final = frozenset({"presidential", "government", "governmental"})
#: What shows that an institute is a state's, and that a congress is none.
_PUBLIC: Final = frozenset(
    {"national", "state", "federal", "government", "government-run", "state-run", "public", "royal"}
)
_WORKERS: Final = frozenset(
    {"labour", "labor", "union", "unions", "workers", "trade", "trades", "employers", "jewish", "youth"}
)
#: Members of a parliament, named so only where there is one.
_MEMBERS: Final = frozenset({"senator", "mp", "member of parliament", "congressman", "congresswoman"})
_TWO: Final = 2


def fits_a_state(row: Row, title: Title) -> bool:
    """Whether the office can be one of a state, by its kind, its neighbours and its body."""
    if title.spoiled:
        return False
    served = bool(title.countries) or title.organ is not None
    match title.kind:
        case "strong":
            return True
        case "shared":
            return (served or not title.beside) and not _of_people(row, title)
        case _:
            if (
                title.organ is None
                and title.office.name.split()[-1] in _ANYONES
                and title.last - title.first - len(title.left_out) < _TWO
            ):
                return bool(title.countries) and _organisation(row, title)
            if _of_firm_or_club(row, title):
                return False
            return served or of_state_organ(row, title) or _for_portfolio(row, title) or _of_custom(row, title)


def _of_firm_or_club(row: Row, title: Title) -> bool:
    """Whether a state's name is a firm's or a team's: `Alpha Motors Chad Managing Director`, `Norway captain`."""
    last = title.office.name.split()[-1]
    if title.organ is not None:
        words = {row.low(i) for i in range(*title.organ)}
        if _of_people(row, title):
            return True
        return row.low(title.organ[1] - 1) == "bank" and not words & _PUBLIC_BANKS
    if last == "major" and not row.capital(title.head):
        return True  # `French energy major Alpha`
    force = any(row.known(i, office_words().state_organs) for i in range(title.first, title.head))
    return (last in _ANYONES and title.beside) or (last == "captain" and bool(title.left_out) and not force)


def _of_people(row: Row, title: Title) -> bool:
    """Whether the organ is no state's: a `Labour Congress`, an institute that is not national."""
    words = {row.low(i) for i in range(*title.organ)} if title.organ else set()
    return ("institute" in words and not words & _PUBLIC) or ("congress" in words and bool(words & _WORKERS))


def _for_portfolio(row: Row, title: Title) -> bool:
    """Whether an office in capitals is for a field of government: `Acting Coordinator for Rural Roads`."""
    after = title.head + len(title.office.name.split())
    known = office_words().portfolio
    return (
        row.low(after) == "for" and row.capital(title.head) and row.capital(after + 1) and row.known(after + 1, known)
    )


def _of_custom(row: Row, title: Title) -> bool:
    """Whether the office, in capitals before a name, is one that a few states' press names bare: `Sen. Anna Lund`."""
    return of_custom(title.office.name) and row.capital(title.head) and not title.beside


def _organisation(row: Row, title: Title) -> bool:
    """Whether what the title names is an organisation of states, or its bearer leads the state itself."""
    kinds = {m.kind for i in title.left_out if (m := row.state(i))}
    return "igo" in kinds or "seat" in kinds or title.office.name in {"leader", "official"}


def of_state_organ(row: Row, title: Title) -> bool:
    """Whether the title names a ministry, a house or a force that only a state has."""
    if title.organ is None:
        before = range(title.first, title.head)
        force = any(row.capital(i) and row.known(i, office_words().state_organs) for i in before)
        if any(row.low(i) in _RULERS for i in before) or (title.office.name in _MEMBERS and row.capital(title.head)):
            return True
        return title.office.name.startswith("spokes") and (force or all(row.capital(i) for i in (*before, title.head)))
    words = range(*title.organ)
    if row.low(title.organ[1] - 1) == "office" and _of_superior(row, title):
        return True
    if any(row.text(i) in row.acronyms for i in words):
        return True
    text = " ".join(row.low(i) for i in words)
    if any(name in text for name in office_words().state_organ_names):
        return True
    own = [i for i in words if row.known(i, office_words().state_organs)]
    return any(row.capital(i) or row.low(i).startswith("ministr") for i in own) or _public_body(row, title.organ)


def _public_body(row: Row, organ: tuple[int, int]) -> bool:
    """Whether the organ is a body for a field of government: `fisheries bureau`, `trade commission`."""
    *field, last = range(*organ)
    return bool(field) and row.low(last) in _BODIES and all(row.known(i, office_words().portfolio) for i in field)


def _of_superior(row: Row, title: Title) -> bool:
    """Whether the organ is the office of a head of state or government: `the Office of the Prime Minister`."""
    at = title.organ[1] if title.organ else 0
    found = row.office(at + 1 + (row.low(at + 1) == "the")) if row.low(at) == "of" else None
    return found is not None and found[1].name.endswith(("minister", "president", "premier"))
