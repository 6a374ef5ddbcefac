"""Reading one mapping of a YAML or JSON file field by field: what is wrong becomes a Fault, and reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.schema.faults import Faults, nearest
from bilateral.schema.yamlio import YamlList, YamlMapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Fields"]


class Fields:
    """The fields of one mapping; `path` says where in the document it stands, such as events[2]."""

    def __init__(self, data: YamlMapping, file: str, faults: Faults, path: str = "") -> None:
        self.data = data
        self.file = file
        self.faults = faults
        self.path = path

    def key(self, key: str) -> str:
        """Give the key with the path before it, for messages."""
        return f"{self.path}.{key}" if self.path else key

    def line(self, key: str) -> int:
        """Give the line of the key, that of the mapping where the key is absent."""
        return self.data.key_lines.get(key, self.data.line)

    def fault(self, key: str, what: str, remedy: str) -> None:
        """Note a fault of this key."""
        self.faults.add(self.file, self.line(key), f"{self.key(key)}: {what}", remedy)

    def only(self, known: Iterable[str]) -> None:
        """Note a fault for every key that is not known."""
        names = tuple(known)
        for key in self.data:
            if key not in names:
                self.fault(key, "unknown key", nearest(key, names))

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Give the text under the key, None where there is none."""
        value = self.data.get(key)
        if value is None:
            self._missing(key, required=required)
            return None
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self.fault(key, f"{value!r} is no text", "Write text, in quotes where it looks like something else.")
        return None

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give the list of texts under the key, empty where there is none."""
        return tuple(text for text, _ in self.texts_with_lines(key, required=required))

    def texts_with_lines(self, key: str, *, required: bool = False) -> tuple[tuple[str, int], ...]:
        """Give the texts under the key, each with its line."""
        value = self.data.get(key)
        if value is None:
            self._missing(key, required=required)
            return ()
        if not isinstance(value, YamlList):
            self.fault(key, f"{value!r} is no list", f"Write a list: [{value}].")
            return ()
        if required and not value:
            self._missing(key, required=True)
        return tuple(self._listed(key, value))

    def _listed(self, key: str, values: YamlList) -> Iterator[tuple[str, int]]:
        for value, line in zip(values, values.lines, strict=True):
            if isinstance(value, str) and value.strip():
                yield value, line
            elif isinstance(value, int) and not isinstance(value, bool):
                yield str(value), line
            else:
                self.faults.add(self.file, line, f"{self.key(key)}: {value!r} is no text", "Write text, in quotes.")

    def number(self, key: str, *, required: bool = False) -> float | None:
        """Give the number under the key, None where there is none."""
        value = self.data.get(key)
        if value is None:
            self._missing(key, required=required)
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self.fault(key, f"{value!r} is no number", "Write it in digits, without quotes or separators: 50000000.")
        return None

    def integer(self, key: str, *, required: bool = False) -> int | None:
        """Give the whole number under the key, None where there is none."""
        value = self.number(key, required=required)
        if value is None or isinstance(value, int):
            return value
        self.fault(key, f"{value!r} is no whole number", "Write a whole number.")
        return None

    def boolean(self, key: str, *, default: bool = False) -> bool:
        """Give the truth value under the key."""
        value = self.data.get(key, default)
        if isinstance(value, bool):
            return value
        self.fault(key, f"{value!r} is neither true nor false", "Write true or false.")
        return default

    def mapping(self, key: str, *, required: bool = False) -> Fields | None:
        """Give the fields of the mapping under the key, None where there is none."""
        value = self.data.get(key)
        if value is None:
            self._missing(key, required=required)
            return None
        if isinstance(value, YamlMapping):
            return Fields(value, self.file, self.faults, self.key(key))
        self.fault(key, f"{value!r} is no mapping", "Write 'key: value' lines below it.")
        return None

    def children(self, key: str, *, required: bool = False) -> Iterator[tuple[str, Fields]]:
        """Give each entry of the mapping of mappings under the key, by name."""
        held = self.mapping(key, required=required)
        for name in held.data if held else ():
            child = held.mapping(name, required=True) if held else None
            if child:
                yield name, child

    def items(self, key: str) -> Iterator[Fields]:
        """Give each mapping of the list under the key."""
        value = self.data.get(key)
        if value is None:
            return
        if not isinstance(value, YamlList):
            self.fault(key, f"{value!r} is no list", "Begin each entry with '- '.")
            return
        for number, (item, line) in enumerate(zip(value, value.lines, strict=True), 1):
            path = f"{self.key(key)}[{number}]"
            if isinstance(item, YamlMapping):
                yield Fields(item, self.file, self.faults, path)
            else:
                self.faults.add(self.file, line, f"{path}: {item!r} is no mapping", "Write 'key: value' lines.")

    def _missing(self, key: str, *, required: bool) -> None:
        if required:
            self.fault(key, "it is required and missing", f"Add '{key}: …'.")
