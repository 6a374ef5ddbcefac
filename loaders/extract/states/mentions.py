"""Find the states and organisations that a text names, and leave out what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.loaders.extract.states.countries import countries_of
from bilateral.loaders.extract.states.gazetteer import Hit, scan
from bilateral.loaders.extract.states.notstate import Witness
from bilateral.loaders.extract.states.statewords import state_words
from bilateral.loaders.extract.text.fold import fold_text
from bilateral.loaders.extract.text.marks import StateMention
from bilateral.schema.states import fold, states

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.schema.values import PartialDate

__all__ = ["countries_of", "find_mentions"]


def find_mentions(body: str, published: PartialDate | None = None) -> tuple[StateMention, ...]:
    """Give every mention of a state or organisation in the order of the text.

    The name of a union that joins those of its states ('Serbia and Montenegro') is two states in a text published after its end.
    """
    folded = fold_text(body)
    hits = scan(folded)
    witness = Witness(body, folded, hits)
    kept = [hit for hit in hits if hit.entry.code is not None and witness.means_state(hit)]
    return tuple(part for mark in _marks(body, _supported(kept)) for part in _parted(mark, published))


def _parted(mark: StateMention, published: PartialDate | None) -> Iterator[StateMention]:
    """Give the two states of a union that was no more when the text was published, else the mention as it is."""
    first, joint, second = mark.surface.partition(" and ")
    state = states().get(mark.code) if joint and mark.code in states() else None
    ended = state.valid_to if state is not None else None
    if ended is None or ended.latest is None or published is None or published.earliest is None:
        yield mark
        return
    words = states().words
    codes = [words.get(fold(part)) for part in (first, second)]
    if published.earliest <= ended.latest or None in codes:
        yield mark
        return
    yield replace(mark, end=mark.start + len(first), surface=first, code=str(codes[0]))
    yield replace(mark, start=mark.end - len(second), surface=second, code=str(codes[1]))


def _supported(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Drop weak words whose state the text does not name otherwise; a capital alone is not enough."""
    plain = {hit.entry.code for hit in hits if hit.entry.kind != "capital" and not _weak(hit)}
    return [hit for hit in hits if hit.entry.code in plain or not _weak(hit)]


def _weak(hit: Hit) -> bool:
    return (str(hit.entry.code), hit.entry.word) in state_words().weak_pairs


def _marks(body: str, hits: Sequence[Hit]) -> Iterator[StateMention]:
    shared = state_words().shared
    sure = {hit.entry.code for hit in hits if hit.entry.word not in shared}
    for hit in hits:
        code = str(hit.entry.code)
        codes = shared.get(hit.entry.word, (code,))
        named = [other for other in codes if other in sure]
        meant = named[0] if len(named) == 1 and codes[0] not in sure else code
        yield StateMention(hit.start, hit.end, body[hit.start : hit.end], meant, hit.entry.kind)
