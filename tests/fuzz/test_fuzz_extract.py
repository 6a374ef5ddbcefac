"""Extraction meets any text: it raises nothing, and all its evidence is verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_fixtures import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleFacts, ArticleHead
from bilateral.schema.factsio import dump_jsonl, read_facts
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.schema.facts import Evidence, Fact, Role

BOUNDED = settings(max_examples=60)
WORDS = [
    *(
        "Norway",
        "Ghana",
        "Norwegian",
        "the United States",
        "China's",
        "Georgia",
        "Jordan",
        "EU",
        "U.S.",
        "Pakistan and Iran",
    ),
    *(
        "Foreign Minister",
        "President",
        "Ambassador to",
        "Prime Minister Kofi Mensah",
        "his counterpart",
        "Dr.",
        "Sheikh",
    ),
    *(
        "signed",
        "met",
        "will visit",
        "denied",
        "accused",
        "sanctioned",
        "agreed to",
        "did not sign",
        "expelled",
        "exported to",
    ),
    *(
        "a memorandum of understanding",
        "the treaty",
        "talks",
        "agreement on trade",
        "trade deal",
        "aid",
        "2 million tons of rice",
    ),
    *(
        "$300 million",
        "€1.5bn",
        "Rs 50 crore",
        "on Monday",
        "in May 2023",
        "last week",
        "30 February",
        "between 2019 and",
        "1,000",
    ),
    *(".", ",", ";", "\n", "\n\n", "•", "“", "”", "'s", "(", ")", "-", "—", ":", "!", "?", "...", "OSLO (Reuters) -"),
    *(
        "\x00",
        "\u202e",
        "\u200b",
        "\u00ad",
        "🎉",
        "🇳🇴",
        "中国",
        "الأردن",
        "é",
        "\u2028",
        "\ufeff",
        "\U000e0001",
        "ﬁ",
        "İ",
        "ß",
    ),
]
TEXTS = st.lists(
    st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=60
).map(" ".join)
DATES = st.sampled_from([None, PartialDate.parse("2024-05-16"), PartialDate.parse("2024"), PartialDate.parse("199X")])


def _facts(facts: ArticleFacts) -> Iterator[Fact]:
    yield from facts.officials
    yield from facts.agreements
    yield from facts.events
    yield from facts.flows


def _passages(facts: ArticleFacts) -> Iterator[Evidence | Role]:
    for fact in _facts(facts):
        yield from fact.trace.evidence
        yield from fact.trace.roles


def _check(article: Article) -> ArticleFacts:
    """Extract, and hold the result to what every extraction promises."""
    facts = extract(article)
    assert all(article.body[each.start : each.end] == each.quote and each.quote for each in _passages(facts))
    assert all(fact.trace.evidence for fact in _facts(facts))
    assert read_facts(dump_jsonl([facts]), "again", jsonl=True) == (facts,)
    return facts


@BOUNDED
@given(text=TEXTS, published=DATES)
def test_any_text_is_extracted_with_verbatim_evidence(text: str, published: PartialDate | None) -> None:
    """And what comes out is valid in the exchange format."""
    _check(Article(ArticleHead("drawn", text[:20].strip() or None, published), text, "drawn.txt"))


@BOUNDED
@given(data=st.data())
def test_shuffled_samples_are_extracted(data: st.DataObject) -> None:
    """Sentences of the samples cut, joined and doubled at random."""
    pieces = data.draw(st.lists(st.sampled_from(_sentences()), min_size=1, max_size=12))
    joint = data.draw(st.sampled_from([" ", "\n", "", ". ", "\r\n\r\n"]))
    text = joint.join(piece[data.draw(st.integers(0, 10)) :] for piece in pieces)
    _check(Article(ArticleHead("drawn", None, PartialDate.parse("2024-05-16")), text, "drawn.txt"))


def _sentences() -> list[str]:
    bodies = [each.body for each in read_sources([SAMPLES]) if isinstance(each, Article)]
    return [line for body in bodies for line in body.split(". ") if line.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "Norway " * 15_000,
        "Norway and Ghana signed an agreement, " * 2_500,
        "x" * 100_000,
        "(" * 20_000,
        "“" * 5_000,
        "1,000" * 10_000,
        "May " * 10_000,
        "President " * 5_000,
        ", Foreign Minister of Norway" * 2_000,
        "Kofi Mensah " * 5_000,
        "🎉" * 20_000,
        "\u202eNorway and Ghana signed a treaty on Monday." * 200,
        "N\u0301orway and Gha\u200bna met on Mon\u00adday.",
    ],
    ids=lambda text: f"{text[:14]!a} x {len(text)}",
)
def test_long_and_strange_lines_are_extracted(text: str) -> None:
    """Lines of up to 100,000 characters."""
    _check(Article(ArticleHead("drawn", None, PartialDate.parse("2024-05-16")), text, "drawn.txt"))
