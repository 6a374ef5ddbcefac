"""What leaves the house says how far it can be trusted: the accuracy card stands beside every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.evaluation.card_text import export_note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome


@pytest.mark.parametrize(
    ("form", "name"),
    [("turtle", "relations.ttl"), ("graphml", "relations.graphml"), ("ledger", "facts.jsonl")],
)
def test_the_card_stands_beside_a_file(
    run: Callable[..., Outcome], samples: Path, tmp_path: Path, form: str, name: str
) -> None:
    """A file NAME.x has NAME.accuracy.md beside it."""
    told = run("export", form, "-o", tmp_path / name, "-w", samples)
    assert told.code == 0, told.err
    text = (tmp_path / name).with_suffix(".accuracy.md").read_text(encoding="utf-8")
    assert text == export_note()
    assert text.startswith("# How accurate the extraction is")


@pytest.mark.parametrize("form", ["csv", "neo4j-bulk"])
def test_the_card_stands_in_a_folder(run: Callable[..., Outcome], samples: Path, tmp_path: Path, form: str) -> None:
    """A folder holds ACCURACY.md."""
    assert run("export", form, "-o", tmp_path / "out", "-w", samples).code == 0
    assert (tmp_path / "out" / "ACCURACY.md").read_text(encoding="utf-8") == export_note()


def test_standard_output_gets_no_card(run: Callable[..., Outcome], samples: Path) -> None:
    """A stream holds the graph alone."""
    assert "How accurate" not in run("export", "ntriples", "-w", samples).out
