"""The ledger as sorted JSON Lines: for the same content the same bytes, whatever the order in which it was recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.ledger import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

__all__ = ["lines"]


def lines(db: sqlite3.Connection, *, bodies: bool) -> Iterator[str]:
    """Give one JSON object a line: articles, judgements, runs, statements; each sorted by id. `bodies` adds the texts."""
    yield from _articles(db)
    if bodies:
        for sha256, text in db.execute("SELECT sha256, text FROM bodies ORDER BY sha256"):
            yield ids.canonical({"kind": "body", "sha256": sha256, "text": codec.unpack(text)})
    yield from _judgements(db)
    for key, program, version, rules, recorded in db.execute("SELECT * FROM runs ORDER BY id"):
        yield ids.canonical(
            {"kind": "run", "id": key, "program": program, "version": version, "rules": rules, "recorded_at": recorded}
        )
    yield from _statements(db)


def _articles(db: sqlite3.Connection) -> Iterator[str]:
    query = """SELECT head, countries, dataset, run, recorded_at, retracted_at FROM versions
        ORDER BY article, recorded_at, coalesce(retracted_at, '~'), content"""
    for head, countries, dataset, run, recorded, retracted in db.execute(query):
        told = {"kind": "article", **json.loads(head), "countries": json.loads(countries), "run": run}
        if dataset:
            told["dataset"] = json.loads(dataset)
        yield ids.canonical({**told, "recorded_at": recorded, "retracted_at": retracted})


def _judgements(db: sqlite3.Connection) -> Iterator[str]:
    query = """SELECT id, lesser, greater, verdict, author, reason, score, recorded_at, retracted_at FROM judgements
        ORDER BY id, recorded_at, coalesce(retracted_at, '~')"""
    names = ("id", "left", "right", "verdict", "by", "reason", "score", "recorded_at", "retracted_at")
    for row in db.execute(query):
        yield ids.canonical({"kind": "judgement", **dict(zip(names, row, strict=True))})


def _statements(db: sqlite3.Connection) -> Iterator[str]:
    for key, content in db.execute("SELECT id, content FROM statements ORDER BY id"):
        recorded = db.execute(
            """SELECT run, recorded_at, retracted_at FROM recordings WHERE statement = ?
            ORDER BY recorded_at, coalesce(retracted_at, '~'), run""",
            (key,),
        )
        times = [dict(zip(("run", "recorded_at", "retracted_at"), row, strict=True)) for row in recorded]
        placed = db.execute("SELECT sha256, spans FROM passages WHERE statement = ? ORDER BY sha256", (key,))
        spans = {sha256: json.loads(spans) for sha256, spans in placed}
        yield ids.canonical({"kind": "statement", "id": key, **json.loads(content), "recorded": times, "spans": spans})
