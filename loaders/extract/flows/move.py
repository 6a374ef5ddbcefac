"""A word that moves something, with the states of its clause, and the two ends of a flow.

Input: a line, a word, a thing. Output: a `Move`; `led` finds a state by its preposition, `given_to` by the verb before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.loaders.extract.flows.words import flow_index
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.flows.words import Mover
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["Ends", "Move", "given_to", "is_passive", "led", "resumed"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a flow; a span is missing where the end comes from the article as a whole."""

    source: str
    target: str
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Move:
    """The word that moves, how it is read, the thing moved, the clause; `before` and `after` are the clause's actors."""

    line: Line
    mover: Mover
    word: Span
    thing: Span
    before: tuple[Actor, ...]
    after: tuple[Actor, ...]
    what: Thing

    @classmethod
    def of(cls, line: Line, mover: Mover, word: Span, thing: Thing, clause: Span) -> Move:
        """Make a move with the actors that stand in its clause."""
        through = word_set("flow_grammar", "flow roles through")
        actors = [a for a in line.actors_between(*clause) if a.lead not in through]
        before = tuple(a for a in actors if a.end <= word[0])
        after = tuple(a for a in actors if a.start >= word[1])
        return cls(line, mover, word, (thing.start, thing.end), before, after, thing)

    def words_from(self, actor: Actor) -> int:
        """Count the words from an actor to the word that moves."""
        return self.line.at(self.word[0]) - self.line.at(actor.end)


def resumed(line: Line, offset: int) -> Actor | None:
    """Give the subject that a verb resumes after a clause in commas: 'A, which borders B, has written off …'."""
    aux = word_set("flow_grammar", "flow roles aux")
    at = line.at(offset) - 1
    while at >= 0 and line.low(at) in aux:
        at -= 1
    if line.low(at) != ",":
        return None
    opens = (a for a in line.actors if a.end <= line.words[at].start and line.low(line.at(a.end)) == "," and a.acts)
    inner = word_set("flow_grammar", "flow roles asides")
    return next((a for a in opens if line.low(line.at(a.end) + 1) in inner and line.at(a.end) < at), None)


def led(actors: Iterable[Actor], leads: frozenset[str]) -> Actor | None:
    """Give the first actor that one of the prepositions leads in."""
    return next((a for a in actors if a.lead in leads), None)


def given_to(actor: Actor) -> bool:
    """Tell whether a verb of giving stands right before: 'gave Chad $5 million in aid'."""
    gives = any(m.way == "give" for hit in flow_index().find(actor.lead) for m in hit.value)
    return gives and not actor.lead.startswith("commit")  # 'committing Chad to funding': Chad pays


def is_passive(move: Move) -> bool:
    """Tell whether the goods are the subject: 'tea worth $5 million was imported from A to B'."""
    before = {move.line.low(move.line.at(move.word[0]) - back) for back in (1, 2)}
    return bool(before & word_set("flow_grammar", "flow roles passive"))
