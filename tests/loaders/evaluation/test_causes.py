"""Every missed fact has a cause: how far its sentence came on its way through the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.evaluation.card import measure, measure_set
from bilateral.loaders.evaluation.card_text import card_text
from bilateral.loaders.evaluation.causes import CAUSES, count_causes
from bilateral.loaders.evaluation.report import evaluate
from bilateral.loaders.evaluation.sample import Sample, documents_of, read_sample

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

#: A sentence, a fact that is noted of it, and why the rules miss that fact.
MISSED = {
    "Chad may attack Togo.": ("ASSAULT", "taken as not so: planned, possible, negated, history"),
    "A Chadian grocer accused Togo of greed.": ("ACCUSE", "a phrase that acts for a state was not known as one"),
    "Between Chad and Togo lies a wide plain.": ("COERCE", "the word is known to no rule"),
    "Farmers sowed millet at dawn.": ("AID", "too few states are in reach of the sentence"),
    "Chad accused Togo of greed.": ("SANCTION", "read as another fact: other states, type or time"),
}


def sample(folder: Path, sentence: str, sort: str, quote: str | None = None) -> Sample:
    """A set of one article with one noted event."""
    (folder / "gold").mkdir(parents=True)
    (folder / "texts").mkdir()
    (folder / "texts" / "A.txt").write_text(f"Title\n2024-05-16\n\n{sentence}\n", encoding="utf-8")
    quoted = sentence[:12] if quote is None else quote
    (folder / "gold" / "A.yaml").write_text(
        f"article: {{id: A, published: 2024-05-16}}\ncountries: [TCD, TGO]\n"
        f"events:\n  - {{type: {sort}, source: [TCD], target: [TGO], quote: '{quoted}'}}\n",
        encoding="utf-8",
    )
    return read_sample(folder / "gold")


def causes(noted: Sample) -> Counter[tuple[str, str]]:
    """What the set's own report says was missed, by cause."""
    return count_causes(noted, evaluate(noted.gold, documents_of(noted.raw), noted.texts))


@pytest.mark.parametrize("sentence", MISSED, ids=str)
def test_the_cause_is_the_step_that_let_it_go(sentence: str, tmp_path: Path) -> None:
    """The reason that `why-not` gives, in a class that counts."""
    sort, cause = MISSED[sentence]
    assert cause in CAUSES
    assert causes(sample(tmp_path, sentence, sort)) == {("events", cause): 1}


def test_a_fact_that_no_sentence_tells_is_counted_too(tmp_path: Path) -> None:
    """Its quote stands in the title, or runs over sentences."""
    found = causes(sample(tmp_path, "Chad lies inland.", "AID", quote="nowhere to be found"))
    assert found == {("events", "not told in one sentence, or in the title only"): 1}


def test_the_card_shows_the_causes(tmp_path: Path) -> None:
    """A table by kind of fact, the most frequent cause first."""
    page = card_text(measure([measure_set(sample(tmp_path, "Chad may attack Togo.", "ASSAULT"), "one")]))
    assert "### Why facts were missed" in page
    assert "| taken as not so: planned, possible, negated, history | 0 | 1 | 0 | 1 | 1.000 |" in page


def test_the_card_tells_what_each_cause_would_gain(tmp_path: Path) -> None:
    """The mean over the four kinds if its facts were found too: three kinds have none and are whole, events go from 0 to 2/3."""
    page = card_text(measure([measure_set(sample(tmp_path, "Chad accused Togo of greed.", "SANCTION"), "one")]))
    assert "Mean F1 of officials, agreements, events and flows: 0.750." in page
    assert (
        "| read as another fact: other states, type or time | 0 | 1 | 0 | 1 | 0.917 |" in page
    )  # 2 found, 1 right of 1
