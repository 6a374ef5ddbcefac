"""Whatever was read, corrected, withdrawn and judged before: the graph is that of what stands now."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilateral.graph.assemble import assemble
from bilateral.graph.changes import Fingerprints, compare
from bilateral.graph.check import check
from bilateral.graph.identity import resolve
from bilateral.graph.ledger import Ledger
from bilateral.graph.model import Graph

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES = ("KEN", "NOR", "UGA")
TITLES = ("Tea supply pact", "Pact on tea supply", "Fish accord", "Memorandum of understanding", "Second tea protocol")
NAMES = ("Sergei Ladrov", "Sergey Ladrov", "Ladrov", "Ada Vale")
DAYS = ("2024-05-09", "2024-05-10", "2024-05", "2023", None)
CHOICES = st.tuples(
    st.sampled_from(("agreement", "event", "official", "flow")),
    st.sampled_from(TITLES),
    st.sampled_from(NAMES),
    st.sampled_from(DAYS),
    st.permutations(STATES),
    st.sampled_from(("signed", "negotiating", "terminated")),
    st.sampled_from(("occurred", "scheduled", "denied")),
)
ARTICLES = st.lists(CHOICES, max_size=4)
ACTIONS = st.lists(st.tuples(st.sampled_from("abc"), st.none() | ARTICLES, st.booleans()), min_size=1, max_size=7)


def fact(say: Any, choice: tuple[Any, ...]) -> Any:
    """Make a fact of what was drawn."""
    kind, title, name, day, states, status, happened = choice
    if kind == "agreement":
        return say.agreement(title, status, day, parties=tuple(states[:2]))
    if kind == "event":
        return say.event(
            "CONSULT", "visit", day, source=(states[0],), target=(states[1],), officials=(name,), status=happened
        )
    if kind == "official":
        return say.official(name, "Foreign Minister", states[0])
    return say.flow(period=day, source=states[0], target=states[1])


def graph(ledger: Ledger) -> Graph:
    """Resolve and assemble."""
    resolve(ledger)
    return Graph.gather(assemble(ledger))


def read(say: Any, ledger: Ledger, articles: Mapping[str, list[Any]]) -> None:
    """Record articles."""
    for key, choices in articles.items():
        ledger.record(
            say.reading(key, *(fact(say, each) for each in choices), published=f"2024-05-1{'abc'.index(key)}")
        )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=ACTIONS)
def test_the_graph_is_that_of_what_stands(say: Any, actions: list[Any]) -> None:
    """After any history of readings, corrections and withdrawals, the graph is that of a ledger with the last readings only."""
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(Path(folder) / "old.db") as old:
            standing: dict[str, list[Any]] = {}
            for key, choices, looked in actions:
                if choices is not None:
                    read(say, old, {key: choices})
                    standing[key] = choices
                elif key in standing:
                    old.withdraw(key)
                    del standing[key]
                if looked:
                    resolve(old)
            found = graph(old)
            assert [str(each) for each in check(found)] == []
            history = Graph.gather(assemble(old, history=True))
            assert [str(each) for each in check(history)] == []
            assert old.damage() == ()
        with Ledger.open(Path(folder) / "new.db") as new:
            read(say, new, standing)
            expected = graph(new)
    # A run that recorded nothing that stands is still a run of the old ledger.
    gone = [key for key in compare(expected, Fingerprints.of(found)).gone_nodes if key.label != "Run"]
    changes = compare(expected, Fingerprints.of(found))
    assert (changes.nodes, changes.edges, gone, changes.gone_edges) == ((), (), [], ())
