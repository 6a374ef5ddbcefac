"""Whether a graph conforms to the schema, and what in the ledger cannot be true together.

A store of the free kind checks neither types nor required properties, so this is done here, before any store sees the graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bilateral.graph.lifecycle import agreement_life
from bilateral.graph.model import Edge, Node
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.graph.ledger import Ledger
    from bilateral.graph.lifecycle import Step
    from bilateral.graph.model import Properties, Scalar
    from bilateral.schema.model import Property, PropertyType

__all__ = ["Finding", "check", "impossible", "unfounded"]

_TYPES: Final[dict[PropertyType, type | tuple[type, ...]]] = {
    "text": str,
    "edtf": str,
    "timestamp": str,
    "texts": tuple,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": date,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: what kind of fault, where (an id), what, and the words that show it."""

    kind: str
    place: str
    what: str
    quotes: tuple[str, ...] = ()

    def __str__(self) -> str:
        quoted = "".join(f"\n    “{quote}”" for quote in self.quotes)
        return f"{self.place}: {self.what}{quoted}"


def check(graph: Iterable[Node | Edge]) -> Iterator[Finding]:
    """Give every breach of the schema; the nodes of a block must come before the edges that end in them."""
    seen: set[tuple[str, str]] = set()
    for each in graph:
        if isinstance(each, Node):
            if (each.label, each.id) in seen:
                yield Finding("double", each.id, f"the node {each.label} is there twice")
            seen.add((each.label, each.id))
            yield from _node(each)
        else:
            yield from _edge(each, seen)


def impossible(ledger: Ledger) -> Iterator[Finding]:
    """Give the agreements of which sources tell steps that cannot follow each other, with the words of both."""
    for key, group in groupby(ledger.statements(about="agreement"), key=lambda each: each.canonical):
        for jump in agreement_life(group).jumps:
            told = f"{jump.earlier.status} {_dated(jump.earlier)}, then {jump.later.status} {_dated(jump.later)}"
            yield Finding("jump", key, f"it cannot be {told}", (*_quotes(jump.earlier), *_quotes(jump.later)))


def unfounded(ledger: Ledger) -> Iterator[Finding]:
    """Give the statements whose words are not in their article's text at their offsets; there is none in a sound ledger."""
    for article in ledger.articles():
        body = ledger.body(article.head.id)
        if body is None:
            continue
        for held in ledger.statements_of(article.head.id):
            for passage in held.statement.reference.passages:
                if body[passage.start : passage.end] != passage.quote or passage.start < 0:
                    place = f"{article.head.id}:{passage.start}"
                    yield Finding("words", place, f"the text does not say so ({held.statement.id})", (passage.quote,))


def _node(node: Node) -> Iterator[Finding]:
    kind = registry().nodes.get(node.label)
    if kind is None:
        yield Finding("label", node.id, f"there is no label {node.label}")
        return
    for label in node.labels:
        if label not in kind.labels:
            yield Finding("label", node.id, f"{node.label} has no further label {label}")
    yield from _properties(node.id, node.properties, kind.properties)


def _edge(edge: Edge, seen: set[tuple[str, str]]) -> Iterator[Finding]:
    kind = registry().edges.get(edge.type)
    if kind is None:
        yield Finding("type", edge.id, f"there is no relation {edge.type}")
        return
    for role, label, key, allowed in (
        ("source", edge.source_label, edge.source, kind.sources),
        ("target", edge.target_label, edge.target, kind.targets),
    ):
        if label not in allowed:
            yield Finding("end", edge.id, f"{edge.type} has no {role} {label}")
        if (label, key) not in seen:
            yield Finding("end", edge.id, f"its {role} {label} {key} is not in the graph")
    yield from _properties(edge.id, edge.properties, kind.properties)


def _properties(place: str, held: Properties, allowed: Mapping[str, Property]) -> Iterator[Finding]:
    for name, wanted in allowed.items():
        if wanted.required and name not in held:
            yield Finding("missing", place, f"it has no {name}")
    for name, value in held.items():
        if name not in allowed:
            yield Finding("property", place, f"{name} is none of its properties")
        elif not _fits(value, allowed[name].type):
            yield Finding("value", place, f"{name} is {value!r}, not of type {allowed[name].type}")
        else:
            yield from _words(place, value, allowed[name])


def _fits(value: Scalar, wanted: PropertyType) -> bool:
    if wanted == "texts":
        return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    if isinstance(value, bool):
        return wanted == "boolean"
    return isinstance(value, _TYPES[wanted])


def _words(place: str, value: Scalar, wanted: Property) -> Iterator[Finding]:
    if wanted.vocabulary is None:
        return
    known = registry().vocabularies[wanted.vocabulary]
    for word in value if isinstance(value, tuple) else (value,):
        if word not in known:
            yield Finding("word", place, f"{wanted.name} is {word!r}, which is not in {wanted.vocabulary}")


def _dated(step: Step) -> str:
    return (
        f"on {step.date.text}"
        if step.date is not None
        else f"as of {step.as_of.text if step.as_of else 'an unknown day'}"
    )


def _quotes(step: Step) -> tuple[str, ...]:
    return tuple(passage.quote for passage in step.held.statement.reference.passages[:1])
