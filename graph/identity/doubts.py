"""Pairs that a person should look at: nearly alike, so that no rule joins them, and nobody has judged them yet."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from bilateral.graph.claims.source import UNKNOWN
from bilateral.graph.identity.agreements import judge_agreements
from bilateral.graph.identity.persons import judge_persons
from bilateral.graph.identity.profile import profiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.graph.judgement import Judgement
    from bilateral.graph.ledger import Ledger

__all__ = ["doubts"]

_PERSONS: Final = 84.0
_AGREEMENTS: Final = 60.0


def doubts(ledger: Ledger) -> Iterator[Judgement]:
    """Give the doubtful pairs as judgements that nobody has given, most alike first within each block."""
    for block in ledger.blocks():
        if block != UNKNOWN:
            yield from _doubts_in(ledger, block)


def _doubts_in(ledger: Ledger, block: str) -> Iterator[Judgement]:
    own = list(profiles(each for each in ledger.statements_in(block) if each.retracted_at is None))
    judged = {(each.left, each.right) for each in ledger.judgements(block) if each.by_person}
    near = chain(
        judge_persons([each for each in own if each.thing.kind == "person"], _PERSONS),
        judge_agreements([each for each in own if each.thing.kind == "agreement"], _AGREEMENTS),
    )
    for each in sorted(near, key=lambda one: (-(one.score or 0.0), one.left, one.right)):
        apart = ledger.canonical(each.left) != ledger.canonical(each.right)
        if apart and (each.left, each.right) not in judged:
            yield each
