"""Offices: when two titles name one post, who has left it, and to which state it is accredited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bilateral.graph import ids
from bilateral.graph.lexicon import words
from bilateral.graph.statement import Thing
from bilateral.schema.states import states

__all__ = ["accredited", "body", "post", "strip_former"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RECEIVING = re.compile(r"\bto\s+(?:the\s+)?(?P<state>[A-Z].*)$")


@dataclass(frozen=True, slots=True)
class _Words:
    fillers: frozenset[str]
    former: frozenset[str]
    heads: frozenset[str]
    accredited: frozenset[str]


@cache
def _known() -> _Words:
    return _Words(
        words("posts", "fillers"), words("posts", "former"), words("posts", "heads"), words("posts", "accredited")
    )


def post(country: str, title: str, organization: str | None) -> Thing:
    """Give the post that a title names in a state: the words count, not their order and not the fillers between them.

    A bare title such as `Director` is told apart by the body it is in; a title that holds the body's words is not.
    """
    key = _key(title)
    within = [word for word in _key(organization or "") if word not in {"ministry", "department", "office"}]
    place = "" if set(within) <= set(key) else "-".join(within)
    return Thing(
        "post", ids.join("post", country.lower(), ids.slug("-".join(key) or title), place and ids.slug(place)), title
    )


def body(country: str, name: str) -> Thing:
    """Give a ministry, agency or armed service of a state."""
    return Thing("organization", ids.join("organization", country.lower(), ids.slug(name)), name)


def strip_former(title: str) -> tuple[str, bool]:
    """Take `former` off a title: the office without it, and whether it is held no longer."""
    first, _, rest = (
        title.replace("-", " ", 1).partition(" ") if title.lower().startswith("ex-") else title.partition(" ")
    )
    if rest and first.lower() in _known().former:
        return rest, True
    return title, False


def accredited(title: str, country: str) -> tuple[str, ...]:
    """Give the state to which an envoy's title says that he or she is sent: `Ambassador to Pakistan`."""
    match = _RECEIVING.search(title)
    if not match or not _known().accredited & set(_fold_words(title[: match.start()])):
        return ()
    code = states().find(match["state"])
    return (code,) if code and code != country else ()


def _key(title: str) -> list[str]:
    """Give the telling words of a title in one order, nouns for the holder last."""
    heads = _known().heads
    return sorted(set(_fold_words(title)) - _known().fillers, key=lambda word: (word in heads, word))


def _fold_words(text: str) -> list[str]:
    return [ids.fold(word) for word in _WORD.findall(text)]
