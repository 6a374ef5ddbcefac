"""Whose dollars a bare '$' means where a state with a dollar of its own gives: 'Australia gave Fiji $5 million'.

Input: a sum at its place, who sends and gets it. Output: the sum in the giver's money, where the text names no other dollar.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.currencies import names_dollar
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.schema.values import Amount

__all__ = ["in_own_dollars"]

_OWN: Final = {"AUS": "AUD", "NZL": "NZD", "CAN": "CAD"}


def in_own_dollars(body: str, thing: Thing, kind: str, source: str, target: str) -> Amount | None:
    """Give the sum of a thing, a bare '$' read as the dollar of the state that gives it."""
    amount, own = thing.amount, _OWN.get(source)
    if amount is None or own is None or amount.currency != "USD" or kind not in word_set("flow_grammar", "flow given"):
        return amount
    sign = body.rfind("$", thing.start, thing.end)
    bare = sign >= 0 and not body[max(0, sign - 1) : sign].isalpha()
    return replace(amount, currency=own) if bare and target != "USA" and not names_dollar(body) else amount
