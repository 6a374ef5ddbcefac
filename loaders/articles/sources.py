"""From paths to articles: each file by its reader, each article id once."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING

from bilateral.errors import ArticleError
from bilateral.loaders.article import Article
from bilateral.loaders.articles.facts import read_facts_file
from bilateral.loaders.articles.files import find_files
from bilateral.loaders.articles.jsonl import read_jsonl
from bilateral.loaders.articles.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bilateral.schema.facts import ArticleFacts

__all__ = ["READERS", "read_sources"]

#: One reader a format, by the file's ending.
READERS: Mapping[str, Callable[[Path], Iterator[Article | ArticleFacts]]] = MappingProxyType(
    {
        ".json": read_facts_file,
        ".jsonl": read_jsonl,
        ".txt": read_text,
        ".yaml": read_facts_file,
        ".yml": read_facts_file,
    }
)


def read_sources(paths: Sequence[Path]) -> Iterator[Article | ArticleFacts]:
    """Give every article (or its ready-made facts) under the paths, in a fixed order.

    A file is read whole before any of it is given out. The same article twice is given once; two different texts under
    one id are an ArticleError.
    """
    seen: dict[str, tuple[str, str]] = {}
    for file in find_files(paths, READERS):
        for source in tuple(READERS[file.suffix.lower()](file)):
            if _first_of_its_id(source, file, seen):
                yield source


def _first_of_its_id(source: Article | ArticleFacts, file: Path, seen: dict[str, tuple[str, str]]) -> bool:
    """Whether this id is new; False for the same content again, ArticleError for other content."""
    if isinstance(source, Article):
        name, place, content = source.head.id, source.place, source.head.sha256 or source.sha256
    else:
        name, place, content = source.article.id, str(file), hashlib.sha256(repr(source).encode()).hexdigest()
    if name not in seen:
        seen[name] = (content, place)
        return True
    known, earlier = seen[name]
    if known != content:
        raise ArticleError(
            f"the article id {name!r} is taken by another text, at {earlier}",
            place=place,
            remedy="Rename one of the two.",
        )
    return False
