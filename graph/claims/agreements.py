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

__all__ = ["agreement_claims", "agreement_things", "block"]


def agreement_things(article: str, agreements: Iterable[Agreement]) -> list[tuple[Agreement, Thing]]:
    """Give each agreement the thing that it is in this article."""
    made: list[tuple[Agreement, Thing]] = []
    for each in agreements:
        told = [each.title, each.type, sorted(each.parties)]
        key = local("agreement", article, each.title, told, (thing.id for _, thing in made))
        made.append((each, Thing("agreement", key, each.title, block(each.parties))))
    return made


def agreement_claims(source: Source, agreements: Iterable[tuple[Agreement, Thing]]) -> Iterator[Statement]:
    """Say of each agreement where it stands and what it is about, and of each party that it is one."""
    for each, thing in agreements:
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
