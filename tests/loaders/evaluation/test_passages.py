"""The types of what passes between two given actors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import InputError
from bilateral.loaders.articles.passages import Passage, read_passages
from bilateral.loaders.evaluation.passages import measure, type_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        (
            "The glassworkers' union accused Larkfield Mills of theft.",
            "The glassworkers' union",
            "Larkfield Mills",
            "ACCUSE",
        ),
        ("Norway apologised to Chad for the error.", "Norway", "Chad", "YIELD"),
        ("Norway signed a fisheries agreement with Chad on Monday.", "Norway", "Chad", "SUPPORT"),
    ],
)
def test_given_actors_need_not_be_states(text: str, source: str, target: str, kind: str) -> None:
    """The words of both actors are read as states; CONCEDE and RETREAT are one type, and a signed agreement is SUPPORT."""
    assert type_of(Passage("x", text, source, target, kind))[0] == kind


def test_nothing_between_them_is_no_type() -> None:
    """A sentence that tells of no act gives no type, and says whether its actors are states."""
    assert type_of(Passage("x", "Norway lies north of Chad.", "Norway", "Chad", "AGREE")) == (None, True)


def test_absent_actors_are_an_error() -> None:
    """An actor whose words do not stand in the sentence cannot be given."""
    with pytest.raises(InputError, match="does not stand"):
        type_of(Passage("x", "Norway left.", "Norway", "Chad", "AGREE"))


def test_macro_f1_is_the_mean_over_the_types_of_gold() -> None:
    """Each type counts the same, and nothing found counts as a miss."""
    scores = measure([("AID", "AID"), ("AID", None), ("ACCUSE", "ACCUSE"), ("REQUEST", "ACCUSE")])
    assert scores.types == {"ACCUSE": (1, 2, 1), "AID": (1, 1, 2), "REQUEST": (0, 0, 1)}
    assert scores.macro == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert scores.accuracy == 0.5


def test_a_line_without_actors_names_its_place(tmp_path: Path) -> None:
    """A line that lacks a field is an error with file and line."""
    file = tmp_path / "sentences.jsonl"
    file.write_text(json.dumps({"id": "1", "text": "Norway left."}) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="jsonl:1"):
        read_passages(file)
