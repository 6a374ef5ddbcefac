"""The title of an instrument: as the text names it, or built from what is known of it.

Input: the body, an instrument, its parties. Output: one line of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument

__all__ = ["title_of"]

_SPACE: Final = re.compile(r"\s+")
_LONGEST: Final = 160
_FEW: Final = 3


def title_of(body: str, instrument: Instrument, parties: Sequence[str]) -> str:
    """Give '<A>-<B> <name> <topic>', without states that the name holds already."""
    if instrument.title is not None:
        return instrument.title
    front = " ".join(instrument.modifiers)
    noun = _noun(body, instrument)
    name = f"{front} {noun}".strip()
    topic = body[instrument.topic[0] : instrument.topic[1]] if instrument.topic else ""
    if instrument.item and topic.split(" ", 1)[0] not in {"on", "for", "in", "of"}:
        topic = f"on {topic}"
    title = _SPACE.sub(" ", f"{_who(parties)} {name} {topic}").strip(' ,;:“”"')
    return title if len(title) <= _LONGEST else title[:_LONGEST].rsplit(" ", 1)[0]


def _noun(body: str, instrument: Instrument) -> str:
    """Give the noun as written, in the singular where the phrase is one of several."""
    noun = body[instrument.head : instrument.head_end]
    if not (instrument.plural or instrument.item):
        return noun
    low = noun.casefold()
    for plural, singular in (
        ("memoranda", "Memorandum"),
        ("memorandums", "Memorandum"),
        ("letters", "letter"),
        ("treaties", "treaty"),
        ("mous", "MoU"),
        ("lines", "line"),
    ):
        if low.startswith(plural):
            return singular + noun[len(plural) :]
    return noun.removesuffix("s")


def _who(parties: Sequence[str]) -> str:
    known = states()
    names = [known.get(code).name if code in known else code for code in parties]
    return "-".join(names) if len(names) <= _FEW else f"{'-'.join(names[:_FEW])} and {len(names) - _FEW} others"
