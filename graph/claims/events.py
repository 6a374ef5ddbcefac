"""What an article says of a happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.claims.agreements import block
from bilateral.graph.claims.persons import find_person
from bilateral.graph.claims.source import UNKNOWN, local, state, written
from bilateral.graph.statement import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.claims.source import Source
    from bilateral.graph.statement import Statement
    from bilateral.schema.facts import Event

__all__ = ["event_claims"]


def event_claims(source: Source, events: Iterable[Event]) -> Iterator[Statement]:
    """Say of each event what it is and whether it took place, and of each state and person that they took part."""
    taken: list[str] = []
    for each in events:
        name = f"{each.type} {each.mode}" if each.mode else each.type
        thing = Thing(
            "event", local("event", source.article, name, _told(each), taken), name, block((*each.source, *each.target))
        )
        taken.append(thing.id)
        yield _status(source, each, thing)
        yield from _participants(source, each, thing)


def _told(event: Event) -> list[object]:
    """Give what makes it this event of the article: all but its status, which a corrected text may change."""
    date = written(event.date)
    quotes = [passage.quote for passage in event.trace.evidence]
    return [
        event.type,
        event.mode,
        sorted(event.source),
        sorted(event.target),
        date,
        event.place,
        sorted(event.officials),
        quotes,
    ]


def _status(source: Source, event: Event, thing: Thing) -> Statement:
    return source.say(
        thing,
        "status",
        event.status,
        event.trace,
        date=written(event.date),
        as_of=source.published,
        type=event.type,
        mode=event.mode,
        symmetric=event.symmetric,
        place=event.place,
        areas=event.areas,
        sources=tuple(sorted(set(event.source))),
        targets=tuple(sorted(set(event.target))),
        officials=tuple(sorted({find_person(name, source.persons, source.article).id for name in event.officials})),
    )


def _participants(source: Source, event: Event, thing: Thing) -> Iterator[Statement]:
    date, as_of = written(event.date), source.published
    sides: tuple[tuple[str, tuple[str, ...]], ...] = (("source", event.source), ("target", event.target))
    for side, codes in sides:
        for code in sorted(set(codes)):
            yield source.say(
                state(code),
                "PARTICIPATED_IN",
                thing,
                event.trace,
                status=event.status,
                side=side,
                date=date,
                as_of=as_of,
            )
    for name in event.officials:
        who = find_person(name, source.persons, source.article)
        if who.block == UNKNOWN:
            yield source.say(who, "name", name, event.trace, as_of=as_of)
        served = next((side for side, codes in sides if who.block in codes), None)
        yield source.say(
            who,
            "PARTICIPATED_IN",
            thing,
            event.trace,
            status=event.status,
            role="official",
            side=served,
            date=date,
            as_of=as_of,
        )
