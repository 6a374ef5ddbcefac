"""The other states of a sentence that may be an end of what one of them gives or gets.

Input: a `Move` and the end that is known. Output: mentions; firms, places, speakers and those that wage war are left aside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.move import Move
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["lead_of", "only_says", "others_in"]

_SAID: Final = frozenset({"said", "says", "told", "according", "reported", "added", "quoted"})
_NEAR: Final = 4
_FIRM: Final = 3


def others_in(move: Move, known: Actor) -> list[StateMention]:
    """Give the other states of the sentence but those that only say so, and those that others are helped against."""
    through = word_set("flow_grammar", "flow roles through")
    kept = [m for m in move.line.lands if m.code != known.code and lead_of(move, m) not in through]
    kept = [m for m in kept if not _private(move, m) and not (_aggressor(move, m) or _counted(move, m))]
    return [m for m in kept if not only_says(move, m) and not (m.kind == "capital" and _only_place(move, m))]


def _private(move: Move, mention: StateMention) -> bool:
    """Tell whether a state's adjective stands before a firm: 'a Chadian hotel chain'."""
    at = move.line.at(mention.end)
    firms = word_set("flow_grammar", "flow private firms")
    article = move.line.low(move.line.at(mention.start) - 1) in {"a", "an", "another"}
    return mention.kind == "demonym" and article and bool({move.line.low(at + i) for i in range(_FIRM)} & firms)


def _counted(move: Move, mention: StateMention) -> bool:
    """Tell whether a state has a number of its own: 'A got $2 million, B $1 million'."""
    at = move.line.at(mention.end)
    at += move.line.low(at) in {"is", "will", "was", "to"}
    at += move.line.low(at) in {"to", "be"}
    word = move.line.words[at].text if at < len(move.line.words) else ""
    own = word[:1].isdigit() or word[:1] in {"$", "€", "£"} or word in word_set("flow_grammar", "flow row getting")
    return move.mover.way == "take" and mention.kind == "name" and own


def _only_place(move: Move, mention: StateMention) -> bool:
    """Tell whether a capital is but where it is said: 'in Oslo'; a subject seated there, and an arrival, are more."""
    if lead_of(move, mention) not in {"in", "at"}:
        return False
    at = move.line.at(mention.start) - 1
    arrives = bool({move.line.low(i) for i in (at - 1, at - 2)} & word_set("flow_grammar", "flow arriving"))
    opens = any(move.line.words[i].sign for i in range(at)) or at <= 0
    seated = move.mover.way == "take" and mention.end < move.word[0] and not opens
    return not (arrives or seated)


def _aggressor(move: Move, mention: StateMention) -> bool:
    """Tell whether a state is named as the one that wages war: 'since A invaded B', 'against A's invasion'."""
    at = move.line.at(mention.end)
    return bool({move.line.low(at + i) for i in range(_FIRM)} & word_set("flow_grammar", "flow wars"))


def lead_of(move: Move, mention: StateMention) -> str:
    """Give the word right before a state."""
    return move.line.low(move.line.at(mention.start) - 1)


def only_says(move: Move, mention: StateMention) -> bool:
    """Tell whether the state only speaks: 'according to A', 'A's minister said'."""
    at = move.line.at(mention.start)
    if {move.line.low(i) for i in range(max(0, at - _NEAR), at)} & {"according"}:
        return True
    behind = [w.low for w in move.line.words[at:] if not w.sign][:12]
    return mention.start > move.thing[1] and bool(set(behind) & _SAID)
