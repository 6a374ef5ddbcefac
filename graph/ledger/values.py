"""What goes into the ledger and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.graph.statement import Run, Statement
    from bilateral.schema.facts import ArticleFacts, ArticleHead

__all__ = ["ArticleRecord", "Dataset", "Held", "Reading", "Recorded", "RunRecord"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The published data set or collection that an article comes from, such as a registry of treaties."""

    name: str
    version: str | None = None
    title: str | None = None
    url: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as one run read it; `body` is None where facts came without their text."""

    facts: ArticleFacts
    run: Run
    body: str | None = None
    place: str = ""
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording changed: articles new, changed, unchanged or withdrawn; statements recorded and retracted."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    recorded: int = 0
    retracted: int = 0

    def __add__(self, other: Recorded) -> Recorded:
        return Recorded(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.withdrawn + other.withdrawn,
            self.recorded + other.recorded,
            self.retracted + other.retracted,
        )

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.new or self.changed or self.withdrawn or self.recorded or self.retracted)


@dataclass(frozen=True, slots=True)
class Held:
    """A statement as the ledger holds it; `passages` offsets are those in the article's latest body.

    `publisher`, `published` (EDTF text) and `sha256` are the article's, for weighing sources.
    """

    statement: Statement
    run: str
    recorded_at: str
    retracted_at: str | None = None
    publisher: str | None = None
    published: str | None = None
    sha256: str | None = None
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article in its latest version."""

    head: ArticleHead
    countries: tuple[str, ...]
    run: str
    recorded_at: str
    retracted_at: str | None
    place: str
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run, and when it first recorded something."""

    run: Run
    recorded_at: str
