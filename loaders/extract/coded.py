"""The one event that passes between two given actors: its type and mode, its status, the word that tells it, the rule, how sure.

Input: a sentence and the words in it for who acts and for whom it is done to. Output: `Coded`, None where nothing is told. An agreement
between the two is an event here: SUPPORT where it is signed or further (CAMEO 057 in PLOVER's published table), AGREE before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.given import chosen, find_actors, read_given
from bilateral.schema.facts import Agreement, Event

if TYPE_CHECKING:
    from bilateral.schema.facts import Trace

__all__ = ["Coded", "code", "type_of_agreement"]

_BY_WORDS: Final = "words"
_SIGNED: Final = frozenset({"signed", "ratified", "in_force", "extended"})


@dataclass(frozen=True, slots=True)
class Coded:
    """A PLOVER type with mode and status; `rule` is the frame's name, or `words` where the plain words told it."""

    type: str
    mode: str | None
    status: str
    word: str
    rule: str
    confidence: float


def code(text: str, source: str, target: str) -> Coded | None:
    """Give what passes between the two; raise InputError where their words do not stand in the text."""
    found = chosen(read_given(text, *find_actors(text, source, target)))
    if found is None:
        return None
    if isinstance(found, Event):
        return Coded(found.type, found.mode, found.status, *_told(found.trace))
    if isinstance(found, Agreement):
        return Coded(type_of_agreement(found), None, "occurred", *_told(found.trace))
    return Coded(found.type, found.mode or None, found.status, found.word.text, _BY_WORDS, found.confidence)


def type_of_agreement(agreement: Agreement) -> str:
    """Give the type of event that an agreement is, as PLOVER's table has it."""
    return "SUPPORT" if agreement.status in _SIGNED else "AGREE"


def _told(trace: Trace) -> tuple[str, str, float]:
    word = next((role.quote for role in trace.roles if role.name in {"trigger", "noun"}), "")
    return word, trace.rule or "", trace.confidence or 0.0
