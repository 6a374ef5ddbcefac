"""Whether 'a treaty' is another than the one already told of: of another year, or about another thing.

Input: the mentions of a known instrument and a new one. Output: whether the new one stands apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.merge import Candidate

__all__ = ["told_anew"]

_INDEFINITE: Final = frozenset({"a", "an"})


def told_anew(known: Sequence[Candidate], new: Candidate) -> bool:
    """Tell whether an indefinite article brings in a second instrument: 'signed a pact on X. … signed a pact on Y in 2015'."""
    if not _brings_in(new):
        return False
    told = [m for m in known if _brings_in(m) and m.instrument.line != new.instrument.line]
    return _of_another_year(known, new) or _about_another_thing(told, new)


def _brings_in(member: Candidate) -> bool:
    instrument = member.instrument
    return instrument.determiner in _INDEFINITE and not instrument.anaphoric and not instrument.headline


def _of_another_year(known: Sequence[Candidate], new: Candidate) -> bool:
    """Tell whether one was signed in an earlier year and the other just now."""
    signed = [m for m in known if _is_signed(m)]
    return bool(signed) and _is_signed(new) and all(m.early != new.early for m in signed)


def _is_signed(member: Candidate) -> bool:
    return any(r.signed for r in member.readings)


def _about_another_thing(told: Sequence[Candidate], new: Candidate) -> bool:
    """Tell whether each was brought in with what it is about, and they share no word."""
    topics = [m.words for m in told if m.instrument.topic is not None]
    return new.instrument.topic is not None and bool(topics) and not any(words & new.words for words in topics)
