"""Instruments told by their number alone: '55 agreements were signed between A and B', 'A and B signed a series of agreements'.

Input: a plural mention; all that was found. Output: whether it stands for instruments by itself; what is left where others tell them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.merge import Candidate, Group
    from bilateral.loaders.extract.agreements.state import Standing

__all__ = ["is_total", "without_totals"]

_TIED: Final = frozenset(
    {"between", "talks between", "signers", "with+subject", "with+owner", "pair", "by", "relative"}
)
_POINTING: Final = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "our", "his", "both", "all", "such"}
)
_SURE: Final = frozenset({"asserted", "described"})
_MADE: Final = frozenset({"initial", "reach", "strike", "ratify"})
_PLAIN: Final = frozenset({"document"})
_DONE: Final = frozenset({"signed", "ratified", "in_force", "extended", "agreed"})


def is_total(candidate: Candidate) -> bool:
    """Tell whether several instruments that nothing tells apart were signed between parties that the sentence names."""
    instrument, parties = candidate.instrument, candidate.parties
    if not instrument.plural or instrument.determiner in _POINTING or instrument.type == "framework":
        return False
    signed = any((r.status == "signed" or r.lemma in _MADE) and r.modality in _SURE for r in candidate.readings)
    return parties is not None and parties.rule in _TIED and signed


def without_totals(
    told: Sequence[tuple[Group, Standing]],
) -> tuple[tuple[Group, Standing], ...]:
    """Leave out a mere number of instruments where the article names one or more of them."""
    named = [(found.codes, s.status) for found, s in told if not _is_bare(found) and found.type != "framework"]
    done = {codes for codes, status in named if status in _DONE}
    return tuple((found, s) for found, s in told if not (_is_bare(found) and found.codes in done))


def _is_bare(found: Group) -> bool:
    return all(m.instrument.plural and not m.words - _PLAIN and not m.instrument.codes for m in found.members)
