"""Long texts a part at a time: no article costs more than its length, and what was read so is said.

Input: an `Article`. Output: its parts, each short enough for rules that compare everything in a text with everything else; the facts
of the parts as facts of the whole; and for people, in words, what was not read as it stands. Nothing refers across the border of two parts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from bilateral.loaders.article import Article
from bilateral.loaders.extract.text.sentences import LONGEST, cut_sentences
from bilateral.schema.facts import Agreement, ArticleFacts, Event, Flow, Official

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LONGEST_PART", "findings", "joined", "parts"]

#: No news report is longer; a text that is gets read in parts.
LONGEST_PART: Final = 30_000
_BORDERS: Final = ("\n\n", "\n", ". ", " ")
_SHOWN: Final = 40
F = TypeVar("F", Official, Agreement, Event, Flow)


def parts(article: Article) -> Iterator[tuple[int, Article]]:
    """Give the article, or its parts with the place where each begins."""
    for start, end in _spans(article.body):
        whole = end - start == len(article.body)
        yield start, article if whole else Article(article.head, article.body[start:end], article.place)


def _spans(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(body) - start > LONGEST_PART:
        end = _border(body, start + LONGEST_PART // 2, start + LONGEST_PART)
        yield start, end
        start = end
    yield start, len(body)


def _border(body: str, first: int, last: int) -> int:
    """Give the end of the last paragraph, else line, sentence or word, between two places."""
    for sign in _BORDERS:
        if (at := body.rfind(sign, first, last)) >= 0:
            return at + len(sign)
    return last


def joined(article: Article, found: Sequence[tuple[int, ArticleFacts]]) -> ArticleFacts:
    """Give the facts of the parts as facts of the whole; nobody who is introduced in several parts is told of twice."""
    if len(found) == 1:
        return found[0][1]
    officials = {(o.name, o.country): o for start, facts in reversed(found) for o in _moved(facts.officials, start)}
    return ArticleFacts(
        replace(found[0][1].article, sha256=article.head.sha256 or article.sha256),
        tuple(dict.fromkeys(code for _, facts in found for code in facts.countries)),
        tuple(sorted(officials.values(), key=lambda o: o.trace.evidence[0].start)),
        tuple(each for start, facts in found for each in _moved(facts.agreements, start)),
        tuple(each for start, facts in found for each in _moved(facts.events, start)),
        tuple(each for start, facts in found for each in _moved(facts.flows, start)),
    )


def _moved(facts: Sequence[F], by: int) -> Iterator[F]:
    for fact in facts:
        evidence = tuple(replace(e, start=e.start + by, end=e.end + by) for e in fact.trace.evidence)
        roles = tuple(replace(r, start=r.start + by, end=r.end + by) for r in fact.trace.roles)
        yield replace(fact, trace=replace(fact.trace, evidence=evidence, roles=roles))


def findings(article: Article) -> tuple[str, ...]:
    """Say what of the article is too long to be read as it stands: the article itself, or sentences of it."""
    body, where = article.body, article.head.id
    found = []
    if len(body) > LONGEST_PART:
        number = sum(1 for _ in _spans(body))
        found.append(
            f"{where}: {len(body)} characters, read in {number} parts; nothing refers from one part to another"
        )
    if long := cut_sentences(body):
        start, end = long[0]
        begins = " ".join(body[start : start + _SHOWN].split())
        also = f", and {len(long) - 1} more such sentences" if len(long) > 1 else ""
        found.append(
            f"{where}:{start}: a sentence of {end - start} characters, read in pieces of at most {LONGEST}: {begins} …{also}"
        )
    return tuple(found)
