"""Writing typed facts as the documents of the exchange format, keys in its order, without what is empty."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.schema.facts import Agreement, ArticleFacts, Event, Flow, Official, Trace
    from bilateral.schema.values import Amount, Quantity

__all__ = ["facts_to_dict"]


def facts_to_dict(facts: ArticleFacts) -> dict[str, object]:
    """Give the document of an article; the five lists are there even when empty."""
    head = facts.article
    return {
        "article": _filled(
            id=head.id,
            title=head.title,
            published=_text(head.published),
            publisher=head.publisher,
            url=head.url,
            language=head.language,
            sha256=head.sha256,
        ),
        "countries": list(facts.countries),
        "officials": [_official(each) for each in facts.officials],
        "agreements": [_agreement(each) for each in facts.agreements],
        "events": [_event(each) for each in facts.events],
        "flows": [_flow(each) for each in facts.flows],
    }


def _official(fact: Official) -> dict[str, object]:
    held = _filled(name=fact.name, title=fact.title, country=fact.country, organization=fact.organization)
    return held | _trace(fact.trace)


def _agreement(fact: Agreement) -> dict[str, object]:
    held = _filled(
        title=fact.title,
        type=fact.type,
        parties=list(fact.parties),
        status=fact.status,
        date=_text(fact.date),
        areas=list(fact.areas),
        amount=_amount(fact.amount),
        quantity=_quantity(fact.quantity),
    )
    return held | _trace(fact.trace)


def _event(fact: Event) -> dict[str, object]:
    head = _filled(type=fact.type, mode=fact.mode, symmetric=fact.symmetric or None)
    sides: dict[str, object] = {"source": list(fact.source), "target": list(fact.target)}
    held = _filled(
        officials=list(fact.officials),
        place=fact.place,
        date=_text(fact.date),
        status=fact.status,
        areas=list(fact.areas),
    )
    return head | sides | held | _trace(fact.trace)


def _flow(fact: Flow) -> dict[str, object]:
    ends = {"kind": fact.kind, "from": fact.source, "to": fact.target}
    held = _filled(
        commodity=fact.commodity,
        quantity=_quantity(fact.quantity),
        amount=_amount(fact.amount),
        period=_text(fact.period),
    )
    return ends | held | _trace(fact.trace)


def _trace(trace: Trace) -> dict[str, object]:
    return _filled(
        evidence=[asdict(each) for each in trace.evidence],
        speaker=trace.speaker,
        modality=None if trace.modality == "asserted" else trace.modality,
        confidence=trace.confidence,
        rule=trace.rule,
        roles=[asdict(each) for each in trace.roles],
    )


def _amount(amount: Amount | None) -> dict[str, object] | None:
    if amount is None:
        return None
    return _filled(value=_number(amount.value), currency=amount.currency, qualifier=amount.qualifier)


def _quantity(quantity: Quantity | None) -> dict[str, object] | None:
    if quantity is None:
        return None
    value = _number(quantity.value)
    return _filled(value=value, unit=quantity.unit, commodity=quantity.commodity, qualifier=quantity.qualifier)


def _number(value: float) -> float:
    return int(value) if value == int(value) else value


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _filled(**pairs: object) -> dict[str, object]:
    return {key: value for key, value in pairs.items() if value is not None and value != []}
