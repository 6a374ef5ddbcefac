"""Visits, meetings, calls, talks and summits: what the words of agencies, ministries and newspapers tell of them, and nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleHead, Event
from bilateral.schema.values import PartialDate
from bilateral.schema.yamlio import load

FILE = Path(__file__).with_name("consult_cases.yaml")
CASES = cast("list[dict[str, object]]", load(FILE.read_text(encoding="utf-8"), FILE.name))


def told(event: Event, dated: bool) -> str:
    sides = f"{'-'.join(event.source)} {'-'.join(event.target)}"
    date = f" {event.date}" if dated else ""
    return f"{event.mode} {sides} {event.status}{date}"


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:50] for case in CASES])
def test_a_text_tells_of_these_meetings_and_no_others(case: dict[str, object]) -> None:
    """Mode, states, status and date are those of the case, and nothing else of the kind is found."""
    head = ArticleHead("case", published=PartialDate.parse("2024-05-15"))
    events = [e for e in extract(Article(head, str(case["text"]))).events if e.type == "CONSULT"]
    expected = sorted(str(row) for row in cast("list[object]", case["expect"]))
    dated = {row.rsplit(" ", 1)[0] for row in expected if row.rsplit(" ", 1)[1][0].isdigit()}
    assert sorted(told(e, told(e, False) in dated) for e in events) == expected
