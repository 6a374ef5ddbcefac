"""An invented article, for tests of what extraction makes of a text."""

from __future__ import annotations

from bilateral.loaders.article import Article
from bilateral.schema.facts import ArticleHead
from bilateral.schema.values import PartialDate

__all__ = ["article"]


def article(text: str, published: str | None = "2024-05-16") -> Article:
    """Give an article with this body, published on a Thursday unless told otherwise."""
    return Article(ArticleHead("a", published=PartialDate.parse(published) if published else None), text)
