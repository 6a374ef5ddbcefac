"""Changes turn what a store holds into what is wanted, and nothing more."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bilateral.graph.changes import Changes, Fingerprints, compare, compare_blocks
from bilateral.graph.model import Edge, Graph, Node, edge, evidence_edge, node

NAMES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3), max_size=6)


def graph(names: dict[str, int]) -> Graph:
    """Make a ring of topics whose content is a number."""
    nodes = [node(key, "Topic", {"name": str(value)}) for key, value in names.items()]
    keys = sorted(names)
    ties = [
        edge(f"{a}{b}", "BROADER", ("Topic", a), ("Topic", b), {"status": str(names[a])}) for a, b in pairwise(keys)
    ]
    marks = [
        evidence_edge("SUPPORTS", ("Statement", a), ("Statement", b)) for a, b in zip(keys, keys[2:], strict=False)
    ]
    return Graph.of(nodes, [*ties, *marks])


def apply(held: Graph, changes: Changes) -> Graph:
    """Do what a store does."""
    nodes = {(each.label, each.id): each for each in held.nodes} | {
        (each.label, each.id): each for each in changes.nodes
    }
    edges = {(each.type, each.id): each for each in held.edges} | {(each.type, each.id): each for each in changes.edges}
    for gone in changes.gone_edges:
        del edges[gone.type, gone.id]
    for key in changes.gone_nodes:
        del nodes[key.label, key.id]
    return Graph.of(nodes.values(), edges.values())


@given(NAMES, NAMES)
def test_changes_lead_from_held_to_wanted(before: dict[str, int], after: dict[str, int]) -> None:
    """After the changes the store holds what is wanted, and a second comparison finds nothing to do."""
    held, wanted = graph(before), graph(after)
    changes = compare(wanted, Fingerprints.of(held))
    now = apply(held, changes)
    assert now == wanted
    assert len(compare(wanted, Fingerprints.of(now))) == 0


@given(NAMES, NAMES)
def test_blocks_give_the_same_changes(before: dict[str, int], after: dict[str, int]) -> None:
    """Block by block the changes are the same as at once, with removals last."""
    held, wanted = graph(before), graph(after)
    blocks: list[Graph] = [Graph.of([each]) for each in wanted.nodes] + [Graph.of((), [each]) for each in wanted.edges]
    parts = list(compare_blocks(blocks, Fingerprints.of(held)))
    whole = compare(wanted, Fingerprints.of(held))
    assert tuple(each for part in parts for each in part.nodes) == whole.nodes
    assert tuple(each for part in parts for each in part.edges) == whole.edges
    assert [part for part in parts[:-1] if part.gone_nodes or part.gone_edges] == []
    assert sum(len(part) for part in parts) == len(whole)


def test_a_first_load_is_everything() -> None:
    """An empty store needs every node and edge."""
    wanted = graph({"a": 1, "b": 2, "c": 3})
    changes = compare(wanted, Fingerprints())
    assert [*changes.nodes, *changes.edges] == list[Node | Edge](wanted)
    assert (changes.gone_nodes, changes.gone_edges) == ((), ())
