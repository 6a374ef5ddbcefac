"""Promises of the sentence splitter."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.loaders.extract.text.sentences import LONGEST, dateline, split_sentences


def split(body: str) -> list[str]:
    return [body[s.start : s.end] for s in split_sentences(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Malta met Peru. Chile did not.", ["Malta met Peru.", "Chile did not."]),
        (
            "Mr. Berg met Gen. Lund of the U.S. Navy at No. 5, e.g. on Sept. 4.",
            ["Mr. Berg met Gen. Lund of the U.S. Navy at No. 5, e.g. on Sept. 4."],
        ),
        ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
        ("He met J. R. Berg Jr. of Norway.", ["He met J. R. Berg Jr. of Norway."]),
        ("“We agreed.” The minister left.", ["“We agreed.”", "The minister left."]),
        ('"We agreed." The minister left.', ['"We agreed."', "The minister left."]),
        ("“Did you agree?” he asked.", ["“Did you agree?” he asked."]),
        ("It rose 3.5 percent to $2.4 million.", ["It rose 3.5 percent to $2.4 million."]),
        ("Wait... They came.", ["Wait...", "They came."]),
        ("Trade grew in Peru.Memoranda were signed.", ["Trade grew in Peru.", "Memoranda were signed."]),
        ("See www.trade.gov.example for more.", ["See www.trade.gov.example for more."]),
    ],
)
def test_full_stops(body: str, expected: list[str]) -> None:
    """A full stop ends a sentence unless it belongs to an abbreviation, a number, an initial or an address."""
    assert split(body) == expected


def test_headlines_and_bullets_end_sentences() -> None:
    """A line without a full stop is a sentence, and so is each bullet, without its sign."""
    body = "Malta opens embassy\n\n  • The first in ten years\n  - Peru is glad\n* Chile too\n\nMalta opened it."
    assert split(body) == [
        "Malta opens embassy",
        "The first in ten years",
        "Peru is glad",
        "Chile too",
        "Malta opened it.",
    ]


def test_bullets_inside_a_line_part_sentences() -> None:
    """Bullets that were run together into one line are parted."""
    assert split("They agreed on:* trade in fish;* a joint council.") == [
        "They agreed on:",
        "trade in fish;",
        "a joint council.",
    ]


def test_wrapped_lines_are_joined() -> None:
    """A paragraph that was wrapped by hand is read as a whole."""
    body = "The minister of trade of Malta met the minister of trade of\nPeru in Lima on Monday and talked of fish and ferries in the\nsouth. They agreed."
    assert len(split(body)) == 2


@pytest.mark.parametrize(
    "opening",
    [
        "LIMA:",
        "PARIS, Nov 14 (Reuters) -",
        "Colombo (AFP) –",
        "YEREVAN, May 21. /TASS/.",
        "NAIROBI, Kenya (AP) —",
        "Oslo, June 16 (Harbour News) -",
        "(Reuters) -",
        "GAZA STRIP:",
        "NEW DELHI",
    ],
)
def test_datelines_are_cut_off(opening: str) -> None:
    """Place, day and agency before the first words are no part of the sentence."""
    body = f"{opening} Malta opened an embassy."
    assert split(body) == ["Malta opened an embassy."]
    assert dateline(body) == ((0, len(opening)),)


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY LUND: Good morning.",
        "Interior Minister: he left.",
        "MALTA AND PERU: THE TALKS GO ON",
        "Peru - the state - agreed.",
        "SINGAPORE Minister Tan left.",
        "LIMA MINISTER LEAVES",
    ],
)
def test_other_openings_stay(line: str) -> None:
    """A speaker's label, a headline in capitals and a dash are no datelines."""
    assert split(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ships lie in Valletta on May 2, 2021. (Photo courtesy: AFP)",
        "Short Url",
        "Follow",
        "Updated 04 March 2023",
        "Read more: Malta and Peru",
        "Advertisement",
        "Copyright 2024 Harbour News",
        "By Anna Lund",
        "Image copyright Harbour Image caption Ships lie in port",
        "https://harbour.example/1",
        " - date published: 2021-03-04T11:20:05+00:00",
    ],
)
def test_the_page_around_a_story_is_left_out(line: str) -> None:
    """Captions, buttons, bylines and the like give no sentence."""
    assert split(f"{line}\n\nMalta opened it.") == ["Malta opened it."]


def test_long_sentences_are_cut_after_a_clause() -> None:
    """No sentence is longer than the bound, and none is cut within a word."""
    parts = split("Malta, Peru and Chile; " * 5000)
    assert max(map(len, parts)) <= LONGEST
    assert all(p[0] in "MPC" for p in parts)


PIECES = st.sampled_from([*"ab AB.!?…\n\r\t*•–—“”'():;,1\u00e9\x00", "U.S. ", "Mr. ", "(AFP) - ", "\r\n", " - "])


@given(st.lists(PIECES).map("".join))
def test_sentences_lie_in_order_and_verbatim(body: str) -> None:
    """Whatever the text, sentences are stripped slices in order, none over another, numbered from 0."""
    sentences = split_sentences(body)
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert all(body[s.start : s.end].strip() == body[s.start : s.end] != "" for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@pytest.mark.parametrize(
    "piece", ["a", "word ", ". ", "x\n", " ", "(", ".”", "* a ", "A B ", "Updated 04 March 2023\n"]
)
def test_time_grows_with_length(piece: str) -> None:
    """Twice the text takes about twice the time."""

    def seconds(size: int) -> float:
        body = piece * (size // len(piece))
        start = time.process_time()
        split_sentences(body)
        return time.process_time() - start

    seconds(10_000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.01)
