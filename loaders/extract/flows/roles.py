"""Who sends and who receives.

Input: a line, a word that moves something. Output: the two ends with their places, None where the sentence does not name them. Only
where an article is surely about two states, or the sentence's only other actor is one of them, may an end be understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.lenders import is_bank, lent_by_bank, lent_in_own_money
from bilateral.loaders.extract.flows.move import Ends, Move, given_to, is_passive, led, resumed
from bilateral.loaders.extract.flows.pronouns import understood_subject
from bilateral.loaders.extract.flows.recalled import recalled
from bilateral.loaders.extract.flows.receiver import receiver_of
from bilateral.loaders.extract.flows.senders import (
    bought_from,
    elliptic_giver,
    gets,
    giver_by,
    investors,
    origin_of,
    party_of,
    traders,
)
from bilateral.loaders.extract.flows.senses import moves_here
from bilateral.loaders.extract.flows.spoken import agent_word_at, home_speaks, reported, subject_word, we_say
from bilateral.loaders.extract.flows.trade import of_trade
from bilateral.loaders.extract.flows.words import GIVEN
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.close_pair import ClosePair

__all__ = ["find_ends", "named_ends"]

_TO: Final = frozenset({"to", "for", "towards", "toward", "into"})
_IN: Final = frozenset({"in"})
_FROM: Final = frozenset({"from"})
_BY: Final = frozenset({"by"})
_ASIDE: Final = _TO | _FROM | _BY | _IN | frozenset({"with", "at"})
_PRONOUNS: Final = frozenset({"it", "they", "which", "he", "she", "who", "that"})
_LEANING_SHAPES: Final = frozenset({"origin", "adjective", "possessive", "name"})
_SUBJECT: Final = 12
_OWNER: Final = 5
_LEANING: Final = 2


def find_ends(move: Move, known: Memory) -> Ends | None:
    """Give the two ends of what the word moves, from the clause or from what is known before it."""
    pair = known.pair
    if (
        move.mover.verb
        and move.mover.kind in GIVEN
        and move.line.low(agent_word_at(move)) in word_set("flow_grammar", "flow many givers")
    ):
        return None
    source, target = named_ends(move, understood_subject(move, known))
    if not moves_here(move, source, target):
        return None
    return _found(move, source, target, pair) or recalled(move, source, target, known)


def named_ends(move: Move, subject: Actor | None = None) -> tuple[Actor | None, Actor | None]:
    """Give who sends and who receives, as far as the clause names them; `subject` is whom a pronoun means."""
    return _taken(move, subject) if move.mover.way in {"take", "taken"} else _given(move, subject)


def _found(move: Move, source: Actor | None, target: Actor | None, pair: ClosePair) -> Ends | None:
    if source is None and target is not None and move.line.low(move.at - 1) in {"its", "their"}:
        source = next((a for a in reversed(move.before) if a.code != target.code and a.acts), None)
        source = source or _subject_of_line(move, target)
    both = _both(move, source, target) if source is not None and target is not None else None
    if both is not None or (source is not None and target is not None and move.mover.kind != "loan"):
        return both
    if move.mover.kind == "remittance" and (home := _sent_home(move)) is not None:
        return home
    if move.mover.kind == "loan" and (lent := lent_by_bank(move.line, move.before, move.after)) is not None:
        return Ends(*lent, "sent")
    money = move.what.amount.currency if move.what.amount is not None else None
    paired = source is not None and target is None and _together(move, source)
    if move.mover.kind in GIVEN and (paired or (move.mover.kind == "loan" and bool(source) == bool(target))):
        lent = lent_in_own_money(move.before, move.after, money)
        return Ends(*lent, "sent") if lent else None
    known = source or target
    return _turned(_with_understood(move, known, pair, sends=source is not None), move) if known else None


def _sent_home(move: Move) -> Ends | None:
    """Read 'A-ish workers in B sent home … in remittances'."""
    actors = (*move.before, *move.after)
    people = {m.start for m in move.line.mentions if m.kind == "demonym"}
    origin = next((a for a in actors if a.shape == "origin" or a.start in people), None)
    host = next((a for a in actors if a.lead == "in" and origin is not None and a.code != origin.code), None)
    if origin is None or host is None:
        return None
    return Ends(host.code, origin.code, ((host.start, host.end), (origin.start, origin.end)), "both named")


def _both(move: Move, source: Actor, target: Actor) -> Ends | None:
    if (
        source.code == target.code
        or _with_another(move, target)
        or (_together(move, source) and elliptic_giver(move) is None)
    ):
        return None
    spans = ((source.start, source.end), (target.start, target.end))
    if move.mover.kind == "loan" and is_bank(move.line, target) and not is_bank(move.line, source):
        return Ends(target.code, source.code, spans[::-1], "both named")
    return _turned(Ends(source.code, target.code, spans, "both named"), move)


def _with_another(move: Move, target: Actor) -> bool:
    """Tell whether two get it together, nobody says how much of it each: '46 tonnes to A and B'."""
    at = move.line.at(target.end)
    second = next(
        (m for m in move.line.lands if m.start >= target.end and move.line.at(m.start) in {at + 1, at + 2}), None
    )
    if second is None or move.line.low(at) != "and" or target.lead not in _TO or target.start < move.thing[1]:
        return False
    after = move.line.low(move.line.at(second.end))
    return after in {"", ".", ","} or after in word_set("flow_grammar", "flow things stop")


def _taken(move: Move, subject: Actor | None) -> tuple[Actor | None, Actor | None]:
    """Read 'A imports from B', 'imports from B to A', 'A buys B-ish gas'."""
    target = (
        subject
        or _doer(move)
        or traders(move)
        or (led(move.after, frozenset({"to"})) if move.mover.way == "taken" or is_passive(move) else None)
    )
    behind = [a for a in move.after if a.start >= move.thing[1]]
    source = led((*behind, *move.after), _FROM) or led(move.before, _FROM) or origin_of(move)
    return source or bought_from(move, target) or party_of(move, target), target


def _given(move: Move, subject: Actor | None) -> tuple[Actor | None, Actor | None]:
    """Read 'A sells to B', 'A's exports to B', 'aid from A to B', 'A pledged $1bn and C $2bn to B'."""
    doer = subject or _doer(move)
    named = giver_by(move) or led(move.after, _FROM) or led(move.before, _FROM)
    if doer is not None and not move.mover.verb and gets(move, doer):
        return named or origin_of(move), doer
    source = (doer or named) if move.mover.verb else (named or doer or origin_of(move))
    source = source or traders(move) or (investors(move) if move.mover.kind == "investment" else None)
    target = receiver_of(move, source, doer)
    if source is not None and move.mover.way == "give" and (second := elliptic_giver(move)) is not None:
        return (source, second) if _gets_straight(move, target, second) else (second, target)
    return source, target


def _gets_straight(move: Move, target: Actor | None, second: Actor) -> bool:
    """Tell whether the first of a row gets without 'to': in 'gave A 3 tanks and B 6' B gets as well."""
    return (
        target is not None
        and target.start < second.start
        and move.line.at(target.start) <= move.line.at(move.word[1]) + 1
    )


def _subject_of_line(move: Move, target: Actor) -> Actor | None:
    """Give who 'its' means: the last actor before, in the sentence."""
    before = [a for a in move.line.actors if a.end <= move.word[0] and a.code != target.code and a.acts]
    return before[-1] if before else None


def _with_understood(move: Move, known: Actor, pair: ClosePair, *, sends: bool) -> Ends | None:
    """Give the ends where one is named: the other is the sentence's other actor or the article's other state."""
    actors = (*move.before, *move.after)
    others = {a.code for a in actors if a.code != known.code and (a.acts or a.shape == "owner")}
    trading = pair.trading(move.line.index, known.code) if of_trade(move.line) else ()
    other = (
        trading or pair.other({known.code}) or (pair.home if home_speaks(move) and known.code not in pair.home else ())
    )
    if len(others) == 1 and not other and (reported(move, known) or we_say(move, known)):
        other = tuple(others)
    if not other or (others and tuple(others) != other) or _together(move, known):
        return None
    words = {w.low for w in move.line.words if move.word[0] <= w.start < move.word[1]}
    gives = sends and bool(words & word_set("flow_grammar", "flow roles lent"))
    if not (others or gives or of_trade(move.line) or subject_word(move) in _PRONOUNS or other == pair.home):
        return None
    source, target = (known.code, other[0]) if sends else (other[0], known.code)
    return Ends(source, target, ((known.start, known.end),), "one named")


def _together(move: Move, known: Actor) -> bool:
    """Tell whether both states do it together: 'A and B signed a loan agreement' does not say who lends."""
    at = move.before.index(known) if known in move.before else 0
    if known.lead != "and" or at == 0:
        return False
    first, article = move.line.at(known.start), move.line.low(move.line.at(known.start) - 1) == "the"
    return first - move.line.at(move.before[at - 1].end) == 1 + article


def _turned(ends: Ends | None, move: Move) -> Ends | None:
    """Turn a loan to a bank of nations round: it lends and does not borrow."""
    lenders = word_set("flow_grammar", "flow roles lenders")
    if ends is None or move.mover.kind != "loan" or ends.target not in lenders or ends.source in lenders:
        return ends
    return Ends(ends.target, ends.source, ends.spans, ends.rule)


def _doer(move: Move) -> Actor | None:
    """Give the subject of a verb, the owner of a noun: the last free actor before the word, near enough."""
    by = giver_by(move)
    told = [a for a in move.before if a.lead == "for" and move.line.low(move.line.at(a.end)) == "to"]
    if by is not None or (told and move.mover.verb):
        return by or told[-1]
    if move.mover.verb and (subject := resumed(move.line, move.word[0])) is not None:
        return subject
    open_to = [a for a in move.before if move.mover.verb or not given_to(a)]
    free = [a for a in open_to if a.lead not in _ASIDE or a.shape == "owner" or _leans(move, a)]
    return free[-1] if free and _near_enough(move, free[-1]) else None


def _near_enough(move: Move, actor: Actor) -> bool:
    gap = move.words_from(actor)
    if actor.shape == "owner" and move.mover.verb and _of_body(move, actor):
        return gap <= _SUBJECT
    if move.low in word_set("flow_grammar", "flow went"):
        return gap <= _SUBJECT  # 'A's gold worth $5 million went to B'
    if actor.place and _leans(move, actor) and move.line.at(actor.start) - 1 == move.line.at(move.thing[1]):
        return True  # '$5 million in A-ish aid'
    if actor.shape == "owner" or not actor.acts:
        return not move.mover.verb and gap <= _OWNER and actor.shape in {"owner", "origin"}
    return gap <= (_SUBJECT if move.mover.verb else _SUBJECT + _OWNER)


def _of_body(move: Move, actor: Actor) -> bool:
    """Tell whether a state's bank, fund or buyer acts: 'A's Eximbank will lend', 'A's Acme bought 60,000 tonnes'."""
    at, last = move.line.at(actor.end) + 1, move.at
    words = [move.line.words[i] for i in range(at, min(last, at + _OWNER))]
    body = any(w.low in word_set("flow_grammar", "flow roles banks") for w in words)
    trades = move.mover.kind == "export" and move.what.quantity is not None
    return body or (trades and bool(words) and words[0].capital)


def _leans(move: Move, actor: Actor) -> bool:
    """Tell whether a state stands right before the noun as its adjective: 'with Chadian exports to'."""
    return not move.mover.verb and actor.shape in _LEANING_SHAPES and 0 <= move.words_from(actor) <= _LEANING
