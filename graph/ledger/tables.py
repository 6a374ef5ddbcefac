"""The ledger's tables. An interval is open, that is current, while `retracted_at` is NULL; at most one is open at a time."""

from __future__ import annotations

from typing import Final

__all__ = ["TABLES"]

TABLES: Final = (
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY, program TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL, recorded_at TEXT NOT NULL
    ) STRICT""",
    # Texts by the hash of their UTF-8 bytes, compressed; older versions stay, so that old evidence can be looked up.
    "CREATE TABLE bodies (sha256 TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT",
    """CREATE TABLE versions (
        seq INTEGER PRIMARY KEY, article TEXT NOT NULL, content TEXT NOT NULL, head TEXT NOT NULL, countries TEXT NOT NULL,
        publisher TEXT, published TEXT, sha256 TEXT, place TEXT NOT NULL, dataset TEXT, run TEXT NOT NULL REFERENCES runs (id),
        recorded_at TEXT NOT NULL, retracted_at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX current_version ON versions (article) WHERE retracted_at IS NULL",
    "CREATE INDEX versions_of ON versions (article, seq)",
    # `about` is the agreement, event or person that a statement is about, or the flow that it is; `block` its small group.
    """CREATE TABLE statements (
        id TEXT PRIMARY KEY, article TEXT NOT NULL, about TEXT NOT NULL, block TEXT NOT NULL, content TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX statements_of_article ON statements (article)",
    "CREATE INDEX statements_about ON statements (about, id)",
    "CREATE INDEX statements_in_block ON statements (block, about)",
    """CREATE TABLE recordings (
        seq INTEGER PRIMARY KEY, statement TEXT NOT NULL REFERENCES statements (id), run TEXT NOT NULL REFERENCES runs (id),
        recorded_at TEXT NOT NULL, retracted_at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX current_recording ON recordings (statement) WHERE retracted_at IS NULL",
    "CREATE INDEX recordings_of ON recordings (statement, seq)",
    # Where a statement's quotes stand in one version of the text: a text that moved moves the offsets, not the statement.
    """CREATE TABLE passages (
        statement TEXT NOT NULL REFERENCES statements (id), sha256 TEXT NOT NULL, spans TEXT NOT NULL,
        PRIMARY KEY (statement, sha256)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE judgements (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL, lesser TEXT NOT NULL, greater TEXT NOT NULL, verdict TEXT NOT NULL,
        author TEXT NOT NULL, reason TEXT NOT NULL, score REAL, lesser_block TEXT NOT NULL, greater_block TEXT NOT NULL,
        recorded_at TEXT NOT NULL, retracted_at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX current_judgement ON judgements (id) WHERE retracted_at IS NULL",
    "CREATE INDEX judgements_in_block ON judgements (lesser_block)",
    "CREATE INDEX judgements_into_block ON judgements (greater_block)",
    # The rest is derived and can be made anew: what is one with what, what must be looked at again, what was read by whom.
    "CREATE TABLE canonical (thing TEXT PRIMARY KEY, canonical TEXT NOT NULL, block TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX canonical_of ON canonical (canonical)",
    "CREATE INDEX canonical_in_block ON canonical (block)",
    "CREATE TABLE dirty (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE readings (article TEXT, read TEXT, run TEXT, PRIMARY KEY (article, read, run)) STRICT, WITHOUT ROWID",
    "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
