"""Agencies, funds and banks that act for a state though their name does not hold the state's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["agencies_in", "agency_names", "short_names"]

_BRACKETS: Final = re.compile(r"\s?\(([A-Z][A-Za-z]{2,8})\)")


@cache
def agency_names() -> PhraseIndex[str]:
    """Give the index of the agencies of lexicon/agencies.yaml, by the code of their state."""
    return PhraseIndex((name, code) for code, names in word_lists("agencies").items() for name in names)


@lru_cache(maxsize=2)  # every step and every sentence asks for the same body
def agencies_in(body: str) -> tuple[Hit[str], ...]:
    """Give the agencies that a text names."""
    return tuple(agency_names().find(body))


@lru_cache(maxsize=2)
def short_names(body: str) -> Mapping[str, str]:
    """Give the letters that stand in brackets behind the name of an agency: 'the Kuwait Fund (KFAED)'."""
    found = ((hit.value, _BRACKETS.match(body, hit.end)) for hit in agencies_in(body))
    return {match[1]: code for code, match in found if match}
