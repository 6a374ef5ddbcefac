"""The order of the blocks: first what others refer to, last what is derived."""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Final

from bilateral.graph.assemble.agreements import agreement_block
from bilateral.graph.assemble.articles import article_block, dataset_nodes, publisher_nodes
from bilateral.graph.assemble.cooperation import Cooperation
from bilateral.graph.assemble.ends import Ends
from bilateral.graph.assemble.events import event_block
from bilateral.graph.assemble.flows import flow_block
from bilateral.graph.assemble.persons import person_block
from bilateral.graph.assemble.posts import body_block, post_block
from bilateral.graph.assemble.states import run_nodes, state_block, topic_block
from bilateral.graph.model import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.graph.ledger import Held, Ledger

__all__ = ["assemble"]

_ARTICLES: Final = 500


def assemble(ledger: Ledger, *, history: bool = False) -> Iterator[Graph]:
    """Give the graph of what stands in the ledger, block by block; call `identity.resolve` before.

    With `history` also what was retracted, so that the graph can answer what was known when; such statements, and edges that
    only they attest, carry `retracted_at`.
    """
    ends = Ends(ledger)
    yield from _referred(ledger, history=history)
    yield from _offices(ledger, history=history)
    for key, held in _things(ledger, "person", history=history):
        yield person_block(key, held, ends)
    for key, held in _things(ledger, "event", history=history):
        yield event_block(key, held, ends)
    cooperation = Cooperation()
    for key, held in _things(ledger, "agreement", history=history):
        block = agreement_block(key, held, ends)
        cooperation.see(block, held)
        yield block
    for _, held in _things(ledger, "flow", history=history):
        yield flow_block(held, ends)
    yield cooperation.block()


def _referred(ledger: Ledger, *, history: bool) -> Iterator[Graph]:
    yield state_block(ledger.codes(retracted=history))
    yield topic_block(ledger.areas(retracted=history))
    publishers = publisher_nodes(ledger.publishers(retracted=history))
    yield Graph.of(chain(run_nodes(ledger.runs()), publishers, dataset_nodes(ledger.datasets(retracted=history))))
    articles = ledger.articles(retracted=history)
    while some := list(islice(articles, _ARTICLES)):
        yield article_block(some)


def _offices(ledger: Ledger, *, history: bool) -> Iterator[Graph]:
    for key, group in groupby(ledger.statements_by_object("organization", retracted=history), key=_object):
        yield body_block(key, list(group))
    for key, group in groupby(ledger.statements_by_object("post", retracted=history), key=_object):
        yield post_block(key, list(group))


def _things(ledger: Ledger, kind: str, *, history: bool) -> Iterator[tuple[str, list[Held]]]:
    for key, group in groupby(ledger.statements(about=kind, retracted=history), key=lambda each: each.canonical):
        yield key, list(group)


def _object(held: Held) -> str:
    return held.statement.object.id if held.statement.object else ""
