"""The state served in an article about two states: who visits, who meets whom, whose officials need no adjective."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.served_company import office_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.marks import StateMention
    from bilateral.loaders.extract.row import Row

__all__ = ["Pair", "by_pair", "by_sides", "leading_pair"]

Pair = tuple[str, str]

_PAIR: Final = 2
_VISITS: Final = frozenset("visit visits visited trip tour arrived arrive travelled traveled visiting".split())
_MEETS: Final = frozenset("met meets meet meeting called receives received hosted hosts talks discussions counterpart signed convened with held welcomed and".split())
_NEAR: Final = 8


def leading_pair(mentions: Sequence[StateMention], drafts: Sequence[Draft]) -> Pair | None:
    """Give the two states that the article is about: the two named most, a third at most half as often."""
    counts = Counter(m.code for m in mentions if m.kind in {"name", "demonym", "capital", "seat"})
    counts.update(d.country for d in drafts if d.country)
    ranked = counts.most_common(3)
    if len(ranked) < _PAIR or (len(ranked) > _PAIR and ranked[2][1] * 2 > ranked[1][1]):
        return None
    return ranked[0][0], ranked[1][0]


def by_pair(drafts: Sequence[Draft], rows: Sequence[Row], pair: Pair | None) -> None:
    """Read who visits whom and who meets whom."""
    if pair is None:
        return
    for draft in drafts:
        if draft.country is None and (code := _visitor(rows[draft.sentence], draft, pair)):
            draft.country, draft.why = code, "visitor"
    _spread(drafts)
    for draft in drafts:
        if draft.country is None and (code := _other_side(drafts, draft, rows[draft.sentence], pair)):
            draft.country, draft.why = code, "other-side"


def _spread(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if draft.country is None:
            draft.country = next((d.country for d in drafts if d.country and d.name.split()[-1] == draft.name.split()[-1]), None)


def _visitor(row: Row, draft: Draft, pair: Pair) -> str | None:
    """Read `NAME's official visit to Belarus`: the visitor serves the other state."""
    first = next((k for k in range(len(row)) if row.words[k].start >= draft.end), len(row))
    words = [row.low(k) for k in range(first, min(first + _NEAR, len(row)))]
    at = next((i for i, w in enumerate(words) if w in _VISITS), None)
    if at is None or any(w in {",", "met", "invited", "after", "said", "on", "received", "with"} for w in words[:at]):
        return None
    for k in range(first + at, min(first + at + 6, len(row))):
        if (mention := row.state(k)) and row.low(k - 1) in {"to", "in", "the", "visited", "visits"}:
            return _other(pair, mention.code)
    return None


def _other_side(drafts: Sequence[Draft], draft: Draft, row: Row, pair: Pair) -> str | None:
    """Read `Minister Herath met Foreign Minister Ryzhenkov`: two sides meet, each serves one state."""
    others = [d for d in drafts if d.sentence == draft.sentence and d is not draft and d.country in pair]
    if len({d.country for d in others}) != 1:
        return None
    between = _between(row, others[0], draft)
    if any(w in _MEETS for w in between) and (office_key(others[0].title) == office_key(draft.title) or "and" not in between or _both(row)):
        return _other(pair, str(others[0].country))
    return None


def _both(row: Row) -> bool:
    return any(row.low(k) in {"signed", "convened", "co-chaired", "chaired", "met", "discussed", "exchanged", "inaugurated"} for k in range(len(row)))


def _between(row: Row, a: Draft, b: Draft) -> list[str]:
    low, high = (a.end, b.start) if a.start < b.start else (b.end, a.start)
    return [w.low for w in row.words if low <= w.start and w.end <= high]


def _other(pair: Pair, code: str) -> str | None:
    if code not in pair:
        return None
    return pair[1] if pair[0] == code else pair[0]


def by_sides(drafts: Sequence[Draft], mentions: Sequence[StateMention], pair: Pair | None) -> None:
    """Give bare officials the state whose officials the text names without an adjective, where the other's have one."""
    codes = {m.code for m in mentions if m.kind in {"name", "demonym", "capital", "seat"}}
    if len(codes) == 1:
        home = next(iter(codes))
    elif pair is not None:
        told = Counter(d.countries[0] for d in drafts if d.countries)
        fewer, more = sorted(pair, key=lambda code: told[code])
        if told[fewer] == told[more]:
            return
        home = fewer
    else:
        return
    for draft in drafts:
        if draft.country is None and draft.kind != "weak":
            draft.country, draft.why = home, "sides"
