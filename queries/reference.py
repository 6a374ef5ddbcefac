"""The questions of the library as a Markdown reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.queries.catalog import questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.queries.catalog import Parameter, Question

__all__ = ["reference"]

_HEAD = """# Questions

Generated from the heads of the files in `queries/library/` (`make docs`). Each question exists in Cypher and in SPARQL and gives the same
rows: `bilateral query NAME key=value …`, with `--lang sparql` for the other language and `--text` to see it. States are given by code or name,
periods in EDTF (`2024`, `2023-03/2024`), days as `2024-05-16`.
"""


def reference() -> str:
    """Give the page."""
    return "\n".join([_HEAD, *(line for asked in questions().values() for line in _question(asked))])


def _question(asked: Question) -> Iterator[str]:
    yield f"## {asked.name}\n"
    yield f"{asked.question}\n"
    yield "| parameter | type | needed | what |\n|---|---|---|---|"
    for each in asked.parameters:
        yield f"| `{each.name}` | {_type(each)} | {'yes' if each.required else 'no'} | {each.doc} |"
    yield "\n| column | what |\n|---|---|"
    for name, doc in asked.columns.items():
        yield f"| `{name}` | {doc} |"
    yield ""


def _type(parameter: Parameter) -> str:
    if parameter.vocabulary:
        return f"one of {parameter.vocabulary}"
    return parameter.type if parameter.default is None else f"{parameter.type}, default {parameter.default}"
