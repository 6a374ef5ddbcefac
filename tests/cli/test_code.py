"""`bilateral code` tells the type of event between two actors that the user names, for a sentence or a file of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome

SENTENCES = (
    {"id": "a", "text": "The dockers condemned Harrow Freight.", "source": "The dockers", "target": "Harrow Freight"},
    {"text": "The abbess will visit the mill.", "source": "The abbess", "target": "the mill"},
    {"id": "c", "text": "The abbey lies north of the mill.", "source": "The abbey", "target": "the mill"},
    {"id": "d", "text": "Norway signed a fisheries accord with Chad.", "source": "Norway", "target": "Chad"},
)


def test_a_sentence_is_coded(run: Callable[..., Outcome]) -> None:
    """Type, status, the word that tells it and the rule stand in one row."""
    told = run(
        "code",
        "The dockers condemned Harrow Freight.",
        "--source",
        "dockers",
        "--target",
        "Harrow Freight",
        "-f",
        "json",
    )
    assert told.code == 0
    (row,) = json.loads(told.out)
    assert (row["type"], row["status"], row["word"]) == ("ACCUSE", "occurred", "condemned")
    assert row["rule"].startswith("accuse.")
    assert 0 < row["confidence"] < 1


def test_a_file_is_coded_line_by_line(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """Every line gives a row in its order, an empty one where nothing passes between the two; lines without id are numbered."""
    file = tmp_path / "sentences.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in SENTENCES), encoding="utf-8")
    rows = json.loads(run("code", "--in", file, "-f", "json").out)
    assert [row["id"] for row in rows] == ["a", "2", "c", "d"]
    assert [row["type"] for row in rows] == ["ACCUSE", "CONSULT", None, "SUPPORT"]
    assert rows[1]["status"] == "scheduled"


def test_wrong_use_is_told_with_a_remedy(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """No actors, a file and a sentence, words that are not there, a line that is no sentence: each has its place and remedy."""
    file = tmp_path / "sentences.jsonl"
    file.write_text(json.dumps({"text": "Norway left."}) + "\n", encoding="utf-8")
    assert "Give a sentence with --source and --target" in run("code", "Norway left.").fault
    assert "not both" in run("code", "Norway left.", "--in", file).fault
    assert "'Chad' does not stand" in run("code", "Norway left.", "--source", "Norway", "--target", "Chad").fault
    told = run("code", "--in", file)
    assert (told.code, "jsonl:1" in told.fault, "source" in told.fault) == (2, True, True)
