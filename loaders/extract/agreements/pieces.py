"""Instruments told one by one after they were announced: 'Two agreements were signed. The first concerns …, the other …'.

Input: the article's lines and the plural instrument of one of them. Output: one instrument a piece, on its own line.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.nouns import find_instruments
from bilateral.loaders.extract.text.lexicon import word_lists, word_set
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.merge import Candidate
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["as_announced", "pieces_below"]

_LINES: Final = 6
_OPENING: Final = 7
_NEAR: Final = 5
_LONGEST: Final = 24


def pieces_below(
    body: str, lines: Sequence[Line], at: int, instrument: Instrument
) -> tuple[tuple[Line, Instrument], ...]:
    """Give the instruments that the next sentences tell one by one, two at least."""
    if not instrument.plural:
        return ()
    found = tuple(
        (line, _piece(body, line, instrument, hit))
        for line in lines[at + 1 : at + 1 + _LINES]
        for hit in _abouts().find(body, line.start, line.end)
        if _is_one_of(line, hit)
    )
    return found if len(found) > 1 else ()


def _is_one_of(line: Line, hit: Hit[bool]) -> bool:
    """Tell whether 'the first agreement', 'another' stands right before the words that say what it is about."""
    verb = line.at(hit.start)
    for at in range(verb - 1, max(-1, verb - _NEAR), -1):
        if line.low(at) in word_set("agreement_grammar", "pieces one"):
            return line.low(at - 1) == "the" or line.low(at) in {"another", "one"}
    return False


def _piece(body: str, line: Line, announced: Instrument, hit: Hit[bool]) -> Instrument:
    """Make an instrument of one piece; its topic is what follows the words that say what it is about."""
    verb = line.at(hit.start)
    named = [i for i in find_instruments(body, line) if verb - _NEAR <= line.at(i.head) < verb]
    kind, noun = (named[0].type, named[0].noun) if named else (announced.type, announced.noun)
    first = line.at(hit.end)
    stop = next((i for i in range(first, len(line.words)) if line.low(i) in {".", ";", "while"}), len(line.words))
    stop = min(stop, first + _LONGEST)
    if stop <= first:
        first, stop = verb, verb + 1
    topic = (line.words[first].start, line.words[stop - 1].end)
    head = (named[0].head, named[0].head_end) if named else (hit.start, hit.start)
    return replace(
        announced, line=line.index, start=head[0], head=head[0], head_end=head[1], end=topic[1], type=kind, noun=noun,
        topic=topic, partners=None, plural=False, count=None, item=True, modifiers=(), codes=(), determiner="the",
    )  # fmt: skip


def as_announced(line: Line, candidate: Candidate, above: Candidate | None) -> Candidate:
    """Give what 'These included: …' names the status and the parties of the instruments announced in the sentence before."""
    opening = [w.low for w in line.words[:_OPENING]]
    introduced = bool(set(opening) & word_set("agreement_grammar", "pieces included")) and opening[:1] in (
        [low] for low in word_set("agreement_grammar", "pieces introduced by")
    )
    if above is None or not introduced or candidate.readings:
        return candidate
    return replace(
        candidate, readings=above.readings, dates=above.dates, parties=above.parties or candidate.parties,
        instrument=replace(candidate.instrument, item=True, weak=False),
    )  # fmt: skip


@cache
def _abouts() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in word_lists("agreement_words")["pieces about"])
