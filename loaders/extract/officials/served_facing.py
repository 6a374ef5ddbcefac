"""Whom an official deals with and so does not serve: `Minister NAME welcomed the Cuban team`, `NAME said the border with Chad …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["faced"]

_ARTICLES: Final = frozenset({"the", "a", "an", "new", "visiting", "former"})
_GOES: Final = 4
_FAR: Final = 24


def faced(draft: Draft, rows: Sequence[Row]) -> frozenset[str]:
    """Give the states that the official's own sentence sets over against him; none where the words may be the other side's."""
    row = rows[draft.sentence]
    first = row.at(draft.end)
    codes = {draft.host, _addressed(row, first), _partner(row, first), _giver(row, first)}
    return frozenset(code for code in codes if code)


def _addressed(row: Row, first: int) -> str | None:
    """Read `NAME welcomed the Cuban team`: the state right after what the official does."""
    first += row.low(first) == ","
    if row.low(first) not in served_words("addressed"):
        return None
    at = first + 1
    while row.low(at) in _ARTICLES:
        at += 1
    mention = row.state(at)
    return mention.code if mention is not None and mention.kind in {"name", "demonym"} else None


def _giver(row: Row, first: int) -> str | None:
    """Read `NAME received the ship from the Japanese ambassador`: the first state after the name gives, and he takes."""
    at = next((k for k in range(first, min(first + _FAR, len(row))) if row.state(k) is not None), None)
    mention = row.state(at) if at is not None else None
    if at is None or mention is None or mention.kind not in {"name", "demonym"}:
        return None
    source = at - 1 - (row.low(at - 1) == "the")
    takes = any(row.low(k) in served_words("takes") for k in range(first, source))
    return mention.code if takes and row.low(source) == "from" else None


def _partner(row: Row, first: int) -> str | None:
    """Read `NAME announced patrols on the border with Chad`: the first state after the name, behind `with`, is the other side."""
    at = next((k for k in range(first, min(first + _FAR, len(row))) if row.state(k) is not None), None)
    mention = row.state(at) if at is not None else None
    if at is None or mention is None or mention.kind not in {"name", "capital"}:
        return None
    with_it = at - 1 - (row.low(at - 1) == "the")
    shared = row.low(with_it) == "with" and row.low(with_it - 1) in served_words("shared")
    visited = row.low(with_it) == "to" and row.low(with_it - 1) in served_words("trips")
    return mention.code if shared or visited else None
