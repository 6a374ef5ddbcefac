"""What the rules find in the project's own samples is what a careful reader noted there, with nothing added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_fixtures import ROOT, SAMPLES, bilateral

from bilateral.loaders.evaluation import evaluate, read_documents
from bilateral.loaders.evaluation.mistakes import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from bilateral.loaders.evaluation.report import Report


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The samples as `extract` reads them, against samples/gold."""
    found: Path = tmp_path_factory.mktemp("samples") / "found.jsonl"
    assert bilateral("extract", SAMPLES, "-o", found).code == 0
    return evaluate(read_documents(ROOT / "samples" / "gold"), read_documents(found))


def test_no_fact_is_missed_and_none_is_added(report: Report) -> None:
    """Countries, officials, agreements, events and flows."""
    assert rows_of(report.mistakes, None) == []
    assert report.kinds["countries"].f1 == 1


def test_every_sample_is_noted(report: Report) -> None:
    """No sample without its gold, and none that was not read."""
    noted, read = report.articles
    assert noted == read == 14  # the two articles of one file count as one


def test_dates_and_statuses_are_right(report: Report) -> None:
    """Of events and agreements: when, and whether it is so."""
    for kind in ("agreements", "events"):
        for name in ("date", "status", "type" if kind == "agreements" else "officials"):
            right, of = report.attributes[kind][name]
            assert right >= of - 1, (kind, name)
