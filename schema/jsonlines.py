"""JSON Lines in: one object a line, as the same mappings with lines that the YAML door gives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bilateral.errors import InputError
from bilateral.schema.yamlio import YamlList, YamlMapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.schema.faults import Faults

__all__ = ["escape_breaks", "read_lines"]

_DIGITS = 300
#: Characters that some programs take for the end of a line, though JSON does not.
_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def read_lines(text: str, file: str, faults: Faults) -> Iterator[YamlMapping]:
    """Give the object of each line that holds one; any other line is a fault, and reading goes on."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = _Line(number).read(line)
        except json.JSONDecodeError as error:
            faults.add(
                file, number, f"this is no JSON: {error.msg} at column {error.colno}", "Write one object a line."
            )
        except InputError as error:
            faults.add(file, number, error.what, error.remedy or "")
        except RecursionError:
            faults.add(file, number, "the values are nested too deeply", "Write the format's plain structure.")
        else:
            if isinstance(found, YamlMapping):
                yield found
            else:
                faults.add(file, number, "the line holds no mapping", "Write one object a line: {…}.")


def escape_breaks(line: str) -> str:
    """Write the characters that could be taken for the end of a line as JSON escapes."""
    return line.translate(_BREAKS)


class _Line:
    """Reads one line; every key and value in it has its number."""

    def __init__(self, number: int) -> None:
        self._number = number

    def read(self, line: str) -> object:
        found = json.loads(line, object_pairs_hook=self._pairs, parse_constant=_constant, parse_int=_integer)
        return self._value(found)

    def _pairs(self, pairs: list[tuple[str, object]]) -> YamlMapping:
        made = YamlMapping(self._number)
        for key, value in pairs:
            if key in made:
                raise InputError(f"the key {key!r} stands twice", remedy="Keep one.")
            made[key] = self._value(value)
            made.key_lines[key] = made.value_lines[key] = self._number
        return made

    def _value(self, value: object) -> object:
        if isinstance(value, str) and not _encodes(value):
            raise InputError(f"{value!r} holds half a character", remedy="Write text that UTF-8 can hold.")
        if not isinstance(value, list):
            return value
        made = YamlList(self._number)
        for item in value:
            made.append(self._value(item))
            made.lines.append(self._number)
        return made


def _constant(name: str) -> object:
    raise InputError(f"{name} is no number", remedy="Write digits, or null.")


def _integer(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise InputError(f"a number has {len(digits)} digits", remedy="Write text in quotes.")
    return int(digits)


def _encodes(text: str) -> bool:
    return not any(0xD800 <= ord(sign) < 0xE000 for sign in text)  # noqa: PLR2004 - the surrogates
