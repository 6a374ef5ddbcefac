"""Reading vocabulary/*.yaml: closed lists with labels, meanings and what the trade attaches to each word."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bilateral.schema.model import Term, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.schema.fields import Fields

__all__ = ["check_terms", "read_vocabulary"]

_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*")
_TERM: Final = (
    "label", "doc", "broader", "order", "phase", "cannot_follow", "quad", "score", "symmetric", "cooperation", "edge",
    "ucum", "historic",
)  # fmt: skip


def read_vocabulary(fields: Fields) -> Vocabulary:
    """Read one closed list."""
    fields.only(("name", "doc", "terms"))
    name, doc = fields.text("name", required=True), fields.text("doc", required=True)
    terms = {code: _term(code, child) for code, child in fields.children("terms", required=True)}
    return Vocabulary(name or "", doc or "", MappingProxyType(terms))


def _term(code: str, fields: Fields) -> Term:
    fields.only(_TERM)
    if not _CODE.fullmatch(code):
        fields.fault("label", f"{code!r} is no code", "Write letters and digits, joined by - or _.")
    return Term(
        code=code,
        label=fields.text("label", required=True) or "",
        doc=fields.text("doc") or "",
        broader=fields.texts("broader"),
        order=fields.integer("order"),
        phase=fields.text("phase"),
        cannot_follow=fields.texts("cannot_follow"),
        quad=fields.text("quad"),
        score=fields.number("score"),
        symmetric=fields.boolean("symmetric"),
        cooperation=fields.boolean("cooperation", default=True),
        edge=fields.text("edge"),
        ucum=fields.text("ucum"),
        historic=fields.boolean("historic"),
    )


def check_terms(read: Mapping[str, tuple[Fields, Vocabulary]], edges: Mapping[str, object]) -> None:
    """Note a fault for every term that points to a word or an edge which is not there, and for circles of broader terms."""
    quads = read["quads"][1].terms if "quads" in read else {}
    for fields, vocabulary in read.values():
        entries = dict(fields.children("terms"))
        for code, term in vocabulary.terms.items():
            for key, words in (("broader", term.broader), ("cannot_follow", term.cannot_follow)):
                _check_known(entries[code], key, words, vocabulary.terms)
            _check_known(entries[code], "quad", (term.quad,) if term.quad else (), quads)
            _check_known(entries[code], "edge", (term.edge,) if term.edge else (), edges)
            if _circular(code, vocabulary):
                entries[code].fault("broader", "the broader terms lead back to this one", "Break the circle.")


def _check_known(fields: Fields, key: str, words: tuple[str, ...], known: Mapping[str, object]) -> None:
    for word in words:
        if word not in known:
            fields.fault(key, f"{word!r} is not there", f"Known: {', '.join(known)}.")


def _circular(code: str, vocabulary: Vocabulary) -> bool:
    seen: set[str] = set()
    ahead = list(vocabulary.terms[code].broader)
    while ahead:
        word = ahead.pop()
        if word == code:
            return True
        if word not in seen and word in vocabulary.terms:
            seen.add(word)
            ahead.extend(vocabulary.terms[word].broader)
    return False
