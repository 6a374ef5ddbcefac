"""Confidence is measured: the table gives each sort of facts the share that is right, and few facts prove little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.loaders.evaluation.calibrate import Judged, buckets, judge, main, propose, table
from bilateral.loaders.evaluation.sample import read_sample
from bilateral.loaders.extract.confidence import Row
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def facts(right: int, wrong: int, **sort: str) -> list[Judged]:
    told = {"told": "once", **sort}
    return [Judged(told, right=True)] * right + [Judged(told, right=False)] * wrong


def value(rows: Iterable[Row], **sort: str) -> float:
    return [row.value for row in rows if row.fits({"told": "once", **sort})][-1]


def test_found_facts_are_judged_by_the_gold(annotated: Path) -> None:
    """A fact that gold has is right, every other one wrong."""
    judged = list(judge(read_sample(annotated)))
    assert [(j.sort["family"], j.right) for j in judged if j.sort["kind"] == "events"] == [
        ("CONSULT", True),
        ("ACCUSE", False),
        ("ACCUSE", False),
    ]


def test_a_sort_that_is_often_wrong_gets_its_own_row() -> None:
    """Where facts enough differ from the wider sort, the table says so, and elsewhere it does not."""
    rows = propose(
        facts(90, 10, kind="events", doubt="none", family="CONSULT")
        + facts(5, 25, kind="events", doubt="none", family="AID")
    )
    assert value(rows, kind="events", doubt="none", family="CONSULT") == pytest.approx(0.9)
    assert value(rows, kind="events", doubt="none", family="AID") <= 0.3
    assert value(rows, kind="events", doubt="none", family="REJECT") == value(rows, kind="events")


def test_few_facts_prove_little() -> None:
    """Two wrong facts of a sort do not condemn it."""
    rows = propose(facts(95, 5, kind="flows", doubt="none", family="aid") + facts(0, 2, kind="flows", doubt="some"))
    assert value(rows, kind="flows", doubt="some") == value(rows, kind="flows")


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_value_is_a_share_that_is_never_certain(right: int, wrong: int) -> None:
    """Whatever was counted, confidence stays between 0.05 and 0.95."""
    assert all(0.05 <= row.value <= 0.95 for row in propose(facts(right, wrong, kind="events")))


def test_buckets_compare_confidence_with_truth() -> None:
    """A bucket holds the facts of about one confidence, and tells when the truth is far from it."""
    rows = (Row({"kind": "events"}, 0.9),)
    (good,) = buckets(facts(18, 2, kind="events"), rows)
    (bad,) = buckets(facts(10, 10, kind="events"), rows)
    assert (good.number, good.observed, good.off) == (20, 0.9, False)
    assert good.mean == pytest.approx(0.9)
    assert (bad.observed, bad.off) == (0.5, True)


def test_the_proposal_is_a_table_that_the_lexicon_reads() -> None:
    """What is printed is the YAML of the rows."""
    rows = (Row({"kind": "events"}, 0.85), Row({"kind": "events", "doubt": "some", "status": "ongoing"}, 0.7))
    read = load(table(rows, 3, 40), "confidence.yaml")
    assert read == [
        {"kind": "events", "value": 0.85},
        {"kind": "events", "doubt": "some", "status": "ongoing", "value": 0.7},
    ]


def test_the_command_prints_buckets_and_proposes(annotated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Buckets go to standard error for the set and the set that checks, the table to standard output."""
    texts = str(annotated.parent / "texts")
    assert main([str(annotated), texts, "--check", str(annotated), texts]) == 0
    told = capsys.readouterr()
    assert told.err.count("small, as proposed") == 2
    assert "- {kind: events" in told.out
    assert main([str(annotated)]) == 2
