"""The lexicon: what extraction knows of words, read from `loaders/lexicon/NAME.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bilateral.errors import InputError
from bilateral.schema.yamlio import load

__all__ = ["read_lexicon", "word_lists", "word_set"]


@cache
def read_lexicon(name: str) -> object:
    """Read one file of the lexicon, as it stands."""
    file = files("bilateral.loaders") / "lexicon" / f"{name}.yaml"
    return load(file.read_text(encoding="utf-8"), f"lexicon/{name}.yaml")


@cache
def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Read a file that holds lists of words or phrases by key."""
    found = read_lexicon(name)
    if not isinstance(found, dict):
        raise InputError(
            "not a mapping", place=f"lexicon/{name}.yaml", remedy="Write `key:` with a list of words below."
        )
    return {str(key): _words(value, f"lexicon/{name}.yaml: {key}") for key, value in found.items()}


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Give one list of a file of word lists as a set."""
    return frozenset(word_lists(name)[key])


def _words(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise InputError("not a list of words", place=place, remedy="Write one `- word` a line below the key.")
    return tuple(str(item) for item in value)
