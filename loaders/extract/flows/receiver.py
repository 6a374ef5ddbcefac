"""Who receives what a word moves.

Input: a `Move` and its source. Output: the state that receives, None where the clause does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import given_to, led
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.move import Move
    from bilateral.loaders.extract.surface.actors import Actor

__all__ = ["receiver_of"]

_TO: Final = frozenset({"to", "for", "towards", "toward", "into"})
_NOT_GETTING: Final = frozenset({"in", "at", "by", "from", "with", "of"})
_IN: Final = frozenset({"in"})
_DIRECT: Final = 5
_PROGRAMMES: Final = frozenset({"program", "programme"})
_OPENING: Final = 3
_LEAVING: Final = frozenset({"left", "leave", "leaves", "depart", "departed", "bound", "headed"})


def receiver_of(move: Move, source: Actor | None, doer: Actor | None) -> Actor | None:
    """Give the receiver that the words name, the one that gets, or the only other state told of."""
    return (
        _passive(move, source)
        or _receiver(move, source)
        or _getter(move, source, doer)
        or _in_sight(move, source)
        or _visited(move, source)
    )


def _passive(move: Move, source: Actor | None) -> Actor | None:
    """Give the subject that something is given to: 'A was supplied with 300 tonnes by B', 'A has been promised $5 million by B'."""
    if source is None or source.lead not in {"by", "from"} or move.mover.way != "give" or move.thing[0] < move.word[1]:
        return None
    aux, at = word_set("flow_grammar", "flow roles aux"), move.at - 1
    if move.line.low(at) not in word_set("flow_grammar", "flow roles passive"):
        return None
    while move.line.low(at) in aux:
        at -= 1
    able = (a for a in move.before if a.acts and a.code != source.code and move.line.at(a.end) == at + 1)
    return next(able, None)


def _visited(move: Move, source: Actor | None) -> Actor | None:
    """Give the state that opens the sentence as the place of the giving: 'In A, she announced a fund of $2 million'."""
    if source is None or move.mover.kind not in {"aid", "loan"} or move.line.low(0) not in {"in", "while", "during"}:
        return None
    first = next(iter(move.before), None)
    if first is None or not first.place or first.code == source.code or move.line.at(first.start) > _OPENING:
        return None
    capital = any(m.kind == "capital" and m.start == first.start for m in move.line.mentions)
    return None if capital else first


def _receiver(move: Move, source: Actor | None) -> Actor | None:
    """Give who receives: the object right after a verb, what 'to' or 'for' leads in, the home of those helped."""
    able = [
        a for a in move.after if (source is None or a.code != source.code) and (a.shape != "origin" or _port(move, a))
    ]
    earlier = [
        a
        for a in reversed(move.before)
        if (a.lead in {"to", "for"} or given_to(a)) and (source is None or a.code != source.code)
    ]
    able.sort(key=lambda a: a.start < move.thing[1])  # 'gave 10 buses to A and 20 to B'
    close = [a for a in able if a.start - move.word[1] <= _DIRECT and a.shape != "owner"] if move.mover.verb else []
    able = [a for a in able if not (a.lead == "for" and move.line.low(move.line.at(a.start) - 2) in _LEAVING)]
    able = [a for a in able if (a.lead != "in" or not _with_another(move, a)) and not _journey(move, a)]
    ports = frozenset({"at"}) if any(a.shape == "origin" for a in able) else frozenset[str]()
    programme = {"with"} if move.line.low(move.line.at(move.word[1]) - 1) in _PROGRAMMES else set[str]()
    leads = _TO | ports | programme | (_IN if move.mover.kind in {"investment", "aid", "loan"} else frozenset())
    hosts = [a for a in able if a.lead == "from" and not _summed(move, a)] if move.mover.verb else []
    owners = [a for a in able if a.start - move.word[1] <= _DIRECT and move.mover.verb]  # 'supply A's Acme with'
    return next(iter(close), None) or led(able, leads) or next(iter((*hosts, *earlier, *owners)), None)


def _port(move: Move, actor: Actor) -> bool:
    """Tell whether an adjective says where something arrives: 'at the B-ish port of'."""
    follower = move.line.low(move.line.at(actor.end))
    return actor.lead in {"at", "in", "to", "into"} and follower in word_set("flow_grammar", "flow roles ports")


def _summed(move: Move, actor: Actor) -> bool:
    """Tell whether a sum stands before 'from', whose giver follows: '$9 million from A'."""
    at = move.line.at(actor.start) - 1
    at -= move.line.low(at) == "the"
    word = move.line.low(at - 1)
    return word in word_set("flow_grammar", "flows scales") or word[:1].isdigit()


def _journey(move: Move, actor: Actor) -> bool:
    """Tell whether 'to' only tells where somebody goes, or serves: 'during the visit to A', 'the ambassador to A'."""
    at = move.line.at(actor.start) - 1
    at -= move.line.low(at) == "the"
    return actor.lead == "to" and move.line.low(at - 1) in word_set("flow_grammar", "flow journeys")


def _with_another(move: Move, actor: Actor) -> bool:
    """Tell whether another party stands before the place: 'a loan of $7 million with Acme in B'."""
    return any(w.low == "with" for w in move.line.words if move.thing[1] <= w.start < actor.start)


def _getter(move: Move, source: Actor | None, doer: Actor | None) -> Actor | None:
    """Give who gets: 'A secured a loan of $5 million from B', 'A received 300 tons given by B', 'A gets B-ish aid'."""
    if source is None:
        return None
    able = [a for a in move.before if a.acts and a.end <= source.start and a.lead not in _TO | _NOT_GETTING]
    taker = doer if source.lead == "from" else (able[-1] if able else None)
    if taker is None or taker.code == source.code:
        return None
    between = {w.low for w in move.line.words if taker.end <= w.start < source.start}
    return taker if between & word_set("flow_grammar", "flow roles taking") else None


def _in_sight(move: Move, source: Actor | None) -> Actor | None:
    """Give the only other state after what is given: 'A will provide $5 million to repair B's roads'."""
    if source is None or move.mover.kind not in {"aid", "loan"}:
        return None
    never = word_set("flow_grammar", "flow roles never receive")
    after = [a for a in move.after if a.start >= move.thing[1] and a.code != source.code]
    regions = word_set("flow_grammar", "flow roles regions")
    after = [a for a in after if a.lead != "in" or not _with_another(move, a)]
    able = [a for a in after if a.lead not in never and (a.shape != "origin" or a.lead in regions)]
    return able[0] if able and len({a.code for a in after}) == 1 else None
