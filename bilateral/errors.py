"""Every error that this package raises on purpose.

BilateralError                    the root; the command line prints it and exits with `exit_code`
├── InputError                    what was given cannot be read: exit code 2
│   ├── ValueFormatError          a date, amount, quantity or code that is not in its format (also a ValueError)
│   ├── FactsError                a facts file breaks the exchange format
│   ├── ArticleError              an article file cannot be read
│   ├── SchemaError               the schema's own YAML is at fault
│   └── UsageError                a question, parameter or option that does not exist
├── WorkspaceError                the workspace is locked, damaged or cannot be written: exit code 2
│   ├── LockedError
│   └── LedgerError
├── StoreError                    a store is unreachable, refuses us, or is of an unknown version: exit code 2
└── EvidenceError                 a fact whose words are not in its text: a fault of ours: exit code 1

A message says where (`place`: file:line, article:offset), what, and what to do (`remedy`).
Errors of other libraries are translated at the one door through which the library is used.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "BilateralError",
    "EvidenceError",
    "FactsError",
    "InputError",
    "LedgerError",
    "LockedError",
    "SchemaError",
    "StoreError",
    "UsageError",
    "ValueFormatError",
    "WorkspaceError",
]


class BilateralError(Exception):
    """The root: what went wrong, where, and what to do about it."""

    exit_code = 2

    def __init__(self, what: str, *, place: str | None = None, remedy: str | None = None) -> None:
        """Keep the three parts of the message; `place` and `remedy` may be unknown."""
        super().__init__(what)
        self.what = what
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        """Give one line: `place: what. remedy`."""
        head = f"{self.place}: {self.what}" if self.place else self.what
        return f"{head}. {self.remedy}" if self.remedy else head

    def at(self, place: str) -> BilateralError:
        """Return the same error with the place filled in, innermost place kept."""
        joined = f"{place}: {self.place}" if self.place else place
        return type(self)(self.what, place=joined, remedy=self.remedy)


class InputError(BilateralError):
    """What was given cannot be read."""


class ValueFormatError(InputError, ValueError):
    """A value is not in its format."""


class FactsError(InputError):
    """A facts file breaks the exchange format."""


class ArticleError(InputError):
    """An article file cannot be read."""


class SchemaError(InputError):
    """The schema's own YAML is at fault."""


class UsageError(InputError):
    """A question, parameter or option that does not exist."""


class WorkspaceError(BilateralError):
    """The workspace cannot be used."""


class LockedError(WorkspaceError):
    """Another process has the workspace."""


class LedgerError(WorkspaceError):
    """The ledger cannot be read or written."""


class StoreError(BilateralError):
    """A store is unreachable, refuses us, or is of an unknown version."""


class EvidenceError(BilateralError):
    """A fact whose quoted words are not in its text."""

    exit_code = 1
