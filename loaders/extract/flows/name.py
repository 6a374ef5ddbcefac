"""What to call a thing that moves, and of which kind the flow is.

Input: a line, a thing, the word that moves it. Output: a few words of the text; a flow kind of the exchange format.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.things import name_before, words_after
from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.movers import Movers
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.flows.words import Mover
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["kind_of", "name_of"]

_CODE: Final = 3
_LENT: Final = frozenset({"loan", "loans", "credit", "credits", "lend", "lent", "lending"})


def name_of(scene: Scene, line: Line, thing: Thing, hit: Hit[Movers], mover: Mover) -> str | None:
    """Name what moves: by its count, by the words at its sum, by the noun that moves it, by what was counted before."""
    if thing.quantity is not None and thing.quantity.commodity:
        return thing.quantity.commodity
    found = thing.name or _object(line, hit.end) if mover.verb else _of_noun(scene.body, line, thing, hit, mover)
    if found and found.isupper() and len(found) == _CODE:
        found = ""  # a currency's code
    earlier = [q.quantity.commodity for q in scene.quantities_in(line.start, thing.start) if q.quantity.commodity]
    return found or (earlier[-1] if earlier else None) or (mover.kind if mover.kind in {"aid", "loan"} else None)


def _of_noun(body: str, line: Line, thing: Thing, hit: Hit[Movers], mover: Mover) -> str:
    """Name by the noun with what stands before it, unless the words at the sum tell more."""
    noun = body[hit.start : hit.end]
    if mover.kind == "export" and line.low(line.at(hit.end)) == "of" and (goods := words_after(line, hit.end)):
        return goods
    front = name_before(line, hit.start)
    if thing.name and not front and thing.name.casefold() != noun.casefold():
        return thing.name
    return f"{front or ''} {noun if mover.kind != 'export' else ''}".strip()


def _object(line: Line, offset: int) -> str | None:
    """Give the goods after a verb: 'to import millions of tonnes of gas'."""
    measures = word_set("flow_grammar", "flows measures")
    at = line.at(offset)
    while at < len(line.words) and (line.low(at) in measures or line.words[at].text[0].isdigit()):
        at += 1
    return words_after(line, line.words[at].start) if at < len(line.words) else None


def _free(line: Line) -> bool:
    """Tell whether goods are shipped as a gift: 'free grain', 'as humanitarian aid', 'donated rice'."""
    lows = [w.low for w in line.words]
    free = any(w == "free" and after not in {"trade", "on"} for w, after in pairwise([*lows, ""]))
    return free or bool(set(lows) & _grammar("flow gift verbs"))


def _gift(line: Line) -> bool:
    return any(w.low in _grammar("flow gift words") for w in line.words)


def _gift_only(line: Line) -> bool:
    """Tell whether a line names a gift that is not paid back, and no loan."""
    lows = {w.low for w in line.words}
    return bool(lows & _grammar("flow gift verbs")) and not lows & _LENT


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)


def kind_of(kind: str, name: str | None, source: str, line: Line | None = None) -> str:
    """Give the kind of flow: what arms are is told by their name, and what is a loan by its name or by who gives it.

    Oil and power that the line does not call a gift are sold.
    """
    words = set(fold_phrase(name or "").split())
    warlike = "military" in words and bool(words & flow_words("gear"))
    armed = bool(words & flow_words("arms")) or any(
        " " in w and w in fold_phrase(name or "") for w in flow_words("arms")
    )
    if kind in {"export", "aid"} and (warlike or armed):
        return "arms"
    if kind == "export" and line is not None and _free(line):
        return "aid"
    if kind == "aid" and line is not None and words & flow_words("wares") and not _gift(line):
        return "export"
    if (
        kind == "aid"
        and "military" not in words
        and words & {"loan", "credit", "bailout", "financing", "facility", "lending", "deposit"}
    ):
        return "loan"
    if kind == "loan" and line is not None and not words & _LENT and _gift_only(line):
        return "aid"
    if kind == "aid" and source in _grammar("flow roles lenders") and not words & _grammar("flow roles grants"):
        return "loan"
    return kind
