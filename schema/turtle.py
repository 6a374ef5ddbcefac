"""Turtle as text, with stable bytes: prefixes in order, one block a subject, one line a predicate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.schema.registry import Registry

__all__ = ["block", "document", "listed", "text", "union"]

_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_USED: Final = re.compile(r"(?<![\w:<\"])([a-z]+):")
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')


def text(words: str, language: str | None = "en") -> str:
    """Write a literal."""
    return f'"{words.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


def listed(items: Iterable[str]) -> str:
    """Write an RDF list."""
    return f"( {' '.join(items)} )"


def union(classes: Iterable[str]) -> str:
    """Write a class, or the union of several."""
    names = sorted(set(classes))
    return names[0] if len(names) == 1 else f"[ a owl:Class ; owl:unionOf {listed(names)} ]"


def block(subject: str, *pairs: tuple[str, str]) -> str:
    """Write all that is said of a subject."""
    return f"{subject}\n" + " ;\n".join(f"    {predicate} {value}" for predicate, value in pairs) + " ."


def document(registry: Registry, blocks: Iterable[str]) -> str:
    """Write the prefixes that the blocks use, then the blocks."""
    body = "\n\n".join(blocks)
    used = sorted({*_USED.findall(_STRING.sub('""', body))} & registry.prefixes.keys())
    head = "\n".join(f"@prefix {prefix}: <{registry.prefixes[prefix]}> ." for prefix in used)
    return f"{head}\n\n{body}\n"
