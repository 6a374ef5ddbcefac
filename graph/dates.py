"""Dates among the qualifiers of statements."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from bilateral.graph.statement import Statement

__all__ = ["date_of", "read_date"]


def date_of(statement: Statement, key: str = "date") -> PartialDate | None:
    """Read a date among a statement's qualifiers."""
    text = statement.qualifiers.get(key)
    return read_date(text) if isinstance(text, str) else None


@lru_cache(maxsize=16384)
def read_date(text: str) -> PartialDate:
    """Read a date; the same few days come again and again."""
    return PartialDate.parse(text)
