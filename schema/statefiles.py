"""Read countries/*.yaml and check every entry: known keys, values of the right form, no code twice."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from bilateral.errors import SchemaError, ValueFormatError
from bilateral.schema import yamlio
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["read_states"]

_KINDS: Final = ("state", "former", "organization")
_ONE: Final = ("code", "kind", "name", "official", "iso2", "m49", "cow", "gw", "wikidata")
_YEARS: Final = ("valid_from", "valid_to")
_MANY: Final = (
    "names",
    "aliases",
    "adjectives",
    "people",
    "prefixes",
    "capitals",
    "seats",
    "regions",
    "successors",
)


def read_states(folder: Traversable | None = None) -> tuple[dict[str, Any], ...]:
    """Give the fields of every state and organisation in the folder (our own by default), sorted by code."""
    found: dict[str, dict[str, Any]] = {}
    for place, entry in _entries(folder or files("bilateral.schema") / "countries"):
        fields = _fields(entry, place)
        if fields["code"] in found:
            raise SchemaError(f"{fields['code']} is described twice", place=place, remedy="Keep one of the two.")
        found[fields["code"]] = fields
    return tuple(found[code] for code in sorted(found))


def _entries(folder: Traversable) -> Iterator[tuple[str, object]]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            place = f"countries/{file.name}"
            for entry in yamlio.load_all(file.read_text(encoding="utf-8"), place):
                yield place, entry


def _fields(entry: object, place: str) -> dict[str, Any]:
    if not isinstance(entry, yamlio.YamlMapping):
        raise SchemaError("an entry is not a mapping", place=place, remedy='Write lines of the form key: "value".')
    fields = {key: _value(key, value, f"{place}:{entry.value_lines[key]}") for key, value in entry.items()}
    for key in ("code", "kind", "name"):
        if not fields.get(key):
            raise SchemaError(f"{key!r} is missing", place=f"{place}:{entry.line}", remedy="Add it.")
    if fields["kind"] not in _KINDS:
        where = f"{place}:{entry.value_lines['kind']}"
        raise SchemaError(f"{fields['kind']!r} is no kind", place=where, remedy=f"Write one of {', '.join(_KINDS)}.")
    return fields


def _value(key: str, value: object, place: str) -> str | PartialDate | tuple[str, ...]:
    if key in _MANY and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    if key in _YEARS and isinstance(value, str):
        return _year(value, place)
    if key in _ONE and isinstance(value, str):
        return value
    form = "a list of quoted words" if key in _MANY else "a quoted word"
    known = ", ".join((*_ONE, *_YEARS, *_MANY))
    remedy = f"Write {form}." if key in (*_ONE, *_YEARS, *_MANY) else f"Keys are {known}."
    raise SchemaError(f"{key!r} is unknown or has no such value", place=place, remedy=remedy)


def _year(value: str, place: str) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueFormatError as error:
        raise SchemaError(error.what, place=place, remedy=error.remedy) from error
