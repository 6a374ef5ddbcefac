"""Reading the ledger: statements with their offsets and sources, articles, runs, texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bilateral.graph import ids
from bilateral.graph.ledger import codec
from bilateral.graph.ledger.values import ArticleRecord, Held, RunRecord
from bilateral.graph.statement import Run

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from bilateral.graph.ledger.values import Dataset

__all__ = [
    "areas", "article", "articles", "body", "codes", "datasets", "publishers", "runs", "state", "statement", "statements", "statements_about",
    "statements_by_object",
]  # fmt: skip

_STATEMENTS: Final = """
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
_STANDS: Final = (
    "(:retracted OR EXISTS (SELECT 1 FROM recordings AS r WHERE r.statement = s.id AND r.retracted_at IS NULL))"
)

#: Which statements are about what: `about` begins with the kind of the thing, and with the relation for a flow.
_ABOUT: Final = {
    "person": "s.about GLOB 'person@*'",
    "event": "s.about GLOB 'event@*'",
    "agreement": "s.about GLOB 'agreement@*'",
    "flow": "s.about GLOB '[A-Z]*@*'",
}


#: The last of each row that can be added, and how many were closed: together they change with every change.
_STATE: Final = """
SELECT (SELECT max(seq) FROM versions), (SELECT count(retracted_at) FROM versions),
       (SELECT max(seq) FROM recordings), (SELECT count(retracted_at) FROM recordings),
       (SELECT max(seq) FROM judgements), (SELECT count(retracted_at) FROM judgements),
       (SELECT min(id) FROM statements), (SELECT max(id) FROM statements),
       (SELECT statement FROM recordings ORDER BY seq DESC LIMIT 1)
"""


def state(db: sqlite3.Connection) -> str:
    """Name the state of the ledger: another name after every change of articles, statements or judgements."""
    return ids.digest(list(db.execute(_STATE).fetchone()))


def statements(
    db: sqlite3.Connection,
    *,
    where: str = "1",
    values: dict[str, str] | None = None,
    order: str = "coalesce(c.canonical, s.about)",
    retracted: bool = False,
    moment: str | None = None,
) -> Iterator[Held]:
    """Give statements in the order of the canonical things they are about; `where` and `order` are ours, never input."""
    query = f"{_STATEMENTS} AND ({where}) ORDER BY {order}, s.id"
    for row in db.execute(query, {"retracted": retracted, "moment": moment, **(values or {})}):
        yield _held(row, moment)


def statements_about(
    db: sqlite3.Connection, kind: str | None, *, retracted: bool, moment: str | None
) -> Iterator[Held]:
    """Give the statements about things of one kind, or all."""
    return statements(db, where="1" if kind is None else _ABOUT[kind], retracted=retracted, moment=moment)


def statements_by_object(db: sqlite3.Connection, kind: str, *, retracted: bool) -> Iterator[Held]:
    """Give the statements whose object is a thing of one kind, in the order of these things."""
    yield from statements(
        db,
        where="json_extract(s.content, '$.object[0]') = :kind",
        values={"kind": kind},
        order="json_extract(s.content, '$.object[1]')",
        retracted=retracted,
    )


def statement(db: sqlite3.Connection, key: str) -> Held | None:
    """Give one statement, retracted or not."""
    return next(statements(db, where="s.id = :id", values={"id": key}, retracted=True), None)


def articles(db: sqlite3.Connection, *, retracted: bool = False, moment: str | None = None) -> Iterator[ArticleRecord]:
    """Give the articles in their latest version, sorted by id."""
    query = """SELECT head, countries, run, recorded_at, retracted_at, place, dataset FROM versions AS v
        WHERE seq = (SELECT max(seq) FROM versions WHERE article = v.article AND (:moment IS NULL OR recorded_at <= :moment))
        AND (:retracted OR retracted_at IS NULL OR retracted_at > :moment) ORDER BY article"""
    for row in db.execute(query, {"retracted": retracted, "moment": moment}):
        yield _article(row)


def article(db: sqlite3.Connection, key: str) -> ArticleRecord | None:
    """Give one article in its latest version, withdrawn or not."""
    query = "SELECT head, countries, run, recorded_at, retracted_at, place, dataset FROM versions WHERE article = ? ORDER BY seq DESC"
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


def codes(db: sqlite3.Connection, *, retracted: bool) -> Iterator[str]:
    """Give the codes of all states and organisations that statements or articles name, sorted."""
    query = f"""
        SELECT json_extract(content, '$.subject[1]') FROM statements AS s
            WHERE json_extract(content, '$.subject[0]') = 'state' AND {_STANDS}
        UNION SELECT json_extract(content, '$.object[1]') FROM statements AS s
            WHERE json_extract(content, '$.object[0]') = 'state' AND {_STANDS}
        UNION SELECT e.value FROM versions AS v, json_each(v.countries) AS e WHERE :retracted OR v.retracted_at IS NULL
        ORDER BY 1"""  # noqa: S608 - made of our own constants
    return _first_column(db.execute(query, {"retracted": retracted}))


def areas(db: sqlite3.Connection, *, retracted: bool) -> Iterator[str]:
    """Give all areas that statements name, sorted."""
    query = f"""SELECT DISTINCT e.value FROM statements AS s, json_each(s.content, '$.qualifiers.areas') AS e
        WHERE {_STANDS} ORDER BY 1"""  # noqa: S608 - made of our own constants
    return _first_column(db.execute(query, {"retracted": retracted}))


def publishers(db: sqlite3.Connection, *, retracted: bool) -> Iterator[str]:
    """Give all publishers of articles, sorted."""
    query = "SELECT DISTINCT publisher FROM versions WHERE publisher IS NOT NULL AND (:retracted OR retracted_at IS NULL) ORDER BY 1"
    return _first_column(db.execute(query, {"retracted": retracted}))


def datasets(db: sqlite3.Connection, *, retracted: bool) -> Iterator[Dataset]:
    """Give all data sets that articles come from."""
    query = "SELECT DISTINCT dataset FROM versions WHERE dataset IS NOT NULL AND (:retracted OR retracted_at IS NULL) ORDER BY 1"
    for text in _first_column(db.execute(query, {"retracted": retracted})):
        found = codec.read_dataset(text)
        if found is not None:
            yield found


def _first_column(rows: Iterable[tuple[str]]) -> Iterator[str]:
    return (value for (value,) in rows)


def _held(row: tuple[str, ...], moment: str | None) -> Held:
    key, content, spans, run, recorded, retracted, *source, canonical = row
    late = moment is not None and retracted is not None and retracted > moment
    publisher, published, sha256 = source
    told = codec.read_statement(key, content, spans)
    return Held(told, run, recorded, None if late else retracted, publisher, published, sha256, canonical)


def _article(row: tuple[str, ...]) -> ArticleRecord:
    head, countries, run, recorded, retracted, place, dataset = row
    told = tuple(json.loads(countries))
    return ArticleRecord(codec.read_head(head), told, run, recorded, retracted, place, codec.read_dataset(dataset))
