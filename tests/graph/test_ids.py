"""Ids are readable, stable, made of content, and can stand anywhere."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.graph import ids

SAFE = set(string.ascii_lowercase + string.digits + "-")


@given(st.text())
def test_slug_is_plain_ascii_of_bounded_length(text: str) -> None:
    """Whatever the name, its slug holds only a-z, 0-9 and inner hyphens, and is never empty unless the name says nothing."""
    made = ids.slug(text)
    assert set(made) <= SAFE
    assert len(made) <= 48 + 7
    assert made == made.strip("-")


@given(st.text(), st.text())
def test_names_in_other_scripts_stay_apart(one: str, other: str) -> None:
    """Where letters are lost in folding, two different names have two different slugs."""
    first, second = unicodedata.normalize("NFC", "Ж" + one), unicodedata.normalize("NFC", "Ж" + other)
    assert (ids.slug(first) == ids.slug(second)) == (first == second)


def test_scripts_and_accents() -> None:
    """Accents fold away; letters without a Latin form leave a hash."""
    assert ids.slug("Tomaž Mencin") == "tomaz-mencin"
    assert ids.slug("Bjørn Ærø") == "bjorn-aero"
    assert ids.slug("O’Brien") == "obrien"
    assert ids.slug("Иван") != ids.slug("Пётр")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_digest_depends_on_content_only(value: object) -> None:
    """Equal values have equal digests of the asked length; a whole float is its integer."""
    assert ids.digest(value) == ids.digest(value)
    assert len(ids.digest(value, 6)) == 6
    assert ids.digest([value, 3.0]) == ids.digest([value, 3])


def test_article_ids_never_collide_by_slug() -> None:
    """Articles whose own ids differ only in signs that a slug drops stay two."""
    assert ids.article("wire-1") == "article/wire-1"
    assert ids.article("wire 1") != ids.article("wire/1") != ids.article("wire-1")
    assert not set(ids.article("a > b\n")) & set("> \n")


def test_many_parties_make_a_short_id() -> None:
    """A convention of thirty states still has a short id, and its order does not matter."""
    codes = [f"A{first}{second}" for first in "ABCDE" for second in "ABCDEF"]
    assert ids.parties(["TJK", "PAK"]) == "pak-tjk"
    assert ids.parties(codes) == ids.parties(reversed(codes))
    assert len(ids.parties(codes)) < 40


@pytest.mark.parametrize("text", ["", "–", "   "])
def test_a_name_that_says_nothing_has_a_hash_or_nothing(text: str) -> None:
    """A name without letters still gives a usable slug."""
    assert set(ids.slug(text)) <= SAFE
