"""A mistake as a person reads it: the fact in a few words, the rule that found it, and the sentence that it is about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.evaluation.documents import flat, quotes
from bilateral.loaders.extract.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bilateral.loaders.evaluation.documents import Fact
    from bilateral.loaders.evaluation.report import Mistake

__all__ = ["COLUMNS", "rows_of"]

COLUMNS: Final = ("what", "article", "kind", "fact", "rule", "sentence")
_SHOWN: Final = {
    "officials": ("name", "title", "country", "organization"),
    "agreements": ("type", "title", "parties", "status", "date"),
    "events": ("type", "mode", "source", "target", "status", "date"),
    "flows": ("kind", "commodity", "from", "to", "amount", "quantity", "period"),
}


def rows_of(mistakes: list[Mistake], texts: Path | None) -> list[tuple[str, ...]]:
    """Give a row for each mistake; with the folder of texts the whole sentence of its first quote, else that quote."""
    read = cache(_sentences)  # an article has many mistakes
    return [
        (
            each.what,
            each.article,
            each.kind,
            "; ".join(_words(each.fact[name]) for name in _SHOWN[each.kind] if each.fact.get(name)),
            str(each.fact.get("rule") or ""),
            _sentence(_quote(each.fact), texts / f"{each.article}.txt" if texts else None, read),
        )
        for each in mistakes
    ]


def _words(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return " ".join(str(each) for each in value.values() if each) if isinstance(value, dict) else str(value)


def _quote(fact: Fact) -> str:
    return next(iter(quotes(fact)), str(fact.get("quote") or ""))


def _sentence(quote: str, file: Path | None, read: Callable[[Path], tuple[str, ...]]) -> str:
    """Find the sentence in which the quote begins; line breaks and quotes that run on are no hindrance."""
    if quote and file is not None and file.exists():
        wanted = flat(quote)
        for sentence in read(file):
            if wanted in sentence:
                return sentence
    return flat(quote)


def _sentences(file: Path) -> tuple[str, ...]:
    text = file.read_text(encoding="utf-8")
    return tuple(flat(text[each.start : each.end]) for each in split_sentences(text))
