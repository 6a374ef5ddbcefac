"""The questions of the library: every NAME.cypher and NAME.rq, with the head that tells what it asks.

The head is YAML in comments, the same in both languages: `question`, `parameters` (name: type, doc, required), `columns`
(name: doc) and, where a cell holds several values, `lists` (names of such columns). A parameter is given by name; the types are those of ParameterType.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast, get_args

from bilateral.errors import SchemaError, UsageError
from bilateral.schema import yamlio

__all__ = ["Parameter", "ParameterType", "Question", "question", "questions"]

ParameterType = Literal["state", "day", "period", "text", "integer", "vocabulary"]
_COMMENT = {"cypher": "//", "rq": "#"}
_HEAD_KEYS = {"question", "parameters", "columns", "lists"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a question; `vocabulary` names the closed list that its value must come from."""

    name: str
    type: ParameterType
    doc: str
    required: bool
    vocabulary: str | None = None
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library in both languages."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    lists: frozenset[str]
    cypher: str
    sparql: str


@cache
def questions() -> Mapping[str, Question]:
    """Read every question of the library, by name; raise SchemaError where a head or a twin is at fault."""
    folder = files("bilateral.queries").joinpath("library")
    texts = {entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.is_file()}
    names = sorted({name.rpartition(".")[0] for name in texts if name.endswith((".cypher", ".rq"))})
    return MappingProxyType({name: _question(name, texts) for name in names})


def question(name: str) -> Question:
    """Find one question; raise UsageError that lists what there is."""
    known = questions()
    if name not in known:
        raise UsageError(
            f"there is no question {name!r}", remedy=f"Choose one of: {', '.join(known)} (see: bilateral query --list)."
        )
    return known[name]


def _question(name: str, texts: Mapping[str, str]) -> Question:
    heads = {}
    for ending, mark in _COMMENT.items():
        file = f"{name}.{ending}"
        if file not in texts:
            raise SchemaError(
                "a question is missing in one language", place=f"queries/library/{file}", remedy="Write its twin."
            )
        heads[ending] = _head(texts[file], mark)
    if heads["cypher"] != heads["rq"]:
        raise SchemaError(
            "the heads of the twins differ", place=f"queries/library/{name}", remedy="Make them the same."
        )
    body = _mapping(yamlio.load(heads["cypher"], f"queries/library/{name}.cypher"), name)
    if not _HEAD_KEYS - {"lists"} <= set(body) <= _HEAD_KEYS:
        raise SchemaError(
            f"the head has the keys {sorted(body)}",
            place=f"queries/library/{name}",
            remedy=f"Give {sorted(_HEAD_KEYS)}.",
        )
    return Question(
        name=name,
        question=str(body["question"]),
        parameters=tuple(
            _parameter(key, _mapping(value, name), name) for key, value in _mapping(body["parameters"], name).items()
        ),
        columns=MappingProxyType({key: str(doc) for key, doc in _mapping(body["columns"], name).items()}),
        lists=frozenset(str(each) for each in cast("Iterable[object]", body.get("lists", ()))),
        cypher=texts[f"{name}.cypher"],
        sparql=texts[f"{name}.rq"],
    )


def _head(text: str, mark: str) -> str:
    lines = []
    for line in text.splitlines():
        if not line.startswith(mark):
            break
        lines.append(line[len(mark) :].removeprefix(" "))
    return "\n".join(lines) + "\n"


def _mapping(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise SchemaError("a mapping was expected", place=f"queries/library/{name}", remedy="See any other question.")
    return cast("Mapping[str, object]", value)


def _parameter(key: str, body: Mapping[str, object], name: str) -> Parameter:
    kind = str(body.get("type"))
    if kind not in get_args(ParameterType):
        raise SchemaError(
            f"{key}: there is no parameter type {kind!r}",
            place=f"queries/library/{name}",
            remedy=f"Choose one of {', '.join(get_args(ParameterType))}.",
        )
    default = body.get("default")
    return Parameter(
        name=key,
        type=cast("ParameterType", kind),
        doc=str(body.get("doc", "")),
        required=bool(body.get("required", False)),
        vocabulary=str(body["vocabulary"]) if "vocabulary" in body else None,
        default=None if default is None else str(default),
    )
