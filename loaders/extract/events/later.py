"""`Not` that only puts an act later: 'will not take place until June', 'did not open until 2011'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["not_yet", "only_later"]

_TIMES: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "today",
     "week", "weekend", "month", "year", "quarter", "spring", "summer", "autumn", "fall", "winter", "end", "mid"}
)  # fmt: skip


def only_later(tree: Tree, verb: Token) -> bool:
    """Tell whether a time after `until` shows that the act is not denied, but comes later."""
    untils = (t for t in tree.children(verb, "prep") if t.lemma in {"until", "till"})
    times = (t for until in untils for t in tree.children(until, "pobj"))
    return any(t.lemma.casefold() in _TIMES or t.tag == "CD" for t in times)


def not_yet(tree: Tree, verb: Token) -> Iterator[tuple[Literal["planned"], str]]:
    """Read an act that comes only later as planned, or as done if it is told in the past."""
    if not any(t.tag == "VBD" for t in (verb, *tree.children(verb, "aux", "auxpass"))):
        yield "planned", "until"
