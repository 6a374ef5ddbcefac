"""The state served, told by the office: the only embassy of the text, or the same office named before with its state."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["by_embassy", "by_envoy", "by_list", "by_same_body", "by_same_office", "by_the_ministry", "office_key"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_HOUSES: Final = frozenset({"embassy", "consulate", "consulate-general"})
_MINISTRIES: Final = frozenset({"ministry", "embassy", "department"})
#: One may be called by the name of another: `a Chadian diplomat … the envoy, NAME`.
_DIPLOMATS: Final = frozenset({"envoy", "diplomat", "ambassador"})
_REACH: Final = 7
_VERB: Final = 4
_LINKS: Final = frozenset({",", "and", "the", "&", ";", "as", "well", "also"})
_GENITIVE: Final = frozenset({"'s", "'"})


def by_embassy(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give a bare ambassador the state of the only embassy that the text names."""
    bare = [d for d in drafts if d.country is None and d.office in served_words("envoys")]
    if not bare:
        return
    codes = {code for row in rows for code in _embassies(row)}
    if len(codes) == 1:
        for draft in bare:
            draft.country, draft.why = next(iter(codes)), "embassy"


def by_envoy(drafts: Sequence[Draft], pair: tuple[str, str] | None) -> None:
    """Give a bare ambassador in an article about two states the one whose ministers are not named: theirs is the host."""
    envoys = served_words("envoys")
    told = [
        d.countries[0] for d in drafts if d.countries and d.office not in envoys and pair and d.countries[0] in pair
    ]
    hosts = set(told)
    if pair is None or len(hosts) != 1:
        return
    for draft in drafts:
        if draft.name and draft.country is None and draft.office in envoys:
            draft.country, draft.why = pair[pair[0] in hosts], "envoy"


def _embassies(row: Row) -> Iterator[str]:
    for i in range(len(row)):
        if row.low(i) not in _HOUSES and (row.low(i), row.low(i + 1)) != ("high", "commission"):
            continue
        before = row.state(i - 2) if row.low(i - 1) in _GENITIVE else row.state(i - 1)
        after = None
        if "of" in {row.low(i + 1), row.low(i + 2)}:
            after = next((row.state(k) for k in range(i + 1, i + _REACH) if row.state(k)), None)
        found = before or after
        if found is not None:
            yield found.code


def by_same_office(drafts: Sequence[Draft]) -> None:
    """Give a bare `foreign minister` the state of the only foreign minister that the text has told of before."""
    told: dict[str, set[str]] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        key = office_key(draft.title)
        if draft.country is not None:
            if not draft.name:
                told.setdefault(key, set()).add(draft.country)
                if key in _DIPLOMATS:
                    told.setdefault("", set()).add(draft.country)
            continue
        codes = told.get("" if key in _DIPLOMATS - {"ambassador"} else key, set())
        if draft.name and draft.kind != "weak" and len(codes) == 1:
            draft.country, draft.why = next(iter(codes)), "same-office"


def by_same_body(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give a bare `Ports Ministry spokesman` the state of the only ports ministry that the text names with its state."""
    for draft in drafts:
        words = (draft.organization or "").casefold().split()
        if draft.country is None and len(words) > 1:
            codes = {code for row in rows for code in _owners(row, words)}
            draft.country = next(iter(codes)) if len(codes) == 1 else None
            draft.why = "same-body" if draft.country else draft.why


def by_the_ministry(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give `the ministry's director` the state of the only ministry that the text names with its state."""
    for draft in drafts:
        house = (draft.organization or "").casefold()
        if draft.country is None and house in _MINISTRIES:
            codes = {code for row in rows for code in _houses(row, house)}
            draft.country = next(iter(codes)) if len(codes) == 1 else None
            draft.why = "same-body" if draft.country else draft.why


def _houses(row: Row, house: str) -> Iterator[str]:
    """Give the state before each naming of a ministry, whatever its field: `the Thai health ministry`."""
    for i in range(len(row)):
        at = i - 1
        while row.low(i) == house and at >= 0 and (row.known(at, office_words().portfolio) or row.low(at) in _GENITIVE):
            at -= 1
        mention = row.state(at) if row.low(i) == house else None
        if mention is not None:
            yield mention.code


def _owners(row: Row, words: Sequence[str]) -> Iterator[str]:
    """Give the state before each naming of a body: `Thai senior foreign ministry officials`."""
    for i in range(len(row) - len(words)):
        if [row.low(i + k) for k in range(len(words))] != words:
            continue
        at = i - 1
        while (
            at > i - _VERB
            and row.state(at) is None
            and (row.low(at) in _GENITIVE or row.known(at, office_words().modifiers))
        ):
            at -= 1
        mention = row.state(at)
        if mention is not None:
            yield mention.code


def by_list(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `Norway's trade minister NAME and the ports minister NAME`: a list goes on in the state that opens it.

    Two with one office, or two who then meet or sign, are of two sides.
    """
    ordered = sorted(drafts, key=lambda d: d.start)
    for before, draft in pairwise(ordered):
        if draft.country is None and before.country and before.sentence == draft.sentence:
            row = rows[draft.sentence]
            between = [row.low(k) for k in range(row.at(before.end), row.at(draft.start))]
            after = row.at(draft.end)
            sides = any(row.low(k) in served_words("both") for k in range(after, after + _VERB))
            if between and set(between) <= _LINKS and not sides and office_key(before.title) != office_key(draft.title):
                draft.country, draft.why = before.country, "list"


def office_key(title: str) -> str:
    """Give the office without small words: `Minister of Foreign Affairs` and `foreign minister` are one."""
    return " ".join(sorted({w for w in _WORD.findall(title.casefold()) if w not in served_words("small")}))
