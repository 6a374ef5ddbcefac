"""Text files (.txt): one or several articles, each body a verbatim slice of the file."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bilateral.loaders.articles.decode import decode, read_bytes, without_bom
from bilateral.loaders.articles.head import read_head
from bilateral.loaders.articles.lines import to_lines
from bilateral.loaders.articles.made import made
from bilateral.loaders.articles.split import find_starts
from bilateral.schema.facts import ArticleHead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilateral.loaders.article import Article

__all__ = ["parse_text", "read_text"]


def read_text(path: Path) -> Iterator[Article]:
    """Read every article of a text file; ids are the file's name without its ending, then ID-2, ID-3."""
    yield from parse_text(decode(read_bytes(path), str(path)), path.stem, str(path))


def parse_text(text: str, stem: str, place: str) -> Iterator[Article]:
    """Cut a decoded file into its articles, in order."""
    text = without_bom(text)
    lines = to_lines(text)
    starts = find_starts(lines)
    publisher, number = None, 0
    for first, end in pairwise((*starts, len(lines))):
        head = read_head(lines, first, end)
        start = lines[head.body].start if head.body < end else lines[end - 1].after
        body = text[start : lines[end - 1].after].rstrip()
        if not body and end < len(lines):
            publisher = head.publisher or publisher
            continue  # the head of a feed: no article of its own, but it tells the publisher of all
        number += 1
        name = stem if number == 1 else f"{stem}-{number}"
        facts = ArticleHead(name, head.title, head.published, head.publisher or publisher, head.url, head.language)
        yield made(facts, body, f"{place}:{first + 1}")
