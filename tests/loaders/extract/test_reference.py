"""What short expressions stand for, and that nothing is made of those that could stand for several things."""

from __future__ import annotations

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import extract, run_steps
from bilateral.loaders.extract.scene.reference import References
from bilateral.schema.facts import ArticleHead, Event
from bilateral.schema.values import PartialDate


def events(text: str) -> list[Event]:
    return list(extract(Article(ArticleHead("r", published=PartialDate.parse("2024-05-15")), text)).events)


def references(text: str) -> References:
    return References(run_steps(Article(ArticleHead("r"), text)).scene)


LEAD = "Norwegian Foreign Minister Ola Berg met Ghanaian Foreign Minister Kofi Mensah in Oslo. "


@pytest.mark.parametrize(
    ("sentence", "kind", "source", "target"),
    [
        ("The two sides agreed to reopen the consulate.", "AGREE", {"NOR", "GHA"}, None),
        ("Both countries agreed to expand cooperation in fisheries.", "AGREE", {"NOR", "GHA"}, None),
        ("The two agreed to reopen the consulate.", "AGREE", {"NOR", "GHA"}, None),
        ("Berg thanked Ghana for its help.", "SUPPORT", {"NOR"}, {"GHA"}),
        ("He urged Ghana to free the sailors.", "REQUEST", {"NOR"}, {"GHA"}),
        ("Norway said it had suspended aid to Ghana.", "SANCTION", {"NOR"}, {"GHA"}),
    ],
)
def test_a_reference_is_read(sentence: str, kind: str, source: set[str], target: set[str] | None) -> None:
    """Sides, surnames and pronouns stand for the states that were named."""
    found = [e for e in events(LEAD + sentence) if e.type == kind]
    sides = [(set(e.source), set(e.target)) for e in found]
    assert [s | t for s, t in sides] == [source] if target is None else sides == [(source, target)]


def test_two_sides_need_two_leading_states() -> None:
    """Among three states named alike, 'the two sides' means nobody."""
    text = "Norway spoke. Ghana spoke. Portugal spoke. The weather was fine. It rained. The two sides agreed to talk."
    assert references(text).leading() == ()
    assert [e for e in events(text) if e.type == "AGREE"] == []


def test_the_country_of_a_region_is_the_only_one_named() -> None:
    """'The South Asian country' is the one state of that region in the article."""
    found = events("The United States praised Pakistan. Washington gave food aid to the South Asian country.")
    assert [(e.source, e.target) for e in found if e.type == "AID"] == [(("USA",), ("PAK",))]


def test_an_official_of_unknown_state_who_visits_serves_the_other_of_two() -> None:
    """Who pays a visit to one of two states is of the other."""
    text = "Norway and Ghana are friends. Trade Minister Ola Berg paid a visit to Ghana. Norway sells fish. Ghana sells cocoa."
    visits = [e for e in events(text) if e.mode == "visit"]
    assert [(e.source, e.target) for e in visits] == [(("NOR",), ("GHA",))]


def test_we_in_a_joint_statement_are_its_authors() -> None:
    """'We' of a statement by several governments are all of them."""
    text = (
        "This statement was issued today by the governments of Norway, Ghana and Portugal.\n\n"
        "We urge the Chadian government to release the journalists."
    )
    requests = [e for e in events(text) if e.type == "REQUEST"]
    assert [(set(e.source), e.target) for e in requests] == [({"NOR", "GHA", "PRT"}, ("TCD",))]


@pytest.mark.parametrize(
    ("lead", "sentence", "source"),
    [
        ("Ghana's President Kofi Mensah received Norwegian Prime Minister Ola Berg.", "The PM", {"NOR"}),
        ("Norwegian Ambassador Ola Berg met Ghana's ports minister Kofi Mensah.", "The envoy", {"NOR"}),
        ("ACCRA (GNA) - Ghana's ports minister Kofi Mensah received Norwegian trade minister Ola Berg.", "The high guest", {"NOR"}),
        ("ACCRA (GNA) - Ghana's ports minister Kofi Mensah received Norwegian trade minister Ola Berg.", "The visiting official", {"NOR"}),
        ("Norwegian trade minister Ola Berg flew to Accra.", "The visiting minister", {"NOR"}),
        ("Norwegian trade minister Ola Berg met Ghanaian ports minister Kofi Mensah.", "The official", None),
        ("Norwegian trade minister Ola Berg met Ghanaian ports minister Kofi Mensah.", "The dignitary", None),
    ],
)  # fmt: skip
def test_an_official_is_called_by_other_names(lead: str, sentence: str, source: set[str] | None) -> None:
    """Other names of an office, and 'guest' in the host's press, mean the only one whom they fit."""
    found = [set(e.source) for e in events(f"{lead} {sentence} thanked Ghana for its help.") if e.type == "SUPPORT"]
    assert found == ([source] if source else [])


def test_the_help_one_is_thanked_for_is_that_told_before() -> None:
    """Thanks for help that the text has told of tell of no second gift."""
    text = "Ghana gave Norway 400 tents for the flood victims. Norwegian Foreign Minister Ola Berg thanked Ghana for its swift assistance."
    gifts = [(e.source, e.target) for e in events(text) if e.type == "AID"]
    assert gifts == [(("GHA",), ("NOR",))]
