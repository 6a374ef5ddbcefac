"""Canonical ids for groups of things: readable, from the member that was told first, so that they last as sources are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.dates import date_of
from bilateral.graph.identity.profile import Profile, texts_of
from bilateral.graph.identity.titles import subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.graph.statement import Thing

__all__ = ["default_person", "name_groups"]

_SHORTEST, _LONGEST = 4, 20


def name_groups(groups: Iterable[tuple[str, ...]], profiles: Mapping[str, Profile]) -> dict[str, str]:
    """Give each thing the canonical id of its group; where two ids would be equal, their hashes are longer."""
    wanted = {group: _anchor([profiles[key] for key in group]) for group in groups}
    names: dict[str, str] = {}
    for size in range(_SHORTEST, _LONGEST, 4):
        drafts = {group: _name(anchor, size) for group, anchor in wanted.items() if group[0] not in names}
        times: dict[str, int] = {}
        for name in drafts.values():
            times[name] = times.get(name, 0) + 1
        for group, name in drafts.items():
            if times[name] == 1:
                names.update(dict.fromkeys(group, name))
    return names


def default_person(thing: Thing) -> str:
    """Give the id of a person that no judgement joins with another."""
    if thing.block == "?":
        return ids.join("person", "unknown", f"{ids.slug(thing.name)}-{ids.digest(thing.id, 6)}")
    return ids.join("person", thing.block.lower(), ids.slug(thing.name))


def _anchor(members: list[Profile]) -> Profile:
    """Choose the member that names the group: a full name, the earliest article, the least id."""
    return min(members, key=lambda each: (_bare(each), _day(each), each.key))


def _bare(profile: Profile) -> bool:
    return profile.thing.kind == "person" and (" " not in profile.thing.name.strip() or profile.thing.block == "?")


def _day(profile: Profile) -> str:
    published = profile.published
    return published.earliest.isoformat() if published and published.earliest else "9999"


def _name(anchor: Profile, size: int) -> str:
    kind = anchor.thing.kind
    if kind == "person":
        return default_person(anchor.thing)
    tail = ids.digest(anchor.key, size)
    return _agreement(anchor, tail) if kind == "agreement" else _event(anchor, tail)


def _agreement(anchor: Profile, tail: str) -> str:
    parties = tuple(sorted(texts_of(anchor.main, "parties")))
    when = date_of(anchor.main) or anchor.published
    year = str(when.earliest.year) if when and when.earliest else "undated"
    telling = subject(anchor.thing.name, parties)
    words = (*telling.words, *sorted(telling.numbers)) or (str(anchor.main.qualifiers.get("type", "agreement")),)
    return ids.join(
        "agreement", ids.parties(parties or (anchor.thing.block,)), year, f"{ids.slug(' '.join(words))}-{tail}"
    )


def _event(anchor: Profile, tail: str) -> str:
    sides = texts_of(anchor.main, "sources") | texts_of(anchor.main, "targets")
    when = date_of(anchor.main)
    day = ids.slug(when.text.partition("/")[0]) if when else ""
    return ids.join(
        "event", ids.parties(sides or (anchor.thing.block,)), day or "undated", f"{ids.slug(anchor.thing.name)}-{tail}"
    )
