"""Nodes that sources only refer to: states, organisations, topics, runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.assemble.ends import state_end, state_name
from bilateral.graph.assemble.times import bounds
from bilateral.graph.model import Edge, Graph, Node, Scalar, edge, node
from bilateral.schema.registry import registry
from bilateral.schema.states import State, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.ledger import RunRecord

__all__ = ["run_nodes", "state_block", "topic_block"]


def state_block(codes: Iterable[str]) -> Graph:
    """Give the states and organisations of these codes, and the former states and successors that go with them."""
    known = states().by_code
    wanted = set(codes)
    wanted |= {code for code in wanted if code in known for code in known[code].successors}
    succeeded = [
        (successor, former)
        for former in sorted(wanted)
        if former in known
        for successor in known[former].successors
        if successor in known
    ]
    return Graph.of((_state_node(code) for code in wanted), (_successor(*pair) for pair in succeeded))


def topic_block(areas: Iterable[str]) -> Graph:
    """Give the topics of these areas and the broader ones, with what is broader than what."""
    terms = registry().vocabulary("areas")
    wanted = {broader for area in areas if area in terms for broader in terms.within(area)}
    nodes = [
        node(area, "Topic", {"name": terms[area].label, **({"definition": terms[area].doc} if terms[area].doc else {})})
        for area in wanted
    ]
    edges = [
        edge(f"broader/{area}/{broader}", "BROADER", ("Topic", area), ("Topic", broader), {})
        for area in wanted
        for broader in terms[area].broader
    ]
    return Graph.of(nodes, edges)


def run_nodes(runs: Iterable[RunRecord]) -> Iterator[Node]:
    """Give the runs."""
    for each in runs:
        told: dict[str, Scalar] = {
            "name": f"{each.run.program} {each.run.version}".strip(),
            "recorded_at": each.recorded_at,
        }
        if each.run.version:
            told["version"] = each.run.version
        if each.run.rules:
            told["inputs"] = each.run.rules
        yield node(each.run.id, "Run", told)


def _state_node(code: str) -> Node:
    label, key = state_end(code)
    known = states().by_code.get(code)
    if known is None:
        return node(key, label, {"name": code, "type": "igo"})
    told: dict[str, Scalar] = {
        "name": state_name(code),
        **bounds("from", known.valid_from),
        **bounds("to", known.valid_to),
    }
    told.update(_codes(known) if label == "Country" else {"type": "igo"})
    if known.wikidata:
        told["wikidata"] = known.wikidata
    aliases = tuple(sorted({*known.names, *((known.official,) if known.official else ())} - {known.name}))
    if aliases:
        told["aliases"] = aliases
    return node(key, label, told)


def _codes(state: State) -> dict[str, Scalar]:
    codes = {"iso2": state.iso2, "m49": state.m49, "cow": state.cow, "gw": state.gw}
    return {name: code for name, code in codes.items() if code}


def _successor(successor: str, former: str) -> Edge:
    key = f"successor_of/{successor}/{former}"
    return edge(key, "SUCCESSOR_OF", state_end(successor), state_end(former), {})
