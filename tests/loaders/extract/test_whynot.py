"""Of every sentence it can be said which facts it gave, or which step let it go and why."""

from __future__ import annotations

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import STEPS, Step, check_steps, extract, trace_sentences
from bilateral.loaders.extract.whynot import FACT, Verdict, why_not
from bilateral.schema.facts import ArticleHead
from bilateral.schema.values import PartialDate


def article(body: str) -> Article:
    return Article(ArticleHead("sentence", None, PartialDate.parse("2024-05-02")), body)


def verdicts(body: str) -> tuple[Verdict, ...]:
    return why_not(article(body))


#: A sentence → the step that let it go, the word it looked at, and a part of the reason.
LET_GO = {
    "The bakery on Mill Street opened at dawn.": ("gate", "", "no state is named or meant"),
    "Farmers in Chad sowed millet.": ("gate", "", "no second state is in reach"),
    "Between Chad and Niger lies a wide plain.": ("gate", "", "no word names an act"),
    "The football team of Chile met that of Peru.": ("gate", "", "sport"),
    "The Chilean firm met bankers from Peru.": ("events", "met", "‘The Chilean firm’ (subject)"),
    "A Kenyan grocer accused Uganda of greed.": ("events", "accused", "source missing: ‘A Kenyan grocer’ (subject)"),
    "Kenya accused the grocer in Uganda's capital.": ("events", "accused", "target missing"),
    "Kenya did not accuse Uganda of greed.": ("events", "accuse", "negated (not)"),
    "If Kenya attacked Uganda, markets would fall.": ("events", "attacked", "it is"),
    "Kenya signed a memorandum on trade with a firm in Uganda.": ("agreements", "memorandum", "fewer than two parties"),
    "Kenya and Uganda counted 5,000 tonnes of maize.": ("flows", "5,000 tonnes", "no word says that it moves"),
}


@pytest.mark.parametrize("sentence", LET_GO, ids=str)
def test_a_sentence_that_gave_nothing_is_told_with_step_word_and_reason(sentence: str) -> None:
    """The step that let a sentence go is named, with the word it looked at and what was missing."""
    step, word, reason = LET_GO[sentence]
    found = verdicts(sentence)
    assert any(v.step == step and word in v.word and reason in v.reason for v in found), found


def test_a_sentence_that_gave_a_fact_says_which() -> None:
    """A fact is told with its rule, its trigger and its states."""
    facts = [
        v for v in verdicts("The Norwegian foreign minister met his Chilean counterpart on Monday.") if v.step == FACT
    ]
    assert [(v.word, v.rule) for v in facts if "CONSULT" in v.reason] == [("met", "consult.meet")]
    assert "NOR" in facts[0].reason
    assert "CHL" in facts[0].reason


def test_a_sentence_told_with_another_names_the_other() -> None:
    """Two sentences about one visit point at each other."""
    body = "The president of Kenya visited Japan on Monday. The Kenyan president's visit to Japan took two days."
    told = {v.sentence: v.reason for v in verdicts(body) if v.step == FACT and "visit" in v.reason}
    assert "(with sentence 2)" in told[1]
    assert "(with sentence 1)" in told[2]


def test_words_outside_sentences_are_told_too() -> None:
    """Datelines and the page's own words are listed as not read."""
    found = verdicts("OSLO (Wire) - Norway thanked Chile for its help.\n\nShort Url\n")
    assert [(v.step, v.reason.split(",")[0]) for v in found if v.sentence == 0] == [
        ("sentences", "a dateline is about the report"),
        ("sentences", "the page's own words"),
    ]


def test_every_sentence_has_a_verdict_and_every_verdict_its_words() -> None:
    """No sentence is passed over, and offsets are those of the body."""
    body = "\n".join(LET_GO)
    found = verdicts(body)
    assert {v.sentence for v in found} == set(range(1, len(LET_GO) + 1))
    assert all(0 <= v.start < v.end <= len(body) for v in found)
    assert list(found) == sorted(found, key=lambda v: v.start)


def test_asking_why_changes_no_fact() -> None:
    """The traced run finds what the plain run finds."""
    one = article("Kenya accused Uganda of greed. It also praised Japan. Chile did not visit Peru.")
    before = extract(one)
    assert trace_sentences(one)
    assert extract(one) == before


def test_steps_are_in_an_order_in_which_each_finds_what_it_needs() -> None:
    """A step that reads what nothing before it fills is refused by name."""
    check_steps(STEPS)
    with pytest.raises(ValueError, match="'late' needs"):
        check_steps((Step("late", ("trees",), (), lambda _: None), *STEPS))
