"""Who holds a title: the name right after it, after a comma, or before it (`NAME, the minister`; `NAME is ambassador`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.names import Name, name_after, name_before, skip_honorifics
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.title_portfolio import acronym_end, portfolio_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title

__all__ = ["find_holders"]

_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "currently", "also", "who", "is", "as"}
)
_OPENS: Final = frozenset({",", "(", "–", "—", "-"})
_CLOSES: Final = frozenset({",", ".", ";", ")", "(", ":", "–", "—", "-", "and", "?", "!", '"', "”"})
_CORE: Final = frozenset(
    {"is", "was", "been", "be", "become", "became", "as", "appointed", "named", "nominated", "elected",
     "reappointed", "serving"}
)  # fmt: skip
_LINK: Final = _CORE | frozenset(
    {"who", "has", "had", "have", "will", "to", "currently", "now", "also", "the", "a", "an", "its", "their", "new", "next", "then", "serves", "served", "sworn", "in",
     "acting", "designated", "country's", "our", "previously", ",", "formerly", "once", "he", "she", "s"}
)  # fmt: skip
#: What an official does right after the title, where a comma is left out: `Anna Lund, Maltese foreign minister said`.
_TELLS: Final = frozenset(
    {
        "said",
        "says",
        "confirmed",
        "announced",
        "stated",
        "explained",
        "added",
        "disclosed",
        "revealed",
        "noted",
        "declared",
    }
)
_FARTHEST: Final = 8
_FULL: Final = 2
_GOES_ON: Final = frozenset(
    {"on", "said", "says", "told", "has", "also", "in", "at", "who", "added", "stated", "explained",
     "announced", "disclosed"}
)  # fmt: skip
_PREPOSITIONS: Final = frozenset(
    {"for", "to", "with", "during", "from", "as", "about", "over", "by", "before", "after"}
)
_ABBREVIATION: Final = 4
_TOPIC: Final = 5
_LETTERS: Final = 5


def find_holders(row: Row, title: Title) -> Iterator[tuple[Name, str]]:
    """Give the name or names that hold the title, each with the rule that found it."""
    stop = row.low(title.last) == "." and len(row.text(title.last - 1)) <= _ABBREVIATION
    at = _past_rank(row, skip_honorifics(row, title.last + stop))
    at = _past_mentions(row, at)
    name = _past_body(row, title, name_after(row, at))
    if name and name.parts == 1 and _still_title(row, title, name):
        title.last, name = name.last, None
    if name and not _acronym(row, title, name):
        yield from ((each, "title-name") for each in _names(row, title, name))
        return
    if apposed := _after_comma(row, title):
        yield from ((each, "title-comma-name") for each in _names(row, title, apposed))
    elif listed := _names_before(row, title):
        yield from ((each, "names-titles") for each in listed)
    elif before := _before_comma(row, title) or _before_verb(row, title):
        yield before


def _past_rank(row: Row, at: int) -> int:
    """Step over a rank in small letters between office and name: `navy spokesman captain Anna Lund`."""
    rank = (row.low(at),) in office_words().honorifics and row.office(at) and not row.capital(at)
    return at + 1 if rank and row.capital(at + 1) else at


def _past_body(row: Row, title: Title, name: Name | None) -> Name | None:
    """Read on past a body that is no person: `of the Central Committee of the Maltese | Front for National Unity (MFNU)`."""
    if name is None or row.low(name.last - 1) not in office_words().things or row.low(name.last) not in {"of", "for"}:
        return name
    title.last = acronym_end(row, portfolio_end(row, name.last + 1))
    return name_after(row, skip_honorifics(row, title.last))


def _acronym(row: Row, title: Title, name: Name) -> bool:
    """Whether the word after an organ is but its acronym: `commander of the Maltese Navy [MN]`."""
    return (
        title.organ is not None
        and name.parts == 1
        and row.text(name.first).isupper()
        and len(row.text(name.first)) <= _LETTERS
    )


def _still_title(row: Row, title: Title, name: Name) -> bool:
    """Whether a lone word after a portfolio belongs to it: `Minister for Roads and Rural Initiatives, Karl Berg`."""
    if title.last - title.head < _FULL + 1 or row.low(name.last) != ",":
        return False
    following = name_after(row, skip_honorifics(row, name.last + 1))
    return following is not None and following.parts >= _FULL


def _past_mentions(row: Row, at: int) -> int:
    """Step over a quote mark or bracket that opens right before the name."""
    return at + 1 if row.low(at) in {"“", '"', "[", "]"} else at


def _names(row: Row, title: Title, first: Name) -> Iterator[Name]:
    """Give the name, and where the office is in the plural the names after it."""
    yield first
    last = first
    while title.office.plural and (at := _next_in_list(row, last.last)):
        following = name_after(row, skip_honorifics(row, at))
        if following is None or row.office(at) or row.state(at):
            return
        yield following
        last = following


def _next_in_list(row: Row, at: int) -> int:
    """Give the word after `,` or `and`, past the state of the name before (`Lund of Norway and Novak of …`); 0 if no list goes on."""
    if row.low(at) == "of":
        at += 1 + (row.low(at + 1) == "the")
        at = row.state_after(at) if row.state(at) else at
    at = _past_district(row, at)
    if row.low(at) not in {",", ";", "and", "&"}:
        return 0
    at += 1
    return _past_field(row, at + (row.low(at) in {"and", "&"}))


def _past_field(row: Row, at: int) -> int:
    """Step over the field of the next of several: `the ministers of trade, Tom Berg, and of water, Anna Lund`."""
    if row.low(at) not in {"of", "for"}:
        return at
    end = portfolio_end(row, at + 1 + (row.low(at + 1) == "the"))
    return end + (row.low(end) in {",", "(", "–", "—"})


def _past_district(row: Row, at: int) -> int:
    """Step over a member's district: `Sens. Anna Lund, of Ohio, and …`."""
    if row.low(at) != "," or row.low(at + 1) != "of" or not row.capital(at + 2):
        return at
    return at + 3 + row.capital(at + 3)


def _after_comma(row: Row, title: Title) -> Name | None:
    """Read `the foreign minister, Anna Lund, said`; a name alone needs its honorific."""
    if row.low(title.last) not in {",", ":", "(", "–", "—"}:
        return None
    first = title.last + 1
    at = skip_honorifics(row, first)
    name = name_after(row, at)
    if name is None or (name.parts < _FULL and at == first):
        return None
    after = name.last
    while row.low(after) in office_words().post_nominals:
        after += 1
    closes = row.low(after)
    goes_on = row.low(title.last) == "," and (closes in _GOES_ON or (at > first and closes.isalpha()))
    goes_on = goes_on or (bool(title.countries) and row.low(title.last) == "," and closes in _PREPOSITIONS)
    return name if closes in _CLOSES or not closes or goes_on else None


def _names_before(row: Row, title: Title) -> list[Name]:
    """Read `Anna Lund, Tom Berg and Luis Soto, the trade ministers of …`: as many names as states."""
    wanted = len(title.countries) if title.office.plural else 0
    at = title.first - 1
    while row.low(at) in {"the", ","}:
        at -= 1
    found: list[Name] = []
    while len(found) < wanted and (name := name_before(row, at + 1)) and name.parts >= _FULL:
        found.insert(0, name)
        at = name.first - 1
        if row.low(at) not in {",", "and"}:
            break
        at -= 1 + (row.low(at) == "and" and row.low(at - 1) == ",")
    return found if wanted > 1 and len(found) == wanted else []


def _before_comma(row: Row, title: Title) -> tuple[Name, str] | None:
    """Read `Jana Novak, a spokeswoman for the trade ministry, said`."""
    after = row.low(_past_topic(row, title))
    tells = after in _TELLS and row.low(title.first - 1) in _OPENS and bool(title.countries)
    if (
        after
        and not tells
        and after not in _CLOSES
        and after
        not in {"who", "since", "from", "until", "in", "at", "on", "with", "told", "while", "to", "of", "for", "also"}
    ):
        return None
    at = title.first - 1
    if title.definite and row.low(at) in {"'s", "'"}:
        at -= 3
    while row.low(at) in _DETERMINERS:
        at -= 1
    if row.low(at) not in _OPENS:
        return None
    name = name_before(row, at)
    return (name, "name-comma-title") if name and (name.parts >= _FULL or _has_honorific(row, name)) else None


def _past_topic(row: Row, title: Title) -> int:
    """Step over the last small words of what an office is for: `the negotiator for Chile on herring quotas, said`."""
    if not {"for", "on"} & {row.low(k) for k in range(title.head, title.last)}:
        return title.last
    end = next((k for k in range(title.last, title.last + _TOPIC) if row.low(k) in {",", ")"}), title.last)
    return end if all(row.text(k).islower() for k in range(title.last, end)) else title.last


def _before_verb(row: Row, title: Title) -> tuple[Name, str] | None:
    """Read `Tom Berg is to be Norway's ambassador`, `appointed NAME as ambassador`."""
    if row.low(title.last) in {"'s", "'"}:
        return None
    at, core = title.first - 1, False
    while at >= 0 and title.first - at <= _FARTHEST and row.low(at) in _LINK:
        core = core or row.low(at) in _CORE
        at -= 1
    if not core or at < 0:
        return None
    name = name_before(row, at + 1)
    return (name, "name-verb-title") if name and (name.parts >= _FULL or _has_honorific(row, name)) else None


def _has_honorific(row: Row, name: Name) -> bool:
    at = name.first - 1 - (row.low(name.first - 1) == ".")
    return (row.low(at),) in office_words().honorifics and row.capital(at)
