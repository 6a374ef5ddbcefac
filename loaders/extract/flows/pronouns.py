"""Who gives where the subject is a pronoun: 'she announced', '“we have decided on another $5 million”, the envoy said'.

Input: a `Move`, what is known before it. Output: an `Actor` at the pronoun's place, None where nobody is surely meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.surface.actors import Actor
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.move import Move

__all__ = ["subject_at", "understood_subject"]

_EPITHET: Final = 5
_OFFICE: Final = 5  # 'A's foreign minister said'
_SAYING: Final = frozenset({"said", "says", "told", "added", "announced", "explained", "stated"})


def subject_at(move: Move) -> int:
    """Give the place of the word right before a verb and its helpers."""
    at = move.at - 1
    while at >= 0 and move.line.low(at) in word_set("flow_grammar", "flow roles aux"):
        at -= 1
    return at


def understood_subject(move: Move, known: Memory) -> Actor | None:
    """Give the state for which 'he', 'she' or a quoted 'we' acts, and the one that 'it' or 'the country' takes up."""
    at, pair = subject_at(move), known.pair
    word = move.line.low(at).replace("’", "'").partition("'")[0]
    if not move.mover.verb or at < 0:
        return None
    place = move.line.words[at]
    if word in {"he", "she"}:
        code = pair.person(place.start)
    elif word in {"we", "i"}:
        code = _who_says(move, place.end) or (pair.person(place.start) if pair.quoted(place.start) else None)
        code = code or next(iter(pair.speaker(place.start)), None)
    elif not any(m.end <= place.start for m in move.line.mentions) and _takes_up(move, at):
        code = known.about
    else:
        return None
    shape = "official" if word in {"he", "she", "we", "i"} else "understood"
    return Actor(place.start, place.end, code, "", shape) if code else None


def _takes_up(move: Move, at: int) -> bool:
    """Tell whether the subject is a word for the state told of before: 'it', 'the country', 'the East Asian nation'."""
    word = move.line.low(at)
    bodies = word_set("flow_grammar", "flow subject bodies")
    opens = next((i for i in range(at - 1, max(-1, at - _EPITHET), -1) if move.line.low(i) in {"the", "its"}), at)
    plain = all(move.line.low(i).replace("-", "").isalpha() for i in range(opens + 1, at))
    return word in {"it", "they"} or (word in bodies and opens < at and plain)


def _who_says(move: Move, offset: int) -> str | None:
    """Give the state of the one that says what is quoted: 'the envoy of A said'."""
    speakers = {a.code for a in move.line.actors if a.start > offset and a.acts and _says(move, a)}
    return next(iter(speakers)) if len(speakers) == 1 else None


def _says(move: Move, actor: Actor) -> bool:
    first, last = move.line.at(actor.start), move.line.at(actor.end)
    behind = {move.line.low(last + i) for i in range(_OFFICE if actor.shape == "possessive" else 2)}
    return bool({move.line.low(first - 1), *behind} & _SAYING)
