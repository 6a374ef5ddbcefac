"""Reading the ledger: statements with their offsets and sources, articles, runs, texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bilateral.graph.ledger import codec
from bilateral.graph.ledger.values import ArticleRecord, Held, RunRecord
from bilateral.graph.statement import Run

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

__all__ = ["article", "articles", "body", "runs", "statement", "statements"]

_STATEMENTS = """
SELECT s.id, s.content, p.spans, r.run, r.recorded_at, r.retracted_at, v.publisher, v.published, v.sha256,
       coalesce(c.canonical, s.about)
FROM statements AS s
JOIN recordings AS r ON r.statement = s.id
     AND r.seq = (SELECT max(seq) FROM recordings WHERE statement = s.id AND (:moment IS NULL OR recorded_at <= :moment))
JOIN versions AS v ON v.article = s.article
     AND v.seq = (SELECT max(seq) FROM versions WHERE article = s.article AND (:moment IS NULL OR recorded_at <= :moment))
LEFT JOIN passages AS p ON p.statement = s.id AND p.sha256 = coalesce(v.sha256, '')
LEFT JOIN canonical AS c ON c.thing = s.about
WHERE (:retracted OR r.retracted_at IS NULL OR r.retracted_at > :moment)
"""


def statements(
    db: sqlite3.Connection,
    *,
    where: str = "1",
    values: dict[str, str] | None = None,
    retracted: bool = False,
    moment: str | None = None,
) -> Iterator[Held]:
    """Give statements in the order of the canonical things they are about; `where` is one of ours, never input."""
    query = f"{_STATEMENTS} AND ({where}) ORDER BY coalesce(c.canonical, s.about), s.id"
    for row in db.execute(query, {"retracted": retracted, "moment": moment, **(values or {})}):
        yield _held(row, moment)


def statement(db: sqlite3.Connection, key: str) -> Held | None:
    """Give one statement, retracted or not."""
    return next(statements(db, where="s.id = :id", values={"id": key}, retracted=True), None)


def articles(db: sqlite3.Connection, *, retracted: bool = False, moment: str | None = None) -> Iterator[ArticleRecord]:
    """Give the articles in their latest version, sorted by id."""
    query = """SELECT head, countries, run, recorded_at, retracted_at, place FROM versions AS v
        WHERE seq = (SELECT max(seq) FROM versions WHERE article = v.article AND (:moment IS NULL OR recorded_at <= :moment))
        AND (:retracted OR retracted_at IS NULL OR retracted_at > :moment) ORDER BY article"""
    for row in db.execute(query, {"retracted": retracted, "moment": moment}):
        yield _article(row)


def article(db: sqlite3.Connection, key: str) -> ArticleRecord | None:
    """Give one article in its latest version, withdrawn or not."""
    query = "SELECT head, countries, run, recorded_at, retracted_at, place FROM versions WHERE article = ? ORDER BY seq DESC"
    row = db.execute(query, (key,)).fetchone()
    return None if row is None else _article(row)


def body(db: sqlite3.Connection, key: str) -> str | None:
    """Give the text of an article's latest version, where it was kept."""
    query = "SELECT text FROM bodies WHERE sha256 = (SELECT sha256 FROM versions WHERE article = ? ORDER BY seq DESC LIMIT 1)"
    row = db.execute(query, (key,)).fetchone()
    return None if row is None else codec.unpack(row[0])


def runs(db: sqlite3.Connection) -> Iterator[RunRecord]:
    """Give the runs, sorted by id."""
    for row in db.execute("SELECT program, version, rules, recorded_at FROM runs ORDER BY id"):
        yield RunRecord(Run(*row[:3]), row[3])


def _held(row: tuple[str, ...], moment: str | None) -> Held:
    key, content, spans, run, recorded, retracted, *source, canonical = row
    late = moment is not None and retracted is not None and retracted > moment
    publisher, published, sha256 = source
    told = codec.read_statement(key, content, spans)
    return Held(told, run, recorded, None if late else retracted, publisher, published, sha256, canonical)


def _article(row: tuple[str, ...]) -> ArticleRecord:
    head, countries, run, recorded, retracted, place = row
    return ArticleRecord(codec.read_head(head), tuple(json.loads(countries)), run, recorded, retracted, place)
