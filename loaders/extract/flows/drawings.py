"""What a member draws from the International Monetary Fund: 'the review enables the disbursement of SDR 5 million (about $7 million)'.

Input: a line, a thing, what was told before. Output: `Ends` from the fund to the member; None where nothing is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["drawn"]

_FUND: Final = "IMF"
_RIGHTS: Final = "XDR"
_SIGN: Final = "SDR"
_REACH: Final = 12


def drawn(line: Line, thing: Thing, known: Memory) -> Ends | None:
    """Give the fund and the one member that the sentence, or the one before, is about."""
    if thing.amount is None or not _of_fund(line, thing) or not _drawing(line, thing):
        return None
    codes = {m.code for m in line.lands} or (known.near - word_set("flow_grammar", "flow roles lenders"))
    spans = tuple((m.start, m.end) for m in line.lands[:1])
    return Ends(_FUND, next(iter(codes)), spans, "sent") if len(codes) == 1 else None


def _of_fund(line: Line, thing: Thing) -> bool:
    """Tell whether the fund pays: by its own money, its name, its board."""
    named = any(m.code == _FUND for m in line.mentions)
    rights = thing.amount is not None and thing.amount.currency == _RIGHTS
    lows = [w.low for w in line.words]
    board = "executive" in lows and lows[lows.index("executive") + 1 :][:1] == ["board"]
    return named or rights or board or any(w.text == _SIGN for w in line.words)


def _drawing(line: Line, thing: Thing) -> bool:
    """Tell whether a word of drawing stands before the sum, near enough, or right behind it."""
    at, end = line.at(thing.start), line.at(thing.end)
    near = {line.low(i) for i in (*range(max(0, at - _REACH), at), end, end + 1)}
    return bool(near & word_set("flow_grammar", "flow drawing"))
