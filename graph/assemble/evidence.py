"""Statements as nodes, with what they are about, where they are stated, and how they stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.assemble.ends import state_name
from bilateral.graph.assemble.times import bounds
from bilateral.graph.assemble.weigh import is_current
from bilateral.graph.dates import date_of
from bilateral.graph.model import Edge, Node, Scalar, evidence_edge, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilateral.graph.assemble.ends import Ends
    from bilateral.graph.ledger import Held
    from bilateral.graph.lifecycle import Life
    from bilateral.graph.statement import Thing
    from bilateral.schema.names import NodeName

__all__ = ["relations", "statement_edges", "statement_node"]

_COPIED = ("status", "role", "side", "place", "currency", "amount_qualifier", "unit", "quantity_qualifier", "commodity")
_NUMBERS = ("amount", "quantity")


def statement_node(held: Held, ends: Ends) -> Node:
    """Give a statement as a node."""
    said, reference = held.statement, held.statement.reference
    told: dict[str, Scalar] = {
        "name": f"{_name(said.subject)} {said.predicate} {_name(said.object) if said.object else said.value}",
        "predicate": said.predicate,
        "subject": ends.of(said.subject)[1],
        "modality": reference.modality,
        "recorded_at": held.recorded_at,
    }
    optional = {
        "object": None if said.object is None else ends.of(said.object)[1],
        "value": said.value,
        "speaker": reference.speaker,
        "confidence": None if reference.confidence is None else float(reference.confidence),
        "rule": reference.rule,
        "retracted_at": held.retracted_at,
    }
    told.update((name, value) for name, value in optional.items() if value is not None)
    return node(said.id, "Statement", {**told, **_qualified(held), **_quoted(held)})


def statement_edges(held: Held, ends: Ends) -> Iterator[Edge]:
    """Give a statement's edges to its subject, object, article and run."""
    own: tuple[NodeName, str] = ("Statement", held.statement.id)
    yield evidence_edge("SUBJECT", own, ends.of(held.statement.subject))
    if held.statement.object is not None:
        yield evidence_edge("OBJECT", own, ends.of(held.statement.object))
    yield evidence_edge("STATED_IN", own, ("Article", ids.article(held.statement.reference.article)))
    yield evidence_edge("FROM_RUN", own, ("Run", held.run))


def relations(held: Sequence[Held], ends: Ends, life: Life | None = None) -> Iterator[Edge]:
    """Say which statements about one thing say the same, cannot both be true, or tell of a later state."""
    current = [each for each in held if is_current(each)]
    made = {("SUPPORTS", *pair) for pair in _supports(current, ends)}
    if life is not None:
        made |= {("CONTRADICTS", *pair) for pair in _contradicts(life)}
        made |= {("SUPERSEDES", *pair) for pair in _supersedes(life)}
    for kind, later, earlier in sorted(made):
        yield evidence_edge(kind, ("Statement", later), ("Statement", earlier))


def _supports(held: Iterable[Held], ends: Ends) -> Iterator[tuple[str, str]]:
    """Pair each statement of another article with the first that says the same."""
    first: dict[tuple[object, ...], Held] = {}
    for each in sorted(held, key=_told_order):
        said = each.statement
        if said.reference.modality == "negated":
            continue
        claim = (ends.of(said.subject), said.predicate, said.object and ends.of(said.object), said.value, _state(each))
        earlier = first.setdefault(claim, each)
        if earlier.statement.reference.article != said.reference.article:
            yield said.id, earlier.statement.id


def _contradicts(life: Life) -> Iterator[tuple[str, str]]:
    """Pair each denial with what it denies, and of two steps that cannot both be the later with the earlier."""
    asserted = [step for step in life.steps if step.status != "denied"]
    for denial in life.denials:
        denied = denial.held.statement.value
        for step in asserted:
            if denied in {"denied", step.status}:
                yield denial.key, step.key
    for jump in life.jumps:
        yield jump.later.key, jump.earlier.key


def _supersedes(life: Life) -> Iterator[tuple[str, str]]:
    """Pair the first report of each new status with the first report of the one before."""
    before = None
    for step in life.path:
        if before is not None and step.status != before.status:
            yield step.key, before.key
        if before is None or step.status != before.status:
            before = step


def _state(held: Held) -> object:
    return held.statement.qualifiers.get("status")


def _told_order(held: Held) -> tuple[str, str]:
    when = date_of(held.statement, "as_of")
    return (when.earliest.isoformat() if when and when.earliest else "9999", held.statement.id)


def _qualified(held: Held) -> dict[str, Scalar]:
    qualifiers = held.statement.qualifiers
    told: dict[str, Scalar] = {name: str(qualifiers[name]) for name in _COPIED if name in qualifiers}
    told.update((name, float(value)) for name in _NUMBERS if isinstance(value := qualifiers.get(name), int | float))
    if held.statement.predicate == "status" and held.statement.value:
        told["status"] = held.statement.value
    when = date_of(held.statement)
    if when is None:
        return told
    return {**told, **bounds("from", when.start), **(bounds("to", when.end) if when.precision == "interval" else {})}


def _quoted(held: Held) -> dict[str, Scalar]:
    if not held.statement.reference.passages:
        return {}
    first = held.statement.reference.passages[0]
    if first.start < 0:
        return {"quote": first.quote}
    return {"quote": first.quote, "start": first.start, "end": first.end}


def _name(thing: Thing) -> str:
    return state_name(thing.id) if thing.kind == "state" else thing.name
