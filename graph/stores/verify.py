"""Compare a store with the graph it should hold, property by property: what is missing, what is extra, what differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from bilateral.graph.model import STAMPS, Edge, Graph, Node, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.stores.protocol import Store

__all__ = ["Difference", "Finding", "find_differences", "items", "verify"]

_TWICE: Final = "is there more than once"
_Key = tuple[Literal["edge", "node"], str, str]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One thing in which store and graph differ; `details` names the properties, labels or ends that do."""

    what: Literal["edge", "node"]
    kind: str
    id: str
    fault: Literal["different", "extra", "missing"]
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        described = f": {'; '.join(self.details)}" if self.details else ""
        return f"{self.fault} {self.what} {self.kind} {self.id or 'without id'}{described}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference, with the node or edge that should be there (None where it is extra)."""

    difference: Difference
    wanted: Node | Edge | None


def verify(store: Store, graph: Graph | Iterable[Graph]) -> tuple[Difference, ...]:
    """Read the whole store and give all differences, sorted; when a thing was recorded is not compared."""
    return tuple(finding.difference for finding in find_differences(store, graph))


def find_differences(store: Store, graph: Graph | Iterable[Graph]) -> tuple[Finding, ...]:
    """Do what `verify` does, and keep what should be there: only hashes of the rest are held in memory."""
    held: dict[_Key, str] = {}
    for each in store.contents():
        key = _key(each)
        held[key] = _TWICE if key in held else _seal(each)
    wrong: dict[_Key, Node | Edge] = {}
    missing: list[Finding] = []
    for each in items(graph):
        seal = held.pop(key := _key(each), None)
        if seal is None:
            missing.append(Finding(Difference(*key, "missing"), each))
        elif seal != _seal(each):
            wrong[key] = each
    extra = (Finding(Difference(*key, "extra"), None) for key in held)
    return tuple(sorted((*missing, *extra, *_described(store, wrong)), key=lambda finding: finding.difference))


def items(graph: Graph | Iterable[Graph]) -> Iterator[Node | Edge]:
    """Give the nodes and edges of a graph or of its blocks."""
    for block in (graph,) if isinstance(graph, Graph) else graph:
        yield from block


def _key(each: Node | Edge) -> _Key:
    return ("node", each.label, each.id) if isinstance(each, Node) else ("edge", each.type, each.id)


def _seal(each: Node | Edge) -> str:
    """Hash what a thing really holds, beside the fingerprint that it claims."""
    if isinstance(each, Node):
        return f"{fingerprint(each.properties, each.labels)} {each.properties.get('fingerprint')}"
    ends = f"{each.source_label} {each.source} {each.target_label} {each.target}"
    return f"{fingerprint(each.properties)} {each.fingerprint} {ends}"


def _described(store: Store, wrong: dict[_Key, Node | Edge]) -> Iterator[Finding]:
    """Read the store once more, only if something differs, to say in what."""
    details: dict[_Key, list[str]] = {}
    for each in store.contents() if wrong else ():
        if (key := _key(each)) in wrong:
            details.setdefault(key, []).extend(_details(wrong[key], each) or [_TWICE])
    for key, wanted in wrong.items():
        yield Finding(Difference(*key, "different", tuple(dict.fromkeys(details.get(key, ())))), wanted)


def _details(wanted: Node | Edge, held: Node | Edge) -> list[str]:
    pairs: list[tuple[str, object, object]] = [
        (name, wanted.properties.get(name), held.properties.get(name))
        for name in sorted({*wanted.properties, *held.properties} - (STAMPS - {"fingerprint"}))
    ]
    gone = ("retracted", "retracted_at" in wanted.properties, "retracted_at" in held.properties)
    pairs += [gone, *zip(("labels", "ends", "ends"), _place(wanted), _place(held), strict=False)]
    return [f"{name} is {_told(there)}, should be {_told(should)}" for name, should, there in pairs if should != there]


def _told(value: object) -> str:
    if value is None:
        return "missing"
    return f"the date {value}" if isinstance(value, date) else repr(value)


def _place(each: Node | Edge) -> tuple[object, ...]:
    if isinstance(each, Node):
        return (each.labels,)
    return ((), (each.source_label, each.source), (each.target_label, each.target))
