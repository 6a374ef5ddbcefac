"""Senders that stand elsewhere than as the subject: the origin of goods, the other party of a deal, firms, a giver without a verb.

Input: a `Move`. Output: the actor, None where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.surface.actors import Actor
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.move import Move

__all__ = [
    "bought_from",
    "elliptic_giver",
    "gets",
    "giver_by",
    "investors",
    "origin_of",
    "own_actors",
    "party_of",
    "traders",
]

_NEXT: Final = 1
_GOODS: Final = 4
_SCHEMES: Final = frozenset({"program", "programme", "scheme", "initiative", "fund", "facility"})


def origin_of(move: Move) -> Actor | None:
    """Read 'imports of Chadian cotton', 'buy 300 tonnes of Chadian beef'."""
    for actor in move.after:
        at = move.line.at(actor.start)
        counted = move.line.low(at - 1) == "of" or actor.lead in {"of", "more", "some"}
        of_goods = actor.shape == "origin" or (actor.shape == "name" and counted)
        if of_goods and any(0 <= at - move.line.at(end) <= _NEXT for end in (move.word[1], move.thing[1])):
            return actor
    return None


def bought_from(move: Move, target: Actor | None) -> Actor | None:
    """Read 'A, the largest buyer of B-ish crude, imported 1 million barrels'."""
    able = (a for a in move.before if a.shape == "origin" and _of_whom(move, a))
    return next((a for a in able if target is not None and a.code != target.code and a.start > target.end), None)


def party_of(move: Move, target: Actor | None) -> Actor | None:
    """Read 'A signed a contract with B to buy 18 jets'."""
    found = next((a for a in move.before if a.lead == "with"), None)
    if found is None or target is None or found.code == target.code:
        return None
    deals = word_set("flow_grammar", "flow deal nouns")
    return found if any(w.low in deals for w in move.line.words if w.start < found.start) else None


def _of_whom(move: Move, actor: Actor) -> bool:
    return move.line.low(move.line.at(actor.start) - 1) == "of"


def investors(move: Move) -> Actor | None:
    """Give the state whose firms invest: 'A-ish companies invested $5 million in B'."""
    for m in move.line.mentions:
        at = move.line.at(m.end)
        firms = {move.line.low(at), move.line.low(at + 1)} & word_set("flow_grammar", "flow investors")
        if m.kind == "demonym" and m.end <= move.word[0] and firms:
            return Actor(m.start, m.end, m.code, "", "name")
    return None


def traders(move: Move) -> Actor | None:
    """Give the state whose firms or whose goods stand right before the word: 'A-ish cheese makers shipped', 'A-ish olive oil exports'."""
    if move.mover.kind != "export":
        return None
    stops = word_set("flow_grammar", "flow things stop") - {"cash"}
    for m in reversed([m for m in move.line.lands if m.end <= move.word[0]]):
        between = [w for w in move.line.words if m.end <= w.start < move.word[0]]
        lows = [w.low for w in between if w.low not in word_set("flow_grammar", "flow roles aux") | {"'s"}]
        plain = all(w.low == "'s" or (w.low.replace("-", "").isalpha() and not w.capital) for w in between)
        if not plain or not 1 <= len(lows) <= _GOODS or set(lows) & stops:
            return None
        firms = lows[-1] in word_set("flow_grammar", "flow traders")
        if firms if move.mover.verb else m.kind == "demonym":
            return Actor(m.start, m.end, m.code, "", "name")
        return None
    return None


def elliptic_giver(move: Move) -> Actor | None:
    """Give the giver that stands right before a second sum, without a verb of its own."""
    near = (a for a in move.after if a.end + 1 == move.thing[0] and a.lead in {"and", ","})
    return next(near, None)


def own_actors(move: Move) -> list[Actor]:
    """Give the actors after the word up to a comparison, whose doer is another: '600 tonnes against 900 by B'."""
    end = max(move.word[1], move.thing[1])
    compared = word_set("flow_grammar", "flow roles compared")
    stop = next((w.start for w in move.line.words if w.start >= end and w.low in compared), move.line.end)
    return [a for a in move.after if a.start < stop]


def giver_by(move: Move) -> Actor | None:
    """Give the doer behind 'by', but for one who only tells or gets it: 'as told by A', '$5 million, received by A'."""
    others = word_set("flow_grammar", "flow not by") - ({move.low} if move.mover.verb else set())
    able = (a for a in own_actors(move) if a.lead == "by" and move.line.low(_place_of_by(move, a) - 1) not in others)
    return next(able, None) or _programme(move)


def _programme(move: Move) -> Actor | None:
    """Read 'provided under the A-ish Defence Cooperation Program'."""
    for m in move.line.lands if move.mover.kind == "aid" else ():
        at = move.line.at(m.end)
        near = {move.line.low(i) for i in range(at, at + _GOODS + 1)}
        if move.line.lead(m.start) == "under" and near & _SCHEMES:
            return Actor(m.start, m.end, m.code, "under", "name")
    return None


def _place_of_by(move: Move, actor: Actor) -> int:
    at = move.line.at(actor.start)
    return next((i for i in range(at - 1, max(-1, at - _GOODS), -1) if move.line.low(i) == "by"), at)


def gets(move: Move, doer: Actor) -> bool:
    """Tell whether the one before a noun gets what it names: 'A will receive two grants'."""
    between = {w.low for w in move.line.words if doer.end <= w.start < move.word[0]}
    getting = word_set("flow_grammar", "flow roles getting")
    if doer.code in word_set("flow_grammar", "flow channels"):
        getting |= word_set("flow_grammar", "flow roles welcoming")
    prolongs = bool(between & word_set("flow_grammar", "flow roles prolonging"))
    prolongs = prolongs and any(a.lead == "from" for a in move.after)
    return doer.acts and (bool(between & getting) or prolongs)
