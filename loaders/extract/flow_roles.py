"""Who sends and who receives.

Input: a line, the word that moves something. Output: the two ends with their places, None where the sentence does not name them. Only
where an article is surely about two states, or the sentence's only other actor is one of them, may an end be understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.close_pair import ClosePair
    from bilateral.loaders.extract.flow_words import Mover
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.surface_actors import Actor

__all__ = ["Ends", "find_ends"]

Span = tuple[int, int]

_TO: Final = frozenset({"to", "for", "towards", "toward", "into"})
_FROM: Final = frozenset({"from"})
_BY: Final = frozenset({"by"})
_THROUGH: Final = frozenset({"through", "via", "against", "over", "between", "among", "near", "on", "like"})
_ASIDE: Final = _TO | _FROM | frozenset({"with", "in", "at", "by"})
_PRONOUNS: Final = frozenset({"it", "they", "which", "he", "she", "who", "that"})
_AUX: Final = frozenset(
    "will would has have had is are was were be been also now already further would could may can should to currently annually only just still since and then both".split()
)
_LENDERS: Final = frozenset({"IMF", "WB", "ADB", "AIIB", "EBRD", "EIB", "ISDB", "IDB", "AFDB", "IFC"})
_SUBJECT: Final = 12
_OWNER: Final = 5
_DIRECT: Final = 5
_NEXT: Final = 1
_LEANING: Final = 2


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a flow; a span is missing where the end comes from the article as a whole."""

    source: str
    target: str
    spans: tuple[Span, ...]
    rule: str


def find_ends(line: Line, mover: Mover, word: Span, thing: Span, clause: Span, pair: ClosePair) -> Ends | None:
    """Give the two ends of what the word moves."""
    elliptic = next(
        (a for a in line.actors if a.end + 1 == thing[0] and a.lead in {"and", ","} and a.start > word[1]), None
    )
    actors = [a for a in line.actors if clause[0] <= a.start < clause[1] and a.lead not in _THROUGH]
    before = [a for a in actors if a.end <= word[0]]
    after = [a for a in actors if a.start >= word[1]]
    if mover.way in {"take", "taken"}:
        target = _doer(line, mover, before, after, word) or (
            _led(after, frozenset({"to"})) if mover.way == "taken" else None
        )
        source = _led(after, _FROM) or _led(before, _FROM) or _origin(line, after, word, thing)
    else:
        doer = _doer(line, mover, before, after, word)
        source = (doer if mover.verb else None) or _led(after, _BY) or _led(after, _FROM) or _led(before, _FROM) or doer
        source = source or (None if mover.verb else _origin(line, after, word, thing))
        target = _receiver(mover, before, after, word, source)
    if elliptic is not None and source is not None and mover.way == "give":
        source = elliptic
    if source is None and target is not None and line.low(line.at(word[0]) - 1) in {"its", "their"}:
        source = next((a for a in reversed(line.actors) if a.end <= word[0] and a.code != target.code and a.acts), None)
    return _turned(_ends(line, source, target, mover, word, actors, pair), mover)


def _ends(
    line: Line,
    source: Actor | None,
    target: Actor | None,
    mover: Mover,
    word: Span,
    actors: Iterable[Actor],
    pair: ClosePair,
) -> Ends | None:
    if source is not None and target is not None:
        return (
            Ends(source.code, target.code, (_span(source), _span(target)), "both named")
            if source.code != target.code
            else None
        )
    known = source or target
    if known is None:
        return None
    others = {a.code for a in actors if a.code != known.code and (a.acts or a.shape == "owner")}
    other = pair.other({known.code})
    if len(others) == 1 and not other and _reported(line, mover, actors, known):
        other = tuple(others)
    if others and (len(others) > 1 or tuple(others) != other):
        return None
    if not other or not (others or _pronoun(line, word) or other == pair.home):
        return None
    codes = (known.code, other[0]) if source is not None else (other[0], known.code)
    return Ends(codes[0], codes[1], (_span(known),), "one named")


def _reported(line: Line, mover: Mover, actors: Iterable[Actor], known: Actor) -> bool:
    """'Exports to A rose to …, B's statistics office said': B speaks of its own."""
    last = next((a for a in reversed(tuple(actors)) if a.code != known.code), None)
    return (
        mover.way in {"thing", "taken"}
        and last is not None
        and any(w.low in {"said", "says", "showed"} for w in line.words if w.start > last.end)
    )


def _turned(ends: Ends | None, mover: Mover) -> Ends | None:
    """A bank of nations lends; it does not borrow."""
    if ends is not None and mover.kind == "loan" and ends.target in _LENDERS and ends.source not in _LENDERS:
        return Ends(ends.target, ends.source, ends.spans, ends.rule)
    return ends


def _doer(line: Line, mover: Mover, before: Sequence[Actor], after: Sequence[Actor], word: Span) -> Actor | None:
    """The subject of a verb, the owner of a noun: the last free actor before the word, near enough."""
    by = _led(after, _BY)
    if by is not None:
        return by
    told = [a for a in before if a.lead == "for" and line.low(line.at(a.end)) == "to" and mover.verb]
    if told:
        return told[-1]
    free = [
        a for a in before if a.lead not in _ASIDE or a.shape == "owner" or (not mover.verb and _leans(line, a, word))
    ]
    if not free:
        return None
    last, gap = free[-1], line.at(word[0]) - line.at(free[-1].end)
    if last.shape == "owner":
        return last if not mover.verb and gap <= _OWNER else None
    if not last.acts and not (last.shape == "origin" and not mover.verb and gap <= _OWNER):
        return None
    return last if gap <= (_SUBJECT if mover.verb else _SUBJECT + _OWNER) else None


def _leans(line: Line, actor: Actor, word: Span) -> bool:
    """Tell whether a state stands right before the noun as its adjective: 'with Chadian exports to'."""
    return (
        actor.shape in {"origin", "adjective", "possessive", "name"}
        and 0 <= line.at(word[0]) - line.at(actor.end) <= _LEANING
    )


def _origin(line: Line, after: Sequence[Actor], word: Span, thing: Span) -> Actor | None:
    """'imports of Chadian cotton', 'buy 300 tonnes of Chadian beef'."""
    for actor in after:
        of_goods = actor.lead in {"of", "more", "some"} or actor.shape == "origin"
        near = any(0 <= line.at(actor.start) - line.at(end) <= _NEXT for end in (word[1], thing[1]))
        if actor.shape in {"origin", "name"} and of_goods and near:
            return actor
    return None


def _receiver(
    mover: Mover, before: Sequence[Actor], after: Sequence[Actor], word: Span, source: Actor | None
) -> Actor | None:
    able = [a for a in after if (source is None or a.code != source.code) and a.shape != "origin"]
    direct = next((a for a in able if mover.verb and a.start - word[1] <= _DIRECT and a.shape != "owner"), None)
    hosts = [a for a in able if a.lead == "from" and mover.verb]
    leads = _TO | (frozenset({"in"}) if mover.kind in {"investment", "aid", "loan"} else frozenset())
    return (
        direct
        or _led(able, leads)
        or next(iter(hosts), None)
        or next(
            (a for a in reversed(before) if a.lead in {"to", "for"} and (source is None or a.code != source.code)), None
        )
    )


def _led(actors: Iterable[Actor], leads: frozenset[str]) -> Actor | None:
    """Give the first actor that one of the prepositions leads in."""
    return next((a for a in actors if a.lead in leads), None)


def _pronoun(line: Line, word: Span) -> bool:
    """Tell whether a pronoun is the verb's subject."""
    at = line.at(word[0]) - 1
    while at >= 0 and line.low(at) in _AUX:
        at -= 1
    return line.low(at) in _PRONOUNS


def _span(actor: Actor) -> Span:
    return actor.start, actor.end
