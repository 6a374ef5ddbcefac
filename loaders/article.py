"""One article as it was read: its head and its body, byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.schema.facts import ArticleHead

__all__ = ["Article"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article's head, its body (every offset counts code points of it), and where it was read (`file:line`)."""

    head: ArticleHead
    body: str
    place: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the body's UTF-8 bytes."""
        return hashlib.sha256(self.body.encode("utf-8", "surrogatepass")).hexdigest()
