"""The same flow told twice becomes one with both passages.

Input: flows in text order. Output: flows without repetitions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.schema.facts import Flow
    from bilateral.schema.values import Amount

__all__ = ["merge"]

_WORLD: Final = frozenset({"USD", "EUR"})


def merge(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Bring flows together that agree in kind, ends and number."""
    kept: list[Flow] = []
    for flow in flows:
        at = next((i for i, known in enumerate(kept) if _same(known, flow)), None)
        if at is None:
            kept.append(flow)
        else:
            kept[at] = _joined(kept[at], flow)
    return tuple(kept)


def _same(known: Flow, new: Flow) -> bool:
    if (known.source, known.target) != (new.source, new.target):
        return False
    if known.kind != new.kind and {known.kind, new.kind} != {"aid", "loan"}:
        return False
    sums = known.amount is not None and new.amount is not None and known.amount.value == new.amount.value
    counts = known.quantity is not None and new.quantity is not None and known.quantity.value == new.quantity.value
    return sums or counts or _converted(known, new)


def _converted(known: Flow, new: Flow) -> bool:
    """Tell whether a loan or gift is told in two currencies, one of them the receiver's own."""
    if known.amount is None or new.amount is None or known.kind != new.kind or known.kind not in {"aid", "loan"}:
        return False
    currencies = {known.amount.currency, new.amount.currency}
    told = {f.commodity for f in (known, new)}
    return len(currencies) > 1 and len(told) == 1 and None not in told and bool(currencies & _WORLD)


def _joined(known: Flow, new: Flow) -> Flow:
    passages = known.trace.evidence + tuple(e for e in new.trace.evidence if e not in known.trace.evidence)
    trace = replace(known.trace, evidence=passages)
    return replace(
        known,
        commodity=_counted(known) or _counted(new) or known.commodity or new.commodity,
        quantity=known.quantity or new.quantity,
        amount=_fuller(known, new),
        period=known.period or new.period,
        trace=trace,
    )


def _counted(flow: Flow) -> str | None:
    return flow.quantity.commodity if flow.quantity is not None else None


def _fuller(known: Flow, new: Flow) -> Amount | None:
    """Give the sum that the text qualifies, 'more than $50 million', if either does."""
    sums = [flow.amount for flow in (known, new) if flow.amount is not None]
    if len({amount.currency for amount in sums}) > 1:
        return next((amount for amount in sums if amount.currency in _WORLD), sums[0])
    return next((amount for amount in sums if amount.qualifier), sums[0] if sums else None)
