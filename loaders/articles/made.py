"""The last step of every reader: the head learns the body's hash, and what cannot be written again is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bilateral.errors import ArticleError
from bilateral.loaders.article import Article

if TYPE_CHECKING:
    from bilateral.schema.facts import ArticleHead

__all__ = ["made"]


def made(head: ArticleHead, body: str, place: str) -> Article:
    """Return the article with its hash in its head; ArticleError if the body is no valid Unicode."""
    try:
        body.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"character {error.start} of the text is half a surrogate pair",
            place=place,
            remedy="Write it as one character.",
        ) from error
    article = Article(head, body, place)
    return replace(article, head=replace(head, sha256=article.sha256))
