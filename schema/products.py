"""What follows from the schema, by name: Cypher DDL, SHACL shapes, an OWL ontology, a JSON-LD context, the reference."""

from __future__ import annotations

import json
from typing import Final, Literal, get_args

from bilateral.schema.context import context
from bilateral.schema.ddl import ddl
from bilateral.schema.docs import docs
from bilateral.schema.owl import owl
from bilateral.schema.registry import Registry, registry
from bilateral.schema.shacl import shacl

__all__ = ["PRODUCTS", "Product", "product"]

Product = Literal["ddl", "shacl", "owl", "context", "docs"]
PRODUCTS: Final[tuple[Product, ...]] = get_args(Product)


def product(name: Product) -> str:
    """Give one of them as text that ends with a line break."""
    known = registry()
    text = _ddl(known) if name == "ddl" else _context(known) if name == "context" else _TEXTS[name](known)
    return text if text.endswith("\n") else text + "\n"


def _ddl(known: Registry) -> str:
    return "".join(f"{statement};\n" for statement in ddl(known))


def _context(known: Registry) -> str:
    return json.dumps(context(known), ensure_ascii=False, indent=2)


_TEXTS: Final = {"shacl": shacl, "owl": owl, "docs": docs}
