"""A sentence laid out for rules that read its surface: its words, and the states that may act in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.surface.actors import Actor, actors_in, surnames
from bilateral.loaders.extract.text.words import Word, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Line", "read_lines"]

_TOP: Final = 5
_ROW: Final = frozenset({",", "and", "or"})
_STOPS: Final = frozenset(".!?:;,\"'”’")


@dataclass(frozen=True, slots=True)
class Line:
    """Sentence `index` at `body[start:end]`; `states` are the offsets of every state named in it, actor or not."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    actors: tuple[Actor, ...]
    states: tuple[tuple[int, int], ...]
    mentions: tuple[StateMention, ...] = ()

    @property
    def headline(self) -> bool:
        """Tell whether the line stands among the first and ends without a stop, as headlines and their bullets do."""
        return self.index <= _TOP and self.headline_like

    @property
    def headline_like(self) -> bool:
        """Tell whether the line ends without a stop, as a heading does, wherever it stands."""
        return bool(self.words) and self.words[-1].text[-1] not in _STOPS

    @property
    def lands(self) -> tuple[StateMention, ...]:
        """Give the states that are named, organisations and leaders left aside."""
        return tuple(m for m in self.mentions if m.kind not in {"leader", "igo"})

    def at(self, offset: int) -> int:
        """Give the number of the first word that starts at or after an offset."""
        return bisect_left(self.words, offset, key=lambda w: w.start)

    def low(self, at: int) -> str:
        """Give a word in small letters, nothing beyond either end."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def lead(self, offset: int) -> str:
        """Give the word before an offset, 'the' left aside, in small letters."""
        at = self.at(offset) - 1
        return self.low(at - 1) if self.low(at) == "the" else self.low(at)

    def state_at(self, at: int) -> bool:
        """Tell whether a word is part of a state's name."""
        word = self.words[at]
        return any(start <= word.start < end for start, end in self.states)

    def actors_between(self, start: int, end: int) -> tuple[Actor, ...]:
        """Give the actors that begin in `body[start:end]`."""
        return tuple(a for a in self.actors if start <= a.start < end)


def read_lines(scene: Scene) -> Iterator[Line]:
    """Lay out every sentence of the article."""
    names = surnames(scene)
    for sentence in scene.sentences:
        words = split_words(scene.body, sentence.start, sentence.end)
        mentions = scene.mentions_in(sentence.start, sentence.end)
        states = tuple((m.start, m.end) for m in mentions)
        actors = _in_rows(words, actors_in(scene, words, sentence.start, sentence.end, names))
        yield Line(sentence.index, sentence.start, sentence.end, words, actors, states, mentions)


def _in_rows(words: tuple[Word, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Take the places of a row for places: 'in Oslo, Lima and N'Djamena'."""
    found: list[Actor] = []
    for actor in actors:
        last = found[-1] if found else None
        between = {w.low for w in words if last and last.end <= w.start < actor.start}
        listed = last is not None and last.place and last.shape == actor.shape == "name" and between <= _ROW
        found.append(replace(actor, lead=last.lead) if last and listed and between else actor)
    return tuple(found)
