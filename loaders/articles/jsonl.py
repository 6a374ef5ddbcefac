"""JSON Lines (.jsonl): articles `{"id", "title", "published", "text"}`, or article facts, told apart by their keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bilateral.errors import ArticleError, ValueFormatError
from bilateral.loaders.articles.dateline import read_stamp
from bilateral.loaders.articles.decode import decode, read_bytes, without_bom
from bilateral.loaders.articles.facts import parse_facts
from bilateral.loaders.articles.made import made
from bilateral.schema.facts import ArticleFacts, ArticleHead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilateral.loaders.article import Article
    from bilateral.schema.values import PartialDate

__all__ = ["parse_article", "read_jsonl"]

_REQUIRED: Final = ("id", "title", "text")
_KEYS: Final = (*_REQUIRED, "published", "publisher", "url", "language")
_FORM: Final = 'Write {"id": …, "title": …, "published": "2023-03-04", "text": …}'


def read_jsonl(path: Path) -> Iterator[Article | ArticleFacts]:
    """Read a whole file, or raise at its first fault before anything of it is given out."""
    place = str(path)
    numbered = _numbered(read_bytes(path), place)
    if any("article" in _load(line, f"{place}:{n}") for n, line in numbered[:1]):
        text = without_bom(decode(read_bytes(path), place))
        yield from parse_facts(text, place, jsonl=True)
        return
    yield from [parse_article(_load(line, f"{place}:{n}"), f"{place}:{n}") for n, line in numbered]


def _numbered(data: bytes, place: str) -> list[tuple[int, str]]:
    """Return the lines that say something, with their numbers; JSON Lines end in LF alone."""
    lines: list[tuple[int, str]] = []
    offset = 0
    for number, raw in enumerate(data.split(b"\n"), start=1):
        text = decode(raw, f"{place}:{number}", offset=offset)
        offset += len(raw) + 1
        if (line := without_bom(text) if number == 1 else text).strip():
            lines.append((number, line))
    return lines


def _load(line: str, place: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"the line is no JSON: {error.msg} at column {error.colno}", place=place, remedy=_FORM
        ) from error
    except RecursionError as error:
        raise ArticleError("the line is nested too deeply", place=place, remedy=_FORM) from error
    if not isinstance(value, dict):
        raise ArticleError("the line is no JSON object", place=place, remedy=_FORM)
    return value


def parse_article(fields: dict[str, object], place: str) -> Article:
    """Turn one object into an article; ArticleError names the key that is unknown, missing or of the wrong kind."""
    for key in fields:
        if key not in _KEYS:
            raise ArticleError(f"unknown key {key!r}", place=place, remedy=f"The keys are {', '.join(_KEYS)}.")
    for key in _REQUIRED:
        if fields.get(key) is None and not (key == "title" and key in fields):
            raise ArticleError(f"the key {key!r} is missing", place=place, remedy=_FORM)
    words = {key: _text(value, key, place) for key, value in fields.items()}
    name = (words["id"] or "").strip()
    if not name:
        raise ArticleError("the id is empty", place=place, remedy="Give every article its own id.")
    head = ArticleHead(
        name,
        words["title"],
        _date(words.get("published"), place),
        *(words.get(k) for k in ("publisher", "url", "language")),
    )
    return made(head, words["text"] or "", place)


def _text(value: object, key: str, place: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ArticleError(f"the value of {key!r} is no text", place=place, remedy="Put it between double quotes.")
    return value or (None if key != "text" else "")


def _date(text: str | None, place: str) -> PartialDate | None:
    if text is None:
        return None
    try:
        return read_stamp(text)
    except ValueFormatError as error:
        raise ArticleError(error.what, place=f"{place}: published", remedy=error.remedy) from error
