"""What a text tells between two actors who are given, whoever they are: a firm and a court, a crowd and a ministry.

Input: the text and where the two actors stand in it. Output: `Given`: the events and agreements that the pipeline finds between the two,
and what the sentence tells by its plainest words (`between`), which holds where no frame does. The actors are read as two states that
no text is about, everybody else is left unread, and the pipeline does the rest. `chosen` gives the one that tells most surely.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.article import Article
from bilateral.loaders.extract.events.between import Told, between
from bilateral.loaders.extract.pipeline import STEPS, Draft
from bilateral.loaders.extract.scene.context import Scene
from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.syntax.spans import merged_spans
from bilateral.loaders.extract.text.marks import StateMention
from bilateral.schema.facts import ArticleHead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bilateral.loaders.extract.events.candidate import Span
    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.schema.facts import Agreement, Event

__all__ = ["Given", "chosen", "find_actors", "read_given"]

_CODES: Final = ("NRU", "TUV")  # two states that no such text is about
_AFTER: Final = "officials"
#: Frames are made for states; which kind of force or threat others use, the words tell better.
_RATHER: Final = frozenset(
    {("SANCTION", "COERCE"), ("ASSAULT", "COERCE"), ("COERCE", "ASSAULT"), ("ASSAULT", "PROTEST"), ("ACCUSE", "PROTEST"),
     ("AGREE", "THREATEN"), ("SANCTION", "REJECT"),
     ("AGREE", "SUPPORT")}
)  # fmt: skip


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


def chosen(
    given: Given, kind: Callable[[Event | Told], str] = lambda told: told.type
) -> Event | Agreement | Told | None:
    """Give the surest event from source to target, else any between the two, else their agreement, else what the words tell.

    `kind` names the type of an event; words that are sure go before the agreement, and decide between types that are near each other.
    """
    told = given.told
    event = next(iter((*given.ahead, *given.back)), None)
    if told is not None and told.sure:
        return told if event is None or (kind(event), kind(told)) in _RATHER else event
    return event or next(iter(given.joint), told)


def find_actors(text: str, source: str, target: str) -> tuple[Span, Span]:
    """Find the words of both actors in the text, the second outside the first, without 'the' and 'a'.

    Raise InputError where they do not stand in it.
    """
    first = _find(text, source, ())
    second = _find(text, target, (first,) if first else ())
    if first and second is None:
        second = _find(text, target, ())
        first = _find(text, source, (second,) if second else ())
    if first is None or second is None:
        raise InputError(
            f"{source if first is None else target!r} does not stand in the sentence",
            place=text,
            remedy="Give the words as the sentence has them.",
        )
    return first, second


def _find(text: str, words: str, taken: Sequence[Span]) -> Span | None:
    for match in re.finditer(rf"(?<!\w){re.escape(words.strip())}(?!\w)", text, re.IGNORECASE):
        start, end = match.span()
        if start < end and all(end <= a or b <= start for a, b in taken):
            article = re.match(r"(?:the|an?) ", text[start:end], re.IGNORECASE)
            return start + (article.end() if article else 0), end
    return None


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
