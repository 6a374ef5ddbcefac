"""Judgements in the ledger: given, undone, and what follows from them: which thing has which canonical id."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilateral.errors import UsageError
from bilateral.graph.judgement import Judgement

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.graph.judgement import Verdict

__all__ = [
    "block_of", "blocks", "canonical_of", "give", "judgements", "linked_blocks", "members", "note", "set_canonical", "set_note",
    "set_rule_judgements", "take_dirty", "touch_all", "undo",
]  # fmt: skip


def judgements(db: sqlite3.Connection, block: str | None = None) -> Iterator[Judgement]:
    """Give the judgements that stand, of one block or all, sorted."""
    query = """SELECT lesser, greater, verdict, author, reason, score FROM judgements
        WHERE retracted_at IS NULL AND (:block IS NULL OR lesser_block = :block OR greater_block = :block)
        ORDER BY lesser, greater, author, id"""
    for lesser, greater, verdict, author, reason, score in db.execute(query, {"block": block}):
        yield Judgement(lesser, greater, cast("Verdict", verdict), author, reason, score)


def give(db: sqlite3.Connection, judgement: Judgement, moment: str) -> bool:
    """Record a judgement; False if it stands already. A person's new word on a pair replaces the old one."""
    pair = (judgement.left, judgement.right)
    if judgement.by_person:
        query = """UPDATE judgements SET retracted_at = ? WHERE lesser = ? AND greater = ? AND author NOT LIKE 'rule %'
            AND verdict <> ? AND retracted_at IS NULL"""
        db.execute(query, (moment, *pair, judgement.verdict))
    blocks = tuple(block_of(db, thing) or "" for thing in pair)
    done = db.execute(
        """INSERT OR IGNORE INTO judgements
        (id, lesser, greater, verdict, author, reason, score, lesser_block, greater_block, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (judgement.id, *pair, judgement.verdict, judgement.by, judgement.reason, judgement.score, *blocks, moment),
    )
    if judgement.by_person:
        _touch(db, blocks)
    return done.rowcount > 0


def undo(db: sqlite3.Connection, key: str, moment: str) -> None:
    """Take a judgement back; its pair is looked at again."""
    query = "SELECT lesser_block, greater_block FROM judgements WHERE id = ? AND retracted_at IS NULL"
    blocks = db.execute(query, (key,)).fetchone()
    if blocks is None:
        raise UsageError(f"no judgement {key!r} stands", remedy="List the judgements to see their ids.")
    db.execute("UPDATE judgements SET retracted_at = ? WHERE id = ? AND retracted_at IS NULL", (moment, key))
    _touch(db, blocks)


def set_rule_judgements(db: sqlite3.Connection, block: str, given: Iterable[Judgement], moment: str) -> None:
    """Make these the rules' judgements of a block: new ones are recorded, those no longer given are retracted."""
    wanted = {each.id: each for each in given}
    query = "SELECT id FROM judgements WHERE lesser_block = ? AND author LIKE 'rule %' AND retracted_at IS NULL"
    held = {key for (key,) in db.execute(query, (block,))}
    for key in sorted(held - wanted.keys()):
        db.execute("UPDATE judgements SET retracted_at = ? WHERE id = ? AND retracted_at IS NULL", (moment, key))
    for key in sorted(wanted.keys() - held):
        give(db, wanted[key], moment)


def linked_blocks(db: sqlite3.Connection, block: str) -> tuple[str, ...]:
    """Give the block and all that persons' judgements link to it, sorted; it is nearly always alone."""
    query = """SELECT lesser_block, greater_block FROM judgements WHERE (lesser_block = :block OR greater_block = :block)
        AND lesser_block <> greater_block AND author NOT LIKE 'rule %' AND retracted_at IS NULL"""
    found, waiting = {block}, [block]
    while waiting:
        for pair in db.execute(query, {"block": waiting.pop()}):
            waiting.extend(set(pair) - found)
            found.update(pair)
    return tuple(sorted(found - {""} | {block}))


def take_dirty(db: sqlite3.Connection) -> tuple[str, ...]:
    """Give the blocks in which something changed since they were last looked at, and forget that."""
    blocks = tuple(block for (block,) in db.execute("SELECT block FROM dirty ORDER BY block"))
    db.execute("DELETE FROM dirty")
    return blocks


def blocks(db: sqlite3.Connection) -> tuple[str, ...]:
    """Give all blocks, sorted."""
    return tuple(block for (block,) in db.execute("SELECT DISTINCT block FROM statements ORDER BY block"))


def touch_all(db: sqlite3.Connection) -> None:
    """Have every block looked at again."""
    db.execute("INSERT OR IGNORE INTO dirty SELECT DISTINCT block FROM statements")


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


def note(db: sqlite3.Connection, name: str) -> str | None:
    """Read one of the ledger's own notes."""
    row = db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_note(db: sqlite3.Connection, name: str, value: str) -> None:
    """Write one of the ledger's own notes."""
    db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))


def _touch(db: sqlite3.Connection, blocks: Iterable[str]) -> None:
    db.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", ((block,) for block in blocks if block))
