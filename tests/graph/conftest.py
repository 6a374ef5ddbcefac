"""Invented articles for the graph's tests, and the way from them to a graph."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from bilateral.graph.assemble import assemble
from bilateral.graph.identity import resolve
from bilateral.graph.ledger import Ledger, Reading
from bilateral.graph.model import Edge, Graph, Node
from bilateral.graph.statement import Run
from bilateral.schema.facts import Agreement, ArticleFacts, ArticleHead, Event, Evidence, Flow, Official, Trace
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN = Run("bilateral", "0.1", "rules-a")


def trace(quote: str | None = None, start: int = 0, **more: Any) -> Trace:
    """Give a trace with one passage, or none."""
    passages = () if quote is None else (Evidence(start, start + len(quote), quote),)
    return Trace(evidence=passages, **{"confidence": 0.8, "rule": "test", **more})


def day(text: str | None) -> PartialDate | None:
    """Read a date."""
    return None if text is None else PartialDate.parse(text)


@dataclass(frozen=True)
class Say:
    """Short ways to make facts."""

    run: Run = RUN
    trace: Any = field(default=staticmethod(trace))

    def official(self, name: str, title: str | None, country: str | None, **more: Any) -> Official:
        """Make an official."""
        return Official(name, title, country, more.pop("organization", None), trace(**more))

    def agreement(self, title: str, status: str = "signed", date: str | None = None, **more: Any) -> Agreement:
        """Make an agreement between Kenya and Norway unless told otherwise."""
        told = {name: more.pop(name) for name in ("amount", "quantity") if name in more}
        return Agreement(
            title,
            more.pop("type", "agreement"),
            more.pop("parties", ("KEN", "NOR")),
            status,
            day(date),
            more.pop("areas", ("trade",)),
            trace=trace(**more),
            **told,
        )

    def event(self, kind: str = "CONSULT", mode: str | None = "visit", date: str | None = None, **more: Any) -> Event:
        """Make an event from Kenya to Norway unless told otherwise."""
        names = ("symmetric", "officials", "place", "status", "areas")
        told = {name: more.pop(name) for name in names if name in more}
        source, target = more.pop("source", ("KEN",)), more.pop("target", ("NOR",))
        return Event(kind, source, target, mode, date=day(date), trace=trace(**more), **told)

    def flow(self, kind: str = "export", commodity: str | None = "tea", period: str | None = None, **more: Any) -> Flow:
        """Make a flow from Kenya to Norway unless told otherwise."""
        told = {name: more.pop(name) for name in ("amount", "quantity") if name in more}
        source, target = more.pop("source", "KEN"), more.pop("target", "NOR")
        return Flow(kind, source, target, commodity, period=day(period), trace=trace(**more), **told)

    def article(self, key: str, *facts: Any, published: str | None = "2024-05-10", **more: Any) -> ArticleFacts:
        """Make an article that tells these facts."""
        head = ArticleHead(key, more.get("title"), day(published), more.get("publisher", f"Paper of {key}"))
        return ArticleFacts(
            replace(head, sha256=more.get("sha256")),
            more.get("countries", ("KEN", "NOR")),
            tuple(each for each in facts if isinstance(each, Official)),
            tuple(each for each in facts if isinstance(each, Agreement)),
            tuple(each for each in facts if isinstance(each, Event)),
            tuple(each for each in facts if isinstance(each, Flow)),
        )

    def reading(self, key: str, *facts: Any, body: str | None = None, run: Run = RUN, **more: Any) -> Reading:
        """Make the reading of an article that tells these facts."""
        return Reading(self.article(key, *facts, **more), run, body)


class Seen:
    """A graph with ways to look things up."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def nodes(self, label: str) -> list[Node]:
        """Give the nodes of a label."""
        return [each for each in self.graph.nodes if each.label == label]

    def edges(self, kind: str) -> list[Edge]:
        """Give the edges of a type."""
        return [each for each in self.graph.edges if each.type == kind]

    def node(self, key: str) -> Node:
        """Give the node with an id."""
        return next(each for each in self.graph.nodes if each.id == key)


@pytest.fixture
def say() -> Say:
    """Short ways to make facts."""
    return Say()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def build() -> Any:
    """Give the function that records readings, resolves identities and gives the graph."""

    def run(ledger: Ledger, *readings: Reading, history: bool = False) -> Seen:
        ledger.record(*readings)
        resolve(ledger)
        return Seen(Graph.gather(assemble(ledger, history=history)))

    return run
