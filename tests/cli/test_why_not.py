"""`bilateral why-not` says which step let a sentence go, for a sentence or a file, in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from command_fixtures import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome


def test_a_sentence_is_explained(run: Callable[..., Outcome]) -> None:
    """Step, word, rule and reason stand in one row."""
    told = run("why-not", "The Chilean firm met bankers from Peru.", "--published", "2024-05-02", "-f", "json")
    assert told.code == 0
    (row,) = json.loads(told.out)
    assert (row["sentence"], row["step"], row["word"], row["rule"]) == (1, "events", "met", "consult.meet")
    assert "‘The Chilean firm’" in row["reason"]


def test_a_fact_is_told_by_date_of_publication(run: Callable[..., Outcome]) -> None:
    """A sentence that gave a fact shows it, with the date that the day of publication gives."""
    told = run("why-not", "The president of Kenya visited Japan on Monday.", "--published", "2024-05-02", "-f", "csv")
    assert "fact" in told.out
    assert "2024-04-29" in told.out


def test_a_file_lists_every_sentence(run: Callable[..., Outcome]) -> None:
    """All sentences of the article come out in order."""
    told = run("why-not", "--in", SAMPLES / "norway-chile-social-security.txt", "-f", "json")
    numbers = [row["sentence"] for row in json.loads(told.out) if row["sentence"]]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, max(numbers) + 1))


def test_words_choose_sentences_of_a_file(run: Callable[..., Outcome]) -> None:
    """A few words pick the sentences that hold them."""
    told = run("why-not", "pension years", "--in", SAMPLES / "norway-chile-social-security.txt", "-f", "json")
    assert {row["sentence"] for row in json.loads(told.out)} == {3}


def test_nothing_to_explain_is_wrong_use(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """Without sentence or file, with words that the file lacks, or with a date for a file: told with a remedy."""
    file = SAMPLES / "norway-chile-social-security.txt"
    assert "Give a sentence" in run("why-not").fault
    assert "no sentence holds 'zebra'" in run("why-not", "zebra", "--in", file).fault
    assert "Leave out --published" in run("why-not", "--in", file, "--published", "2024").fault
    facts = tmp_path / "facts.yaml"
    facts.write_text("article: {id: a, title: T, published: 2024-01-01}\n", encoding="utf-8")
    assert "holds facts, no text" in run("why-not", "--in", facts).fault
