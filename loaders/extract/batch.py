"""Many articles at once: a pool of processes, each with a model of its own; results in the order of the articles.

Input: articles. Output: their facts, one at a time, so that memory does not grow with the number of articles. Few articles are
read in this very process, where no second model need be loaded.
"""

from __future__ import annotations

import multiprocessing
import os
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.article import Article
    from bilateral.schema.facts import ArticleFacts

__all__ = ["FEW", "extract_all"]

#: So many articles are read before a pool costs less than it saves.
FEW: Final = 100
_SHARD: Final = 8


def extract_all(articles: Iterable[Article], workers: int | None = None, few: int = FEW) -> Iterator[ArticleFacts]:
    """Give the facts of every article, in order; `workers` processes read them, as many as there are cores by default."""
    rest = iter(articles)
    first = list(islice(rest, few))
    count = os.cpu_count() or 1 if workers is None else workers
    if len(first) < few or count == 1:
        yield from map(extract, chain(first, rest))
        return
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        yield from pool.imap(extract, chain(first, rest), chunksize=_SHARD)
