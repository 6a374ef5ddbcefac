"""Writes names.py and docs/schema.md from the YAML: `python -m bilateral.schema.generate`.

With `--check` it writes nothing and exits with 1 where one of them is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral.schema.docs import docs
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.schema.registry import Registry

__all__ = ["generated", "literals", "main", "names_source"]

_HEAD: Final = '''"""The names of the schema as types; written by `python -m bilateral.schema.generate`, not by hand."""

from __future__ import annotations

from typing import Literal

'''
#: The closed lists that become types, and the names of these.
_LISTS: Final = {
    "agreement_types": "AgreementType",
    "agreement_statuses": "AgreementStatus",
    "event_types": "EventType",
    "consult_modes": "EventMode",
    "event_statuses": "EventStatus",
    "areas": "Area",
    "flow_kinds": "FlowKind",
    "units": "Unit",
    "qualifiers": "QualifierName",
    "modalities": "ModalityName",
    "quads": "Quad",
    "sides": "Side",
    "organization_types": "OrganizationType",
}


def literals(schema: Registry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every generated type: its name and its words."""
    yield "NodeName", tuple(sorted(schema.nodes))
    yield "LabelName", tuple(sorted({*schema.nodes, *(each for node in schema.nodes.values() for each in node.labels)}))
    yield "EdgeName", tuple(sorted(schema.edges))
    yield "VocabularyName", tuple(sorted(schema.vocabularies))
    node_properties = {name for node in schema.nodes.values() for name in node.properties}
    edge_properties = {name for edge in schema.edges.values() for name in edge.properties}
    yield "PropertyName", tuple(sorted(node_properties | edge_properties))
    for name in sorted(schema.nodes):
        yield f"{name}Property", tuple(schema.nodes[name].properties)
    yield "EdgeProperty", tuple(sorted(edge_properties))
    for vocabulary, name in _LISTS.items():
        yield name, tuple(schema.vocabularies[vocabulary])


def names_source(schema: Registry) -> str:
    """Give the text of names.py."""
    made = dict(literals(schema))
    body = "".join(f"{_literal(name, words)}\n" for name, words in made.items())
    return f"{_HEAD}{_listed('__all__ = [', sorted(made), ']')}\n\n{body}"


def _literal(name: str, words: Iterable[str]) -> str:
    return _listed(f"{name} = Literal[", words, "]")


def _listed(start: str, words: Iterable[str], end: str) -> str:
    quoted = [f'"{word}"' for word in words]
    line = f"{start}{', '.join(quoted)}{end}"
    if len(line) <= 120:  # noqa: PLR2004 - the formatter's line length
        return line
    return f"{start}\n" + "".join(f"    {word},\n" for word in quoted) + end


def generated(schema: Registry) -> dict[Path, str]:
    """Give every file that the YAML makes, and its text."""
    room = Path(__file__).resolve().parent
    return {room / "names.py": names_source(schema), room.parent / "docs" / "schema.md": docs(schema)}


def main(arguments: list[str]) -> int:
    """Write the files, or with --check give 1 where one is out of date."""
    wanted = generated(registry())
    if arguments == ["--check"]:
        return int(any(not file.exists() or file.read_text(encoding="utf-8") != text for file, text in wanted.items()))
    for file, text in wanted.items():
        file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
