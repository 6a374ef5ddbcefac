"""Article facts (.yaml, .yml, .json, .jsonl): what another run or a person wrote comes in by the same door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.articles.decode import decode, read_bytes, without_bom
from bilateral.schema.factsio import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bilateral.schema.facts import ArticleFacts

__all__ = ["parse_facts", "read_facts_file"]


def read_facts_file(path: Path) -> Iterator[ArticleFacts]:
    """Read every document of a facts file in YAML (JSON is YAML too)."""
    yield from parse_facts(without_bom(decode(read_bytes(path), str(path))), str(path), jsonl=False)


def parse_facts(text: str, place: str, *, jsonl: bool) -> Iterable[ArticleFacts]:
    """Read facts through the exchange format's own reader; the whole text or an error."""
    return tuple(read_facts(text, place, jsonl=jsonl))
