"""What the graph knows about words, as data: each file is a mapping of lists."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bilateral.errors import SchemaError
from bilateral.schema.yamlio import load

__all__ = ["words"]


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Read one list of words from `FILE.yaml`, lower case."""
    place = f"{file}.yaml"
    content = load(files("bilateral.graph.lexicon").joinpath(place).read_text("utf-8"), place)
    listed = content.get(key) if isinstance(content, dict) else None
    if not isinstance(listed, list):
        raise SchemaError(f"has no list {key!r}", place=place, remedy="Add it, or install the package again.")
    return frozenset(str(word).lower() for word in listed)
