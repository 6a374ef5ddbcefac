"""Statements and article heads as JSON text in the ledger's rows, and back."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, cast

from bilateral.graph import ids
from bilateral.graph.ledger.values import Dataset
from bilateral.graph.statement import Qualifier, Reference, Statement, Thing, content
from bilateral.schema.facts import ArticleHead, Evidence
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.graph.statement import ThingKind
    from bilateral.schema.facts import Modality

__all__ = [
    "pack",
    "read_dataset",
    "read_head",
    "read_statement",
    "spans_of",
    "unpack",
    "write_dataset",
    "write_head",
    "write_statement",
]


def write_statement(statement: Statement) -> str:
    """Write what a statement says; its offsets are kept apart, with the version of the text that they belong to."""
    return ids.canonical(content(statement))


def read_statement(key: str, text: str, spans: str | None) -> Statement:
    """Read a statement back, with the offsets of one version of its text; -1 where the version does not have them."""
    told = json.loads(text)
    offsets: list[tuple[int, int]] = json.loads(spans) if spans else []
    quotes: list[str] = told["quotes"]
    missing = [(-1, -1)] * (len(quotes) - len(offsets))
    passages = tuple(
        Evidence(start, end, quote) for quote, (start, end) in zip(quotes, [*offsets, *missing], strict=True)
    )
    reference = Reference(
        told["article"],
        passages,
        told["speaker"],
        cast("Modality", told["modality"]),
        told["confidence"],
        told["rule"],
        tuple((name, words) for name, words in told["roles"]),
    )
    thing = told["object"] and _thing(told["object"])
    return Statement(
        key, _thing(told["subject"]), told["predicate"], thing, told["value"], reference, _qualifiers(told)
    )


def spans_of(statement: Statement) -> str:
    """Write the offsets of a statement's passages."""
    return json.dumps([[passage.start, passage.end] for passage in statement.reference.passages], separators=(",", ":"))


def write_head(head: ArticleHead) -> str:
    """Write an article's head."""
    return ids.canonical(
        {
            "id": head.id,
            "title": head.title,
            "published": None if head.published is None else head.published.text,
            "publisher": head.publisher,
            "url": head.url,
            "language": head.language,
            "sha256": head.sha256,
        }
    )


def read_head(text: str) -> ArticleHead:
    """Read an article's head back."""
    told: dict[str, str | None] = json.loads(text)
    published = told.pop("published")
    head = ArticleHead(**cast("dict[str, str]", told))  # type: ignore[arg-type]  # the keys are those written above
    return replace(head, published=PartialDate.parse(published)) if published else head


def write_dataset(dataset: Dataset | None) -> str | None:
    """Write the data set that an article comes from."""
    return None if dataset is None else ids.canonical(asdict(dataset))


def read_dataset(text: str | None) -> Dataset | None:
    """Read a data set back."""
    return Dataset(**json.loads(text)) if text else None


def pack(body: str) -> bytes:
    """Compress a text; lone surrogates survive."""
    return zlib.compress(body.encode("utf-8", "surrogatepass"), 6)


def unpack(packed: bytes) -> str:
    """Give a text back as it was."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def _thing(told: Sequence[str]) -> Thing:
    kind, key, name, block = told
    return Thing(cast("ThingKind", kind), key, name, block)


def _qualifiers(told: dict[str, dict[str, Qualifier | list[str]]]) -> dict[str, Qualifier]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in told["qualifiers"].items()}
