"""Offices and the bodies of states: nodes that persons' statements lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.assemble.ends import state_end, state_name
from bilateral.graph.assemble.links import link
from bilateral.graph.assemble.times import in_office
from bilateral.graph.claims.posts import body
from bilateral.graph.model import Graph, Scalar, node
from bilateral.graph.words import most_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.graph.ledger import Held

__all__ = ["body_block", "post_block"]


def post_block(key: str, held: Sequence[Held]) -> Graph:
    """Give one office with the state it serves and the body it belongs to."""
    title = most_told(str(each.statement.qualifiers.get("title", "")) for each in held)
    code = held[0].statement.subject.block
    told: dict[str, Scalar] = {"name": _caption(title, code), "title": title, "country": code}
    bodies = [
        str(each.statement.qualifiers["organization"]) for each in held if "organization" in each.statement.qualifiers
    ]
    seen = in_office(held)
    edges = [link("OF_COUNTRY", ("Post", key), state_end(code), held, _ongoing(seen))]
    if bodies:
        named = told["organization"] = most_told(bodies)
        within = [each for each in held if "organization" in each.statement.qualifiers]
        target = body(code, named).id
        edges.append(link("IN_ORGANIZATION", ("Post", key), ("Organization", target), within, _ongoing(seen)))
    return Graph.of([node(key, "Post", told)], edges)


def body_block(key: str, held: Sequence[Held]) -> Graph:
    """Give one ministry, agency or armed service with its state."""
    code = held[0].statement.subject.block
    name = most_told(each.statement.object.name for each in held if each.statement.object)
    shown = name if state_name(code) in name else f"{name} of {state_name(code)}"
    told: dict[str, Scalar] = {"name": shown, "aliases": (name,), "country": code}
    if kind := _kind(name):
        told["type"] = kind
    return Graph.of(
        [node(key, "Organization", told)],
        [link("OF_COUNTRY", ("Organization", key), state_end(code), held, _ongoing(in_office(held)))],
    )


def _caption(title: str, code: str) -> str:
    """Give `Ambassador of Tajikistan to Pakistan`, `Prime Minister of Pakistan`."""
    office, to, receiving = title.partition(" to ")
    return f"{office} of {state_name(code)}{to}{receiving}"


def _ongoing(seen: dict[str, Scalar]) -> dict[str, Scalar]:
    """Leave the end open: an office outlasts those who hold it."""
    return {name: value for name, value in seen.items() if name != "to_max"}


def _kind(name: str) -> str | None:
    lower = name.lower()
    kinds = {"ministry": "ministry", "department": "ministry", "embassy": "mission", "consulate": "mission"}
    return next((kind for word, kind in kinds.items() if word in lower), None)
