"""An annotated set read by the rules as they are now: its gold facts, and what extraction finds in its texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.errors import InputError
from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources
from bilateral.loaders.evaluation.documents import Document, gather_documents, read_documents
from bilateral.loaders.extract.pipeline import facts_of, run_steps
from bilateral.schema.factsio import dump_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bilateral.schema.facts import ArticleFacts

__all__ = ["Sample", "documents_of", "read_sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A set: its name, the gold, the articles, and their facts as the rules give them, before confidence is measured."""

    name: str
    texts: Path
    gold: Mapping[str, Document]
    articles: tuple[Article, ...]
    raw: tuple[ArticleFacts, ...]


def read_sample(gold: Path, texts: Path | None = None) -> Sample:
    """Read a folder of gold facts and extract its texts, which are in `texts` or in the folder `texts` beside it."""
    folder = texts or gold.parent / "texts"
    noted = read_documents(gold)
    articles = tuple(_articles(sorted(noted), folder))
    name = gold.name if gold.name != "gold" else gold.resolve().parent.name
    return Sample(name, folder, noted, articles, tuple(facts_of(run_steps(each)) for each in articles))


def documents_of(facts: Sequence[ArticleFacts]) -> dict[str, Document]:
    """Give facts as the evaluation reads them."""
    lines = dump_jsonl(facts).splitlines()
    return gather_documents(("facts", json.loads(line)) for line in lines if line.strip())


def _articles(ids: Sequence[str], folder: Path) -> Iterator[Article]:
    files = [folder / f"{key}.txt" for key in ids]
    missing = [file.name for file in files if not file.exists()]
    if missing:
        raise InputError(
            f"{', '.join(missing[:3])} not found", place=str(folder), remedy="Name the folder of texts with --texts."
        )
    for each in read_sources(files):
        if isinstance(each, Article):
            yield each
