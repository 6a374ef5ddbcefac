"""Whom 'they', 'the ministers' and 'the three countries' mean, where more than two states have met; who is cited, and datelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract

if TYPE_CHECKING:
    from bilateral.schema.facts import Event

MET = "The foreign ministers of Norway, Chad and Peru met in Lima on Tuesday."


def events(text: str) -> tuple[Event, ...]:
    return extract(article(text)).events


@pytest.mark.parametrize("who", ["They", "The ministers", "The leaders of the three countries"])
def test_those_who_met_are_meant_in_the_next_sentence(who: str) -> None:
    """All of them, whatever state the article names most."""
    found = [e for e in events(f"{MET} {who} agreed to expand trade in grain.") if e.type == "AGREE"]
    assert [{*e.source, *e.target} for e in found] == [{"NOR", "TCD", "PER"}]


def test_nobody_is_meant_where_nobody_met() -> None:
    """States that are only named side by side are not 'they'."""
    assert events("Norway, Chad and Peru sell fish. They agreed to expand trade in grain.") == ()


def test_who_is_cited_takes_no_part() -> None:
    """'According to the Ghanaian ministry, A and B met': A and B met, and the ministry says so."""
    (met,) = events(
        "According to the Ghanaian ministry of ports, Norway's president and Chad's foreign minister held a phone call on Monday."
    )
    assert {*met.source, *met.target} == {"NOR", "TCD"}
    assert met.mode == "call"
    assert met.trace.speaker == "the Ghanaian ministry of ports"


def test_a_dateline_without_a_blank_is_one() -> None:
    """Agencies write `(NEWS):Foreign Minister …`."""
    text = "Valletta, May 15, 2024 (PPA-ON):Foreign Minister Lina Dahl telephoned her Norwegian counterpart Ola Berg today."
    assert [(e.mode, e.source, e.target) for e in events(text)] == [("call", ("MLT",), ("NOR",))]
