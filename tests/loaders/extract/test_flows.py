"""Flows: what moves between two states, how much of it and when; nothing where it stays at home or is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.extract.flows.flows import find_flows
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleHead
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.schema.facts import Flow

    MakeScene = Callable[..., Scene]


def read_cases(name: str) -> list[dict[str, object]]:
    """Read a file of cases."""
    file = Path(__file__).with_name(name)
    return cast("list[dict[str, object]]", load(file.read_text(encoding="utf-8"), file.name))


CASES = [
    case
    for name in ("flow_cases", "flow_press_cases", "flow_form_cases", "flow_told_cases", "flow_gift_cases")
    for case in read_cases(f"{name}.yaml")
]
NAMES = [str(case["text"])[:60] for case in CASES]


def fits(flow: Flow, expected: dict[str, object]) -> bool:
    """Tell whether a flow is what a case expects."""
    if (flow.kind, flow.source, flow.target) != (expected["kind"], expected["from"], expected["to"]):
        return False
    told = {
        "commodity": flow.commodity,
        "quantity": flow.quantity and flow.quantity.value,
        "amount": flow.amount and flow.amount.value,
        "period": flow.period and str(flow.period),
    }
    return all(
        str(told[key]) == str(float(str(value)) if key in {"quantity", "amount"} else value)
        for key, value in expected.items()
        if key in told
    )


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_text_holds_what_the_case_says(case: dict[str, object], scene_of: MakeScene) -> None:
    """Each text gives the expected flows with kind, both ends, goods, numbers and period, and nothing else."""
    found = find_flows(scene_of(str(case["text"]), case.get("published")))
    expected = cast("list[dict[str, object]]", case["expect"])
    missing = [e for e in expected if not any(fits(f, e) for f in found)]
    assert not missing, f"missing {missing}; found {found}"
    assert len(found) == len(expected)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_word_of_the_trace_stands_in_the_text(case: dict[str, object], scene_of: MakeScene) -> None:
    """Every flow has a passage, and passage and roles quote the body at their offsets."""
    body = str(case["text"])
    for flow in find_flows(scene_of(body, case.get("published"))):
        assert flow.trace.evidence
        assert all(body[e.start : e.end] == e.quote for e in flow.trace.evidence)
        assert all(body[r.start : r.end] == r.quote for r in flow.trace.roles)


def test_flow_told_twice_is_one(scene_of: MakeScene) -> None:
    """A headline and its sentence give one flow with two passages, and the sum as the text qualifies it."""
    body = "Qatar gives Chad $5 million in aid\n\nQatar has given more than $5 million in aid to Chad, its envoy said."
    (flow,) = find_flows(scene_of(body))
    assert (flow.source, flow.target) == ("QAT", "TCD")
    assert flow.amount is not None
    assert flow.amount.qualifier == "over"
    assert len(flow.trace.evidence) == 2


def test_conversion_in_brackets_is_no_second_flow(scene_of: MakeScene) -> None:
    """'$2bn (1.8bn euros)' is one sum."""
    (flow,) = find_flows(scene_of("China lent Laos $2bn (1.8bn euros) for a railway."))
    assert flow.amount is not None
    assert (flow.kind, flow.amount.currency) == ("loan", "USD")


def test_ends_go_on_where_a_clause_names_no_state(scene_of: MakeScene) -> None:
    """'while rice exports amounted to …' keeps the ends of the clause before it."""
    body = "Ghana exported 90 tonnes of cocoa to Malta in 2021, while coffee exports amounted to 12 tonnes in 2020."
    found = find_flows(scene_of(body))
    assert [(f.source, f.target, f.commodity, str(f.period)) for f in found] == [
        ("GHA", "MLT", "cocoa", "2021"),
        ("GHA", "MLT", "coffee", "2020"),
    ]


def test_planned_transfer_says_so(scene_of: MakeScene) -> None:
    """What will be sent is told as planned."""
    (flow,) = find_flows(scene_of("Italy will send 40 tonnes of flour to Libya."))
    assert flow.trace.modality == "planned"


def test_act_of_help_tells_the_ends_of_its_sum() -> None:
    """An act of help between two states whose sentence counts what is given is a flow."""
    told = "Taiwan's ambassador presented a cheque for $3 million to Tuvalu's prime minister."
    (flow,) = extract(Article(ArticleHead(id="gift"), told)).flows
    assert (flow.kind, flow.source, flow.target) == ("aid", "TWN", "TUV")
    assert flow.amount is not None
    assert flow.amount.value == 3_000_000
