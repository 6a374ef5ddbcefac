"""Reading documents of the exchange format into typed facts, every fault noted and none guessed away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.schema.facts import Agreement, ArticleFacts, ArticleHead, Event, Flow, Official
from bilateral.schema.facts_values import (
    TRACE_KEYS,
    read_amount,
    read_code,
    read_codes,
    read_date,
    read_quantity,
    read_trace,
    read_word,
    read_words,
)

if TYPE_CHECKING:
    from bilateral.schema.fields import Fields

__all__ = ["read_document"]

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_ARTICLE: Final = ("id", "title", "published", "publisher", "url", "language", "sha256")
_KEYS: Final = {
    "officials": ("name", "title", "country", "organization"),
    "agreements": ("title", "type", "parties", "status", "date", "areas", "amount", "quantity"),
    "events": ("type", "mode", "symmetric", "source", "target", "officials", "place", "date", "status", "areas"),
    "flows": ("kind", "from", "to", "commodity", "quantity", "amount", "period"),
}


def read_document(fields: Fields) -> ArticleFacts:
    """Read one document; what cannot be read is a fault and has an empty value in its place."""
    fields.only(("article", "countries", *_KEYS))
    head = fields.mapping("article", required=True)
    return ArticleFacts(
        article=_head(head) if head else ArticleHead(""),
        countries=read_codes(fields, "countries"),
        officials=tuple(_official(item) for item in fields.items("officials")),
        agreements=tuple(_agreement(item) for item in fields.items("agreements")),
        events=tuple(_event(item) for item in fields.items("events")),
        flows=tuple(_flow(item) for item in fields.items("flows")),
    )


def _head(fields: Fields) -> ArticleHead:
    fields.only(_ARTICLE)
    sha256 = fields.text("sha256")
    if sha256 and not _SHA256.fullmatch(sha256):
        fields.fault("sha256", f"{sha256!r} is no SHA-256", "Write 64 hexadecimal digits, lower case.")
    return ArticleHead(
        id=fields.text("id", required=True) or "",
        title=fields.text("title"),
        published=read_date(fields, "published"),
        publisher=fields.text("publisher"),
        url=fields.text("url"),
        language=fields.text("language"),
        sha256=sha256,
    )


def _official(fields: Fields) -> Official:
    fields.only((*_KEYS["officials"], *TRACE_KEYS))
    return Official(
        name=fields.text("name", required=True) or "",
        title=fields.text("title"),
        country=read_code(fields, "country"),
        organization=fields.text("organization"),
        trace=read_trace(fields),
    )


def _agreement(fields: Fields) -> Agreement:
    fields.only((*_KEYS["agreements"], *TRACE_KEYS))
    parties = read_codes(fields, "parties", required=True)
    if len(parties) == 1 or len(set(parties)) < len(parties):
        fields.fault("parties", f"{', '.join(parties)} are not two or more parties", "Name every party, each once.")
    return Agreement(
        title=fields.text("title", required=True) or "",
        type=read_word(fields, "type", "agreement_types", required=True) or "",
        parties=parties,
        status=read_word(fields, "status", "agreement_statuses", required=True) or "",
        date=read_date(fields, "date"),
        areas=read_words(fields, "areas", "areas"),
        amount=read_amount(fields, "amount"),
        quantity=read_quantity(fields, "quantity"),
        trace=read_trace(fields),
    )


def _event(fields: Fields) -> Event:
    fields.only((*_KEYS["events"], *TRACE_KEYS))
    kind = read_word(fields, "type", "event_types", required=True) or ""
    source, target = _side(fields, "source"), _side(fields, "target")
    if not source and not target and {"source", "target"} <= fields.data.keys():
        fields.fault("source", "both sides are empty", "Name the states on one side at least.")
    mode = read_word(fields, "mode", "consult_modes") if kind == "CONSULT" else fields.text("mode")
    return Event(
        type=kind,
        source=source,
        target=target,
        mode=mode,
        symmetric=fields.boolean("symmetric"),
        officials=fields.texts("officials"),
        place=fields.text("place"),
        date=read_date(fields, "date"),
        status=read_word(fields, "status", "event_statuses") or "occurred",
        areas=read_words(fields, "areas", "areas"),
        trace=read_trace(fields),
    )


def _side(fields: Fields, key: str) -> tuple[str, ...]:
    """Read a side of an event, which is empty where the article does not name it, but never left out."""
    return read_codes(fields, key, required=fields.data.get(key) is None)


def _flow(fields: Fields) -> Flow:
    fields.only((*_KEYS["flows"], *TRACE_KEYS))
    source, target = read_code(fields, "from", required=True), read_code(fields, "to", required=True)
    if source and source == target:
        fields.fault("to", f"the flow goes from {source} to itself", "Write the two states between which it moves.")
    return Flow(
        kind=read_word(fields, "kind", "flow_kinds", required=True) or "",
        source=source or "",
        target=target or "",
        commodity=fields.text("commodity"),
        quantity=read_quantity(fields, "quantity"),
        amount=read_amount(fields, "amount"),
        period=read_date(fields, "period"),
        trace=read_trace(fields),
    )
