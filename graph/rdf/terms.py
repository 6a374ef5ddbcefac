"""Ids and values of the graph as RDF terms in N-Triples syntax: one text, the same wherever it is written.

The precision of a date is its datatype: a day is xsd:date, a month xsd:gYearMonth, a year xsd:gYear; what XSD cannot say (an
interval, a decade, "about") keeps its EDTF text under the Library of Congress datatype.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bilateral.errors import ValueFormatError
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bilateral.schema.model import PropertyType

__all__ = ["EDTF", "XSD", "edtf", "iri", "literal", "local_name", "thing"]

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
#: https://id.loc.gov/datatypes/edtf.html
EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF-level1"

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_LEXICAL: Final[Mapping[str, tuple[str, Callable[[object], str]]]] = {
    "boolean": ("boolean", lambda value: "true" if value else "false"),
    "integer": ("integer", str),
    "number": ("decimal", lambda value: format(Decimal(repr(value)), "f")),
    "timestamp": ("dateTime", str),
}
_SPECIAL: Final = re.compile(r'[\x00-\x1f\x7f"\\]')
_SAFE: Final = "/-._~"


def iri(text: str) -> str:
    """Write an IRI; it must hold no character that N-Triples forbids."""
    return f"<{text}>"


def thing(namespace: str, key: str) -> str:
    """Write the IRI of something of ours from its id; characters that an IRI cannot hold are percent-encoded."""
    return f"<{namespace}{local_name(key)}>"


def local_name(key: str) -> str:
    """Give the part of an IRI that an id becomes."""
    return quote(key, safe=_SAFE)


def literal(value: object, kind: PropertyType) -> str:
    """Write a property's value with the datatype of its kind."""
    if kind == "edtf":
        return edtf(str(value))
    if kind in _LEXICAL:
        name, lexical = _LEXICAL[kind]
        return _typed(lexical(value), name)
    return _typed(value.isoformat(), "date") if isinstance(value, date) else _quoted(str(value))


def edtf(text: str) -> str:
    """Write a partial date with the datatype of its precision."""
    try:
        known = PartialDate.parse(text).xsd
    except ValueFormatError:
        return _quoted(text)
    return _typed(text, known) if known else f"{_quoted(text)}^^<{EDTF}>"


def _typed(text: str, name: str) -> str:
    return f'"{text}"^^<{XSD}{name}>'


def _quoted(text: str) -> str:
    return f'"{_SPECIAL.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"
