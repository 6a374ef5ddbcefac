"""The one door to YAML: text in, plain values out, with the line of every key and value kept.

What a plain (unquoted) word means, and nothing else has a meaning:

- `null`, `Null`, `NULL`, `~` and nothing at all are None; `true`/`false` (also `True`, `TRUE`, …) are booleans;
- a decimal number without leading zeros is an int (`240`, `-3`), with a point or exponent a float (`0.5`, `1e6`), of up to 300 digits;
- everything else is text as written: `NO`, `on`, `yes`, `2023-03-06`, `12:30`, `004`, `0x1F`, `1_000`, `.nan`.

Keys are always text as written. A key that stands twice in one mapping is refused, and so are tags that would build
objects, cycles, and aliases that unfold beyond all measure. What the library raises leaves here as InputError.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml

from bilateral.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["YamlList", "YamlMapping", "dump", "dump_all", "load", "load_all"]

#: Aliases may unfold into this many values more than the text has characters.
_UNFOLDED: Final = 100_000
_DEEPEST: Final = 100
_TAG: Final = "tag:yaml.org,2002:"
_NULL: Final = re.compile(r"~|null|Null|NULL|")
_BOOL: Final = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,299})")
_FLOAT: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,299})(\.[0-9]+([eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)")
_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\U00010000-\U0010FFFF]")
_BREAKS: Final = re.compile(r"[\x85\u2028\u2029]")
_QUOTED: Final = frozenset("'\"|>")
_LIBRARY: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlMapping(dict[str, object]):
    """A mapping that knows the line (from 1) on which it starts, and that of each key and value."""

    __slots__ = ("key_lines", "line", "value_lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.key_lines: dict[str, int] = {}
        self.value_lines: dict[str, int] = {}


class YamlList(list[object]):
    """A list that knows the line (from 1) on which it starts, and that of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def load(text: str, place: str) -> object:
    """Read the one document in `text`; `place` (a file name) begins every message."""
    documents = load_all(text, place)
    if len(documents) > 1:
        raise InputError("several documents where one is expected", place=place, remedy="Leave out the lines '---'.")
    return documents[0] if documents else None


def load_all(text: str, place: str) -> tuple[object, ...]:
    """Read every document in `text`; `place` (a file name) begins every message."""
    text = text.removeprefix("\ufeff")
    _check_characters(text, place)
    try:
        nodes = list(yaml.compose_all(text, Loader=_LIBRARY))
    except yaml.MarkedYAMLError as error:
        raise _marked(error, place) from error
    except RecursionError as error:
        raise _too_deep(place) from error
    return tuple(_Reader(place, len(text) + _UNFOLDED).value(node) for node in nodes)


class _Reader:
    """Turns the nodes of one document into values."""

    def __init__(self, place: str, most: int) -> None:
        self._place = place
        self._open: set[int] = set()
        self._left = most

    def value(self, node: yaml.Node) -> object:
        self._left -= 1
        if self._left < 0:
            raise self._wrong(node, "the aliases unfold into too much", "Write the values out.")
        if id(node) in self._open:
            raise self._wrong(node, "the value contains itself", "Write the values out.")
        if len(self._open) > _DEEPEST:
            raise _too_deep(f"{self._place}:{_line(node)}")
        self._check_tag(node)
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        self._open.add(id(node))
        made = self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)
        self._open.discard(id(node))
        return made

    def _mapping(self, node: yaml.MappingNode) -> YamlMapping:
        made = YamlMapping(_line(node))
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._wrong(key, "a key is not a word", "Write a plain word before the colon.")
            name = str(key.value)
            if name in made:
                first = made.key_lines[name]
                raise self._wrong(
                    key, f"the key {name!r} stands twice", f"It stands on line {first} already: keep one."
                )
            made[name] = self.value(value)
            made.key_lines[name] = _line(key)
            made.value_lines[name] = _line(value)
        return made

    def _list(self, node: yaml.Node) -> YamlList:
        made = YamlList(_line(node))
        for item in node.value:
            made.append(self.value(item))
            made.lines.append(_line(item))
        return made

    def _check_tag(self, node: yaml.Node) -> None:
        tag = node.tag
        if tag in {None, "!", "?"} or tag in {f"{_TAG}{kind}" for kind in ("str", "seq", "map")}:
            return
        raise self._wrong(node, f"the tag {tag!r} is not allowed", "Leave the tag out.")

    def _wrong(self, node: yaml.Node, what: str, remedy: str) -> InputError:
        mark = node.start_mark
        return InputError(what, place=f"{self._place}:{mark.line + 1}:{mark.column + 1}", remedy=remedy)


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text = str(node.value)
    if node.style in _QUOTED:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text.lower() == "true"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _marked(error: yaml.MarkedYAMLError, place: str) -> InputError:
    mark = error.problem_mark or error.context_mark
    where = f"{place}:{mark.line + 1}:{mark.column + 1}" if mark else place
    what = "this is no YAML: " + " ".join(part for part in (error.context, error.problem) if part)
    remedy = "Check the indentation and the quotes there; text that holds ': ' or begins with a sign needs quotes."
    return InputError(what, place=where, remedy=remedy)


def _check_characters(text: str, place: str) -> None:
    bad = _FORBIDDEN.search(text)
    if bad:
        before = text[: bad.start()]
        line, column = before.count("\n") + 1, bad.start() - before.rfind("\n")
        what = f"the character U+{ord(bad[0]):04X} cannot stand in YAML"
        raise InputError(what, place=f"{place}:{line}:{column}", remedy="Take it out, or save the file as UTF-8.")


def _too_deep(place: str) -> InputError:
    return InputError("the values are nested too deeply", place=place, remedy=f"Nest at most {_DEEPEST} levels.")


class _Dumper(yaml.SafeDumper):
    """Writes without aliases and with lists indented, so that a file can be corrected by hand."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the library's signature
        super().increase_indent(flow, False)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS.search(text) else None
    return dumper.represent_scalar(f"{_TAG}str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_multi_representer(dict, yaml.SafeDumper.represent_dict)
_Dumper.add_multi_representer(list, yaml.SafeDumper.represent_list)
_Dumper.add_multi_representer(tuple, yaml.SafeDumper.represent_list)
_Dumper.add_implicit_resolver(f"{_TAG}float", _FLOAT, list("-+0123456789"))


def dump(value: object) -> str:
    """Write one document: keys in the order given, text quoted where any YAML reader would take it for something else."""
    return dump_all((value,))


def dump_all(values: Iterable[object]) -> str:
    """Write several documents with `---` between them, in the form of `dump`."""
    written = (
        yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120, default_flow_style=False)
        for value in values
    )
    return "---\n".join(written)
