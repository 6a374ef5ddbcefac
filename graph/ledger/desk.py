"""The part of the ledger that identity works with: judgements, canonical ids, and which blocks to look at again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bilateral.graph import clock
from bilateral.graph.ledger import database, judged, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bilateral.graph.judgement import Judgement
    from bilateral.graph.ledger.values import Held

__all__ = ["IdentityDesk"]


class IdentityDesk:
    """An open ledger as `graph.identity` sees it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self.path = path

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that follows or nothing of it, also when the process is killed; may be nested."""
        with database.door(self.path), database.transaction(self._db):
            yield

    def statements_in(self, block: str) -> Iterator[Held]:
        """Give the statements in one block, also those that were retracted."""
        with database.door(self.path):
            yield from read.statements(self._db, where="s.block = :block", values={"block": block}, retracted=True)

    def judgements(self, block: str | None = None) -> tuple[Judgement, ...]:
        """Give the judgements that stand."""
        with database.door(self.path):
            return tuple(judged.judgements(self._db, block))

    def judge(self, judgement: Judgement) -> bool:
        """Record a person's or rule's judgement; False if it stands already."""
        with self.transaction():
            return judged.give(self._db, judgement, clock.now())

    def undo(self, judgement: str) -> None:
        """Take a judgement back, by its id."""
        with self.transaction():
            judged.undo(self._db, judgement, clock.now())

    def canonical(self, thing: str) -> str | None:
        """Give the id in the graph of a thing that a source tells of."""
        with database.door(self.path):
            return judged.canonical_of(self._db, thing)

    def members(self, canonical: str) -> tuple[str, ...]:
        """Give the things of the sources that are one under an id of the graph."""
        with database.door(self.path):
            return judged.members(self._db, canonical)

    def set_rule_judgements(self, block: str, given: Iterable[Judgement]) -> None:
        """Make these the rules' judgements of a block."""
        with self.transaction():
            judged.set_rule_judgements(self._db, block, given, clock.now())

    def set_canonical(self, block: str, names: Mapping[str, str]) -> None:
        """Replace the canonical ids of a block's things."""
        with self.transaction():
            judged.set_canonical(self._db, block, names)

    def linked_blocks(self, block: str) -> tuple[str, ...]:
        """Give the block and all that persons' judgements link to it."""
        with database.door(self.path):
            return judged.linked_blocks(self._db, block)

    def blocks(self) -> tuple[str, ...]:
        """Give all blocks, sorted."""
        with database.door(self.path):
            return judged.blocks(self._db)

    def take_dirty(self) -> tuple[str, ...]:
        """Give the blocks in which something changed, and forget that; within the transaction that looks at them."""
        with self.transaction():
            return judged.take_dirty(self._db)

    def touch_all(self) -> None:
        """Have every block looked at again."""
        with self.transaction():
            judged.touch_all(self._db)

    def note(self, name: str) -> str | None:
        """Read one of the ledger's own notes."""
        with database.door(self.path):
            return judged.note(self._db, name)

    def set_note(self, name: str, value: str) -> None:
        """Write one of the ledger's own notes."""
        with self.transaction():
            judged.set_note(self._db, name, value)
