"""States that may act in a sentence, read off its surface: no firms, teams or places that only bear a state's name.

Input: an article's marks and a sentence with its words. Output: `Actor`s in text order, each with the word that leads it in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.marks import OfficialMark, StateMention
    from bilateral.loaders.extract.words import Word

__all__ = ["Actor", "actors_in"]

_SKIPPED: Final = frozenset({"the", "of", "government", "governments", "republic", "state", "both", "new", "neighbouring", "neighboring"})
_PLACES: Final = frozenset({"in", "at", "near", "across", "inside", "throughout", "outside", "around", "within"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A state at `body[start:end]`; `lead` is the preposition or word before it, `shape` how it stands there."""

    start: int
    end: int
    code: str
    lead: str
    shape: str  # "name", "possessive", "adjective", "pair", "official"

    @property
    def place(self) -> bool:
        """Tell whether it is only where something is."""
        return self.lead in _PLACES and self.shape in {"name", "possessive"}


def actors_in(scene: Scene, words: Sequence[Word], start: int, end: int) -> tuple[Actor, ...]:
    """Give the states that may act in `body[start:end]`, whose words are `words`."""
    officials = scene.officials_in(start, end)
    found = [actor for official in officials for actor in _of_official(words, official)]
    for mention in scene.mentions_in(start, end):
        if any(o.start <= mention.start < o.end for o in officials):
            continue
        actor = _of_mention(scene.body, words, mention)
        if actor is not None:
            found.append(actor)
    return tuple(sorted(found, key=lambda a: (a.start, a.code)))


def _of_official(words: Sequence[Word], official: OfficialMark) -> list[Actor]:
    if official.country is None:
        return []
    return [Actor(official.start, official.end, official.country, _lead(words, official.start), "official")]


def _of_mention(body: str, words: Sequence[Word], mention: StateMention) -> Actor | None:
    after = next((i for i, w in enumerate(words) if w.start >= mention.end), len(words))
    shape = _shape(body, words, mention, after)
    if shape is None or _named_after(words, mention):
        return None
    return Actor(mention.start, mention.end, mention.code, _lead(words, mention.start), shape)


def _shape(body: str, words: Sequence[Word], mention: StateMention, after: int) -> str | None:
    """Tell how the state's name stands in its phrase; None where it belongs to something that is no state."""
    glued = body[mention.end : mention.end + 1]
    if glued in "-–—/" and glued:
        return "pair"
    before = body[mention.start - 1 : mention.start]
    follower = words[after] if after < len(words) else None
    if follower is None or follower.sign:
        return "pair" if before in "-–—/" and before else "name"
    if follower.low == "'s":
        return _possessive(words, after)
    if before and before in "-–—/":
        return "pair"
    if follower.low in _government():
        return "adjective"
    if mention.kind == "demonym":
        return "adjective"
    return None if follower.capital and not _opens(follower) else "name"


def _possessive(words: Sequence[Word], after: int) -> str:
    return "possessive" if after + 1 < len(words) else "name"


def _opens(word: Word) -> bool:
    """Tell whether a capitalised word after a name may begin something else: a month, a sentence in capitals."""
    return word.text.isupper() or len(word.text) == 1


def _named_after(words: Sequence[Word], mention: StateMention) -> bool:
    """Tell whether a capitalised word right before the name makes it a part of another name: 'ICC Sri Lanka'."""
    at = next((i for i, w in enumerate(words) if w.start >= mention.start), len(words))
    if at < 2:  # noqa: PLR2004 - the first word of a sentence is always capitalised
        return False
    before = words[at - 1]
    gap_free = before.end + 1 == mention.start
    return gap_free and before.capital and before.low not in _government() and before.low not in _SKIPPED and mention.kind != "leader"


def _lead(words: Sequence[Word], start: int) -> str:
    """Give the word that leads a phrase in, articles and 'the government of' left aside."""
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words)) - 1
    while at >= 0 and words[at].low in _SKIPPED:
        at -= 1
    return words[at].low if at >= 0 else ""


@cache
def _government() -> frozenset[str]:
    return frozenset(word_lists("agreement_words")["government"])
