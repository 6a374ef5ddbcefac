"""Many ways to say what one state does to another: each sentence tells the one event that it is filed under."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.schema.facts import Event

FILE = Path(__file__).with_name("event_cases.yaml")
CASES = cast("dict[str, list[str]]", load(FILE.read_text(encoding="utf-8"), FILE.name))
TOLD = [(kind, text) for kind, texts in CASES.items() if kind != "none" for text in texts]
#: Acts that both sides do, whoever is named first.
JOINT = {"AGREE", "COOPERATE", "ASSAULT", "SUPPORT"}
#: 'Turned down the request' tells of the request, too, and so does 'gave in to the demand'.
ANSWERED = {"REJECT": {"REQUEST", "ACCUSE"}, "CONCEDE": {"REQUEST"}}


def events(text: str) -> tuple[Event, ...]:
    return extract(article(text, None)).events


@pytest.mark.parametrize(("kind", "text"), TOLD, ids=[text[:60] for _, text in TOLD])
def test_a_sentence_tells_the_event_it_is_filed_under(kind: str, text: str) -> None:
    """Peru does it to Kenya, and beside a meeting, what the act answers and the help one thanks for nothing else is told."""
    found = events(text)
    sides = [("PER" in e.source, "KEN" in e.target) for e in found if e.type == kind]
    joint = kind in JOINT and any({"PER", "KEN"} <= {*e.source, *e.target} for e in found if e.type == kind)
    assert (True, True) in sides or joint, found
    beside = {"AID"} if any((e.trace.rule or "").startswith("aid.thanked") for e in found) else set()
    assert {e.type for e in found} <= {kind, "CONSULT", *ANSWERED.get(kind, ()), *beside}


@pytest.mark.parametrize("text", CASES["none"], ids=[text[:60] for text in CASES["none"]])
def test_a_sentence_without_an_act_between_states_gives_none(text: str) -> None:
    """Firms, sport, fears, conditions and denials give no event."""
    assert not events(text)
