"""The reference of the schema in Markdown, from the types and closed lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.schema.model import EdgeType, NodeType, Property, Term, Vocabulary
    from bilateral.schema.registry import Registry

__all__ = ["docs"]

_HEAD: Final = """\
# Schema

Written by `python -m bilateral.schema.generate` from `schema/types` and `schema/vocabulary`; change these, not this page.
Dates of type *edtf* keep the precision of their source; `NAME_min` and `NAME_max` bound them by days, and a missing bound is open.
"""
_LONG: Final = 60


def docs(registry: Registry) -> str:
    """Give the page; the same schema gives the same bytes."""
    return "\n".join(_lines(registry)) + "\n"


def _lines(registry: Registry) -> Iterator[str]:
    yield _HEAD
    yield "## Nodes"
    for name in sorted(registry.nodes):
        yield from _node(registry.nodes[name])
    for layer, title in (("thing", "## Relations between things"), ("evidence", "## Evidence")):
        yield f"\n{title}"
        found = [registry.edges[name] for name in sorted(registry.edges) if registry.edges[name].layer == layer]
        shared = _shared(found)
        if shared:
            yield "\nEvery one of them has:\n"
            yield from _properties(shared.values())
        for edge in found:
            yield from _edge(edge, shared)
    yield "\n## Closed lists"
    for name in sorted(registry.vocabularies):
        yield from _vocabulary(registry.vocabularies[name])


def _node(node: NodeType) -> Iterator[str]:
    yield f"\n### {node.name}\n"
    further = f" Further labels: {', '.join(f'`{label}`' for label in node.labels)}." if node.labels else ""
    yield f"{node.doc} RDF: `{node.rdf}`.{further}"
    yield f"\nThe same when: {node.identity_doc[0].lower()}{node.identity_doc[1:]}\n"
    yield from _properties(node.properties.values())


def _edge(edge: EdgeType, shared: Mapping[str, Property]) -> Iterator[str]:
    yield f"\n### {edge.name}\n"
    notes = [note for note, true in (("symmetric", edge.symmetric), ("derived", edge.derived)) if true]
    noted = f" ({', '.join(notes)})" if notes else ""
    way = "from target to source" if edge.rdf_reversed else "from source to target"
    yield f"{edge.doc}{noted}\n"
    yield f"`({'|'.join(edge.sources)})-[:{edge.name}]->({'|'.join(edge.targets)})`, RDF: `{edge.rdf}` {way}."
    yield f"The same when equal in: {', '.join(edge.identity)}."
    own = [each for name, each in edge.properties.items() if name not in shared]
    if own:
        yield ""
        yield from _properties(own)


def _shared(edges: list[EdgeType]) -> dict[str, Property]:
    first = edges[0].properties
    return {name: each for name, each in first.items() if all(name in edge.properties for edge in edges)}


def _properties(properties: Iterable[Property]) -> Iterator[str]:
    yield "| property | type | RDF | meaning |"
    yield "|---|---|---|---|"
    for each in properties:
        kind = f"{each.type}, required" if each.required else each.type
        words = f" One of [{each.vocabulary}](#{each.vocabulary})." if each.vocabulary else ""
        rdf = f"`{each.rdf}`" if each.rdf else ""
        yield f"| `{each.name}` | {kind} | {rdf} | {_cell(each.doc)}{words} |"


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"\n### {vocabulary.name}\n"
    yield f"{vocabulary.doc}\n"
    if len(vocabulary.terms) > _LONG:
        yield ", ".join(f"`{code}` {term.label}" for code, term in vocabulary.terms.items())
        return
    yield "| word | meaning | |"
    yield "|---|---|---|"
    for code, term in vocabulary.terms.items():
        yield f"| `{code}` | {_cell(term.doc or term.label)} | {_attached(term)} |"


def _attached(term: Term) -> str:
    parts = {
        "broader": ", ".join(term.broader),
        "order": term.order,
        "phase": term.phase,
        "cannot follow": ", ".join(term.cannot_follow),
        "class": term.quad and term.quad.replace("_", " "),
        "score": term.score,
        "relation": term.edge,
        "UCUM": term.ucum,
        "": "both sides do it to each other" if term.symmetric else "" if term.cooperation else "no cooperation",
    }
    return "; ".join(f"{name}: {value}".removeprefix(": ") for name, value in parts.items() if value not in {None, ""})


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
