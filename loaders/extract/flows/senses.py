"""Words of many senses, which move something only in one of them: 'paid … to', 'took … from', 'A's gold went to'.

Input: a `Move` and its ends. Output: whether it moves goods or gifts here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.move import Move
    from bilateral.loaders.extract.surface.actors import Actor

__all__ = ["moves_here"]


def moves_here(move: Move, source: Actor | None, target: Actor | None) -> bool:
    """Tell whether a word of many senses moves goods or gifts here: 'paid … to', 'took … from', 'A's gold went to'."""
    word = move.low
    if word == "paid":
        return _paid_in(move, target)
    if word in word_set("flow_grammar", "flow takes it") and move.mover.kind == "export":
        return source is not None and target is not None and move.what.quantity is not None and not move.what.people
    if word in word_set("flow_grammar", "flow went") and move.mover.kind == "export":
        return source is not None and target is not None and _of_goods(move, source)
    return source is None or move.line.low(move.line.at(source.end)) not in word_set("flow_grammar", "flow players")


def _of_goods(move: Move, source: Actor) -> bool:
    """Tell whether goods follow their owner or origin: 'A's gold', not 'A's $5 million'."""
    at = move.line.at(source.end)
    at += move.line.low(at) == "'s"
    return source.shape in {"owner", "origin"} and at < len(move.line.words) and move.line.low(at).isalpha()


def _paid_in(move: Move, target: Actor | None) -> bool:
    """Tell whether what is paid is a gift: to a body that only spends on others, or for what one without money needs."""
    if target is not None:
        gifts = word_set("flow_grammar", "flow gift words") | {"crowns"}
        aided = any(w.low in gifts for w in move.line.words)
        return aided or target.code in word_set("flow_grammar", "flow channels")
    after = move.line.at(move.thing[1])
    return move.line.low(after) == "for" and move.line.low(after + 1) not in {"it", "them", "this", "that"}
