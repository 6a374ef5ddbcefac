"""Areas: phrases name the fields of cooperation, the longest phrase first."""

from __future__ import annotations

import pytest

from bilateral.loaders.extract.text.areas import areas_in, find_areas
from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex, fold_phrase


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("countering the financing of terrorism", ("terrorist-financing",)),
        ("cooperation in meat, fresh fruit and standards compliance", ("agriculture", "trade")),
        ("the Avoidance of Double Taxation", ("investment", "finance")),
        ("Air Services Agreements", ("transport",)),
        ("higher education and health-care", ("education", "health")),
        ("the Security Council met", ()),
        ("the World Bank said", ()),
    ],
)
def test_phrases_name_areas(text: str, areas: tuple[str, ...]) -> None:
    """A text gives its areas in the order in which it names them; look-alikes give none."""
    assert find_areas(text) == areas


def test_only_the_passage_counts() -> None:
    """Words outside the passage, and those of an office, name no area."""
    body = "Trade Minister Ana Ruiz spoke of fisheries and mining."
    assert areas_in(body, 0, len(body), [(0, 23)]) == ("fisheries", "mining")
    assert areas_in(body, body.index("mining"), len(body)) == ("mining",)


def test_no_phrase_is_lost_to_folding() -> None:
    """No two phrases of different areas fold to the same words, for only one of them could be found."""
    lists = word_lists("areas")
    folded: dict[str, set[str]] = {}
    for phrases in lists.values():
        for phrase in phrases:
            folded.setdefault(fold_phrase(phrase), set()).add(phrase)
    clashes = {key: same for key, same in folded.items() if len(same) > 1}
    areas = {key: {frozenset(a for a, ps in lists.items() if p in ps) for p in same} for key, same in clashes.items()}
    assert not {key for key, groups in areas.items() if len(groups) > 1}


def test_longest_phrase_wins_and_none_overlaps() -> None:
    """Of phrases at one place the longest is given, and the search goes on behind it."""
    index = PhraseIndex([("free trade", 1), ("trade", 2), ("free trade area", 3)])
    assert [hit.value for hit in index.find("Free-trade areas and trades, free trade")] == [3, 2, 1]
