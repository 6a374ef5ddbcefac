"""Statements become the graph of the schema: the best value of each thing, who says so, and nothing invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bilateral.graph.assemble import assemble
from bilateral.graph.changes import Fingerprints, compare
from bilateral.graph.check import check
from bilateral.graph.ledger import Dataset, Ledger, Reading
from bilateral.schema.values import Amount, Quantity


def busy(say: Any) -> list[Reading]:
    """Give articles that together have every kind of node and edge that articles can have."""
    envoy = say.official("Ada Vale", "Ambassador to Norway", "KEN", organization="Ministry of Foreign Affairs")
    aide = say.official("Bo", None, "UNICEF")
    lost = say.official("Cy Doe", "Chairman", None)
    pact = say.agreement(
        "Tea pact",
        "signed",
        "2024-05-09",
        amount=Amount(5, "USD", "over"),
        quantity=Quantity(2, "tonne", "tea"),
        quote="x" * 50,
    )
    truce = say.agreement("Truce", type="ceasefire", areas=("conflict-resolution",), parties=("KEN", "SUN"))
    visit = say.event(
        date="2024-05-08/2024-05-09", officials=("Ada Vale", "Nobody"), areas=("trade", "nuclear"), place="Oslo"
    )
    feud = say.event("ACCUSE", None, status="denied", source=("NOR", "EU"), target=("KEN",), modality="negated")
    flows = (say.flow(quantity=Quantity(3, "tonne"), period="2023"), say.flow("aid", None, amount=Amount(1, "EUR")))
    reading = say.reading("a", envoy, aide, lost, pact, truce, visit, feud, *flows, title="Tea", publisher="Daily")
    return [
        Reading(reading.facts, reading.run, dataset=Dataset("wire", "2024")),
        say.reading("b", envoy, say.agreement("Tea pact", "negotiating", "2024-01"), publisher="Weekly"),
    ]


@pytest.mark.parametrize("history", [False, True])
def test_everything_conforms_to_the_schema(say: Any, ledger: Ledger, build: Any, *, history: bool) -> None:
    """Labels, ends, properties, types and words are those of the schema, also for what was retracted."""
    ledger.record(*busy(say), say.reading("c", say.official("Di", "Envoy", "NOR"), say.event("CONSULT", "call")))
    ledger.withdraw("c")
    seen = build(ledger, history=history)
    assert [str(finding) for finding in check(seen.graph)] == []
    labels = {each.label for each in seen.graph.nodes}
    assert labels == {
        "Agreement", "Article", "Country", "Dataset", "Event", "Organization", "Person", "Post", "Publisher", "Run", "Statement",
        "Topic",
    }  # fmt: skip
    types = {each.type for each in seen.graph.edges}
    assert types >= {
        "ABOUT", "ACCREDITED_TO", "AIDS", "BROADER", "COOPERATES_WITH", "EXPORTS_TO", "FROM_RUN", "HOLDS", "IN_DATASET",
        "IN_ORGANIZATION", "MENTIONS", "OBJECT", "OF_COUNTRY", "PARTICIPATED_IN", "PARTY_TO", "PRODUCED", "PUBLISHED_BY",
        "STATED_IN", "SUBJECT", "SUCCESSOR_OF", "SUPERSEDES", "SUPPORTS",
    }  # fmt: skip


def test_blocks_can_be_stored_one_by_one(say: Any, ledger: Ledger, build: Any) -> None:
    """Every edge ends in nodes of its own or an earlier block, and no key comes twice."""
    build(ledger, *busy(say))
    known: set[tuple[str, str]] = set()
    for block in assemble(ledger):
        known.update((each.label, each.id) for each in block.nodes)
        for each in block.edges:
            assert {(each.source_label, each.source), (each.target_label, each.target)} <= known


def test_a_second_assembly_is_no_change(say: Any, ledger: Ledger, build: Any) -> None:
    """Assembled again, also after the same articles were read again, nothing is to do."""
    first = build(ledger, *busy(say)).graph
    assert len(compare(build(ledger, *busy(say)).graph, Fingerprints.of(first))) == 0


def test_the_clock_is_no_content(say: Any, tmp_path: Any, build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger built on another day gives a graph with nothing to change."""
    graphs = []
    for moment in ("1700000000", "1800000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        with Ledger.open(tmp_path / f"{moment}.db") as ledger:
            graphs.append(build(ledger, *busy(say)).graph)
    assert graphs[0] != graphs[1]
    assert len(compare(graphs[1], Fingerprints.of(graphs[0]))) == 0


def test_a_withdrawn_article_leaves_no_trace(say: Any, ledger: Ledger, build: Any) -> None:
    """After a withdrawal the graph is as if the article had never been read; with history it is all there, marked."""
    kept, gone = busy(say)[::-1]
    before = build(ledger, kept).graph
    build(ledger, gone)
    ledger.withdraw("a")
    assert build(ledger).graph == before
    history = build(ledger, history=True)
    assert history.node("article/a").properties["title"] == "Tea"
    marked = {each.type for each in history.graph.edges if "retracted_at" in each.properties}
    assert {"PARTICIPATED_IN", "EXPORTS_TO"} <= marked
    assert all("retracted_at" not in each.properties for each in history.edges("HOLDS"))


def test_an_agreement(say: Any, ledger: Ledger, build: Any) -> None:
    """An agreement carries its best title, latest status with its date, sum, quantity, and its parties' edges say since when."""
    seen = build(ledger, *busy(say))
    (node,) = (each for each in seen.nodes("Agreement") if "Cooperation" in each.labels)
    expected = {
        "name": "Tea pact",
        "type": "agreement",
        "status": "signed",
        "date": "2024-05-09",
        "date_min": date(2024, 5, 9),
        "date_max": date(2024, 5, 9),
        "parties": ("KEN", "NOR"),
        "areas": ("trade",),
        "amount": 5.0,
        "currency": "USD",
        "amount_qualifier": "over",
        "quantity": 2.0,
        "unit": "tonne",
        "commodity": "tea",
        "n_sources": 2,
        "confidence": 0.8,
        "evidence": "x" * 50,
    }
    assert expected.items() <= dict(node.properties).items()
    assert node.id.startswith("agreement/ken-nor/2024/tea-")
    for each in (each for each in seen.edges("PARTY_TO") if each.target == node.id):
        told = each.properties
        assert (told["status"], told["from"], told["from_min"]) == ("signed", "2024-05-09", date(2024, 5, 9))
        assert "to" not in told
        assert len(told["statements"]) == told["n_sources"] == 2


def test_only_cooperation_is_cooperation(say: Any, ledger: Ledger, build: Any) -> None:
    """A ceasefire is no cooperation: it has no such label, and derives no edge between its parties."""
    seen = build(ledger, *busy(say))
    (truce,) = (each for each in seen.nodes("Agreement") if each.properties["type"] == "ceasefire")
    assert truce.labels == ()
    ((edge),) = seen.edges("COOPERATES_WITH")
    assert (edge.source, edge.target, edge.properties["topic"]) == ("KEN", "NOR", "trade")
    assert (edge.properties["n_agreements"], edge.properties["from"]) == (1, "2024-05-09")


def test_terms_of_agreements(say: Any, ledger: Ledger, build: Any) -> None:
    """A party is bound from entry into force until the end; without a date, from the first article at the latest."""
    signed = say.agreement("Tea pact", "signed", "2010")
    force = say.agreement("Tea pact", "in_force", "2011-02")
    ended = say.agreement("Tea pact", "terminated", "2014-03-01")
    ledger.record(say.reading("a", signed), say.reading("b", force), say.reading("c", ended))
    edge = build(ledger).edges("PARTY_TO")[0]
    told = edge.properties
    assert (told["from"], told["to"], told["to_max"], told["status"]) == (
        "2011-02",
        "2014-03-01",
        date(2014, 3, 1),
        "terminated",
    )
    for key in "abc":
        ledger.withdraw(key)
    seen = build(ledger, say.reading("d", say.agreement("Fish pact", "in_force", None), published="2024-05-10"))
    told = seen.edges("PARTY_TO")[0].properties
    assert told["from_max"] == date(2024, 5, 10)
    assert not {"from", "from_min", "to", "to_min", "to_max"} & told.keys()


def test_an_event(say: Any, ledger: Ledger, build: Any) -> None:
    """An event carries a caption, its dates, sides, PLOVER class and score; each participant an edge with side and time."""
    seen = build(ledger, *busy(say))
    (node,) = (each for each in seen.nodes("Event") if each.properties["type"] == "CONSULT")
    expected = {
        "name": "KEN–NOR visit 2024-05-08/2024-05-09",
        "status": "occurred",
        "mode": "visit",
        "place": "Oslo",
        "date_min": date(2024, 5, 8),
        "date_max": date(2024, 5, 9),
        "quad": "verbal_cooperation",
        "score": 4.0,
        "sources": ("KEN",),
        "targets": ("NOR",),
    }
    assert expected.items() <= dict(node.properties).items()
    edges = {each.source: each.properties for each in seen.edges("PARTICIPATED_IN") if each.target == node.id}
    assert edges["KEN"]["side"] == "source"
    assert (edges["NOR"]["side"], edges["NOR"]["from"], edges["NOR"]["to"]) == ("target", "2024-05-08", "2024-05-09")
    assert (edges["person/ken/ada-vale"]["role"], edges["person/ken/ada-vale"]["side"]) == ("official", "source")
    (unknown,) = (properties for key, properties in edges.items() if key.startswith("person/unknown/nobody-"))
    assert "side" not in unknown


def test_an_announced_visit_that_happens_is_one_event(say: Any, ledger: Ledger, build: Any) -> None:
    """The report supersedes the announcement; both statements stay and lead to their articles."""
    planned = say.event(date="2024-05-08", status="scheduled", modality="planned")
    held = say.event(date="2024-05-08")
    seen = build(
        ledger, say.reading("a", planned, published="2024-05-01"), say.reading("b", held, published="2024-05-09")
    )
    (node,) = seen.nodes("Event")
    assert node.properties["status"] == "occurred"
    (edge,) = seen.edges("SUPERSEDES")
    assert seen.node(edge.source).properties["value"] == "occurred"
    assert seen.node(edge.target).properties["value"] == "scheduled"


def test_a_denial_contradicts(say: Any, ledger: Ledger, build: Any) -> None:
    """A denied event keeps its report, and the denial contradicts it; the denial is no source for it."""
    seen = build(
        ledger,
        say.reading("a", say.event(date="2024-05-08")),
        say.reading("b", say.event(date="2024-05-08", status="denied")),
    )
    (node,) = seen.nodes("Event")
    assert (node.properties["status"], node.properties["n_sources"]) == ("occurred", 1)
    assert len(node.properties["statements"]) == 2
    (edge,) = seen.edges("CONTRADICTS")
    assert seen.node(edge.source).properties["value"] == "denied"


def test_a_meeting_told_from_both_sides(say: Any, ledger: Ledger, build: Any) -> None:
    """Told from either side, a meeting has one edge for each state."""
    one = say.event("CONSULT", "meeting", "2024-05-09")
    other = say.event("CONSULT", "meeting", "2024-05-09", source=("NOR",), target=("KEN",))
    seen = build(ledger, say.reading("a", one), say.reading("b", other))
    assert len(seen.nodes("Event")) == 1
    edges = seen.edges("PARTICIPATED_IN")
    assert {each.source for each in edges} == {"KEN", "NOR"}
    assert len(edges) == 2
    assert {each.properties["side"] for each in edges} == {"source", "target"}
    assert all(each.properties["n_sources"] == 2 for each in edges)


def test_holding_an_office(say: Any, ledger: Ledger, build: Any) -> None:
    """Who is found in office took it before the first article and left it after the last; a former holder left before."""
    now = say.official("Ada Vale", "Foreign Minister", "KEN")
    past = say.official("Ada Vale", "former Minister for Foreign Affairs", "KEN")
    readings = [say.reading(day, now, published=day) for day in ("2020-03-01", "2022-03")]
    told = build(ledger, *readings).edges("HOLDS")[0].properties
    assert (told["from_max"], told["to_min"]) == (date(2020, 3, 1), date(2022, 3, 1))
    assert not {"from", "from_min", "to", "to_max"} & told.keys()
    told = build(ledger, say.reading("c", past, published="2024-01-15")).edges("HOLDS")[0].properties
    assert (told["to_min"], told["to_max"]) == (date(2022, 3, 1), date(2024, 1, 15))


def test_posts_and_bodies(say: Any, ledger: Ledger, build: Any) -> None:
    """An office is named with its state and, for an envoy, the receiving one; it belongs to its state and body."""
    seen = build(ledger, *busy(say))
    (post,) = seen.nodes("Post")
    assert post.properties["name"] == "Ambassador of Kenya to Norway"
    assert ("Country", "KEN") in {
        (each.target_label, each.target) for each in seen.edges("OF_COUNTRY") if each.source == post.id
    }
    body = seen.node("organization/ken/ministry-of-foreign-affairs")
    assert body.properties["name"] == "Ministry of Foreign Affairs of Kenya"
    assert ("Organization", "UNICEF") in {(each.target_label, each.target) for each in seen.edges("OF_COUNTRY")}
    assert seen.node("person/ken/ada-vale").labels == ("Official",)
    assert seen.node("person/unicef/bo").labels == ()


def test_states_are_those_referred_to(say: Any, ledger: Ledger, build: Any) -> None:
    """Only states that somebody names are there, and for a former state its successors; an unknown code is an organisation."""
    seen = build(ledger, say.reading("a", say.flow(source="SUN", target="KEN"), countries=("XQZ",)))
    codes = {each.id for each in seen.nodes("Country")}
    assert {"SUN", "KEN", "RUS", "TJK"} <= codes
    assert "NOR" not in codes
    assert ("RUS", "SUN") in {(each.source, each.target) for each in seen.edges("SUCCESSOR_OF")}
    assert seen.node("XQZ").label == "Organization"
    assert seen.node("KEN").properties["iso2"] == "KE"


def test_flows_that_differ_stay_apart(say: Any, ledger: Ledger, build: Any) -> None:
    """Two sources of one flow make one edge; another number, period or good makes another."""
    tea = say.flow(quantity=Quantity(3, "tonne"), period="2023")
    others = (
        say.flow(quantity=Quantity(4, "tonne"), period="2023"),
        say.flow(quantity=Quantity(3, "tonne"), period="2022"),
        say.flow(commodity="fish", quantity=Quantity(3, "tonne"), period="2023"),
        say.flow(source="NOR", target="KEN", quantity=Quantity(3, "tonne"), period="2023"),
    )
    seen = build(ledger, say.reading("a", tea, *others), say.reading("b", tea))
    edges = seen.edges("EXPORTS_TO")
    assert len(edges) == 5
    (both,) = (each for each in edges if each.properties["n_sources"] == 2)
    assert (both.properties["quantity"], both.properties["unit"], both.properties["from"]) == (3.0, "tonne", "2023")
    assert (both.properties["from_min"], both.properties["to_max"]) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("first", "second", "sources"),
    [
        ({"publisher": "Daily"}, {"publisher": "Weekly"}, 2),
        ({"publisher": "Daily"}, {"publisher": "DAILY"}, 1),
        ({"publisher": "Daily", "sha256": "a" * 64}, {"publisher": "Weekly", "sha256": "a" * 64}, 1),
        ({"publisher": None}, {"publisher": None}, 2),
    ],
)
def test_independent_sources(say: Any, ledger: Ledger, build: Any, *, first: Any, second: Any, sources: int) -> None:
    """One publisher is one source, and one text printed twice is one source."""
    pact = say.agreement("Tea pact")
    seen = build(ledger, say.reading("a", pact, **first), say.reading("b", pact, **second))
    assert seen.nodes("Agreement")[0].properties["n_sources"] == sources


def test_agency_copy_is_one_source(say: Any, ledger: Ledger, build: Any) -> None:
    """The same long sentence in two papers comes from one agency."""
    pact = say.agreement("Tea pact", quote="Kenya and Norway have signed a tea pact, both sides said.")
    assert (
        build(ledger, say.reading("a", pact), say.reading("b", pact)).nodes("Agreement")[0].properties["n_sources"] == 1
    )


def test_every_edge_leads_to_its_words(say: Any, ledger: Ledger, build: Any) -> None:
    """The statements that an edge names are nodes, each with an article, and their quotes are what the article says."""
    seen = build(ledger, *busy(say))
    stated = {each.source: each.target for each in seen.edges("STATED_IN")}
    for each in seen.graph.edges:
        for key in each.properties.get("statements", ()):
            assert seen.node(key).label == "Statement"
            assert stated[key].startswith("article/")


def test_two_agreements_between_two_states_are_two_edges(say: Any, ledger: Ledger, build: Any) -> None:
    """Nothing about the pair is merged: each agreement has its own edges and values."""
    tea, fish = say.agreement("Tea pact", "signed", "2024-05-09"), say.agreement("Fish pact", "proposed", "2023")
    seen = build(ledger, say.reading("a", tea, fish))
    told = {(each.source, each.properties["status"], each.properties["from"]) for each in seen.edges("PARTY_TO")}
    assert told == {
        (code, *rest) for code in ("KEN", "NOR") for rest in (("signed", "2024-05-09"), ("proposed", "2023"))
    }


def test_articles_and_publishers(say: Any, ledger: Ledger, build: Any) -> None:
    """An article has its title, day, publisher, states named and data set."""
    seen = build(ledger, *busy(say))
    article = seen.node("article/a")
    assert (article.properties["name"], article.properties["published_min"]) == ("Tea", date(2024, 5, 10))
    assert {each.target for each in seen.graph.edges if each.source == "article/a"} == {
        "publisher/daily",
        "dataset/wire-2024",
        "KEN",
        "NOR",
    }
    assert seen.node("article/b").properties["name"] == "b"
