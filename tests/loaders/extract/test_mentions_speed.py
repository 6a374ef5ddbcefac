"""Finding mentions takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import time

import pytest

from bilateral.loaders.extract.states.mentions import find_mentions

PROSE = "The envoy of Peru spoke with officials from Chile about copper, water and the long road between the two. "
TEN_THOUSAND = 10_000


def seconds(text: str) -> float:
    """CPU time of one call."""
    begin = time.process_time()
    find_mentions(text)
    return time.process_time() - begin


def test_five_megabytes_of_prose() -> None:
    """5 MB take a few seconds at most (1 s where this was written)."""
    find_mentions(PROSE)
    text = PROSE * (5_000_000 // len(PROSE))
    assert seconds(text) < 20


def test_ten_thousand_names_in_one_sentence() -> None:
    """Each of 10,000 names is found, in bounded time."""
    text = " and ".join(["Peru"] * TEN_THOUSAND)
    begin = time.process_time()
    assert len(find_mentions(text)) == TEN_THOUSAND
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "word", ["Georgia, ", "US ", "Chad Smith ", "Mr. Jordan ", "GEORGIA\n", "Korea ", "-Pak-", "'"]
)
def test_hard_words_do_not_pile_up(word: str) -> None:
    """Eight times as much text takes about eight times as long, never the square of it, in the best of three runs."""
    find_mentions(word)
    short = max(seconds(word * 2_000), 0.01)
    assert min(seconds(word * 16_000) for _ in range(3)) < 40 * short
