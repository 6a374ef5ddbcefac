"""Why facts between states were missed: where on its way through the rules the sentence of each was let go.

Input: an annotated set as read. Output: counts by kind of fact and cause. The cause is the reason that `why-not` gives for the
sentence in which the readers' quote begins; of several the one that came furthest.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bilateral.loaders.evaluation.documents import BETWEEN_STATES, flat
from bilateral.loaders.extract.whynot import FACT, Verdict, why_not

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.article import Article
    from bilateral.loaders.evaluation.report import Mistake, Report
    from bilateral.loaders.evaluation.sample import Sample

__all__ = ["CAUSES", "count_causes"]

_ELSE: Final = "read as another fact: other states, type or time"
_UNQUOTED: Final = "not told in one sentence, or in the title only"
#: Causes from the furthest on the way to the first, each with the beginnings of the reasons that it gathers.
CAUSES: Final = {
    _ELSE: (FACT,),
    "taken as not so: planned, possible, negated, history": ("it is ", "nothing says", "its words or its status"),
    "whom a reference means is not clear": ("which ", "source and target"),
    "a phrase that acts for a state was not known as one": ("acts for no state",),
    "no state stands where the rule looks": (
        "source missing",
        "target missing",
        "fewer than two",
        "giver and taker",
    ),
    "no rule fits the words": (
        "its ",
        "a word that",
        "no frame",
        "no infinitive",
        "an infinitive",
        "what ",
        "the words",
        "a role",
    ),
    "the word is known to no rule": ("no word names", "told as one", "no word says", "it was done"),
    "too few states are in reach of the sentence": ("no state is named", "no second state"),
    "taken for sport, a headline or the page's own words": ("it is about sport", "the article is about", "a dateline"),
    _UNQUOTED: (),
}
#: The beginnings of reasons with their causes, the longest first.
_STARTS: Final = sorted(
    ((start, cause) for cause, of in CAUSES.items() for start in of), key=lambda pair: -len(pair[0])
)
_BEGINNING: Final = 60


def count_causes(sample: Sample, report: Report) -> Counter[tuple[str, str]]:
    """Count the missed facts of a set, as its report has them, by (kind, cause)."""
    told = {name: tuple(_sentences(articles)) for name, articles in _by_file(sample.articles).items()}
    missed = [m for m in report.mistakes if m.what == "missed" and m.kind in BETWEEN_STATES]
    return Counter((m.kind, _cause(m, told.get(m.article, ()))) for m in missed)


def _by_file(articles: Iterable[Article]) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for each in articles:
        name = re.sub(r"-\d+\Z", "", each.head.id)
        found.setdefault(name if name in found else each.head.id, []).append(each)
    return found


def _sentences(articles: Iterable[Article]) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    for article in articles:
        every = why_not(article)
        for start, end in dict.fromkeys((v.start, v.end) for v in every):
            yield flat(article.body[start:end]), tuple(v for v in every if (v.start, v.end) == (start, end))


def _cause(missed: Mistake, told: Iterable[tuple[str, tuple[Verdict, ...]]]) -> str:
    quote = flat(str(missed.fact.get("quote") or ""))[:_BEGINNING]
    verdicts = next((v for text, v in told if quote and quote in text), ())
    found = {_named(verdict, missed.kind) for verdict in verdicts}
    return next(
        (cause for cause in CAUSES if cause in found), "the word is known to no rule" if verdicts else _UNQUOTED
    )


def _named(verdict: Verdict, kind: str) -> str:
    """Name the cause that a verdict tells for this kind of fact, nothing where it tells of another kind."""
    if verdict.step == FACT:
        return _ELSE if _kind_of(verdict.reason) == kind else ""
    if verdict.step in BETWEEN_STATES and verdict.step != kind:
        return ""
    if "acts for no state" in verdict.reason:
        return "a phrase that acts for a state was not known as one"
    return next((cause for start, cause in _STARTS if verdict.reason.startswith(start)), "no rule fits the words")


def _kind_of(told: str) -> str:
    return {"event": "events", "flow": "flows", "official": "officials"}.get(
        told.split(" ", maxsplit=1)[0], "agreements"
    )
