"""Money that people abroad send home: 'Thai nurses in Malta transferred $9 million', 'Chad received $9 million from workers in Malta'.

Input: a line, a thing. Output: `Ends` from where they are to where they come from; None where nobody abroad sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["remitted"]

_REACH: Final = 3
_FROM: Final = 3


def remitted(line: Line, thing: Thing) -> Ends | None:
    """Give host and home of those who send a sum."""
    lows = {w.low for w in line.words}
    if thing.amount is None or not lows & _grammar("flow remitting") or lows & _grammar("flow gift words"):
        return None
    for host in line.mentions:
        people = _people_in(line, host)
        if people is not None and (home := _home(line, people, host)) is not None:
            return Ends(host.code, home.code, ((host.start, host.end), (home.start, home.end)), "both named")
    return None


def _people_in(line: Line, host: StateMention) -> int | None:
    """Give the place of the people who are in a state: 'Thais working in Malta', 'migrants in the United States'."""
    if host.kind not in {"name", "capital"}:
        return None
    at = line.at(host.start) - 1
    at -= line.low(at) == "the"
    if line.low(at) != "in":
        return None
    for back in range(at - 1, max(-1, at - _REACH - _FROM), -1):
        if line.low(back) == "from" or (line.low(back - 1) == "from" and _a_state(line, back)):
            continue
        if line.low(back) in _grammar("flow remitters") or _a_people(line, back):
            return back if _send(line, back) else None
        if line.low(back) not in {"working", "living", "employed", "based", "who", "work", "live"}:
            return None
    return None


def _send(line: Line, at: int) -> bool:
    """Tell whether the people send rather than get: no 'to' leads them in, and 'from' does where another gets."""
    before = {line.low(i) for i in range(max(0, at - _REACH), at)}
    gets = any(w.low in _grammar("flow roles getting") for w in line.words)
    return not before & {"to", "for", "of", "with", "by"} and (not gets or "from" in before)


def _a_people(line: Line, at: int) -> bool:
    """Tell whether a word names a people: 'Filipinos'."""
    word = line.words[at]
    return word.low.endswith("s") and any(m.kind == "demonym" and m.end == word.end for m in line.mentions)


def _a_state(line: Line, at: int) -> bool:
    """Tell whether a word is the name of a state: 'migrants from Chad'."""
    return any(m.kind == "name" and m.end == line.words[at].end for m in line.mentions)


def _home(line: Line, people: int, host: StateMention) -> StateMention | None:
    """Give where they come from: by their name, else the only other state of the sentence."""
    word = line.words[people]
    own = [m for m in line.mentions if m.kind == "demonym" and word.start - 1 <= m.end <= word.end]
    others = own or [m for m in line.lands if m.code != host.code]
    codes = {m.code for m in others} - {host.code}
    return next(m for m in others if m.code in codes) if len(codes) == 1 else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
