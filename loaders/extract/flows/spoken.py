"""Who speaks of a transfer as its own: 'Exports to A rose, B's statistics office said', 'we will give'.

Input: a `Move` and its named end. Output: whether the other end is the one that speaks; the word that stands as the verb's subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.pronouns import subject_at
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.move import Move
    from bilateral.loaders.extract.surface.actors import Actor

__all__ = ["agent_word_at", "home_speaks", "reported", "subject_word", "we_say"]

_DAYS: Final = frozenset({"yesterday", "today", "on"})


def reported(move: Move, known: Actor) -> bool:
    """Tell whether the other speaks of its own: 'Exports to A rose to …, B's statistics office said'."""
    last = next((a for a in reversed((*move.before, *move.after)) if a.code != known.code), None)
    said = last is not None and any(w.low in {"said", "says"} for w in move.line.words if w.start > last.end)
    return said and move.mover.way in {"thing", "taken"}


def we_say(move: Move, known: Actor) -> bool:
    """Tell whether the other says 'we': '“We will give $5 million to A,” B's minister said'."""
    last = next((a for a in reversed(move.after) if a.code != known.code), None)
    said = last is not None and any(w.low in {"said", "says", "told"} for w in move.line.words if w.start > last.end)
    return said and subject_word(move) in {"we", "i"}


def home_speaks(move: Move) -> bool:
    """Tell whether the article's own voice sends or takes: 'we will provide', 'the cabinet agreed to accept a loan from B'."""
    taking = word_set("flow_grammar", "flow roles taking")
    if not move.mover.verb and any(w.low in taking for w in move.line.words if w.start < move.word[0]):
        return any(a.lead == "from" for a in move.after)
    return move.mover.verb and subject_word(move) in {"we", "i", "government"}


def subject_word(move: Move) -> str:
    """Give the word right before a verb and its helpers."""
    return move.line.low(subject_at(move))


def agent_word_at(move: Move) -> int:
    """Give the place of the word before a verb, its helpers and the day left aside: 'donors on Monday pledged'."""
    at = subject_at(move)
    while move.line.low(at) in _DAYS or move.line.low(at).endswith("day"):
        at -= 1
    return at
