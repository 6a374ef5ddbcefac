"""Which words of a line move a thing, nearest first, and what stops them.

Input: a line, its movers as found, a thing. Output: pairs of a hit and one reading of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.numbers import number_tables
from bilateral.loaders.extract.flows.words import Mover, flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["Movers", "clause_around", "halted", "movers_of", "stopped"]

Movers = tuple[Mover, ...]
Span = tuple[int, int]

_FAR: Final = 110
_AFTER_THING: Final = 5  # a word after the thing is preferred by so many characters: '$2m in aid'
_OWN_NAME: Final = 60  # '20 tonnes of supplies' are moved by another word if there is one
_BEFORE: Final = 4
_STOP_BEFORE: Final = 5
_STOP_AFTER: Final = 4
_HARM: Final = 8
_CRIME: Final = 5
_TAIL: Final = 3
_HELPED: Final = 14
_HELPERS: Final = frozenset({"to", "will", "would", "can", "could", "must"})


def movers_of(body: str, line: Line, thing: Thing, hits: Sequence[Hit[Movers]]) -> list[tuple[Hit[Movers], Mover]]:
    """Give the words that may move the thing, near ones and nouns first."""
    near = [h for h in hits if _gap(h, thing) < _FAR and not _barrier(line, h, thing) and not _stretches(line, h)]
    pairs = [
        (h, m)
        for h in near
        for m in h.value
        if m.kind != "people" and _fits(line, h, m) and _as_means(line, h, m, thing)
    ]
    return sorted(pairs, key=lambda p: (_distance(body, p[0], thing), p[1].verb, p[0].start))


def _stretches(line: Line, hit: Hit[Movers]) -> bool:
    """Tell whether a word but says how far something reaches: 'a road extending to the border'."""
    at = line.at(hit.start)
    return line.low(at) == "extending" and line.low(at + 1) in {
        "to",
        "from",
        "across",
        "over",
        "along",
        "into",
        "beyond",
    }


def _distance(body: str, hit: Hit[Movers], thing: Thing) -> int:
    """Rank a word by its nearness; one that the thing completes, 'a loan of $5 million', comes first."""
    if hit.end <= thing.start and body[hit.end : thing.start].strip().casefold() in _grammar("flows completes"):
        return -1
    own = thing.name is not None and body[hit.start : hit.end].casefold() in thing.name.casefold().split()
    own = own and body[hit.start : hit.end].casefold() == "supplies"
    return _gap(hit, thing) + (0 if hit.start >= thing.start else _AFTER_THING) + (_OWN_NAME if own else 0)


def _fits(line: Line, hit: Hit[Movers], mover: Mover) -> bool:
    """Tell whether the word stands as it is read: 'to support' is no noun, 'Export' in a firm's name no verb."""
    at = line.at(hit.start)
    before, after = line.low(at - 1), line.low(line.at(hit.end))
    whole = mover.way == "thing" and line.at(hit.end) - at > 1  # 'a Foreign Military Sale'
    if line.words[at].capital and at > 0 and not whole and (mover.verb or mover.kind == "export"):
        return False
    if _relief_goods(line, at) or _purpose(line, at) or _of_name(line, hit):
        return False
    if mover.verb:
        counted = line.low(at).endswith("s") and (before in number_tables().words or before.isdigit())  # 'two grants'
        if counted or _only_says(line, hit):
            return False
        return before not in _grammar("flows before nouns") and not _measured_noun(line, at)
    if line.low(at) in _grammar("flows gerunds") and before in _grammar("flows gerund leads") and after.isalpha():
        return after in _grammar("flow things stop")  # 'for financing roads'
    verbal = before in _HELPERS and line.low(at) in _grammar("flows also verbs")
    return not verbal and (before, after) != ("in", "of")


def _as_means(line: Line, hit: Hit[Movers], mover: Mover, thing: Thing) -> bool:
    """Tell whether a verb of helping has the sum for its means: 'supports A with about $5 million'."""
    at, number = line.at(hit.start), line.at(thing.start)
    if mover.verb and line.words[min(at, len(line.words) - 1)].start != hit.start:
        return False  # 'donor-funded'
    if not mover.verb or line.low(at) not in _grammar("flow helping"):
        return True
    if thing.end <= hit.start and line.low(at).endswith("ed") and line.low(at + 1) == "by":
        return True  # 'the refit worth $5 million was funded by'
    if thing.amount is None or not 0 < number - at <= _HELPED:
        return False
    lead = next((i for i in range(number - 1, at, -1) if line.low(i) not in _grammar("flows measures")), at)
    return line.low(lead) == "with"


def _of_name(line: Line, hit: Hit[Movers]) -> bool:
    """Tell whether a word is part of a body's name: 'the International Monetary Fund'."""
    inside = (a for a in line.actors if a.start < hit.start and hit.end <= a.end)
    return line.words[line.at(hit.start)].capital and next(inside, None) is not None


def _purpose(line: Line, at: int) -> bool:
    """Tell whether a purchase is what money is for: 'funds for the purchase of vaccines'."""
    return line.low(at) == "purchase" and "for" in {line.low(at - 1), line.low(at - 2)}


def _relief_goods(line: Line, at: int) -> bool:
    """Tell whether supplies are goods themselves: 'medical supplies'."""
    before = {line.low(i) for i in range(at - _BEFORE, at)}
    return line.low(at) == "supplies" and bool(before & _grammar("flow relief goods"))


def _measured_noun(line: Line, at: int) -> bool:
    """Tell whether a word of two classes is a noun by what stands before it: '$2 million deposit', 'the biggest source'."""
    before = line.low(at - 1)
    ranked = before in _grammar("flow row ranks") or (before.endswith("est") and len(before) > _TAIL)
    summed = line.low(at) in _grammar("flows also nouns") and before in _grammar("flows scales")
    return ranked or summed


def _only_says(line: Line, hit: Hit[Movers]) -> bool:
    """Tell whether a verb of announcing closes the sentence: '…, the navy has announced'."""
    at = line.at(hit.start)
    after = [w for w in line.words[line.at(hit.end) :] if not w.sign]
    passive = {line.low(at - 1), line.low(at - 2)} & {"was", "were", "been", "being", "be", "is", "are"}
    return line.low(at) in _grammar("flows announcing") and len(after) < _TAIL and not passive


def _gap(hit: Hit[Movers], thing: Thing) -> int:
    return max(0, hit.start - thing.end, thing.start - hit.end)


def _barrier(line: Line, hit: Hit[Movers], thing: Thing) -> bool:
    low, high = min(hit.end, thing.end), max(hit.start, thing.start)
    return any(w.low in _grammar("flows breaks") for w in line.words if low <= w.start < high)


def clause_around(line: Line, hit: Hit[Movers], thing: Thing) -> Span:
    """Give the part of the sentence around word and thing, up to 'while', 'but' or a semicolon."""
    low, high = min(hit.start, thing.start), max(hit.end, thing.end)
    cuts = [w for w in line.words if w.low in _grammar("flows breaks")]
    start = max([w.end for w in cuts if w.end <= low] + [line.start])
    return start, min([w.start for w in cuts if w.start >= high] + [line.end])


def stopped(line: Line, hit: Hit[Movers], thing: Thing, clause: Span) -> bool:
    """Tell whether words around say that the transfer is refused, cut, asked for or stolen."""
    first, word, number, after = (line.at(o) for o in (clause[0], hit.start, thing.start, thing.end))
    near = {*range(max(first, word - _STOP_BEFORE), word), *range(max(first, number - _STOP_BEFORE), number)}
    near.update(range(after, min(len(line.words), after + _STOP_AFTER)))
    if _criminal(line, thing) or _shared_out(line, thing):
        return True
    return any(fold_word(line.low(i)) in flow_words("stop") or line.low(i).endswith("n't") for i in near)


def halted(line: Line, thing: Thing) -> bool:
    """Tell whether the words around a thing, whoever moves it, say that it is refused, cut, asked for or stolen."""
    first, after = line.at(thing.start), line.at(thing.end)
    near = {*range(max(0, first - _STOP_BEFORE), first), *range(after, min(len(line.words), after + _STOP_AFTER))}
    stops = any(fold_word(line.low(i)) in flow_words("stop") or line.low(i).endswith("n't") for i in near)
    return stops or _criminal(line, thing) or _shared_out(line, thing)


def _shared_out(line: Line, thing: Thing) -> bool:
    """Tell whether only a part goes to the one named after: '300 tonnes, 22 percent of them to A'."""
    at = line.at(thing.end)
    words = [line.low(i) for i in range(at, at + _HARM)]
    return any(a in {"percent", "%", "cent"} and b == "of" for a, b in pairwise(words)) and "," in words[:_BEFORE]


def _criminal(line: Line, thing: Thing) -> bool:
    """Tell whether the thing is contraband, or moved by criminals: 'allegedly shipping 90 kilos of cocaine'."""
    at = line.at(thing.start)
    near = {fold_word(line.low(i)) for i in range(max(0, at - _CRIME), line.at(thing.end) + _CRIME)}
    return bool(near & flow_words("crime"))


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
