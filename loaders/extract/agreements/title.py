"""The title of an instrument: as the text names it, or built from what is known of it.

Input: the body, an instrument, its parties. Output: one line of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument

__all__ = ["title_of"]

_SPACE: Final = re.compile(r"\s+")
_LONGEST: Final = 100
_FEW: Final = 3


def title_of(body: str, instrument: Instrument, parties: Sequence[str]) -> str:
    """Give 'Palm oil supply deal between A and B': its subject first; 'A-B <name>' where the text itself names it so."""
    if instrument.title is not None:
        return instrument.title
    name = f"{' '.join(instrument.modifiers)} {_noun(body, instrument)}"
    topic = body[instrument.topic[0] : instrument.topic[1]] if instrument.topic else ""
    if instrument.item and topic.split(" ", 1)[0] not in {"on", "for", "in", "of"}:
        topic = f"on {topic}"
    title = _cut(_SPACE.sub(" ", f"{name} {topic}").strip(' ,;:“”"'))
    names = _names(parties)
    if instrument.named and len(instrument.codes) > 1:
        return f"{'-'.join(names)} {title}"
    if all(known in title for known in names):
        return title
    link = "by" if instrument.type == "joint_statement" else "between"
    return f"{title[:1].upper()}{title[1:]} {link} {', '.join(names[:-1])} and {names[-1]}"


def _cut(title: str) -> str:
    """End a long title at a word, and no title at a small one."""
    words = title.split() if len(title) <= _LONGEST else title[:_LONGEST].split()[:-1]
    while len(words) > 1 and words[-1].strip(",;:").casefold() in word_set("agreement_grammar", "topic tail"):
        words.pop()
    return " ".join(words).rstrip(" ,;:")


def _noun(body: str, instrument: Instrument) -> str:
    """Give the noun as written, in the singular where the phrase is one of several."""
    noun = body[instrument.head : instrument.head_end] or instrument.noun
    total = not (instrument.item or instrument.modifiers or instrument.topic or instrument.codes)
    if total or not (instrument.plural or instrument.item):
        return noun
    low = noun.casefold()
    for plural, singular in (
        ("memoranda", "Memorandum"),
        ("memorandums", "Memorandum"),
        ("letters", "letter"),
        ("mous", "MoU"),
        ("lines", "line"),
    ):
        if low.startswith(plural):
            return singular + noun[len(plural) :]
    return f"{noun.removesuffix('ies')}y" if low.endswith("ies") else noun.removesuffix("s")


def _names(parties: Sequence[str]) -> list[str]:
    """Give the parties' names; of many the first, and how many more there are."""
    known = states()
    names = [known.get(code).name if code in known else code for code in parties]
    return names if len(names) <= _FEW else [*names[:_FEW], f"{len(names) - _FEW} others"]
