"""What to call a thing that moves.

Input: a line, a thing, the word that moves it. Output: a few words of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.things import name_before, words_after
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.movers import Movers
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.flows.words import Mover
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["name_of"]

_CODE: Final = 3


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
