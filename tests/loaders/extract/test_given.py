"""What a text tells between two actors who are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.loaders.extract.events.acts import judged
from bilateral.loaders.extract.given import Given, read_given
from bilateral.schema.yamlio import load

PATH = Path(__file__).with_name("given_cases.yaml")
CASES: list[dict[str, str]] = load(PATH.read_text(encoding="utf-8"), PATH.name)  # type: ignore[assignment]


def given(text: str, source: str, target: str) -> Given:
    first, second = text.rindex(source), text.index(target) if text.startswith(target) else text.rindex(target)
    return read_given(text, (first, first + len(source)), (second, second + len(target)))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_plain_words_tell_the_type(case: dict[str, str]) -> None:
    """The word that joins the two actors best gives the type, and what stands above it the status."""
    told = given(case["text"], case["source"], case["target"]).told
    assert told is not None
    assert (told.type, told.status) == (case["type"], case.get("status", "occurred"))
    assert told.mode == case.get("mode", told.mode)


@pytest.mark.parametrize(
    "text", ["The lighthouse stands north of the chapel.", "The orchard of the abbess is larger than the chapel."]
)
def test_where_no_word_names_an_act_nothing_is_told(text: str) -> None:
    """Two actors in one sentence are not enough."""
    assert given(text, text.split()[1], "chapel").told is None


def test_actors_in_two_sentences_are_told_nothing_by_words() -> None:
    """What joins two sentences is not read off their words."""
    assert given("The duke condemned it. The miller slept.", "The duke", "The miller").told is None


def test_events_and_agreements_come_from_the_pipeline() -> None:
    """Given actors need not be states for frames to find what passes between them."""
    found = given("The dockers' union condemned Harrow Freight.", "The dockers' union", "Harrow Freight")
    assert [e.type for e in found.ahead] == ["ACCUSE"]
    assert not found.named
    assert given("Norway thanked Chad.", "Norway", "Chad").named


def test_judgements_have_a_type() -> None:
    """Words of blame and of praise tell what is said of somebody."""
    assert (judged(["reckless"]), judged(["hero"]), judged(["table"])) == ("ACCUSE", "SUPPORT", "")
