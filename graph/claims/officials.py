"""What an article says of an official."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.claims.posts import accredited, body, post, strip_former
from bilateral.graph.claims.source import UNKNOWN, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.graph.claims.source import Source
    from bilateral.graph.statement import Statement, Thing
    from bilateral.schema.facts import Official

__all__ = ["official_claims"]


def official_claims(source: Source, official: Official) -> Iterator[Statement]:
    """Say whom the person serves and in which office; of an unknown state, only the title that goes with the name."""
    who = source.persons[ids.fold(official.name)]
    country = official.country or (who.block if who.block != UNKNOWN else None)
    if country is None:
        said = ("title", official.title) if official.title else ("name", official.name)
        yield source.say(who, *said, official.trace, as_of=source.published)
        return
    yield source.say(who, "OF_COUNTRY", state(country), official.trace, as_of=source.published)
    if official.title:
        yield from _office(source, official, who, country)
    elif official.organization:
        yield source.say(
            who, "IN_ORGANIZATION", body(country, official.organization), official.trace, as_of=source.published
        )


def _office(source: Source, official: Official, who: Thing, country: str) -> Iterator[Statement]:
    title, former = strip_former(official.title or "")
    yield source.say(
        who,
        "HOLDS",
        post(country, title, official.organization),
        official.trace,
        title=title,
        organization=official.organization,
        former=former,
        as_of=source.published,
    )
    if official.organization:
        yield source.say(
            who,
            "IN_ORGANIZATION",
            body(country, official.organization),
            official.trace,
            former=former,
            as_of=source.published,
        )
    for code in accredited(title, country):
        yield source.say(who, "ACCREDITED_TO", state(code), official.trace, former=former, as_of=source.published)
