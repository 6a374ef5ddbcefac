"""The state served, told by the company an official is named in: a delegation, a counterpart, an office named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.marks import OfficialMark
from bilateral.loaders.extract.refer import refer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.row import Row

__all__ = ["by_counterpart", "by_embassy", "by_group", "by_same_office", "office_key"]

_GROUPS: Final = frozenset(
    "delegation delegations side team counterparts counterpart officials ministers representatives contingent interlocutors hosts group leaders authorities leadership".split()
)
_LEADS: Final = frozenset("led headed leads lead leading heads heading co-led co-chaired represented".split())
_BETWEEN: Final = 6
_ENVOYS: Final = frozenset({"ambassador", "high commissioner", "chargé d'affaires", "charge d'affaires", "consul general", "consul-general", "consul", "counsellor", "counselor", "first secretary", "second secretary", "third secretary", "deputy head of mission", "deputy chief of mission", "head of mission", "deputy high commissioner", "attaché", "attache", "deputy ambassador"})
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY: Final = frozenset("of for the and in at on to s a an former acting new affairs deputy incoming outgoing then".split())


def by_group(body: str, drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `The Sri Lankan delegation included NAME …` and `NAME led the Pakistan delegation`."""
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        here.setdefault(draft.sentence, []).append(draft)
    people = _people(body, drafts)
    last: dict[str, str] = {}
    for number, row in enumerate(rows):
        groups = list(_groups(row, last))
        for draft in here.get(number, ()):
            code = _leading(row, draft, groups) or _before(row, draft, groups)
            if draft.country is None and code:
                draft.country, draft.why = code, "group"
        for _, word, code in groups:
            last[word] = code
        _remember(row, people, groups, last)


def _people(body: str, drafts: Sequence[Draft]) -> list[tuple[int, str]]:
    """Give the places where an official is named whose state is known, by title or by surname alone."""
    known = [d for d in drafts if d.country]
    marks = [OfficialMark(d.start, d.end, d.name, d.name_start, d.name_end, d.title, d.country) for d in known]
    later = [(m.start, m.country) for m in refer(body, marks) if m.country and m.rule == "surname"]
    return sorted([(d.start, str(d.country)) for d in known] + [(start, code) for start, code in later])


def _groups(row: Row, last: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """Give each group of a row: its word's number, the word, its state."""
    for i in range(len(row)):
        if row.low(i) not in _GROUPS:
            continue
        for k in range(i - 1, max(-1, i - 1 - _BETWEEN), -1):
            mention = row.state(k)
            if mention is not None:
                yield i, row.low(i), mention.code
                break
            if row.low(k) in {",", ";", ".", "and", "with", "from", "to", "in"}:
                break
            if row.low(k) == "the" and row.low(i) in last and k == i - 1 and row.low(i) in {"delegation", "side", "team"}:
                yield i, row.low(i), last[row.low(i)]
                break


def _before(row: Row, draft: Draft, groups: Sequence[tuple[int, str, str]]) -> str | None:
    """Give the state of the last group before the naming, if it opens a list or is led by the person."""
    before = [(i, w, c) for i, w, c in groups if row.words[i].end <= draft.start]
    if not before:
        return None
    at, _, code = before[-1]
    between = [row.low(k) for k in range(at + 1, len(row)) if row.words[k].end <= draft.start]
    opens = any(w.startswith(("includ", "compris", "consist", "accompan")) or w in _LEADS or w in {":", "was", "were", "such"} for w in between[:8])
    return code if opens or not between else None


def _leading(row: Row, draft: Draft, groups: Sequence[tuple[int, str, str]]) -> str | None:
    """Read `NAME led the Pakistan delegation`, `NAME will lead a US interagency delegation`."""
    for at, _, code in groups:
        first = next((k for k in range(len(row)) if row.words[k].start >= draft.end), len(row))
        between = [row.low(k) for k in range(first, at)]
        if first <= at and len(between) <= 2 * _BETWEEN and any(w in _LEADS for w in between[:4]):
            return code
    return None


def _remember(row: Row, people: Sequence[tuple[int, str]], groups: Sequence[tuple[int, str, str]], last: dict[str, str]) -> None:
    """A delegation without a state is that of the official named before it in the sentence."""
    for i in range(len(row)):
        word = row.low(i)
        if word in {"delegation", "team"} and not any(at == i for at, _, _ in groups):
            nearest = bisect_left(people, (row.words[i].start, "")) - 1
            if nearest >= 0 and people[nearest][0] >= row.words[0].start:
                last[word] = people[nearest][1]


def by_counterpart(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `my Cambodian counterpart, Foreign Minister Hor Namhong`: the counterpart's state is the official's."""
    for draft in drafts:
        if draft.country is not None:
            continue
        row = rows[draft.sentence]
        at = next((k for k in range(len(row)) if row.words[k].start >= draft.start), len(row)) - 1
        while at >= 0 and row.low(at) in {",", "-", "–", "the", "("}:
            at -= 1
        mention = row.state(at - 1)
        if row.low(at) in {"counterpart", "opposite"} and mention is not None:
            draft.country, draft.why = mention.code, "counterpart"


def by_embassy(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give a bare ambassador the state of the only embassy that the text names."""
    if all(d.country for d in drafts if d.office in _ENVOYS):
        return
    codes = {code for row in rows for code in _embassies(row)}
    for draft in drafts:
        if draft.country is None and draft.office in _ENVOYS and len(codes) == 1:
            draft.country, draft.why = next(iter(codes)), "embassy"


def _embassies(row: Row) -> Iterator[str]:
    for i in range(len(row)):
        if row.low(i) not in {"embassy", "consulate", "consulate-general"} and (row.low(i), row.low(i + 1)) != ("high", "commission"):
            continue
        before = row.state(i - 1) or (row.state(i - 2) if row.low(i - 1) in {"'s", "'"} else None)
        after = next((row.state(k) for k in range(i + 1, i + 7) if row.state(k)), None) if "of" in {row.low(i + 1), row.low(i + 2)} else None
        found = before or after
        if found is not None:
            yield found.code


def by_same_office(drafts: Sequence[Draft]) -> None:
    """Give a bare `foreign minister` the state of the only foreign minister that the text has told of before."""
    told: dict[str, set[str]] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        key = office_key(draft.title)
        if draft.country is None:
            codes = told.get(key, set())
            if draft.name and len(codes) == 1 and draft.kind != "weak":
                draft.country, draft.why = next(iter(codes)), "same-office"
        elif not draft.name:
            told.setdefault(key, set()).add(draft.country)


def office_key(title: str) -> str:
    """The office without small words: `Minister of Foreign Affairs` and `foreign minister` are one."""
    return " ".join(sorted({w for w in _WORD.findall(title.casefold()) if w not in _EMPTY}))
