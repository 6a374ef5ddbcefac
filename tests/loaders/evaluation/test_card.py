"""The accuracy card tells on what, when and by which rules it was measured, and warns when the rules have changed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import InputError
from bilateral.loaders.evaluation import card as card_module
from bilateral.loaders.evaluation.accuracy import Card, Mistakes, read_card, shipped_card
from bilateral.loaders.evaluation.card import main, measure, measure_set
from bilateral.loaders.evaluation.card_text import card_text
from bilateral.loaders.evaluation.sample import read_sample
from bilateral.loaders.extract.version import model_version, rules_version

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def card(annotated: Path, monkeypatch: pytest.MonkeyPatch) -> Card:
    """The card of the small set, at a fixed time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1765238400")
    return measure([measure_set(read_sample(annotated), "two invented articles")])


def test_everything_is_counted(card: Card) -> None:
    """Right, found and noted facts, false facts where there are none, and mistakes by sort."""
    (one,) = card.sets
    assert one.figures["events"] == (1, 3, 2)
    assert one.types["events: CONSULT"] == (1, 1, 1)
    assert one.attributes["events"]["date"] == (1, 1)
    assert (one.articles, one.years) == (2, (2023, 2024))
    assert (one.empty, one.empty_with_facts, one.false_facts) == (1, 1, 1)
    assert Mistakes("events", "ACCUSE", 0, 2) in one.mistakes
    assert Mistakes("events", "SANCTION", 1, 0) in one.mistakes
    assert one.evidence[0] == one.evidence[1] > 0


def test_the_page_says_what_was_measured_and_quotes_no_text(card: Card) -> None:
    """Day, rules, model and the set in words stand there; no word of the articles does."""
    page = card_text(card)
    for part in ("2025-12-09", rules_version(), model_version(), "two invented articles", "published 2023 to 2024"):
        assert part in page
    assert "| events: ACCUSE | 0 | 2 |" in page
    assert "| events | 0.333 | 0.500 | 0.400 | 1 | 3 | 2 |" in page
    assert "lantern" not in page.lower()


def test_changed_rules_are_told(card: Card) -> None:
    """The page warns exactly when the rules in use are others than those measured."""
    assert "have changed" not in card_text(card, now=card.rules)
    assert "have changed since: these are 0123" in card_text(card, now="0123")


def test_a_card_survives_its_json(card: Card) -> None:
    """What was written is read again as it was."""
    assert read_card(json.dumps(card.plain())) == card


def test_the_package_ships_a_card() -> None:
    """The JSON beside the code is a card with at least one set."""
    shipped = shipped_card()
    assert shipped is not None
    assert shipped.sets
    assert "Set 1" in card_text(shipped)


def test_the_command_writes_page_and_json(
    annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both files hold the same card; a set without its texts is refused by name."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "loaders" / "evaluation").mkdir(parents=True)
    monkeypatch.setattr(card_module, "_ROOT", tmp_path)
    assert main([str(annotated), "--about", "two invented articles"]) == 0
    written = read_card((tmp_path / "loaders" / "evaluation" / "accuracy.json").read_text(encoding="utf-8"))
    assert (tmp_path / "docs" / "accuracy.md").read_text(encoding="utf-8") == card_text(written)
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
    with pytest.raises(InputError, match=r"A1\.txt"):
        main([str(annotated), "--texts", str(tmp_path)])


def test_no_year_is_told_where_no_article_is_dated(card: Card) -> None:
    """Articles without a date leave the years out."""
    bare = replace(card, sets=(replace(card.sets[0], years=None),))
    assert "published" not in card_text(bare)
