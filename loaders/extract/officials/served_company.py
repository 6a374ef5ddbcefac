"""The state served, told by the company an official is named in: a delegation, a side, a counterpart."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.refer import refer
from bilateral.loaders.extract.officials.served_words import served_words
from bilateral.loaders.extract.text.marks import OfficialMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["by_counterpart", "by_group"]

Group = tuple[int, str, str]
"""A group of people in a row: the number of its word, the word, the state."""

_BETWEEN: Final = 6
_OPENING: Final = 12
_STOPS: Final = frozenset({",", ";", ".", "led", "headed", "to", "in", "with"})
_LED: Final = 4
_OWN: Final = frozenset({"delegation", "team", "group", "contingent", "mission"})
_REPEATED: Final = frozenset({"delegation", "side", "team"})
_OPENS: Final = frozenset({":", "was", "were", "such"})
_BEFORE_NAME: Final = frozenset({",", "-", "–", "the", "("})


def by_group(body: str, drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `The Chilean delegation included NAME …` and `NAME led the Peru delegation`."""
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        here.setdefault(draft.sentence, []).append(draft)
    people = _people(body, drafts)
    last: dict[str, str] = {}
    for number, row in enumerate(rows):
        groups = list(_groups(row, last))
        for draft in here.get(number, ()):
            if draft.country is None and (code := _leading(row, draft, groups) or _listed(row, draft, groups)):
                draft.country, draft.why = code, "group"
        last.update({word: code for _, word, code in groups})
        last.update(_led(row, people, groups))


def _people(body: str, drafts: Sequence[Draft]) -> list[tuple[int, str]]:
    """Give the places where an official is named whose state is known, by title or by surname alone."""
    known = [d for d in drafts if d.country]
    marks = [OfficialMark(d.start, d.end, d.name, d.name_start, d.name_end, d.title, d.country) for d in known]
    later = [(m.start, m.country) for m in refer(body, marks) if m.country and m.rule == "surname"]
    return sorted([(d.start, str(d.country)) for d in known] + later)


def _groups(row: Row, last: Mapping[str, str]) -> Iterator[Group]:
    """Give each group of a row whose state is told before it, or earlier under the same word."""
    for i in range(len(row)):
        word = row.low(i)
        if word not in served_words("groups") | served_words("peoples"):
            continue
        if row.low(i - 1) == "the" and word in _REPEATED and word in last:
            yield i, word, last[word]
            continue
        if mention := _state_of(row, i):
            yield i, word, mention.code


def _state_of(row: Row, i: int) -> StateMention | None:
    """Give the state of the group at word `i`: `the Chilean trade delegation`, `a delegation of the Workers' Party of Malta`."""
    for k in range(i - 1, max(-1, i - 1 - _BETWEEN), -1):
        if row.state(k) is not None:
            return row.state(k)
        if row.low(k) in served_words("cuts"):
            break
    if row.low(i) not in _OWN or row.low(i + 1) not in {"of", "from"}:
        return None
    reach = range(i + 2, min(i + 2 + 2 * _BETWEEN, len(row)))
    return next((m for k in reach if (m := row.state(k)) or row.low(k) in _STOPS), None)


def _listed(row: Row, draft: Draft, groups: Sequence[Group]) -> str | None:
    """Give the state of the last group before the naming, if it opens a list or is led by the person."""
    before = [(i, code) for i, _, code in groups if row.words[i].end <= draft.start]
    if not before:
        return None
    at, code = before[-1]
    between = [row.low(k) for k in range(at + 1, row.at(draft.start))]
    made = ("made", "up") in pairwise(between[:_OPENING])
    return code if not between or made or any(_opens(word) for word in between[:_OPENING]) else None


def _opens(word: str) -> bool:
    return word in _OPENS or word in served_words("leads") or word.startswith(tuple(served_words("includes")))


def _leading(row: Row, draft: Draft, groups: Sequence[Group]) -> str | None:
    """Read `NAME led the Peru delegation`, `NAME will lead a Peruvian trade delegation`."""
    first = row.at(draft.end)
    for at, _, code in groups:
        between = [row.low(k) for k in range(first, at)]
        if first <= at and len(between) <= 2 * _BETWEEN and any(w in served_words("leads") for w in between[:_LED]):
            return code
    return None


def _led(row: Row, people: Sequence[tuple[int, str]], groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    """Give a delegation that has no state of its own the state of the official named before it in the sentence."""
    told = {at for at, _, _ in groups}
    for i in range(len(row)):
        if row.low(i) in _OWN and i not in told:
            nearest = bisect_left(people, (row.words[i].start, "")) - 1
            if nearest >= 0 and people[nearest][0] >= row.words[0].start:
                yield row.low(i), people[nearest][1]


def by_counterpart(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `his Omani counterpart, Foreign Minister Badr Saif`: the counterpart's state is the official's."""
    for draft in drafts:
        if draft.country is not None:
            continue
        row = rows[draft.sentence]
        at = row.at(draft.start) - 1
        while at >= 0 and row.low(at) in _BEFORE_NAME:
            at -= 1
        mention = row.state(at - 1)
        if row.low(at) == "counterpart" and mention is not None:
            draft.country, draft.why = mention.code, "counterpart"
