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

__all__ = ["event_claims", "event_things"]


def event_things(article: str, events: Iterable[Event]) -> list[tuple[Event, Thing]]:
    """Give each event the thing that it is in this article."""
    made: list[tuple[Event, Thing]] = []
    for each in events:
        name = f"{each.type} {each.mode}" if each.mode else each.type
        key = local("event", article, name, _told(each), (thing.id for _, thing in made))
        made.append((each, Thing("event", key, name, block((*each.source, *each.target)))))
    return made


def event_claims(source: Source, events: Iterable[tuple[Event, Thing]]) -> Iterator[Statement]:
    """Say of each event what it is and whether it took place, and of each state and person that they took part."""
    for each, thing in events:
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
