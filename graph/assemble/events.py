"""Events: what happened between whom, who took part."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bilateral.graph.assemble.evidence import relations, statement_edges, statement_node
from bilateral.graph.assemble.links import link
from bilateral.graph.assemble.times import best_date, bounds, span
from bilateral.graph.assemble.topics import topic_edges
from bilateral.graph.assemble.weigh import attest, best, is_against, is_current
from bilateral.graph.identity.events import is_directed
from bilateral.graph.identity.profile import texts_of
from bilateral.graph.lifecycle import Life, event_life
from bilateral.graph.model import Edge, Graph, Node, Scalar, node
from bilateral.graph.words import most_told
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.graph.assemble.ends import Ends
    from bilateral.graph.ledger import Held

__all__ = ["event_block"]

_MOST = 4


def event_block(key: str, held: Sequence[Held], ends: Ends) -> Graph:
    """Give one event with its participants, topics and statements."""
    standing = [each for each in held if is_current(each)] or list(held)
    mains = [each for each in standing if each.statement.predicate == "status"]
    if not mains:
        return Graph()
    life = event_life(mains)
    told = _told(mains, life)
    edges = [*_participants(held, ends, mains, told), *topic_edges(("Event", key), mains), *relations(held, ends, life)]
    for each in held:
        edges.extend(statement_edges(each, ends))
    return Graph.of([_node(key, told, mains), *(statement_node(each, ends) for each in held)], edges)


def _told(mains: Sequence[Held], life: Life) -> dict[str, Scalar]:
    shown = best(mains).statement.qualifiers
    told: dict[str, Scalar] = {"type": str(shown["type"]), **bounds("date", best_date(_dated(mains, life)))}
    for name in ("mode", "place"):
        words = [str(each.statement.qualifiers[name]) for each in mains if name in each.statement.qualifiers]
        if words:
            told[name] = most_told(words)
    if any(each.statement.qualifiers.get("symmetric") for each in mains):
        told["symmetric"] = True
    for name in ("sources", "targets", "areas"):
        found = tuple(sorted({text for each in mains for text in texts_of(each.statement, name)}))
        if found:
            told[name] = found
    if set(_codes(told, "sources")) & set(_codes(told, "targets")):
        # Told from both sides: one source's order is shown.
        for name in ("sources", "targets"):
            told[name] = tuple(sorted(texts_of(best(mains).statement, name)))
    if life.current is not None:
        told["status"] = life.current.status
    return {**told, **_graded(told)}


def _dated(mains: Sequence[Held], life: Life) -> list[Held]:
    """Give the statements that tell the date: those of the current status first, as a visit may be put off."""
    if life.current is None:
        return list(mains)
    current = [
        each for each in mains if each.statement.value == life.current.status and "date" in each.statement.qualifiers
    ]
    return current or [each for each in mains if not is_against(each)]


def _graded(told: dict[str, Scalar]) -> dict[str, Scalar]:
    """Grade the event as PLOVER does: one of four classes, and a score that the mode of a consultation refines."""
    types, modes = registry().vocabulary("event_types"), registry().vocabulary("consult_modes")
    kind, mode = str(told["type"]), str(told.get("mode", ""))
    if kind not in types:
        return {}
    score = modes[mode].score if kind == "CONSULT" and mode in modes else types[kind].score
    graded: dict[str, Scalar] = {}
    if types[kind].quad:
        graded["quad"] = str(types[kind].quad)
    if score is not None:
        graded["score"] = float(score)
    return graded


def _node(key: str, told: dict[str, Scalar], mains: Sequence[Held]) -> Node:
    return node(key, "Event", {"name": _caption(told), **told, **attest(mains)})


def _caption(told: dict[str, Scalar]) -> str:
    """Give what Browser shows: `USA–PAK visit 2023-03-06/2023-03-07`."""
    actors, others = _codes(told, "sources"), _codes(told, "targets")
    sides = ["–".join(actors)] if actors == others and len(actors) <= _MOST else [_side(actors), _side(others)]
    what = str(told.get("mode") or told["type"]).lower()
    parts = (
        "–".join(side for side in sides if side),
        what if told["type"] == "CONSULT" else _with_type(told, what),
        told.get("date"),
    )
    return " ".join(str(part) for part in parts if part)


def _with_type(told: dict[str, Scalar], what: str) -> str:
    kind = str(told["type"]).lower()
    return kind if what == kind else f"{kind} ({what})"


def _side(codes: tuple[str, ...]) -> str:
    shown = ", ".join(codes[:_MOST])
    return f"{shown} and {len(codes) - _MOST} more" if len(codes) > _MOST else shown


def _codes(told: dict[str, Scalar], name: str) -> tuple[str, ...]:
    found = told.get(name, ())
    return found if isinstance(found, tuple) else ()


def _participants(held: Sequence[Held], ends: Ends, mains: Sequence[Held], told: dict[str, Scalar]) -> Iterator[Edge]:
    """Give one edge for each participant, with the event's own time and status; one for each side where sides matter."""
    directed = is_directed(str(told["type"]), str(told.get("mode", ""))) and not told.get("symmetric")

    def part(each: Held) -> tuple[str, str]:
        return (ends.of(each.statement.subject)[1], _told_side(each) if directed else "")

    shared: dict[str, Scalar] = {**span(best_date(_dated(mains, event_life(mains))))}
    if "status" in told:
        shared["status"] = told["status"]
    taking = [each for each in held if each.statement.predicate == "PARTICIPATED_IN"]
    for (key, _), group in groupby(sorted(taking, key=lambda each: (*part(each), each.statement.id)), key=part):
        members = list(group)
        shown = (
            None
            if directed
            else next((name[:-1] for name in ("sources", "targets") if key in _codes(told, name)), None)
        )
        side = shown or _told_side(best(members))
        yield _participant(members, ends, {**shared, **({"side": side} if side else {})})


def _participant(members: Sequence[Held], ends: Ends, told: dict[str, Scalar]) -> Edge:
    said = members[0].statement
    roles = {str(each.statement.qualifiers["role"]) for each in members if "role" in each.statement.qualifiers}
    own: dict[str, Scalar] = {**told, **({"role": min(roles)} if roles else {})}
    return link(
        "PARTICIPATED_IN",
        ends.of(said.subject),
        ends.of(said.object or said.subject),
        members,
        own,
        tail=str(told.get("side", "")),
    )


def _told_side(held: Held) -> str:
    return str(held.statement.qualifiers.get("side", ""))
