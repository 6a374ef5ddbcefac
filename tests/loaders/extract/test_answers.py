"""Acts that answer acts, denials without an accuser, and sport in the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract

if TYPE_CHECKING:
    from bilateral.schema.facts import Event


def events(text: str) -> tuple[Event, ...]:
    return extract(article(text)).events


@pytest.mark.parametrize(
    "answer", ["threatened to close the border in response", "recalled its envoy in retaliation"], ids=str
)
def test_an_answer_goes_to_whoever_acted_before(answer: str) -> None:
    """A state that is not named again is the one that acted against the state that answers."""
    found = events(f"Norway expelled two Chadian diplomats on Tuesday. Chad {answer}. Ghana was silent.")
    assert [(e.source, e.target) for e in found if e.source == ("TCD",)] == [(("TCD",), ("NOR",))]


def test_without_an_act_there_is_no_answer() -> None:
    """Nobody has acted: nobody is guessed."""
    assert events("Norway, Chad and Ghana share a lake. Chad threatened to close the border in response.") == ()


def test_a_denial_of_own_deeds_rejects_nobody() -> None:
    """'Denied that it was negotiating with Chad' is not aimed at Chad; an accuser that is named is."""
    assert events("Norway denied that it was negotiating a pact with Chad.") == ()
    (found,) = [e for e in events("Chad accused Norway of theft. Norway denied it.") if e.type == "REJECT"]
    assert (found.source, found.target) == (("NOR",), ("TCD",))


def test_sport_is_told_apart_item_by_item() -> None:
    """One word of nothing else is enough where no official is named; an item about sport does not hide the others."""
    news = "Norway condemned Chad for the arrest of a teacher on Monday."
    game = "Norway's football team met that of Chad in the stadium, and the referee sent off a midfielder."
    assert events(game) == ()
    assert [
        e.type for e in events(f"{news} The harvest was good. Prices fell. Rain is near. Ghana rejoiced.\n\n{game}")
    ] == ["ACCUSE"]
