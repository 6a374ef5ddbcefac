"""Summaries and the way back to the words, on the graph of the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral import homes
from bilateral.errors import UsageError
from bilateral.graph.ledger import Ledger
from bilateral.graph.model import EVIDENCE_EDGES, Graph, Node
from bilateral.queries.reports.summary import summarize, summarize_pair, summarize_state
from bilateral.queries.reports.why import explain
from bilateral.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilateral.graph.stores.protocol import Store


@pytest.fixture(scope="module")
def place(samples: Path) -> Workspace:
    """The workspace of the samples."""
    return Workspace(samples)


@pytest.fixture(scope="module")
def graph(place: Workspace) -> Graph:
    """Its graph."""
    return homes.current_graph(place)


@pytest.fixture
def store(place: Workspace) -> Iterator[Store]:
    """Its embedded store."""
    with homes.current_store(place) as opened:
        yield opened


@pytest.fixture
def ledger(place: Workspace) -> Iterator[Ledger]:
    """Its ledger."""
    with Ledger.open(place.ledger) as opened:
        yield opened


def test_the_summary_counts_what_the_graph_holds(store: Store, graph: Graph) -> None:
    """Every figure is that of the graph itself."""
    rows = summarize(store).sections[0].rows
    assert rows is not None
    counted = {str(what).strip(): number for what, number in rows.rows}
    labels = [each.label for each in graph.nodes]
    for what, label in (
        ("agreements", "Agreement"),
        ("events", "Event"),
        ("statements", "Statement"),
        ("articles", "Article"),
    ):
        assert counted[what] == labels.count(label)
    assert counted["states"] == labels.count("Country")
    assert counted["officials"] == sum("Official" in each.labels for each in graph.nodes)


def test_a_pair_is_the_same_from_both_sides(store: Store) -> None:
    """Kenya and Japan, Japan and Kenya: the same agreements, meetings and flows."""
    one, other = summarize_pair(store, "Kenya", "Japan"), summarize_pair(store, "JPN", "KEN")
    assert (one.title, other.title) == ("Kenya and Japan", "Japan and Kenya")
    assert one.sections == other.sections
    assert one.sections[0].rows is not None
    assert len(one.sections[0].rows) > 0


def test_a_state_s_summary_has_its_parts(store: Store) -> None:
    """Partners, agreements, officials, events; a state of which nothing is told has empty ones."""
    report = summarize_state(store, "Pakistan")
    assert [each.title for each in report.sections] == ["Partners", "Agreements", "Officials", "Events"]
    assert all(each.rows is not None and len(each.rows) for each in report.sections)
    assert all(each.rows is not None and len(each.rows) == 0 for each in summarize_state(store, "Fiji").sections)


def test_a_state_and_itself_are_no_pair(store: Store) -> None:
    """Also under two names."""
    with pytest.raises(UsageError, match="are the same"):
        summarize_pair(store, "Kenya", "KEN")


def test_every_mark_leads_to_words_in_its_article(graph: Graph, ledger: Ledger) -> None:
    """Each edge between things and each agreement, event and official: a claim, an article, a passage shown in its place."""
    told = ("Agreement", "Event", "Person")
    marks = [each for each in graph.nodes if each.label in told]
    marks += [each for each in graph.edges if each.type in {"PARTY_TO", "HOLDS", "PARTICIPATED_IN"}]  # type: ignore[misc]
    assert len(marks) > 50
    for mark in marks:
        claims = explain(graph, ledger, mark.id).sections[1:]
        assert claims, mark.id
        for claim in claims:
            words = [line for line in claim.lines if line.startswith("words")]
            assert words, (mark.id, claim.lines)
            assert all("[" in line and "]" in line for line in words)


def test_every_id_of_the_graph_can_be_asked(graph: Graph, ledger: Ledger) -> None:
    """One node of each label and one edge of each type with an id."""
    kinds: dict[str, str] = {}
    for each in graph:
        if isinstance(each, Node):
            kinds.setdefault(each.label, each.id)
        elif each.type not in EVIDENCE_EDGES:
            kinds.setdefault(each.type, each.id)
    for key in kinds.values():
        assert explain(graph, ledger, key).sections


def test_an_unknown_id_gives_near_ones(graph: Graph, ledger: Ledger) -> None:
    """By what it holds, else by looks, else where ids are to be found."""
    person = next(each.id for each in graph.nodes if each.label == "Person")
    for key in (person[7:], person.replace("a", "e", 1), person + "-x"):
        with pytest.raises(UsageError) as raised:
            explain(graph, ledger, key)
        assert person in str(raised.value.remedy)
    with pytest.raises(UsageError) as raised:
        explain(graph, ledger, "zzzzzz")
    assert "bilateral query" in str(raised.value.remedy)
