"""Facts files as the evaluation reads them: plain values, the parts of one file put together.

Gold files may mark a fact `optional: true` (a matter of opinion, counted neither way) and give a short `quote`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilateral.errors import FactsError
from bilateral.schema import yamlio

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BETWEEN_STATES", "KINDS", "Document", "Fact", "flat", "gather_documents", "quotes", "read_documents"]

KINDS: Final = ("officials", "agreements", "events", "flows")
#: Those that need two states.
BETWEEN_STATES: Final = KINDS[1:]
Fact = Mapping[str, object]

_PART = re.compile(r"-\d{1,2}$")
_ENDINGS: Final = frozenset({".yaml", ".yml", ".json", ".jsonl"})


@dataclass(slots=True)
class Document:
    """All facts of one file: of an article, or of the parts ID, ID-2, … of a file that holds several."""

    id: str
    countries: set[str] = field(default_factory=set)
    facts: dict[str, list[Fact]] = field(default_factory=lambda: {kind: [] for kind in KINDS})


def read_documents(path: Path) -> dict[str, Document]:
    """Read every facts document at or under `path`, by article id without its part number; raise FactsError."""
    files = sorted(p for p in path.rglob("*") if p.suffix in _ENDINGS) if path.is_dir() else [path]
    if not files:
        raise FactsError(
            "there is no facts file here", place=str(path), remedy="Give a .yaml or .jsonl file, or a folder of them."
        )
    return gather_documents((str(file), item) for file in files for item in _items(file))


def gather_documents(items: Iterable[tuple[str, object]]) -> dict[str, Document]:
    """Put plain facts documents, each with its place, together by article id without its part number; raise FactsError."""
    documents: dict[str, Document] = {}
    for place, item in items:
        _add(documents, item, place)
    return documents


def quotes(fact: Fact) -> list[str]:
    """Give the words of every passage that a found fact leans on."""
    passages = fact.get("evidence")
    if not isinstance(passages, list):
        return []
    return [str(passage.get("quote") or "") for passage in passages if isinstance(passage, Mapping)]


def flat(text: str) -> str:
    """Give a text with single blanks, by which quotes and texts are compared whatever their lines."""
    return re.sub(r"\s+", " ", text).strip()


def _items(file: Path) -> Sequence[object]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FactsError(f"cannot be read: {error}", place=str(file), remedy="Give a readable UTF-8 file.") from error
    if file.suffix in {".yaml", ".yml"}:
        return [item for item in yamlio.load_all(text, str(file)) if item]
    lines = text.splitlines() if file.suffix == ".jsonl" else [text]
    found: list[object] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.extend(_json(line, f"{file}:{number}"))
    return found


def _json(text: str, place: str) -> Iterable[object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise FactsError(f"is not JSON: {error.msg}", place=place, remedy="Write one JSON object a line.") from error
    return value if isinstance(value, list) else [value]


def _add(documents: dict[str, Document], item: object, place: str) -> None:
    article = item.get("article") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(article, Mapping) or "id" not in article:
        raise FactsError(
            "a document has no article.id", place=place, remedy="See the exchange format in docs/facts.md."
        )
    key = _PART.sub("", str(article["id"]))
    whole = documents.setdefault(key, Document(key))
    whole.countries |= {str(code) for code in item.get("countries") or ()}
    for kind in KINDS:
        whole.facts[kind].extend(item.get(kind) or ())
