"""The one place where the time of day enters: when something was recorded or retracted."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from bilateral.errors import UsageError

__all__ = ["now"]


def now() -> str:
    """Give the time in UTC to the second, as `2025-12-09T08:30:00Z`; `SOURCE_DATE_EPOCH` sets it."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = _fixed(fixed) if fixed else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _fixed(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as fault:
        raise UsageError(
            f"{seconds!r} is no number of seconds since 1970",
            place="SOURCE_DATE_EPOCH",
            remedy="Set it to a whole number such as 1765238400, or unset it.",
        ) from fault
