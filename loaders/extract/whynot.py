"""Sentence by sentence, what the extraction made of an article: the facts that a sentence gave, or the step that let it go and why.

Input: an `Article`. Output: `Verdict`s in text order. Words that belong to no sentence are told of too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.parts import parts
from bilateral.loaders.extract.pipeline import facts_of, run_steps
from bilateral.loaders.extract.surface.lines import read_lines
from bilateral.loaders.extract.text.datelines import dateline
from bilateral.loaders.extract.told import tell
from bilateral.loaders.extract.unnamed import unnamed_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.article import Article
    from bilateral.loaders.extract.pipeline import Draft
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import Sentence
    from bilateral.schema.facts import ArticleFacts, Fact

__all__ = ["FACT", "Verdict", "why_not"]

#: The step of a sentence that did give a fact.
FACT: Final = "fact"
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of `body[start:end]`: the step that decided, the word and the rule it looked at, and why.

    `sentence` counts from 1; it is 0 for words that belong to no sentence.
    """

    sentence: int
    start: int
    end: int
    step: str
    word: str
    rule: str
    reason: str


def why_not(article: Article) -> tuple[Verdict, ...]:
    """Tell of every sentence, and of what was not read as one; of a very long text a part at a time."""
    found: list[Verdict] = []
    for start, part in parts(article):
        before = max((v.sentence for v in found), default=0)
        found += [
            replace(v, sentence=v.sentence and v.sentence + before, start=v.start + start, end=v.end + start)
            for v in _of_part(part)
        ]
    return tuple(found)


def _of_part(article: Article) -> tuple[Verdict, ...]:
    draft = run_steps(article, traced=True)
    facts = facts_of(draft)
    lines = tuple(read_lines(draft.scene))
    told = [v for sentence in draft.scene.sentences for v in _sentence(draft, facts, lines, sentence)]
    return tuple(sorted((*told, *_unread(draft)), key=lambda v: v.start))


def _sentence(draft: Draft, facts: ArticleFacts, lines: Sequence[Line], sentence: Sentence) -> Iterator[Verdict]:
    start, end, number = sentence.start, sentence.end, sentence.index + 1
    given = [f for f in _every(facts) if any(e.start < end and start < e.end for e in f.trace.evidence)]
    for fact in given:
        yield Verdict(
            number, start, end, FACT, _trigger(fact, sentence), fact.trace.rule or "", _told(draft, fact, sentence)
        )
    dropped = list(dict.fromkeys(d for d in draft.dropped if d.start == start))
    for each in dropped:
        yield Verdict(number, start, end, each.step, each.word, each.rule, each.reason)
    for each in unnamed_facts(draft.scene, lines, sentence.index, given):
        yield Verdict(number, start, end, each.step, each.word, each.rule, each.reason)
    if not given and not dropped:
        yield Verdict(number, start, end, "events", "", "", "told as one with an event that other sentences say better")


def _every(facts: ArticleFacts) -> tuple[Fact, ...]:
    return (*facts.events, *facts.agreements, *facts.flows, *facts.officials)


def _trigger(fact: Fact, sentence: Sentence) -> str:
    roles = [r for r in fact.trace.roles if r.name in {"trigger", "instrument", "status"}]
    return next((r.quote for r in roles if sentence.start <= r.start < sentence.end), "")


def _told(draft: Draft, fact: Fact, sentence: Sentence) -> str:
    """Say which fact it is, and which other sentences tell of it."""
    others = {draft.scene.sentence_index(e.start) + 1 for e in fact.trace.evidence} - {sentence.index + 1}
    also = f" (with sentence {', '.join(map(str, sorted(others)))})" if others else ""
    return f"{tell(fact)}{also}"


def _unread(draft: Draft) -> Iterator[Verdict]:
    """Give the words between sentences: datelines, and what the page says for itself."""
    body, at = draft.article.body, 0
    lines = dateline(body)
    ends = [(s.start, s.end) for s in draft.scene.sentences]
    for start, end in (*ends, (len(body), len(body))):
        for first, last in _pieces(body, at, start):
            dated = any(a < last and first < b for a, b in lines)
            why = "a dateline is about the report" if dated else "the page's own words, or a mark of a list"
            yield Verdict(0, first, last, "sentences", "", "", why)
        at = max(at, end)


def _pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\r\n]+", body[start:end]):
        text = line[0]
        if _WORD.search(text):
            first = start + line.start() + len(text) - len(text.lstrip())
            yield first, first + len(text.strip())
