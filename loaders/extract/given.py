"""What a text tells between two actors who are given, whoever they are: a firm and a court, a crowd and a ministry.

Input: the text and where the two actors stand in it. Output: `Given`: the events and agreements that the pipeline finds between the two,
and what the sentence tells by its plainest words (`between`), which holds where no frame does. The actors are read as two states that
no text is about, everybody else is left unread, and the pipeline does the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.article import Article
from bilateral.loaders.extract.events.between import Told, between
from bilateral.loaders.extract.pipeline import STEPS, Draft
from bilateral.loaders.extract.scene.context import Scene
from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.syntax.spans import merged_spans
from bilateral.loaders.extract.text.marks import StateMention
from bilateral.schema.facts import ArticleHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.events.candidate import Span
    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.schema.facts import Agreement, Event

__all__ = ["Given", "read_given"]

_CODES: Final = ("NRU", "TUV")  # two states that no such text is about
_AFTER: Final = "officials"


@dataclass(frozen=True, slots=True)
class Given:
    """Events from the first actor to the second and back, the surest ahead, their agreements, and what the words alone tell.

    `named` tells whether both would have been found as states without being given.
    """

    ahead: tuple[Event, ...]
    back: tuple[Event, ...]
    joint: tuple[Agreement, ...]
    told: Told | None
    named: bool


def read_given(text: str, source: Span, target: Span, name: str = "given") -> Given:
    """Read what passes between the two."""
    draft = Draft(Article(ArticleHead(name), text), Scene(text))
    named = False
    for step in STEPS:
        step.run(draft)
        if step.name == _AFTER:
            named = all(_known(draft.scene, *span) for span in (source, target))
            draft.scene = _with_actors(draft.scene, (source, target))
    first, second = _CODES
    surest = sorted(draft.events, key=lambda e: -(e.trace.confidence or 0.0))
    return Given(
        ahead=tuple(e for e in surest if first in e.source and second in e.target),
        back=tuple(e for e in surest if second in e.source and first in e.target),
        joint=tuple(a for a in draft.agreements if {*_CODES} <= {*a.parties}),
        told=_told(draft, source, target),
        named=named,
    )


def _known(scene: Scene, start: int, end: int) -> bool:
    return bool(scene.mentions_in(start, end) or any(o.country for o in scene.officials_in(start, end)))


def _with_actors(scene: Scene, spans: Sequence[Span]) -> Scene:
    """Put two states where the actors stand, and nobody else anywhere."""
    given = []
    for (start, end), code in zip(spans, _CODES, strict=True):
        like = next((m for m in scene.mentions if (m.start, m.end) == (start, end)), None)
        given.append(StateMention(start, end, scene.body[start:end], code, like.kind if like else "name"))
    return replace(scene, mentions=tuple(sorted(given, key=lambda m: m.start)), officials=(), home=None)


def _told(draft: Draft, source: Span, target: Span) -> Told | None:
    """Read the sentence in which both stand, also where the pipeline let it go."""
    scene = draft.scene
    inside = [s for s in scene.sentences if s.start <= source[0] < s.end and s.start <= target[0] < s.end]
    spans = merged_spans(scene.body, scene.mentions, scene.officials, scene.dates, scene.amounts)
    parsed = [t for t in draft.trees if t.sentence in inside] or parse_sentences(scene.body, inside, spans)
    both = ((tree, tree.within(*source), tree.within(*target)) for tree in parsed)
    return next((between(tree, _top(tree, a), _top(tree, b)) for tree, a, b in both if a and b), None)


def _top(tree: Tree, row: Sequence[Token]) -> Token:
    """Give the token of an actor, the highest where the parser took it for several."""
    return next((t for t in row if t.kind), min(row, key=lambda t: len(list(tree.ancestors(t)))))
