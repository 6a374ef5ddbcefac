"""A small annotated set, written for these tests: what it says is invented."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "A1": "Nairobi hosts guests\n2024-05-02\n\nThe president of Kenya visited Japan on Monday. Kenya accused Uganda of greed.\n",
    "A2": "Lanterns light the harbour\n2023-11-20\n\nHundreds of lanterns were lit at the harbour of Lome. Togo accused Ghana of theft.\n",
}
GOLD = """\
article: {id: A1, title: Nairobi hosts guests, published: 2024-05-02}
countries: [KEN, JPN, UGA]
events:
  - {type: CONSULT, mode: visit, source: [KEN], target: [JPN], date: 2024-04-29}
  - {type: SANCTION, source: [KEN], target: [UGA]}
---
article: {id: A2, title: Lanterns light the harbour, published: 2023-11-20}
countries: [TGO, GHA]
"""


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """A folder of gold facts with the texts beside it: one event right, one missed, two found that gold does not have."""
    gold, texts = tmp_path / "small", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (gold / "facts.yaml").write_text(textwrap.dedent(GOLD), encoding="utf-8")
    for name, text in TEXTS.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    return gold
