"""Recording: one article's statements go in, what it no longer says is retracted, the rest is left alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.errors import EvidenceError, UsageError
from bilateral.graph import ids
from bilateral.graph.claims import claims
from bilateral.graph.ledger import codec
from bilateral.graph.ledger.values import Recorded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from bilateral.graph.ledger.values import Reading
    from bilateral.graph.statement import Run, Statement

__all__ = ["known", "record", "withdraw"]


def record(db: sqlite3.Connection, reading: Reading, moment: str) -> Recorded:
    """Record one article as read; the caller holds a transaction. Zero changes if the ledger has it already."""
    _check_evidence(reading)
    reading = _hashed(reading)
    article, head = reading.facts.article.id, codec.write_head(reading.facts.article)
    said = {each.id: each for each in claims(reading.facts)}
    held = _current(db, article)
    if changed := _changes_version(db, reading, head):
        _add_run(db, reading.run, moment)
        _add_version(db, reading, head, moment)
    gone = held - said.keys()
    new = [said[key] for key in sorted(said.keys() - held)]
    _retract(db, gone, moment)
    if new:
        _add_run(db, reading.run, moment)
    for each in new:
        _add(db, each, reading.run.id, moment)
    _place(db, said.values(), reading.facts.article.sha256)
    db.execute("INSERT OR IGNORE INTO readings VALUES (?, ?, ?)", (article, _read_key(reading), reading.run.id))
    return Recorded(
        new=int(changed == "new"),
        changed=int(changed == "changed" or (not changed and bool(new or gone))),
        unchanged=int(not changed and not new and not gone),
        recorded=len(new),
        retracted=len(gone),
    )


def known(db: sqlite3.Connection, article: str, sha256: str, run: str) -> bool:
    """Tell whether this run has read this very text of the article, and the article stands in the ledger with it."""
    query = """SELECT 1 FROM readings AS r JOIN versions AS v ON v.article = r.article AND v.retracted_at IS NULL
        WHERE r.article = ? AND r.read = ? AND r.run = ? AND v.sha256 = ?"""
    return db.execute(query, (article, sha256, run, sha256)).fetchone() is not None


def withdraw(db: sqlite3.Connection, article: str, moment: str) -> Recorded:
    """Retract an article and all that it says; the caller holds a transaction."""
    found = db.execute("SELECT retracted_at FROM versions WHERE article = ? ORDER BY seq DESC", (article,)).fetchone()
    if found is None:
        raise UsageError(f"there is no article {article!r} in the ledger", remedy="List the articles to see their ids.")
    if found[0] is not None:
        return Recorded(unchanged=1)
    held = _current(db, article)
    _retract(db, held, moment)
    db.execute("UPDATE versions SET retracted_at = ? WHERE article = ? AND retracted_at IS NULL", (moment, article))
    db.execute("DELETE FROM readings WHERE article = ?", (article,))
    return Recorded(withdrawn=1, retracted=len(held))


def _hashed(reading: Reading) -> Reading:
    """Fill in the hash of the text where its head lacks it."""
    head = reading.facts.article
    if reading.body is None or head.sha256:
        return reading
    sha256 = hashlib.sha256(reading.body.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(reading, facts=replace(reading.facts, article=replace(head, sha256=sha256)))


def _check_evidence(reading: Reading) -> None:
    """Refuse a quote that is not what stands in the text at its offsets."""
    if reading.body is None:
        return
    facts = reading.facts
    said = facts.every
    for fact in said:
        for passage in fact.trace.evidence:
            if reading.body[passage.start : passage.end] != passage.quote:
                raise EvidenceError(
                    f"the text does not say {passage.quote!r} there",
                    place=f"{facts.article.id}:{passage.start}",
                    remedy="Read the article again, or correct the offsets of the facts.",
                )


def _current(db: sqlite3.Connection, article: str) -> set[str]:
    query = """SELECT s.id FROM statements AS s JOIN recordings AS r ON r.statement = s.id AND r.retracted_at IS NULL
        WHERE s.article = ?"""
    return {key for (key,) in db.execute(query, (article,))}


def _changes_version(db: sqlite3.Connection, reading: Reading, head: str) -> str:
    query = "SELECT content, retracted_at FROM versions WHERE article = ? ORDER BY seq DESC"
    found = db.execute(query, (reading.facts.article.id,)).fetchone()
    if found is None or found[1] is not None:
        return "new"
    return "" if found[0] == _content(reading, head) else "changed"


def _content(reading: Reading, head: str) -> str:
    return ids.digest(
        [head, sorted(set(reading.facts.countries)), reading.body is not None, codec.write_dataset(reading.dataset)]
    )


def _read_key(reading: Reading) -> str:
    return reading.facts.article.sha256 or ""


def _add_version(db: sqlite3.Connection, reading: Reading, head: str, moment: str) -> None:
    article = reading.facts.article
    if reading.body is not None and article.sha256:
        db.execute("INSERT OR IGNORE INTO bodies VALUES (?, ?)", (article.sha256, codec.pack(reading.body)))
    db.execute("UPDATE versions SET retracted_at = ? WHERE article = ? AND retracted_at IS NULL", (moment, article.id))
    countries = ids.canonical(sorted(set(reading.facts.countries)))
    published = None if article.published is None else article.published.text
    db.execute(
        """INSERT INTO versions
        (article, content, head, countries, publisher, published, sha256, place, dataset, run, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (article.id, _content(reading, head), head, countries, article.publisher, published, article.sha256, reading.place,
         codec.write_dataset(reading.dataset), reading.run.id, moment),
    )  # fmt: skip


def _add_run(db: sqlite3.Connection, run: Run, moment: str) -> None:
    db.execute(
        "INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?, ?)", (run.id, run.program, run.version, run.rules, moment)
    )


def _add(db: sqlite3.Connection, statement: Statement, run: str, moment: str) -> None:
    about, block = statement.about, statement.block
    db.execute(
        "INSERT OR IGNORE INTO statements VALUES (?, ?, ?, ?, ?)",
        (statement.id, statement.reference.article, about, block, codec.write_statement(statement)),
    )
    db.execute("INSERT INTO recordings (statement, run, recorded_at) VALUES (?, ?, ?)", (statement.id, run, moment))
    db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (block,))


def _place(db: sqlite3.Connection, statements: Iterable[Statement], sha256: str | None) -> None:
    """Keep where the quotes stand in this version of the text; a statement that moved has its offsets for each."""
    rows = [(each.id, sha256 or "", codec.spans_of(each)) for each in statements if each.reference.passages]
    db.executemany("INSERT OR IGNORE INTO passages VALUES (?, ?, ?)", rows)


def _retract(db: sqlite3.Connection, keys: Iterable[str], moment: str) -> None:
    for key in sorted(keys):
        db.execute("UPDATE recordings SET retracted_at = ? WHERE statement = ? AND retracted_at IS NULL", (moment, key))
        db.execute("INSERT OR IGNORE INTO dirty SELECT block FROM statements WHERE id = ?", (key,))
