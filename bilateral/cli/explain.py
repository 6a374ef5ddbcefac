"""`why-not`: why a sentence gave nothing, or what it gave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bilateral.cli.options import FormatOption
from bilateral.cli.output import Format, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.article import Article
    from bilateral.loaders.extract.whynot import Verdict

__all__ = ["register"]

_COLUMNS = ("sentence", "text", "step", "word", "rule", "reason")
_SHOWN = 60


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("why-not")(why_not)


def why_not(
    sentence: Annotated[str | None, typer.Argument(help="A sentence, or a few words of one in the file.")] = None,
    source: Annotated[
        Path | None, typer.Option("--in", help="Read this article file; without a sentence, all of it.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day of publication of the sentence, such as 2025-12-09.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Headline above the sentence.")] = None,
    form: FormatOption = Format.table,
) -> None:
    """Show which step let a sentence go, and why.

    For a sentence that gave facts: which. With --in, every sentence of an article, or those that hold the given words.

    Example: bilateral why-not "The Chilean firm met bankers from Peru." --published 2024-05-02
    """
    from bilateral.errors import UsageError

    if sentence is None and source is None:
        raise UsageError("nothing to explain", remedy="Give a sentence in quotes, or a file with --in.")
    if source is not None and (published or title):
        raise UsageError("a file has its own title and date", remedy="Leave out --published and --title.")
    articles = _read(source) if source is not None else iter((_article(sentence or "", published, title),))
    rows = [row for article in articles for row in _rows(article, sentence if source else None, form)]
    if not rows:
        raise UsageError(f"{source}: no sentence holds {sentence!r}", remedy="Give a few words as they stand there.")
    show(_COLUMNS, rows, form)


def _article(sentence: str, published: str | None, title: str | None) -> Article:
    from bilateral.loaders.article import Article
    from bilateral.schema.facts import ArticleHead
    from bilateral.schema.values import PartialDate

    day = PartialDate.parse(published) if published else None
    return Article(ArticleHead("sentence", title, day), sentence)


def _read(source: Path) -> Iterator[Article]:
    from bilateral.errors import UsageError
    from bilateral.loaders.article import Article
    from bilateral.loaders.articles import read_sources

    for each in read_sources([source]):
        if not isinstance(each, Article):
            raise UsageError(f"{source} holds facts, no text", remedy="Give a file of articles (.txt, .jsonl, .html).")
        yield each


def _rows(article: Article, wanted: str | None, form: Format) -> Iterator[tuple[object, ...]]:
    from bilateral.loaders.extract.whynot import why_not as verdicts

    for each in verdicts(article):
        text = " ".join(article.body[each.start : each.end].split())
        if wanted is None or " ".join(wanted.split()).casefold() in text.casefold():
            yield _row(each, text, form)


def _row(each: Verdict, text: str, form: Format) -> tuple[object, ...]:
    shown = text if form is not Format.table or len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return (each.sentence or None, shown, each.step, each.word, each.rule, each.reason)
