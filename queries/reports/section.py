"""A report as values: titled sections of lines and rows, for whoever draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.graph.stores.protocol import Rows

__all__ = ["Report", "Section"]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part: lines of text, then rows (None where there are none to show)."""

    title: str
    lines: tuple[str, ...] = ()
    rows: Rows | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    sections: tuple[Section, ...]
