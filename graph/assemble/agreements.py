"""Agreements: what they are, where they stand, who is a party."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bilateral.graph.assemble.evidence import relations, statement_edges, statement_node
from bilateral.graph.assemble.links import link
from bilateral.graph.assemble.times import bounds, in_office
from bilateral.graph.assemble.topics import topic_edges
from bilateral.graph.assemble.weigh import attest, best, is_current
from bilateral.graph.identity.profile import texts_of
from bilateral.graph.lifecycle import Life, Step, agreement_life
from bilateral.graph.model import Edge, Graph, Scalar, node
from bilateral.graph.words import most_told
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.graph.assemble.ends import Ends
    from bilateral.graph.ledger import Held

__all__ = ["agreement_block", "valid_time"]

_MONEY = ("amount", "currency", "amount_qualifier")
_MEASURE = ("quantity", "unit", "quantity_qualifier", "commodity")
_ENDED = ("terminated", "expired", "rejected")
_BEGUN = ("in_force", "signed", "ratified", "extended")


def agreement_block(key: str, held: Sequence[Held], ends: Ends) -> Graph:
    """Give one agreement with its parties, topics and statements."""
    standing = [each for each in held if is_current(each)] or list(held)
    mains = [each for each in standing if each.statement.predicate == "status"]
    if not mains:
        return Graph()
    life = agreement_life(mains)
    told = _told(mains, life)
    areas = told.get("areas", ())
    cooperation = registry().is_cooperation(
        str(told["type"]), str(told.get("status", "")), areas if isinstance(areas, tuple) else ()
    )
    edges = [
        *_parties(held, ends, life),
        *_produced(held, ends),
        *topic_edges(("Agreement", key), mains),
        *relations(held, ends, life),
    ]
    for each in held:
        edges.extend(statement_edges(each, ends))
    own = node(key, "Agreement", {**told, **attest(mains)}, ("Cooperation",) if cooperation else ())
    return Graph.of([own, *(statement_node(each, ends) for each in held)], edges)


def valid_time(life: Life) -> dict[str, Scalar]:
    """Say from when until when an agreement binds: since it is in force or signed, else since its status was reported.

    Where no source dates it, it began at the latest on the day on which the first article found it so.
    """
    begun = life.first(*_BEGUN) or life.current
    ended = life.current if life.current is not None and life.current.status in _ENDED else None
    if ended is not None and begun is ended:
        begun = next((step for step in life.steps if step.status not in _ENDED), None)
    found: dict[str, Scalar] = {}
    if begun is not None:
        found |= _since(begun)
    if ended is not None:
        found |= _until(ended)
    return found


def _since(step: Step) -> dict[str, Scalar]:
    if step.date is None:
        return {name: value for name, value in in_office([step.held]).items() if name == "from_max"}
    if step.date.text.endswith("/..") or step.date.text.startswith("../"):
        return {**bounds("from", step.date.start), **bounds("to", step.date.end)}
    return bounds("from", step.date)


def _until(step: Step) -> dict[str, Scalar]:
    if step.date is not None:
        return bounds("to", step.date)
    latest = step.as_of and step.as_of.latest
    return {"to_max": latest} if latest else {}


def _told(mains: Sequence[Held], life: Life) -> dict[str, Scalar]:
    types = [str(each.statement.qualifiers["type"]) for each in mains]
    told: dict[str, Scalar] = {"type": _type(types)}
    told["title"] = told["name"] = most_told(each.statement.subject.name for each in mains)
    for source, name in (("parties", "parties"), ("areas", "areas")):
        found = tuple(sorted({text for each in mains for text in texts_of(each.statement, source)}))
        if found:
            told[name] = found
    if life.current is not None:
        told["status"] = life.current.status
        told.update(bounds("date", life.current.date))
    return {**told, **_measured(mains, life, _MONEY), **_measured(mains, life, _MEASURE)}


def _type(types: Sequence[str]) -> str:
    """Choose the type that most sources give; a particular one before the general word agreement."""
    return min(set(types), key=lambda each: (-types.count(each), each == "agreement", each))


def _measured(mains: Sequence[Held], life: Life, names: tuple[str, ...]) -> dict[str, Scalar]:
    """Take a sum or quantity whole from one statement: the latest step's that has one, else the best one's."""
    having = [each for each in mains if names[0] in each.statement.qualifiers]
    if not having:
        return {}
    latest = [
        step.held for step in life.steps if step.held in having and life.current and step.status == life.current.status
    ]
    qualifiers = best(latest or having).statement.qualifiers
    told: dict[str, Scalar] = {name: str(qualifiers[name]) for name in names[1:] if name in qualifiers}
    number = qualifiers[names[0]]
    return {names[0]: float(number), **told} if isinstance(number, int | float) else {}


def _parties(held: Sequence[Held], ends: Ends, life: Life) -> Iterator[Edge]:
    def party(each: Held) -> str:
        return each.statement.subject.id

    told: dict[str, Scalar] = {**valid_time(life), **({"status": life.current.status} if life.current else {})}
    joining = [each for each in held if each.statement.predicate == "PARTY_TO"]
    for _, group in groupby(sorted(joining, key=lambda each: (party(each), each.statement.id)), key=party):
        members = list(group)
        said = members[0].statement
        if said.object is not None:
            yield link("PARTY_TO", ends.of(said.subject), ends.of(said.object), members, told)


def _produced(held: Sequence[Held], ends: Ends) -> Iterator[Edge]:
    def event(each: Held) -> str:
        return ends.of(each.statement.subject)[1]

    made = [each for each in held if each.statement.predicate == "PRODUCED"]
    for _, group in groupby(sorted(made, key=lambda each: (event(each), each.statement.id)), key=event):
        members = list(group)
        said = members[0].statement
        if said.object is not None:
            yield link("PRODUCED", ends.of(said.subject), ends.of(said.object), members)
