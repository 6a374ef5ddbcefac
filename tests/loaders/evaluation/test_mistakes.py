"""A mistake is told in words, with the whole sentence it is about where the text is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.evaluation.mistakes import COLUMNS, rows_of
from bilateral.loaders.evaluation.report import Mistake

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "A visit\n2024-05-16\n\nNorway was silent. Ghana’s minister\nthanked Norway for the boats. Nobody else spoke.\n"
FOUND = {"type": "SUPPORT", "mode": "thanks", "source": ["GHA"], "target": ["NOR"], "rule": "support.thank"}
FLOW = {"kind": "aid", "commodity": "boats", "from": "NOR", "to": "GHA", "quantity": {"value": 20, "unit": "unit"}}


def test_a_wrong_fact_comes_with_its_rule_and_its_sentence(tmp_path: Path) -> None:
    """Line breaks inside the quote are no hindrance."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    mistake = Mistake(
        "a", "events", "wrong", {**FOUND, "evidence": [{"start": 1, "end": 9, "quote": "thanked Norway"}]}
    )
    (row,) = rows_of([mistake], tmp_path)
    assert dict(zip(COLUMNS, row, strict=True)) == {
        "what": "wrong",
        "article": "a",
        "kind": "events",
        "fact": "SUPPORT; thanks; GHA; NOR",
        "rule": "support.thank",
        "sentence": "Ghana’s minister thanked Norway for the boats.",
    }


def test_without_the_text_the_quote_must_do(tmp_path: Path) -> None:
    """A missed fact of which only the quote is known; an article whose text is not there; a quote that is not in it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    missed = Mistake("b", "flows", "missed", {**FLOW, "quote": "for  the boats"})
    assert [row[-1] for row in rows_of([missed], None)] == ["for the boats"]
    assert [row[-1] for row in rows_of([missed], tmp_path)] == ["for the boats"]
    other = Mistake("a", "flows", "missed", {**FLOW, "quote": "for the ships"})
    assert rows_of([other], tmp_path)[0][3:] == ("aid; boats; NOR; GHA; 20 unit", "", "for the ships")
