"""No text makes extraction slower than its length: four times the text takes about four times the time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Callable

#: What is repeated, and how often in the shorter text. Twelve times the time for four times the text would be no noise.
TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
    "sentences": (lambda n: "Norway's minister met his Chadian counterpart on Monday. Rain fell.\n\n" * n, 60),
    "states in one sentence": (lambda n: "The envoys of " + "Norway, Chad, " * n + "and Peru met.", 300),
    "titles in one sentence": (lambda n: "Foreign Minister Anna Lund, " * n + "met Chad's president.", 150),
    "dates and sums": (lambda n: "On 3 May 2021 Norway gave Chad $5 million. " * n, 60),
    "empty lines": (lambda n: "Norway met Chad." + "\n" * n, 15_000),
    "open brackets": (lambda n: "Norway (" * n + "met Chad.", 400),
}
MOST = 12


def seconds(text: str) -> float:
    told = article(text)
    began = time.perf_counter()
    extract(told)
    return time.perf_counter() - began


@pytest.mark.parametrize("name", TEXTS, ids=str)
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    """The better of three tries, since machines are noisy; a square would take sixteen times the time."""
    make, size = TEXTS[name]
    seconds(make(size // 4))
    ratios = [seconds(make(4 * size)) / seconds(make(size)) for _ in range(3)]
    assert min(ratios) < MOST, ratios
