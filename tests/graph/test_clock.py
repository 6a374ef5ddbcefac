"""The clock enters in one place, and can be set."""

from __future__ import annotations

import re

import pytest

from bilateral.errors import UsageError
from bilateral.graph.clock import now


def test_now_is_utc_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is ISO text to the second that ends in Z."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", now())


def test_source_date_epoch_sets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH fixes the time, so that two builds have the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert now() == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize("text", ["soon", "1e99", "9" * 40])
def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """A setting that is no time names the variable and what to write."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        now()
