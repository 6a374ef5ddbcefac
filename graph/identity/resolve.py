"""Looking at every block in which something changed: rules judge anew, and canonical ids follow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from bilateral.errors import UsageError
from bilateral.graph.claims.source import UNKNOWN
from bilateral.graph.identity.agreements import judge_agreements
from bilateral.graph.identity.cluster import cluster
from bilateral.graph.identity.events import judge_events
from bilateral.graph.identity.naming import name_groups
from bilateral.graph.identity.persons import judge_persons
from bilateral.graph.identity.profile import profiles
from bilateral.graph.judgement import Judgement
from bilateral.schema.contents import contents_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.identity.profile import Profile
    from bilateral.graph.judgement import Verdict
    from bilateral.graph.ledger import Ledger

__all__ = ["Resolved", "judge", "resolve"]

#: What the rules are made of: when any of it changes, every block is looked at again.
_RULES: Final = (
    ("bilateral.graph.identity", ""),
    ("bilateral.graph.lexicon", ""),
    ("bilateral.schema", "vocabulary"),
    ("bilateral.schema", "countries"),
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """How many blocks were looked at, and how many things joined others there."""

    blocks: int = 0
    joined: int = 0


def resolve(ledger: Ledger) -> Resolved:
    """Bring judgements of the rules and canonical ids up to date with the statements, in one transaction."""
    with ledger.transaction():
        rules = contents_hash(_RULES)
        if ledger.note("identity rules") != rules:
            ledger.set_note("identity rules", rules)
            ledger.touch_all()
        total = Resolved()
        done: set[str] = set()
        for block in ledger.take_dirty():
            if block not in done:
                group = ledger.linked_blocks(block)
                done.update(group)
                joined = _resolve_blocks(ledger, group)
                total = Resolved(total.blocks + len(group), total.joined + joined)
    return total


def judge(ledger: Ledger, one: str, other: str, verdict: Verdict, *, by: str, reason: str) -> tuple[Judgement, ...]:
    """Record a person's judgement on two things, named by their ids in the graph or in the sources.

    `same` on two ids of the graph joins them. `different` sets every member of the one apart from every member of the other; to
    take one id of the graph apart, name its members (`Ledger.members`).
    """
    lefts, rights = _members(ledger, one), _members(ledger, other)
    if set(lefts) & set(rights):
        raise UsageError(f"{one} and {other} are one", remedy="Name two of its members to set them apart.")
    pairs = [(lefts[0], rights[0])] if verdict == "same" else [(left, right) for left in lefts for right in rights]
    given = tuple(Judgement.of(left, right, verdict, by=f"person {by}", reason=reason) for left, right in pairs)
    with ledger.transaction():
        for each in given:
            ledger.judge(each)
    return given


def _members(ledger: Ledger, name: str) -> tuple[str, ...]:
    found = ledger.members(name) or ((name,) if ledger.canonical(name) else ())
    if not found:
        raise UsageError(f"there is no {name!r}", remedy="Name an agreement, event or person by its id in the graph.")
    return found


def _resolve_blocks(ledger: Ledger, blocks: Iterable[str]) -> int:
    """Judge within each block, then join across all of them, which only a person's judgement can link."""
    found: dict[str, Profile] = {}
    past: dict[str, Profile] = {}
    given: list[Judgement] = []
    for block in blocks:
        held = list(ledger.statements_in(block))
        own = list(profiles(each for each in held if each.retracted_at is None))
        found.update((each.key, each) for each in own)
        past.update((each.key, each) for each in profiles(held))
        if block != UNKNOWN:
            given.extend(_judge_block(own))
        given.extend(each for each in ledger.judgements(block) if each.by_person)
    groups, followed = cluster({each.key: _exclusive(each) for each in found.values()}, given)
    for block in blocks:
        own_keys = {key for key, each in found.items() if each.thing.block == block}
        ledger.set_rule_judgements(block, [each for each in followed if not each.by_person and each.left in own_keys])
    # What no statement tells of any more is named alone: it must not change the names of what stands.
    gone = tuple((key,) for key in sorted(past.keys() - found.keys()))
    names = {**name_groups(gone, past), **name_groups(groups, found)}
    for block in blocks:
        ledger.set_canonical(block, {key: names[key] for key, each in past.items() if each.thing.block == block})
    return sum(len(group) - 1 for group in groups)


def _exclusive(profile: Profile) -> frozenset[str]:
    """Give the articles that tell a thing apart from others: two agreements in one article are two, two spellings may be one."""
    return frozenset() if profile.thing.kind == "person" else profile.articles


def _judge_block(own: list[Profile]) -> Iterator[Judgement]:
    by_kind = {kind: [each for each in own if each.thing.kind == kind] for kind in ("person", "agreement", "event")}
    return chain(
        judge_persons(by_kind["person"]), judge_agreements(by_kind["agreement"]), judge_events(by_kind["event"])
    )
