"""What an article says of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.claims.source import local, measures, state, written
from bilateral.graph.statement import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.claims.source import Source
    from bilateral.graph.statement import Statement
    from bilateral.schema.facts import Agreement

__all__ = ["agreement_claims"]


def agreement_claims(source: Source, agreements: Iterable[Agreement]) -> Iterator[Statement]:
    """Say of each agreement where it stands and what it is about, and of each party that it is one."""
    taken: list[str] = []
    for each in agreements:
        told = [each.title, each.type, sorted(each.parties)]
        thing = Thing(
            "agreement", local("agreement", source.article, each.title, told, taken), each.title, block(each.parties)
        )
        taken.append(thing.id)
        yield from _claims(source, each, thing)


def block(codes: Iterable[str]) -> str:
    """Name the states between which something is: the block in which it may be met again."""
    return "-".join(sorted(set(codes)))


def _claims(source: Source, agreement: Agreement, thing: Thing) -> Iterator[Statement]:
    date = written(agreement.date)
    yield source.say(
        thing,
        "status",
        agreement.status,
        agreement.trace,
        date=date,
        as_of=source.published,
        type=agreement.type,
        parties=tuple(sorted(set(agreement.parties))),
        areas=agreement.areas,
        **measures(agreement.amount, agreement.quantity),
    )
    for code in sorted(set(agreement.parties)):
        yield source.say(
            state(code), "PARTY_TO", thing, agreement.trace, status=agreement.status, date=date, as_of=source.published
        )
