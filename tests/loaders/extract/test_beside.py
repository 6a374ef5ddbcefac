"""One sentence may tell several events: a promise and the meeting where it was made, thanks and the help, a call with each one called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.schema.facts import Event

FILE = Path(__file__).with_name("beside_cases.yaml")
CASES = [
    (str(case["text"]), cast("list[str]", case["expect"]))
    for case in cast("list[dict[str, object]]", load(FILE.read_text(encoding="utf-8"), FILE.name))
]


def told(event: Event) -> str:
    """Write an event as type, source and target, mutual ones by the order of the codes."""
    mutual = event.type in {"AGREE", "CONSULT"}
    sides = sorted(("+".join(event.source), "+".join(event.target)), reverse=True)
    return " ".join((event.type, *(sides if mutual else ("+".join(event.source), "+".join(event.target)))))


@pytest.mark.parametrize(("text", "expect"), CASES, ids=[text[:60] for text, _ in CASES])
def test_a_sentence_tells_every_event_that_its_words_hold(text: str, expect: list[str]) -> None:
    """All the events of the sentence are found, and no other."""
    assert sorted(map(told, extract(article(text, None)).events)) == sorted(expect)
