"""Instruments that are named without their parties: 'NAFTA', 'the Indus Waters Treaty'.

Input: a line of an article and what else was read in it. Output: instruments with their title, and candidates with the parties, those
that the article names, and areas of lexicon/known_agreements.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.agreements.instrument import Instrument
from bilateral.loaders.extract.agreements.merge import content_words
from bilateral.loaders.extract.agreements.parties import PAIR, Parties, codes_of
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.merge import Candidate
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["Known", "as_known", "known_agreements", "with_known"]

_PLACE: Final = "lexicon/known_agreements.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """What every reader knows of an instrument."""

    names: tuple[str, ...]
    title: str
    type: str
    parties: tuple[str, ...]
    areas: tuple[str, ...]


def with_known(scene: Scene, line: Line, found: Sequence[Instrument]) -> tuple[Instrument, ...]:
    """Put instruments known by name, two of whose parties the article names, in the place of what else was read there."""
    hits = _index().find(scene.body, line.start, line.end)
    known = [_instrument(scene.body, line, h) for h in hits if _is_name(scene.body, h) and _told(scene, h.value)]
    kept = [i for i in found if not any(k.head < i.head_end and i.head < k.end for k in known)]
    return tuple(sorted((*kept, *known), key=lambda i: (i.start, i.end)))


def as_known(scene: Scene, candidate: Candidate) -> Candidate:
    """Give the candidate for a known instrument its parties and areas."""
    known = next(k for k in known_agreements() if k.title == candidate.instrument.title)
    parties = Parties(_named(scene, known), (), "known")
    return replace(candidate, parties=parties, areas=known.areas, words=content_words(known.title), denied=False)


@cache
def known_agreements() -> tuple[Known, ...]:
    """Read the known instruments once."""
    entries = read_lexicon("known_agreements")
    return tuple(_known(entry) for entry in (entries if isinstance(entries, list) else ()))


def _known(entry: object) -> Known:
    if not isinstance(entry, dict):
        raise InputError("not a mapping", place=_PLACE, remedy="Write names, title, type, parties and areas.")
    names, parties, areas = (tuple(str(item) for item in entry[key]) for key in ("names", "parties", "areas"))
    return Known(names, str(entry["title"]), str(entry["type"]), codes_of(parties), areas)


def _instrument(body: str, line: Line, hit: Hit[Known]) -> Instrument:
    at = line.at(hit.start)
    start = line.words[at - 1].start if at and line.low(at - 1) == "the" else hit.start
    noun = body[hit.start : hit.end]
    return Instrument(
        line.index, start, hit.start, hit.end, hit.end, hit.value.type, noun, named=True, title=hit.value.title
    )


def _is_name(body: str, hit: Hit[Known]) -> bool:
    """Tell whether a capital or a year shows that the words are a name: 'Quad', 'nuclear deal with Iran'."""
    return any(sign.isupper() or sign.isdigit() for sign in body[hit.start : hit.end])


def _told(scene: Scene, known: Known) -> bool:
    return len(_named(scene, known)) >= PAIR


def _named(scene: Scene, known: Known) -> tuple[str, ...]:
    """Give the parties that the article names."""
    return codes_of({m.code for m in scene.mentions} & set(known.parties))


@cache
def _index() -> PhraseIndex[Known]:
    return PhraseIndex(_entries())


def _entries() -> Iterator[tuple[str, Known]]:
    for known in known_agreements():
        for name in known.names:
            yield name, known
