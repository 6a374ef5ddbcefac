"""The ledger as one object: open it, record into it, read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from bilateral.graph import clock
from bilateral.graph.ledger import database, export, read, record
from bilateral.graph.ledger.desk import IdentityDesk
from bilateral.graph.ledger.values import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from bilateral.graph.ledger.values import ArticleRecord, Dataset, Held, Reading, RunRecord

__all__ = ["Ledger"]


class Ledger(IdentityDesk):
    """An open ledger; a context manager. Every method raises LedgerError or LockedError, never an error of SQLite."""

    @classmethod
    def open(cls, path: Path, *, wait: float = 5.0, read_only: bool = False) -> Self:
        """Open the ledger at `path`, and make it where there is none; `wait` is for another writer, in seconds."""
        return cls(database.connect(path, wait=wait, read_only=read_only), path)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def record(self, *readings: Reading) -> Recorded:
        """Record articles as read, all in one transaction; what is in the ledger already changes nothing."""
        return self.record_all(readings)

    def record_all(self, readings: Iterable[Reading]) -> Recorded:
        """Record many articles in one transaction."""
        total = Recorded()
        with self.transaction():
            moment = clock.now()
            for each in readings:
                total += record.record(self._db, each, moment)
        return total

    def withdraw(self, article: str) -> Recorded:
        """Retract an article and all that it says; nothing is deleted."""
        with self.transaction():
            return record.withdraw(self._db, article, clock.now())

    def knows(self, article: str, sha256: str, run: str) -> bool:
        """Tell whether this run has read this very text, so that it need not be read again."""
        with database.door(self.path):
            return record.known(self._db, article, sha256, run)

    def statements(
        self, *, about: str | None = None, retracted: bool = False, as_of: str | None = None
    ) -> Iterator[Held]:
        """Give statements, those about the same canonical thing together; also retracted ones, or those of a time.

        `about` keeps to the statements about a person, event, agreement or flow.
        """
        with database.door(self.path):
            yield from read.statements_about(self._db, about, retracted=retracted, moment=as_of)

    def statements_by_object(self, kind: str, *, retracted: bool = False) -> Iterator[Held]:
        """Give the statements whose object is a post or organization, those with the same object together."""
        with database.door(self.path):
            yield from read.statements_by_object(self._db, kind, retracted=retracted)

    def statements_of(self, article: str, *, retracted: bool = False) -> Iterator[Held]:
        """Give the statements of one article, by the article's own id."""
        with database.door(self.path):
            yield from read.statements(
                self._db, where="s.article = :article", values={"article": article}, retracted=retracted
            )

    def statements_about(self, canonical: str, *, retracted: bool = False) -> Iterator[Held]:
        """Give the statements about one thing of the graph, by its id there."""
        with database.door(self.path):
            yield from read.statements(
                self._db,
                where="s.about IN (SELECT thing FROM canonical WHERE canonical = :name UNION SELECT :name)",
                values={"name": canonical},
                retracted=retracted,
            )

    def statement(self, key: str) -> Held | None:
        """Give one statement, retracted or not; None where there is none of this id."""
        with database.door(self.path):
            return read.statement(self._db, key)

    def articles(self, *, retracted: bool = False, as_of: str | None = None) -> Iterator[ArticleRecord]:
        """Give the articles that stand, sorted by id."""
        with database.door(self.path):
            yield from read.articles(self._db, retracted=retracted, moment=as_of)

    def article(self, key: str) -> ArticleRecord | None:
        """Give one article by its own id, withdrawn or not."""
        with database.door(self.path):
            return read.article(self._db, key)

    def body(self, article: str) -> str | None:
        """Give an article's text, where it was kept."""
        with database.door(self.path):
            return read.body(self._db, article)

    def codes(self, *, retracted: bool = False) -> tuple[str, ...]:
        """Give the codes of all states and organisations that are named."""
        with database.door(self.path):
            return tuple(read.codes(self._db, retracted=retracted))

    def areas(self, *, retracted: bool = False) -> tuple[str, ...]:
        """Give all areas that are named."""
        with database.door(self.path):
            return tuple(read.areas(self._db, retracted=retracted))

    def publishers(self, *, retracted: bool = False) -> tuple[str, ...]:
        """Give all publishers that are named."""
        with database.door(self.path):
            return tuple(read.publishers(self._db, retracted=retracted))

    def datasets(self, *, retracted: bool = False) -> tuple[Dataset, ...]:
        """Give all data sets that articles come from."""
        with database.door(self.path):
            return tuple(read.datasets(self._db, retracted=retracted))

    def state(self) -> str:
        """Name the state of the ledger: equal names mean that nothing was recorded, retracted or judged in between."""
        with database.door(self.path):
            return read.state(self._db)

    def runs(self) -> tuple[RunRecord, ...]:
        """Give all runs, sorted by id."""
        with database.door(self.path):
            return tuple(read.runs(self._db))

    def damage(self) -> tuple[str, ...]:
        """Read the whole file and give what is wrong with it, in SQLite's words; nothing if it is sound."""
        with database.door(self.path):
            return database.damage(self._db)

    def export(self, *, bodies: bool = False) -> Iterator[str]:
        """Give the whole ledger as sorted JSON Lines; the texts only when asked for."""
        with database.door(self.path):
            yield from export.lines(self._db, bodies=bodies)
