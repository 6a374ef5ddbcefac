"""What keeps a thing from moving: it is made, spent or lost at home, is but what money pays for, or only carries what moves.

Input: a line, a thing. Output: whether it stays, or bears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase, fold_word

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["bears", "carries", "stays_home"]

_BEFORE: Final = 4
_AFTER: Final = 2
_HARM: Final = 8


def stays_home(line: Line, thing: Thing) -> bool:
    """Tell whether the words around a number keep it at home: 'produces 2 million tons', 'out of an output of'."""
    first, last = line.at(thing.start), line.at(thing.end)
    if tuple(line.low(i) for i in range(first - 3, first)) == ("of", "the", "total"):
        return True
    if "pay" in {line.low(last), line.low(first - 3)}:
        return True  # 'a pay rise of', '2 million pay rise'
    if (line.low(last) == "in" and line.low(last + 1) == "budget") or "home" in {
        line.low(i) for i in range(first - _BEFORE, first)
    }:
        return False
    near = [w.low for w in line.words[max(0, first - _BEFORE) : first]] + [
        w.low for w in line.words[last : last + _AFTER]
    ]
    return (
        bool({fold_phrase(low) for low in near if low != "home"} & flow_words("home"))
        or _suffers(line, thing)
        or _part(line, thing)
        or _bought(line, thing)
        or _drawn_from(line, thing)
    )


def _drawn_from(line: Line, thing: Thing) -> bool:
    """Tell whether a sum is the whole that something comes out of: 'comes from its $5 million climate fund'."""
    at = line.at(thing.start) - 1
    at -= line.low(at) in {"a", "the", "its", "their", "an"}
    wholes = {line.low(i) for i in range(line.at(thing.end), line.at(thing.end) + _BEFORE)}
    return line.low(at) == "from" and bool(wholes & {"fund", "budget", "programme", "program", "facility", "envelope"})


def _suffers(line: Line, thing: Thing) -> bool:
    """Tell whether what is counted has come to harm: '30 homes and crops had been seriously damaged'."""
    last = line.at(thing.end)
    words = [w.low for w in line.words[last : last + _HARM]]
    clear = words[: next((i for i, low in enumerate(words) if low in {",", ";"}), _HARM)]
    helped = {"were", "was", "been", "being", "have", "had"} & set(clear)
    return bool(helped and {fold_word(low) for low in clear} & flow_words("harm"))


def _bought(line: Line, thing: Thing) -> bool:
    """Tell whether a quantity is what money pays for: 'will pay for two cranes', 'to build 40 schools'."""
    at = line.at(thing.start)
    if thing.quantity is None or thing.amount is not None:
        return False
    paid = line.low(at - 1) == "for" and line.low(at - 2) in {"pay", "pays", "paying", "paid"}
    works = line.low(at - 1) == "of" and line.low(at - 2) in _grammar("flow things works")
    return paid or works or line.low(at - 1) in _grammar("flow things built")


def _part(line: Line, thing: Thing) -> bool:
    """Tell whether people are only some of those counted before: 'including eight children'."""
    return thing.people and line.low(line.at(thing.start) - 1) in {"including", "among"}


def bears(line: Line, thing: Thing) -> bool:
    """Tell whether what is counted only carries what moves, or calls: 'three planes carrying 90 tonnes', 'four ships on a port call'."""
    at = line.at(thing.end)
    vehicles = _grammar("flow things vehicles")
    named = bool({line.low(at - 1), *(thing.name or "").casefold().split()[-1:]} & vehicles)
    calls = any(
        line.low(i).startswith("port") and "call" in {line.low(i + 1), line.low(i + 2)} for i in range(len(line.words))
    )
    return named and (calls or line.low(at) in _grammar("flow things bearing"))


def carries(thing: Thing) -> bool:
    """Tell whether what is counted is a vehicle, which may but carry what is given."""
    return bool(set((thing.name or "").casefold().split()[-1:]) & _grammar("flow things vehicles"))


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
