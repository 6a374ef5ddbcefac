"""The ledger: every statement ever recorded, in one SQLite file; the only truth, from which all else is rebuilt.

Statements are never deleted: each has intervals from `recorded_at` to `retracted_at`. Reading the same article again changes
nothing; reading a changed one retracts what it no longer says and keeps what it still says. Only this folder uses sqlite3.
"""

from bilateral.graph.ledger.ledger import Ledger
from bilateral.graph.ledger.values import ArticleRecord, Dataset, Held, Reading, Recorded, RunRecord

__all__ = ["ArticleRecord", "Dataset", "Held", "Ledger", "Reading", "Recorded", "RunRecord"]
