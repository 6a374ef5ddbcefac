"""What an RDF export is: a VoID and DCAT description in Turtle, written beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from bilateral.graph.model import Node
from bilateral.graph.rdf.terms import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.model import Edge
    from bilateral.schema.registry import Registry

__all__ = ["describe"]

_PREFIXES = ("br", "brd", "dcat", "dct", "void", "xsd")


def describe(
    graph: Iterable[Node | Edge], registry: Registry, *, file: str, triples: int, version: str, issued: str
) -> str:
    """Describe an export of `triples` triples in `file`, made by `version` of this program at `issued` (UTC, ends in Z)."""
    counted = Counter(each.label for each in graph if isinstance(each, Node))
    head = [f"@prefix {name}: <{registry.prefixes[name]}> ." for name in _PREFIXES]
    parts = [
        f"  void:classPartition [ void:class {registry.nodes[label].rdf} ; void:entities {number} ]"
        for label, number in sorted(counted.items())
    ]
    body = [
        "brd:dataset a void:Dataset , dcat:Dataset",
        '  dct:title "Relations between states"@en',
        '  dct:description "Agreements, events, officials and flows between states, each with the words it was read from."@en',
        f"  dct:issued {literal(issued, 'timestamp')}",
        f"  dct:creator {literal(f'bilateral {version}', 'text')}",
        f"  void:triples {triples}",
        f"  void:uriSpace {literal(registry.prefixes['brd'], 'text')}",
        *(f"  void:vocabulary <{registry.prefixes[name]}>" for name in ("br", "dct", "prov", "org", "skos")),
        "  void:exampleResource brd:PAK",
        f"  dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <{quote(file)}> ]",
        *parts,
    ]
    used = [
        "@prefix prov: <" + registry.prefixes["prov"] + "> .",
        "@prefix schema: <" + registry.prefixes["schema"] + "> .",
    ]
    return "\n".join(sorted({*head, *used})) + "\n\n" + " ;\n".join(body) + " .\n"
