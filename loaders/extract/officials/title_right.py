"""What stands after an office: `of the Republic of Malta to Peru`, `for Foreign Affairs and Trade`, `at the Ministry of …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.title_portfolio import acronym_end, list_end, organ_end, portfolio_end
from bilateral.schema.states import states

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["read_right"]

_PREPOSITIONS: Final = frozenset({"of", "for", "from", "in", "on", "at", "to", "with"})
_AFTER: Final = frozenset({"designate", "elect", "extraordinary", "plenipotentiary", "ad", "interim", "a.i"})
_SMALL: Final = frozenset({"the", "his", "her", "its", "their", "h", "e"})
_LIST: Final = frozenset({",", "and", "&"})
_GENITIVE: Final = frozenset({"'s", "'"})
_HOST: Final = frozenset({"to", "in", "at", "with"})
_REGION: Final = frozenset({"region", "regions", "bloc", "countries", "area", "secretariat"})
_ACCREDITED_TO: Final = frozenset({"accredited", "assigned", "posted"})
#: First words of cities that have two.
_CITIES: Final = frozenset(
    {"new", "san", "santa", "los", "las", "saint", "st", "rio", "hong", "ho", "kuala", "abu", "cape", "port", "sao", "são", "tel", "el", "buenos", "addis", "ras", "da"}
)  # fmt: skip
_REALMS: Final = frozenset({"kingdom", "republic", "state", "holy", "court"})
#: The same in small letters, after an article: `to the kingdom`.
_LANDS: Final = _REALMS | {
    "country",
    "island",
    "islands",
    "nation",
    "sultanate",
    "emirate",
    "emirates",
    "principality",
    "bloc",
    "archipelago",
    "territory",
}
#: Who acts for a state: `chief negotiator for Malta`.
_FOR_OWN: Final = frozenset(
    {"negotiator", "negotiators", "delegate", "delegates", "spokesman", "spokeswoman", "spokesperson"}
)
_ACCREDITED: Final = frozenset(
    {"concurrent", "concurrently", "accreditation", "accredited", "residence", "resident", "non-resident"}
)


def read_right(row: Row, title: Title) -> None:
    """Move the title's end to the right as far as its words go, and note its state, host and ministry."""
    while row.low(title.last) in _AFTER or (row.low(title.last) == "and" and row.low(title.last + 1) in _AFTER):
        title.last += 1
        title.last += row.low(title.last - 1) == "a.i" and row.low(title.last) == "."
    title.last = acronym_end(row, _field_end(row, title.last))
    while title.last < len(row):
        at = title.last + (row.low(title.last) in _ACCREDITED_TO)
        end = _complement(row, title, at) if row.low(at) in _PREPOSITIONS else None
        if end is None:
            break
        title.last = acronym_end(row, end)


def _field_end(row: Row, at: int) -> int:
    """Read the field after a dash: `First Secretary – Commercial`."""
    dashed = row.low(at) in {"-", "–"} and row.known(at + 1, office_words().portfolio) and row.capital(at + 1)
    return portfolio_end(row, at + 1) if dashed else at


def _complement(row: Row, title: Title, at: int) -> int | None:
    """Read what follows the preposition at word `at`; None where it is no part of the title."""
    first = at + 1
    while row.low(first) in _SMALL:
        first += 1
    for read in (_state, _host, _superior, _organ, _portfolio):
        end = read(row, title, at, first)
        if end is not None:
            return end
    return None


def _state(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `of the Republic of Malta` (the state served) or `to Peru` (the host)."""
    k = _state_words_end(row, first)
    mention = row.state(k)
    if mention is None:
        return None
    after = row.state_after(k)
    whole = _state_organ(row, title, mention, at, (first, after))
    whole = _state_superior(row, title, mention, at, after) if whole is None else whole
    if whole is not None:
        return whole
    after += row.low(after) in _REGION and mention.kind == "igo"
    title.spoiled |= _others(row, title, after)
    if row.low(after) in _GENITIVE or (mention.kind == "demonym" and row.known(after, office_words().portfolio)):
        return None
    about = title.kind == "weak" and mention.kind != "igo" and title.office.name.split()[-1] not in _FOR_OWN
    if row.low(at) in {"for", "on"} and about:
        return after  # an envoy for a state is about it and does not serve it
    if row.low(at) in {"of", "from", "for"} and not title.countries and mention.kind != "capital":
        title.countries.append(mention.code)
        after = _more_states(row, title, after)
    elif row.low(at) == "of" and mention.code not in title.countries:
        return None
    if row.low(at) in {"to", "in"}:
        title.host = title.host or mention.code
    title.left_out |= set(range(at, after))
    return after


def _state_superior(row: Row, title: Title, mention: StateMention, at: int, after: int) -> int | None:
    """Read `spokesman for Malta's president`, `adviser to the Maltese prime minister`: whoever serves the office serves the state."""
    owned = after + (row.low(after) in _GENITIVE)
    while row.known(owned, office_words().portfolio | office_words().modifiers) and row.office(owned) is None:
        owned += 1
    found = row.office(owned)
    if found is None or row.low(at) not in {"to", "for", "of"} or title.countries or title.kind == "strong":
        return None
    end = owned + found[0]
    if found[1].kind == "weak" or found[1].plural or row.capital(end):
        return None
    title.countries.append(mention.code)
    title.left_out |= set(range(row.state_before(after), after + (row.low(after) in _GENITIVE)))
    return end


def _others(row: Row, title: Title, after: int) -> bool:
    """Whether an office is of something that only lies in the state: `secretary of Peru's Bakers' Union`."""
    if title.kind == "strong" or row.low(after) not in _GENITIVE:
        return False
    known, k = office_words(), after + 1
    while row.capital(k) or row.low(k) in {"of", "and", "the"}:
        if row.known(k, known.things) and not row.known(k, known.organs):
            return True
        k += 1
    return False


def _state_words_end(row: Row, first: int) -> int:
    known, k = office_words().state_words, first
    while (
        k < len(row) and row.state(k) is None and (row.known(k, known) or (k > first and row.low(k) in {"of", "the"}))
    ):
        k += 1
    return k


def _state_organ(row: Row, title: Title, mention: StateMention, at: int, span: tuple[int, int]) -> int | None:
    """Read an organ whose name goes on after its state: `for the Maltese foreign ministry`, `of Peru's navy`."""
    first, after = span
    owned = after + (row.low(after) in _GENITIVE)
    known = office_words()
    begins = row.capital(owned) or row.known(owned, known.portfolio) or row.known(owned, known.organs)
    end = organ_end(row, owned) if begins and row.low(at) != "to" and not title.countries else None
    if end is None:
        return None
    end = _part(row, end)
    title.countries.append(mention.code)
    title.left_out |= set(range(first, owned))
    title.organ = title.organ or (owned, end)
    return list_end(row, end)


def _more_states(row: Row, title: Title, after: int) -> int:
    while title.office.plural and row.low(after) in _LIST and (mention := row.state(after + 1)) is not None:
        title.countries.append(mention.code)
        after = row.state_after(after + 1)
    return after


def _host(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `to the Kingdom`, `with concurrent accreditation to …`, and a consul's city: `in New Harbour`."""
    if row.low(at) in {"in", "at"} and "consul" in title.office.name and row.capital(first) and not row.office(first):
        return first + 1 + (row.low(first) in _CITIES and row.capital(first + 1))
    named = row.capital(first) and row.low(first) in _REALMS
    if row.low(at) in _HOST and (named or (row.low(first - 1) == "the" and row.low(first) in _LANDS)):
        return first + 1 + (not named and row.low(first + 1) in _LANDS)
    if row.low(at) == "with" and row.low(first) in _ACCREDITED:
        while row.low(first) in _ACCREDITED:
            first += 1
        return first
    return None


def _superior(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `to the President`, `in the Prime Minister's Office`: an office without its holder's name."""
    found = row.office(first)
    if found is None or found[1].plural or first == at + 1:
        return None
    end = first + found[0]
    of_body = row.low(end) == "of" and any(row.state(k) for k in (end + 1, end + 2))
    of_the_un = found[1].name.endswith(("secretary-general", "secretary general")) and not of_body
    if row.low(at) == "of" and of_the_un and not title.countries:
        title.countries.append("UN")
    if row.low(at) in {"in", "at"}:
        return end + 2 if row.low(end) in _GENITIVE and row.low(end + 1) == "office" else None
    return end if row.low(at) in {"to", "of", "for"} else None


def _organ(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `of the Ministry of Trade`, `at the Department of Ports`."""
    end = organ_end(row, first)
    near = row.low(at) != "to" or title.office.name.endswith(("secretary", "adviser", "advisor"))
    if end is None or not near or ("minister" in title.office.name and portfolio_end(row, first) >= end):
        return None
    end = _part(row, end)
    title.organ = title.organ or (first, end)
    return list_end(row, end)


def _part(row: Row, end: int) -> int:
    """Go on to the part of an organ: `the Parliament's Foreign Policy Commission`."""
    return (organ_end(row, end + 1) or end) if row.low(end) in _GENITIVE and row.capital(end + 1) else end


def _portfolio(row: Row, title: Title, at: int, first: int) -> int | None:
    """Read `for Foreign Affairs and Trade`; what only firms have after `president of` spoils the title."""
    if row.low(at) not in {"of", "for", "on", "in"}:
        return None
    end = portfolio_end(row, first)
    ministerial = "minister" in title.office.name
    if end > first:
        unknown = not row.known(first, office_words().portfolio)
        firms = "president" in title.office.name and not any(map(states().is_organization, title.countries))
        title.spoiled |= title.kind != "strong" and (unknown or firms)
        return end
    if not row.capital(first) or row.state(first) is not None or row.low(first) in office_words().not_in_name:
        return None
    title.spoiled |= not ministerial and not (row.low(at) == "in" and title.countries)
    return first + 1 if ministerial and row.low(at) != "in" else None
