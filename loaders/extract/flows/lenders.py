"""Who lends where two sides sign a loan agreement: the one that is a bank or a fund.

Input: a line, the actors before and after the loan. Output: the codes of lender and borrower with their places, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["is_bank", "lent_by_bank", "lent_in_own_money"]

Lent = tuple[str, str, tuple[tuple[int, int], ...]]

_PAIR: Final = 2


def lent_by_bank(line: Line, before: Sequence[Actor], after: Sequence[Actor]) -> Lent | None:
    """Give lender and borrower where the sentence names two sides and one of them is a bank."""
    actors = [a for a in (*before, *after) if a.acts or a.shape == "owner"]
    banks = [a for a in actors if is_bank(line, a)]
    others = [a for a in actors if a not in banks]
    if not banks or len({a.code for a in actors}) != _PAIR or len({a.code for a in banks}) != 1 or not others:
        return None
    bank, other = banks[0], others[-1]
    return bank.code, other.code, ((bank.start, bank.end), (other.start, other.end))


def lent_in_own_money(before: Sequence[Actor], after: Sequence[Actor], currency: str | None) -> Lent | None:
    """Give lender and borrower where two states sign and the sum is in the money of one of them."""
    actors = [a for a in (*before, *after) if a.acts]
    home = next((code for code in word_lists("flow_money") if currency in word_set("flow_money", code)), None)
    lenders, others = [a for a in actors if a.code == home], [a for a in actors if a.code != home]
    if not lenders or len({a.code for a in others}) != 1:
        return None
    lender, other = lenders[0], others[0]
    return lender.code, other.code, ((lender.start, lender.end), (other.start, other.end))


def is_bank(line: Line, actor: Actor) -> bool:
    """Tell whether an actor is a bank of nations, or a state's fund or bank."""
    if actor.code in word_set("flow_grammar", "flow roles lenders"):
        return True
    at = line.at(actor.start)
    words = {w.low for w in line.words if actor.start <= w.start < actor.end}
    words |= {line.low(at - 2), line.low(at - 3)} if line.low(at - 1) == "of" else set()
    if words & word_set("flow_grammar", "flow roles central"):
        return False
    return bool((words | {actor.lead}) & word_set("flow_grammar", "flow roles banks"))
