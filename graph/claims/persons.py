"""Persons as an article tells them: by name and the state served; without a known state they stay of this article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.claims.source import UNKNOWN
from bilateral.graph.statement import Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.schema.facts import ArticleFacts

__all__ = ["find_person", "person", "persons_of"]


def person(name: str, country: str | None, article: str) -> Thing:
    """Give the person of this name who serves this state, wherever told; or a person of this article only."""
    if country is None:
        return Thing("person", f"person@{UNKNOWN}@{article}#{ids.slug(name)}", name, UNKNOWN)
    return Thing("person", f"person@{country}#{ids.slug(name)}", name, country)


def persons_of(facts: ArticleFacts) -> dict[str, Thing]:
    """Index an article's officials by folded name; where the text tells the state once, it holds for the name."""
    known = {ids.fold(each.name): each.country for each in facts.officials if each.country}
    return {
        ids.fold(each.name): person(each.name, each.country or known.get(ids.fold(each.name)), facts.article.id)
        for each in facts.officials
    }


def find_person(name: str, persons: Mapping[str, Thing], article: str) -> Thing:
    """Find the official whom an event names, also by a surname that only one has; else a person of unknown state."""
    wanted = ids.fold(name)
    if wanted in persons:
        return persons[wanted]
    words = set(wanted.split())
    fitting = {thing.id: thing for known, thing in persons.items() if words and words <= set(known.split())}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    return person(name, None, article)
