"""Who acts where no state's name stands in the place: groups, nicknames, neighbours, organs of a state that the article tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.schema.facts import Event


class Case(TypedDict, total=False):
    """A text with the events that it tells, or the types of which it tells none."""

    text: str
    events: list[str]
    none: list[str]


FILE = Path(__file__).with_name("actor_cases.yaml")
CASES = cast("list[Case]", load(FILE.read_text(encoding="utf-8"), FILE.name))


def told(event: Event) -> str:
    return f"{event.type} {','.join(event.source)} > {','.join(event.target)}"


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_who_acts_is_read_from_the_words_or_left_open(case: Case) -> None:
    """The events of the expected types are those and no others, and nothing is made of what could mean several."""
    expected = sorted(case.get("events", []))
    kinds = {line.split()[0] for line in expected} | set(case.get("none", []))
    assert sorted(told(e) for e in extract(article(case["text"], None)).events if e.type in kinds) == expected
