"""What breaks the schema is found before a store sees it."""

from __future__ import annotations

from typing import Any

import pytest

from bilateral.graph.check import check
from bilateral.graph.model import Edge, Node, edge, evidence_edge, node

KENYA = node("KEN", "Country", {"name": "Kenya"})
PACT = node("agreement/x", "Agreement", {"name": "X", "title": "X", "type": "treaty"})


def party(**properties: Any) -> Edge:
    """Make a sound edge, with more properties."""
    return edge("p", "PARTY_TO", ("Country", "KEN"), ("Agreement", "agreement/x"), properties)


def test_a_sound_graph_has_no_finding() -> None:
    """Nodes and edges as the schema wants them give nothing."""
    assert list(check([KENYA, PACT, party(status="signed", n_sources=1, confidence=0.5, statements=("st-1",))])) == []


@pytest.mark.parametrize(
    ("kind", "graph"),
    [
        ("label", [node("x", "Planet", {"name": "X"})]),
        ("label", [node("x", "Country", {"name": "X"}, ("Official",))]),
        ("missing", [node("x", "Country", {})]),
        ("property", [node("x", "Country", {"name": "X", "moons": 2})]),
        ("value", [node("x", "Country", {"name": "X", "from_min": "1963-12-12"})]),
        ("value", [node("x", "Country", {"name": "X", "aliases": "Y"})]),
        ("word", [node("x", "Event", {"name": "X", "type": "PICNIC"})]),
        ("value", [KENYA, PACT, party(confidence=1)]),
        ("value", [KENYA, PACT, party(n_sources=True)]),
        ("end", [KENYA, party()]),
        ("end", [KENYA, PACT, edge("p", "PARTY_TO", ("Agreement", "agreement/x"), ("Country", "KEN"), {})]),
        ("type", [KENYA, edge("p", "ADMIRES", ("Country", "KEN"), ("Country", "KEN"), {})]),
        ("end", [KENYA, evidence_edge("MENTIONS", ("Article", "article/none"), ("Country", "KEN"))]),
        ("double", [KENYA, KENYA]),
    ],
)
def test_each_breach_is_found(kind: str, graph: list[Node | Edge]) -> None:
    """Each breach gives a finding of its kind that names the place."""
    findings = list(check(graph))
    assert kind in {finding.kind for finding in findings}
    assert all(finding.place in str(finding) for finding in findings)
