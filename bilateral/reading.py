"""From sources to the ledger: read, extract what is new, record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral import __version__
from bilateral.graph.ledger import Reading, Recorded
from bilateral.graph.statement import Run
from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bilateral.graph.ledger import Ledger
    from bilateral.schema.facts import ArticleFacts

__all__ = ["count_sources", "extraction_run", "facts_of", "read_into"]

#: How many articles are extracted together and recorded in one transaction.
_BATCH: Final = 32


def _silent(_: str) -> None:
    """Say nothing."""


def extraction_run() -> Run:
    """Name what reads texts now: this program, its version, and the hash of its rules."""
    from bilateral.loaders.extract.version import rules_version  # noqa: PLC0415 - reads a few hundred files

    return Run("bilateral extract", __version__, rules_version())


def count_sources(paths: Sequence[Path]) -> int:
    """Read all sources once without using them: bad input is found before anything is written."""
    return sum(1 for _ in read_sources(paths))


def facts_of(
    paths: Sequence[Path], progress: Callable[[int], None], say: Callable[[str], None] = _silent
) -> Iterator[ArticleFacts]:
    """Give the facts of every source, in order: texts are extracted, facts files are passed on.

    `say` is told of texts too long to be read as they stand.
    """
    for batch in _batches(paths):
        texts = _extract([each for each in batch if isinstance(each, Article)], say)
        for each in batch:
            yield next(texts) if isinstance(each, Article) else each
        progress(len(batch))


def read_into(
    ledger: Ledger, paths: Sequence[Path], progress: Callable[[int], None], say: Callable[[str], None] = _silent
) -> Recorded:
    """Read all sources into the ledger; texts that these rules have read before are not read again.

    `say` is told of texts too long to be read as they stand.
    """
    run, given = extraction_run(), Run("article facts", "1")
    total = Recorded()
    for batch in _batches(paths):
        known = [
            each for each in batch if isinstance(each, Article) and ledger.knows(each.head.id, each.sha256, run.id)
        ]
        new = [each for each in batch if isinstance(each, Article) and each not in known]
        readings = [
            Reading(facts, run, article.body, article.place)
            for article, facts in zip(new, _extract(new, say), strict=True)
        ]
        readings += [Reading(each, given) for each in batch if not isinstance(each, Article)]
        total += ledger.record(*readings) + Recorded(unchanged=len(known))
        progress(len(batch))
    return total


def _extract(articles: Sequence[Article], say: Callable[[str], None]) -> Iterator[ArticleFacts]:
    from bilateral.loaders.extract.parts import findings  # noqa: PLC0415 - loads the lexicon
    from bilateral.loaders.extract.pipeline import extract  # noqa: PLC0415 - loads the language model

    for each in articles:
        for words in findings(each):
            say(words)
        yield extract(each)


def _batches(paths: Sequence[Path]) -> Iterator[list[Article | ArticleFacts]]:
    batch: list[Article | ArticleFacts] = []
    for each in read_sources(paths):
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
