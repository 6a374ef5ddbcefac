"""An end that the clause leaves out, from the rest of the sentence or from the transfer told before.

Input: a `Move`, which of its ends are named, what was told before. Output: `Ends`, None where neither tells the other end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.flows.others import lead_of, only_says, others_in
from bilateral.loaders.extract.flows.words import GIVEN, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.move import Move
    from bilateral.loaders.extract.flows.trade import Told
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["recalled"]

_TO: Final = frozenset({"to", "for"})
_IT: Final = frozenset({"it", "them", "him", "her"})
_THE: Final = frozenset({"the", "his", "her", "their"})
_NOUNS: Final = frozenset({"thing", "taken"})
_TRADED: Final = frozenset({"export", "investment", "remittance"})
_OWNER: Final = 6
_BEHIND: Final = 4
_PASSIVE: Final = 5
_SHARED: Final = frozenset({"each", "both", "jointly", "together"})


def recalled(move: Move, source: Actor | None, target: Actor | None, memory: Memory) -> Ends | None:
    """Give both ends where one is named and the sentence or the transfer told before has the other."""
    known = source or target
    if known is None:
        return _as_before(move, memory.fresh)
    if (source is not None and target is not None) or _jointly(move, known):
        return None
    return _with_other(move, known, memory, sends=source is not None)


def _with_other(move: Move, known: Actor, memory: Memory, *, sends: bool) -> Ends | None:
    """Give the ends by what the clause takes up, else by what is surely meant."""
    if (code := _taken_up(move, known, memory, sends=sends)) is not None:
        return _ends(known, code, sends=sends, spans=(), rule="as before")
    if known.shape == "understood":
        return _as_before(move, memory.fresh) or _beside(move, known, memory, sends=sends)
    sure = _surely(move, known) or (sends and (_from_giver(move, known) or _is_provided(move, known)))
    return _beyond(move, known, memory, sends=sends) if sure else _again(move, known, memory.fresh, sends=sends)


def _beside(move: Move, known: Actor, memory: Memory, *, sends: bool) -> Ends | None:
    """Read 'A's minister met B's. The kingdom will give $5 million': B gets, as the only other state told of before."""
    beside = memory.near - {known.code}
    given = move.mover.kind in GIVEN and move.mover.way in {"give", "take"} and not others_in(move, known)
    if not given or len(beside) != 1 or _for_own(move) or not memory.helps(move.line):
        return None
    return _ends(known, next(iter(beside)), sends=sends, spans=(), rule="as before")


def _again(move: Move, known: Actor, topic: Told | None, *, sends: bool) -> Ends | None:
    """Give the ends told right before where the clause names the same giver or receiver again."""
    same = topic is not None and known.code == (topic.source if sends else topic.target)
    return _as_before(move, topic) if same else None


def _beyond(move: Move, known: Actor, memory: Memory, *, sends: bool) -> Ends | None:
    """Give the ends where the rest of the sentence, or the transfer told before, has the other."""
    others = {m.code: m for m in others_in(move, known)} or _sayer(move, known, sends=sends)
    if len(others) == 1 and move.mover.kind in GIVEN:
        other = next(iter(others.values()))
        if sends and lead_of(move, other) == "with" and _of_loan(move, other):
            return _borrowed(move, known, other)
        return _ends(known, other.code, sends=sends, spans=((other.start, other.end),), rule="in the sentence")
    code = _told_other(move, known, set(others), memory, sends=sends)
    return _ends(known, code, sends=sends, spans=(), rule="as before") if code else None


def _sayer(move: Move, known: Actor, *, sends: bool) -> dict[str, StateMention]:
    """Give the one who says that it got: 'The ministry received $5 million from A, B's minister said'."""
    told = [m for m in move.line.lands if m.code != known.code and only_says(move, m)]
    gets = sends and (move.mover.way == "take" or known.lead == "by") and len({m.code for m in told}) == 1
    return {m.code: m for m in told} if gets else {}


def _of_loan(move: Move, other: StateMention) -> bool:
    words = {w.low for w in move.line.words if move.word[0] <= w.start < other.start}
    return bool(words & word_set("flow_grammar", "flow roles debts"))


def _borrowed(move: Move, known: Actor, other: StateMention) -> Ends | None:
    """Read 'A's parliament approved a loan agreement with B': A borrows; one that only signs may do either."""
    between = {w.low for w in move.line.words if known.end <= w.start < move.word[1]}
    if not between & word_set("flow_grammar", "flow roles approving"):
        return None
    return _ends(known, other.code, sends=False, spans=((other.start, other.end),), rule="in the sentence")


def _taken_up(move: Move, known: Actor, memory: Memory, *, sends: bool) -> str | None:
    """Give the state of the sentence before that the clause takes up: 'for it', 'sold 300 tonnes there', 'Exports to A rose to'."""
    rest, named = memory.near - {known.code}, {m.code for m in move.line.mentions} - {known.code}
    if len(rest) != 1 or named:
        return None
    after = [w.low for w in move.line.words if w.start >= move.word[1]]
    there = "there" in after or (sends and (_for_it(after) or (move.mover.verb and _object_is_whole(after))))
    noun = move.mover.way in _NOUNS and known.lead in {"to", "from"} and memory.near == {memory.about}
    noun = noun and move.mover.kind in _TRADED and move.line.low(move.line.at(known.end)) != "'s"
    return next(iter(rest)) if there or noun else None


def _object_is_whole(after: Sequence[str]) -> bool:
    """Tell whether the object of a verb takes a state up: 'sold it', 'will give the country'."""
    whole = word_set("flow_grammar", "flow whole states")
    return bool(_IT & set(after[:1])) or (after[:1] == ["the"] and bool(whole & set(after[1:2])))


def _for_it(words: Sequence[str]) -> bool:
    return any(a in _TO and b in _IT for a, b in pairwise(words))


def _told_other(move: Move, known: Actor, others: set[str], memory: Memory, *, sends: bool) -> str | None:
    """Give the other end of the transfer told before, or the only other state of the sentence before."""
    topic, given = memory.topic, move.mover.kind in GIVEN
    beside = memory.near - {known.code}
    if topic is None:
        close = given and not others and len(beside) == 1 and not _for_own(move)
        close = close and (memory.needs or known.code in memory.near or _meant(move))
        return next(iter(beside)) if close else None
    ends = {topic.source, topic.target}
    if (move.mover.way == "take" and not given) or not others <= ends or not _alike(move, topic):
        return None
    code = topic.target if sends else topic.source
    related = known.code in ends or given or bool(others)
    return code if related and code != known.code else None


def _meant(move: Move) -> bool:
    """Tell whether a pronoun or 'the country' behind the verb stands for who gets it: 'lent it', 'will give the country'."""
    after = [w.low for w in move.line.words if w.start >= move.word[1]]
    whole = word_set("flow_grammar", "flow whole states")
    return bool(_IT & set(after)) or any(a in _THE and b in whole for a, b in pairwise(after))


def _for_own(move: Move) -> bool:
    """Tell whether what is given stays with the giver: 'allocated $5 million for its own schools', 'paid for his stay'."""
    after = [w.low for w in move.line.words if w.start >= move.thing[1]]
    return any(a == "for" and b in {"its", "his", "her", "their", "our"} for a, b in pairwise(after))


def _as_before(move: Move, topic: Told | None) -> Ends | None:
    """Give the ends of the transfer told right before to a clause that names no other: 'It shipped another 300 tonnes'."""
    if topic is None or not _alike(move, topic) or _for_many(move):
        return None
    codes = {*(m.code for m in move.line.mentions), *(a.code for a in move.line.actors)}
    passive = move.mover.way in {"give", "thing"} and topic.way in {"give", "thing"}
    at = move.at
    near = {move.line.low(i) for i in range(max(0, at - _OWNER), at)}
    if move.mover.kind == "export" and not near & word_set("flow_grammar", "flow roles selves"):
        return None
    if not passive or not codes <= {topic.source, topic.target}:
        return None
    return Ends(topic.source, topic.target, (), "as before")


def _for_many(move: Move) -> bool:
    """Tell whether a sum is that of many: '264 credit lines, covering 62 countries', 'donors pledged $4 billion'."""
    return any(w.low in {"countries", "nations", "worldwide", "globally", "donors"} for w in move.line.words)


def _ends(known: Actor, other: str, *, sends: bool, spans: tuple[tuple[int, int], ...], rule: str) -> Ends:
    source, target = (known.code, other) if sends else (other, known.code)
    return Ends(source, target, ((known.start, known.end), *spans), rule)


def _surely(move: Move, known: Actor) -> bool:
    """Tell whether the named end is the doer of a verb of giving or taking: nouns that lean on a state are less sure."""
    between = {w.low for w in move.line.words if known.end <= w.start < move.word[0]}
    takes = bool(between & word_set("flow_grammar", "flow roles getting"))
    takes = takes or move.low == "available"
    return (move.mover.verb or takes) and known.acts and (known in move.before or known.shape == "official")


def _from_giver(move: Move, known: Actor) -> bool:
    """Tell whether what is given comes from a giver who is named right behind it: 'a grant from A', '$5 million from A'."""
    if known.lead not in {"from", "by"} or move.mover.kind not in GIVEN or known.start < move.thing[1]:
        return False
    at, low = move.line.at(known.start), move.line.at(max(move.thing[1], move.word[1]))
    people = {fold_word(move.line.low(i)) for i in range(low, at)} & flow_words("people")
    return at - low <= _BEHIND and not people


def _is_provided(move: Move, known: Actor) -> bool:
    """Read '$5 million in A-ish aid has been provided': the noun leans on its giver, and a verb of giving follows."""
    if move.mover.kind not in GIVEN or move.mover.verb or move.words_from(known) > 1:
        return False
    after = [w.low for w in move.line.words if w.start >= max(move.word[1], move.thing[1])][:_PASSIVE]
    passive = set(after) & word_set("flow_grammar", "flow roles passive")
    return bool(passive and set(after) & word_set("flow_grammar", "flow row giving"))


def _jointly(move: Move, known: Actor) -> bool:
    """Tell whether two do it together: 'A and B will each contribute $5 million'."""
    at = move.line.at(known.start) - 1
    at -= move.line.low(at) == "the"
    both = (a for a in move.before if a.acts and a.code != known.code and move.line.at(a.end) == at)
    shared = any(w.low in _SHARED for w in move.line.words)
    return shared and move.line.low(at) == "and" and known in move.before and any(both)


def _alike(move: Move, topic: Told) -> bool:
    """Tell whether what was told before is of the same sort: gifts with gifts, trade with trade."""
    if topic.kind == "arms":
        return True
    return (move.mover.kind in GIVEN) == (topic.kind in GIVEN)
