"""The gazetteer as data: no word means two states, folding keeps offsets, phrases shield."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bilateral.loaders.extract.states.gazetteer import entries, scan
from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.loaders.extract.states.statewords import state_words
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.schema.states import states


def test_no_scanned_word_is_ambiguous() -> None:
    """A word that several states have is listed as shared; every other leads to one state."""
    meanings: dict[str, set[str]] = {}
    for state in states().all:
        for word in {*state.names, *state.demonyms, *state.capitals, *state.seats}:
            meanings.setdefault(fold_text(word), set()).add(state.code)
    several = {word for word, codes in meanings.items() if len(codes) > 1}
    assert several <= set(state_words().shared)


def test_every_name_of_a_state_is_found_alone_and_in_capitals() -> None:
    """Each name stands in the gazetteer under its own code, and so does its form in capitals if it is long enough."""
    for state in states().all:
        for name in state.names:
            entry = entries()[fold_text(name)]
            assert entry.code in {state.code, None}, name
            if len(name) > 3 and state.kind != "organization":
                assert fold_text(name).upper() in entries(), name


def test_weak_contested_and_shared_words_are_known() -> None:
    """The lists speak only of words that the gazetteer has, and of codes that exist."""
    words = entries()
    for code, weak in state_words().weak.items():
        assert all(words[fold_text(word)].code == code for word in weak), code
    for word, contested in state_words().contested.items():
        assert words[word].code == contested.code
    for word, codes in state_words().shared.items():
        assert words[word].code == codes[0]
        assert all(code in states() for code in codes)


def test_no_phrase_is_listed_twice() -> None:
    """Each phrase that is no state stands once, and is no name of a state itself."""
    phrases = [fold_text(phrase) for phrase in state_words().phrases]
    assert len(phrases) == len(set(phrases))
    names = {fold_text(name) for state in states().all for name in (state.name, *state.names, *state.people)}
    assert names.isdisjoint(phrases)


def test_a_phrase_shields_the_state_in_it() -> None:
    """Where a phrase that is no state matches, the state inside it is not found."""
    hits = scan(fold_text("from the Gulf of Mexico to Mexico"))
    assert [(hit.entry.surface, hit.entry.code) for hit in hits] == [("Gulf of Mexico", None), ("Mexico", "MEX")]


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    """Every character becomes exactly one."""
    assert len(fold_text(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(
            ["Peru", "U.S.", "Türkiye", " ", "’s", "-", "\n\n", "Chad", "x", ",", "Georgia", "Sino-", "🎌", "Polish"]
        )
    )
)
def test_mentions_are_ordered_apart_and_true(parts: list[str]) -> None:
    """Mentions come in order, never overlap, and their surface is what stands there."""
    body = "".join(parts)
    mentions = find_mentions(body)
    assert all(body[m.start : m.end] == m.surface for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
