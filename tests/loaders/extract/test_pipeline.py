"""The whole line of steps: one article in, facts out, every passage the body's own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.errors import EvidenceError
from bilateral.loaders.article import Article
from bilateral.loaders.extract import pipeline
from bilateral.loaders.extract.batch import extract_all
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleFacts, ArticleHead, Event, Evidence, Role, Trace
from bilateral.schema.factsio import dump_jsonl
from bilateral.schema.values import PartialDate

STORY = """OSLO, May 14 (Agency) – Norwegian Foreign Minister Ola Berg met his Ghanaian counterpart Kofi Mensah in Oslo on Tuesday, and
the two sides agreed to deepen their cooperation on fisheries.

“Norway values its partnership with Ghana,” Berg said. Norway has also donated 20 boats to Ghana.

Ghana, however, condemned a Norwegian ban on cocoa. Norway’s football coach praised Ghana’s goalkeeper.
"""


def article(text: str, name: str = "story") -> Article:
    return Article(ArticleHead(name, published=PartialDate.parse("2024-05-15")), text)


def test_a_story_gives_its_events() -> None:
    """Meeting, commitment, praise, gift and rebuke come out with their states; the football does not."""
    found = {(e.type, frozenset((*e.source, *e.target))) for e in extract(article(STORY)).events}
    both = frozenset({"NOR", "GHA"})
    assert found == {(kind, both) for kind in ("CONSULT", "AGREE", "SUPPORT", "AID", "ACCUSE")}


def test_direction_is_kept() -> None:
    """Who gives and who rebukes is not who receives."""
    sides = {e.type: (e.source, e.target) for e in extract(article(STORY)).events}
    assert sides["AID"] == (("NOR",), ("GHA",))
    assert sides["ACCUSE"] == (("GHA",), ("NOR",))


def test_every_passage_and_role_is_the_bodys_own_words() -> None:
    """Offsets are code points of the body, whatever dashes and quotes stand in it."""
    body = "😀 Ünlü – " + STORY
    for event in extract(article(body)).events:
        parts: tuple[Evidence | Role, ...] = (*event.trace.evidence, *event.trace.roles)
        assert parts
        assert all(body[p.start : p.end] == p.quote for p in parts)


def test_an_event_says_how_it_was_read() -> None:
    """Rule, roles, speaker and confidence stand in the trace."""
    event = extract(article("Norway imposed sanctions on Chad, the ministry in Oslo said.")).events[0]
    assert event.trace.rule == "sanction.impose"
    assert {r.name: r.quote for r in event.trace.roles} == {"trigger": "imposed", "source": "Norway", "target": "Chad"}
    assert event.trace.speaker == "the ministry in Oslo"
    assert event.trace.confidence is not None
    assert 0 < event.trace.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian carmaker Fjell will build a plant in Ghana.",
        "If Norway attacked Sweden, the alliance would react.",
        "Norway did not accuse Ghana of anything, and no talks took place.",
        "Tourists from Norway visited Ghana in record numbers.",
        "Norway's coach praised Ghana's striker after the match.",
        "Former Norwegian prime minister Ola Berg criticised Ghana.",
        "Norway and Ghana lie far apart.",
        "",
        "\n\n \t",
    ],
)
def test_what_is_no_act_between_states_gives_no_event(text: str) -> None:
    """Firms, teams, tourists, those out of office, conditions and denials are no acts of states."""
    assert extract(article(text)).events == ()


def test_a_passage_that_is_not_in_the_body_is_refused() -> None:
    """The last step trusts no rule."""
    wrong = Event("AID", ("NOR",), ("TCD",), trace=Trace((Evidence(0, 4, "Oslo"),)))
    with pytest.raises(EvidenceError, match="Oslo"):
        pipeline._check_evidence(article("Bergen"), ArticleFacts(ArticleHead("x"), events=(wrong,)))
    with pytest.raises(EvidenceError, match="without evidence"):
        pipeline._check_evidence(
            article("Bergen"), ArticleFacts(ArticleHead("x"), events=(Event("AID", ("NOR",), ("TCD",)),))
        )


def test_the_same_article_gives_the_same_bytes() -> None:
    """Nothing depends on chance, order of sets or what was read before."""
    first = dump_jsonl([extract(article(STORY))])
    extract(article("Chad praised Niger."))
    assert dump_jsonl([extract(article(STORY))]) == first


def test_a_huge_article_is_bounded() -> None:
    """A sentence without end and a list of a thousand states are read, not hung on."""
    text = "Norway and Ghana " + "and Chad and Niger " * 2000 + "met. " + "x" * 50_000 + " " + "(" * 5000
    assert extract(article(text)).article.id == "story"


@pytest.mark.slow
def test_a_pool_gives_what_one_process_gives_in_the_same_order() -> None:
    """Workers change neither facts nor order."""
    articles = [article(f"Norway praised {name}.", name) for name in ("Ghana", "Chad", "Niger", "Peru")]
    alone = list(extract_all(articles))
    assert [f.article.id for f in alone] == ["Ghana", "Chad", "Niger", "Peru"]
    assert list(extract_all(articles, workers=2, few=2)) == alone


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    """No text breaks a step, and the evidence check holds for whatever was found."""
    facts = extract(article(f"Norway praised Ghana. {text} Norway met Ghana."))
    assert facts.article.id == "story"
