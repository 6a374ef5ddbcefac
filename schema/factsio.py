"""The exchange format in and out: article facts as YAML documents or JSON Lines (facts-format)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bilateral.errors import FactsError, InputError
from bilateral.schema.facts_reader import read_document
from bilateral.schema.facts_writer import facts_to_dict
from bilateral.schema.faults import Fault, Faults
from bilateral.schema.fields import Fields
from bilateral.schema.jsonlines import escape_breaks, read_lines
from bilateral.schema.yamlio import YamlMapping, dump_all, load_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.schema.facts import ArticleFacts

__all__ = ["check_facts", "dump_jsonl", "dump_yaml", "facts_to_dict", "read_facts"]


def read_facts(text: str, place: str, *, jsonl: bool) -> tuple[ArticleFacts, ...]:
    """Read every document of a file named `place`; raise one FactsError that lists every fault with line and remedy."""
    faults = Faults()
    found = tuple(_read(text, place, faults, jsonl=jsonl))
    faults.raise_as(FactsError)
    return found


def check_facts(text: str, place: str, *, jsonl: bool) -> tuple[Fault, ...]:
    """Give every fault of a file named `place`, none where it is right."""
    faults = Faults()
    for _ in _read(text, place, faults, jsonl=jsonl):
        pass
    return faults.sorted()


def dump_yaml(facts: Iterable[ArticleFacts]) -> str:
    """Write articles as YAML documents; the same facts give the same bytes."""
    return dump_all(facts_to_dict(each) for each in facts)


def dump_jsonl(facts: Iterable[ArticleFacts]) -> str:
    """Write articles as JSON Lines, one a line; the same facts give the same bytes."""
    return "".join(f"{escape_breaks(json.dumps(facts_to_dict(each), ensure_ascii=False))}\n" for each in facts)


def _read(text: str, place: str, faults: Faults, *, jsonl: bool) -> Iterator[ArticleFacts]:
    documents = read_lines(text, place, faults) if jsonl else _yaml(text, place, faults)
    seen: dict[str, ArticleFacts] = {}
    for document in documents:
        if document is None:
            continue
        if not isinstance(document, YamlMapping):
            faults.add(place, 1, "a document holds no mapping", "Begin it with 'article:'.")
            continue
        facts = read_document(Fields(document, place, faults))
        key = facts.article.id
        if key not in seen:
            seen[key] = facts
            yield facts
        elif key and seen[key] != facts:
            what = f"article.id: {key!r} stands twice with different facts"
            faults.add(place, document.line, what, "Give each part of a file an id of its own: ID, ID-2, ID-3.")


def _yaml(text: str, place: str, faults: Faults) -> tuple[object, ...]:
    try:
        return load_all(text, place)
    except InputError as error:
        where = re.fullmatch(r".*?:(\d+)(?::\d+)?", error.place or "", re.DOTALL)
        faults.add(place, int(where[1]) if where else 1, error.what, error.remedy or "")
        return ()
