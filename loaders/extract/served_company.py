"""The state served, told by the company an official is named in: a delegation, a counterpart, an office named before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.row import Row

__all__ = ["by_counterpart", "by_group", "by_same_office", "office_key"]

_GROUPS: Final = frozenset(
    "delegation delegations side team counterparts counterpart officials ministers representatives contingent interlocutors hosts group leaders authorities leadership".split()
)
_LEADS: Final = frozenset("led headed leads lead leading heads heading co-led co-chaired represented".split())
_BETWEEN: Final = 6
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY: Final = frozenset("of for the and in at on to s a an former acting new affairs deputy incoming outgoing then".split())


def by_group(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `The Sri Lankan delegation included NAME …` and `NAME led the Pakistan delegation`."""
    last: dict[str, str] = {}
    for number, row in enumerate(rows):
        groups = list(_groups(row, last))
        here = [d for d in drafts if d.sentence == number]
        for draft in here:
            code = _leading(row, draft, groups) or _before(row, draft, groups)
            if draft.country is None and code:
                draft.country = code
                draft.why = "group"
        for _, word, code in groups:
            last[word] = code
        _remember(row, here, groups, last)


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


def _remember(row: Row, here: Sequence[Draft], groups: Sequence[tuple[int, str, str]], last: dict[str, str]) -> None:
    """A delegation without a state is that of the official named before it in the sentence."""
    for i in range(len(row)):
        word = row.low(i)
        if word in {"delegation", "team"} and not any(at == i for at, _, _ in groups):
            known = [d.country for d in here if d.country and d.end <= row.words[i].start]
            if known:
                last[word] = known[0]


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
