"""Judgements in the ledger: given, undone, and what follows from them: which thing has which canonical id."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilateral.errors import UsageError
from bilateral.graph.judgement import Judgement

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.graph.judgement import Verdict

__all__ = ["block_of", "canonical_of", "give", "judgements", "members", "set_canonical", "take_dirty", "undo"]


def judgements(db: sqlite3.Connection, block: str | None = None) -> Iterator[Judgement]:
    """Give the judgements that stand, of one block or all, sorted."""
    query = """SELECT lesser, greater, verdict, author, reason, score FROM judgements
        WHERE retracted_at IS NULL AND (:block IS NULL OR block = :block) ORDER BY lesser, greater, author, id"""
    for lesser, greater, verdict, author, reason, score in db.execute(query, {"block": block}):
        yield Judgement(lesser, greater, cast("Verdict", verdict), author, reason, score)


def give(db: sqlite3.Connection, judgement: Judgement, block: str, moment: str) -> bool:
    """Record a judgement; False if it stands already. A person's new word on a pair replaces that person's old one."""
    if judgement.by_person:
        query = """UPDATE judgements SET retracted_at = ? WHERE lesser = ? AND greater = ? AND author NOT LIKE 'rule %'
            AND verdict <> ? AND retracted_at IS NULL"""
        db.execute(query, (moment, judgement.left, judgement.right, judgement.verdict))
    done = db.execute(
        """INSERT OR IGNORE INTO judgements (id, lesser, greater, verdict, author, reason, score, block, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (judgement.id, judgement.left, judgement.right, judgement.verdict, judgement.by, judgement.reason, judgement.score,
         block, moment),
    )  # fmt: skip
    return done.rowcount > 0


def undo(db: sqlite3.Connection, key: str, moment: str) -> None:
    """Take a judgement back; its pair is looked at again."""
    row = db.execute("SELECT block FROM judgements WHERE id = ? AND retracted_at IS NULL", (key,)).fetchone()
    if row is None:
        raise UsageError(f"no judgement {key!r} stands", remedy="List the judgements to see their ids.")
    db.execute("UPDATE judgements SET retracted_at = ? WHERE id = ? AND retracted_at IS NULL", (moment, key))
    db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (row[0],))


def take_dirty(db: sqlite3.Connection) -> tuple[str, ...]:
    """Give the blocks in which something changed since they were last looked at, and forget that."""
    blocks = tuple(block for (block,) in db.execute("SELECT block FROM dirty ORDER BY block"))
    db.execute("DELETE FROM dirty")
    return blocks


def set_canonical(db: sqlite3.Connection, block: str, names: Mapping[str, str]) -> None:
    """Replace the canonical ids of a block's things."""
    db.execute("DELETE FROM canonical WHERE block = ?", (block,))
    db.executemany(
        "INSERT OR REPLACE INTO canonical VALUES (?, ?, ?)", ((key, names[key], block) for key in sorted(names))
    )


def canonical_of(db: sqlite3.Connection, thing: str) -> str | None:
    """Give the canonical id of a thing that a source tells of."""
    row = db.execute("SELECT canonical FROM canonical WHERE thing = ?", (thing,)).fetchone()
    return None if row is None else str(row[0])


def members(db: sqlite3.Connection, canonical: str) -> tuple[str, ...]:
    """Give the things of the sources that are one under this canonical id, sorted."""
    rows: Iterable[tuple[str]] = db.execute(
        "SELECT thing FROM canonical WHERE canonical = ? ORDER BY thing", (canonical,)
    )
    return tuple(thing for (thing,) in rows)


def block_of(db: sqlite3.Connection, thing: str) -> str | None:
    """Give the block of a thing."""
    row = db.execute("SELECT block FROM statements WHERE about = ? LIMIT 1", (thing,)).fetchone()
    return None if row is None else str(row[0])
