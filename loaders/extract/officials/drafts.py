"""An official as first found, before it is known which state each one serves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from bilateral.loaders.extract.officials.draft_text import name_text, organ_text, title_text
from bilateral.loaders.extract.officials.forces import flag, force_behind
from bilateral.loaders.extract.officials.holders import find_holders
from bilateral.loaders.extract.officials.leaders import leader_country
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.title_fit import fits_a_state, of_state_organ
from bilateral.loaders.extract.officials.titles import Title, find_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.officials.names import Name
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["Draft", "find_drafts"]

#: The party and district of a member of the American congress: `Sen. Anna Lund (R-Ohio)`.
_CAUCUS: Final = re.compile(r"[RDI]-[A-Z]")
_MEMBERS: Final = frozenset({"senator", "sen", "rep", "representative", "congressman", "congresswoman", "lawmaker"})
_SECRETARY: Final = "secretary of state"
#: Who serves a leader in person, and so his state.
_SERVANTS: Final = frozenset(
    {"press secretary", "spokesman", "spokeswoman", "spokesperson", "deputy spokesman", "envoy", "special envoy", "special representative", "special assistant", "chief of staff",
     "adviser", "advisor", "senior adviser", "senior advisor", "special adviser", "special advisor", "aide", "national security adviser", "national security advisor",
     "foreign minister", "finance minister", "defence minister", "defense minister", "interior minister", "prime minister", "vice president", "chief negotiator"}
)  # fmt: skip
_NAME: Final = 4
_NOMINEES: Final = frozenset({"nominee", "pick", "choice"})


@dataclass(slots=True)
class Draft:
    """One naming of an official; `sentence` and `row` are where it stands."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    title: str
    office: str
    kind: str
    country: str | None
    organization: str | None
    rule: str
    sentence: int
    countries: tuple[str, ...] = ()
    host: str | None = None
    why: str = ""

    @classmethod
    def of_name(
        cls, row: Row, sentence: int, name: Name, *, code: str, office: tuple[str, str], rule: str, start: int = -1
    ) -> Self:
        """Make the draft of somebody named without an office: state `code` (empty if unknown), and the `office` (title and office) that is meant.

        It begins at offset `start`, else with the name.
        """
        a, b = row.words[name.first].start, row.words[name.last - 1].end
        text = " ".join(row.body[a:b].split())
        first = a if start < 0 else start
        told = (code,) if code else ()
        kind = "strong" if code else "weak"
        return cls(first, b, text, a, b, *office, kind, code or None, None, rule, sentence, told)


def find_drafts(row: Row, sentence: int) -> Iterator[Draft]:
    """Give every title with its holder in one sentence."""
    taken: set[int] = set()
    last: Draft | None = None
    for title in find_titles(row):
        _of_person(row, title, last)
        _of_nominee(row, title, last)
        _of_force(row, title)
        if not fits_a_state(row, title):
            continue
        holders = [(n, r) for n, r in find_holders(row, title) if n.first not in taken]
        if not holders:
            yield _unheld(row, title, sentence)
        for i, (name, rule) in enumerate(holders):
            taken.add(name.first)
            country, end = _after_name(row, title, name, _country(row, title, i, len(holders)))
            last = _draft(row, title, name, rule=rule, sentence=sentence, country=country, after=end)
            yield last


def _of_person(row: Row, title: Title, last: Draft | None) -> None:
    """Read `President Karim's spokesman`: he serves as the president does."""
    at = title.first - 1
    if title.countries or row.low(at) not in {"'s", "'"}:
        return
    if last and last.country and row.words[at - 1].end == last.end:
        title.countries.append(last.country)
    elif title.office.name in _SERVANTS and (leader := _leader_before(row, at)):
        first, code = leader
        title.countries.append(code)
        if row.low(first - 1) == ",":  # 'Anna Lund, Sheinbaum's special envoy'
            title.left_out |= set(range(first, title.first))
            title.first = first


def _leader_before(row: Row, at: int) -> tuple[int, str] | None:
    """Give the first word and the state of the leader whose name ends before word `at`: `Sheinbaum's`, `President Claudia Sheinbaum's`."""
    for first in range(max(0, at - _NAME), at):
        name = " ".join(row.text(k) for k in range(first, at))
        if name[:1].isupper() and (code := leader_country(name)):
            return first, code
    return None


def _of_nominee(row: Row, title: Title, last: Draft | None) -> None:
    """Read `President Karim's nominee for trade secretary`, `his pick for …`: whoever names him serves the same state."""
    at = title.first - 2
    if row.low(at + 1) not in {"for", "as"} or row.low(at) not in _NOMINEES:
        return
    title.first = at
    if row.low(at - 1) in {"'s", "'"} and row.capital(at - 2):
        named = last is not None and last.end == row.words[at - 2].end
        title.first = row.at(last.start) if last and named else at - 2
        title.left_out |= set(range(title.first, at))
        title.countries += [last.country] if last and named and last.country and not title.countries else []
    elif row.low(at - 1) in {"his", "her"} and last and last.country and not title.countries:
        title.countries.append(last.country)


def _of_force(row: Row, title: Title) -> None:
    """Read `Major Karim of the border guards`, `a frigate commanded by Captain Karim`: an officer is of the force or ship he is named with."""
    if title.kind != "weak" or title.countries or title.organ or title.office.plural:
        return
    if (force := force_behind(row, title.last)) is not None:
        title.organ, title.kind = force.span, "strong"
        title.countries += [force.code] if force.code else []
    elif (code := flag(row, title.first)) is not None:
        title.countries.append(code)


def _country(row: Row, title: Title, number: int, of: int) -> str | None:
    if title.definite and (before := _state_before(row, title)):
        return before
    if (own := _by_office(row, title)) and _cried(row, title):
        return own
    if of > 1 and len(title.countries) == of:
        return title.countries[number]
    return title.country or _by_office(row, title) or title.organ_code


def _by_office(row: Row, title: Title) -> str | None:
    """Give the state whose own office it is; a `Secretary of State for Ports` is a junior minister of many a state."""
    words = [row.low(k) for k in range(title.first, title.last)]
    return None if title.office.name == _SECRETARY and "for" in words else title.office.country


def _cried(row: Row, title: Title) -> bool:
    """Whether the state before an office is but a dateline's city: `NEW DELHI Secretary of State NAME`."""
    mention = row.state(title.first)
    city = mention is not None and mention.kind == "capital" and row.text(title.first).isupper()
    return city and title.first == 0 and not row.text(title.head).isupper()


def _state_before(row: Row, title: Title) -> str | None:
    """Give the state that `its` or `the country's` points back to: the last one named before in the sentence."""
    for k in range(title.first - 1, -1, -1):
        mention = row.state(k)
        if mention is not None and mention.kind != "leader":
            return mention.code
    return None


def _after_name(row: Row, title: Title, name: Name, country: str | None) -> tuple[str | None, int]:
    """Read `President Macron of France`: the state after the name, and the word after the whole."""
    at = name.last
    if row.low(at) in {"(", ","} and _CAUCUS.match(row.text(at + 1)) and title.office.name in _MEMBERS:
        return country or "USA", at
    if name.first < title.first:
        return country or _owner(row, name), at
    if title.countries or row.low(at) not in {"of", "from"}:
        return country, at
    at += 1
    while row.low(at) in {"the", "republic", "of", "kingdom"} and row.state(at) is None:
        at += 1
    mention = row.state(at)
    if mention is None or row.low(row.state_after(at)) in {"'s", "'"}:
        return country, name.last
    return mention.code, row.state_after(at)


def _owner(row: Row, name: Name) -> str | None:
    """Read `India's Mr. Karim, Joint Secretary`: the state whose genitive stands before the name."""
    at = name.first - 1
    while row.low(at) == "." or (row.low(at),) in office_words().honorifics:
        at -= 1
    mention = row.state(at - 1)
    return mention.code if mention and row.low(at) in {"'s", "'"} else None


def _draft(row: Row, title: Title, name: Name, *, rule: str, sentence: int, country: str | None, after: int) -> Draft:
    words = row.words
    kind = "strong" if title.kind != "weak" or of_state_organ(row, title) else "weak"
    spans = (words[title.first], words[title.last - 1], words[name.first], words[after - 1])
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    a, b = words[name.first].start, words[name.last - 1].end
    return Draft(
        start, end, name_text(row.body[a:b], shouted=row.text(title.head).isupper()), a, b, title_text(row, title), title.office.name, kind, country,
        organ_text(row, title), rule, sentence, tuple(title.countries) or ((country,) if country and after > name.last else ()), title.host,
    )  # fmt: skip


def _unheld(row: Row, title: Title, sentence: int) -> Draft:
    """Keep a title without a name: no official, but it tells whose minister `the minister` is."""
    start, end = row.words[title.first].start, row.words[title.last - 1].end
    return Draft(
        start, end, "", end, end, title_text(row, title), title.office.name, title.kind, title.country, None, "titles" if title.office.plural else "title", sentence, tuple(title.countries), title.host,
    )  # fmt: skip
