"""Articles, who published them, and the states that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph import ids
from bilateral.graph.assemble.ends import state_end
from bilateral.graph.assemble.times import bounds
from bilateral.graph.model import Edge, Graph, Node, Scalar, evidence_edge, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.ledger import ArticleRecord, Dataset

__all__ = ["article_block", "dataset_nodes", "publisher_nodes"]


def publisher_nodes(names: Iterable[str]) -> Iterator[Node]:
    """Give one publisher for each folded name; of several spellings the first in order is shown."""
    spellings: dict[str, str] = {}
    for name in sorted(names):
        spellings.setdefault(ids.publisher(name), name)
    for key, name in spellings.items():
        yield node(key, "Publisher", {"name": name})


def dataset_nodes(datasets: Iterable[Dataset]) -> Iterator[Node]:
    """Give the data sets that articles come from."""
    for key, each in sorted({dataset_id(one): one for one in datasets}.items()):
        told: dict[str, Scalar] = {"name": " ".join(part for part in (each.name, each.version) if part)}
        told.update((name, value) for name in ("title", "version", "url", "license") if (value := getattr(each, name)))
        yield node(key, "Dataset", told)


def dataset_id(dataset: Dataset) -> str:
    """Give a data set's id: its short name and version."""
    return ids.join("dataset", ids.slug(" ".join(part for part in (dataset.name, dataset.version) if part)))


def article_block(articles: Iterable[ArticleRecord]) -> Graph:
    """Give some articles with their edges to publishers and states."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for each in articles:
        key = ("Article", ids.article(each.head.id))
        nodes.append(_article(key[1], each))
        if each.head.publisher:
            edges.append(evidence_edge("PUBLISHED_BY", key, ("Publisher", ids.publisher(each.head.publisher))))
        if each.dataset:
            edges.append(evidence_edge("IN_DATASET", key, ("Dataset", dataset_id(each.dataset))))
        edges.extend(evidence_edge("MENTIONS", key, state_end(code)) for code in sorted(set(each.countries)))
    return Graph.of(nodes, edges)


def _article(key: str, record: ArticleRecord) -> Node:
    head = record.head
    told: dict[str, Scalar] = {"name": head.title or head.id, **bounds("published", head.published)}
    for name in ("title", "url", "language", "sha256"):
        value = getattr(head, name)
        if value:
            told[name] = value
    return node(key, "Article", told)
