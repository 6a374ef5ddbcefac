"""Words that name no body though they look like one: 'the partnership', 'political dialogue' between two states.

Input: the mentions of one instrument. Output: yes or no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.merge import Group

__all__ = ["is_mere_talk"]

#: Words that give a dialogue no subject.
_NO_SUBJECT: Final = frozenset(
    {
        "political",
        "bilateral",
        "policy",
        "diplomatic",
        "constructive",
        "mutual",
        "open",
        "high-level",
        "level",
        "active",
        "maintain",
    }
)


def is_mere_talk(found: Group) -> bool:
    """Tell whether 'the partnership', 'political dialogue' is a word for relations: no name, and nothing made of it."""
    if found.type != "framework" or not all(
        m.instrument.noun in word_set("agreement_grammar", "state soft") and not m.instrument.named
        for m in found.members
    ):
        return False
    if any(
        m.instrument.noun == "dialogue" and m.parties and m.words and not m.words & _NO_SUBJECT for m in found.members
    ):
        return False  # 'a counter-narcotics dialogue between the two countries' is a series of talks with a subject
    every = [r for m in found.members for r in m.readings if not r.lemma.startswith("agree")]
    made = {r.status for r in every if r.modality not in {"described", "negation"}}
    begun = any(r.lemma.startswith(("negotiat", "sign")) for r in every)
    return not (made - {"negotiating", "in_force", "extended"} or begun)
