"""Cypher text as tokens that know strings, comments and quoted names: what a guard may rely on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Token", "columns", "tokens"]

_TOKEN: Final = re.compile(
    r"""(?P<comment>//[^\n\r]*|/\*.*?(?:\*/|\Z))
      | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`(?:``|[^`])*`)
      | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
      | (?P<word>[^\W\d]\w*)
      | (?P<number>\d[\w.]*)
      | (?P<mark>\S)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
_AFTER_RETURN: Final = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind (text, quoted, parameter, word, number, mark), its text, and where it starts."""

    kind: str
    text: str
    start: int
    depth: int

    def is_word(self, *words: str) -> bool:
        """Tell whether this is one of the words, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(cypher: str) -> Iterator[Token]:
    """Give the tokens without comments; `depth` counts the brackets around each."""
    depth = 0
    for match in _TOKEN.finditer(cypher):
        kind = str(match.lastgroup)
        if kind == "comment":
            continue
        if match[0] in _CLOSING:
            depth -= 1
        yield Token(kind, match[0], match.start(), depth)
        if match[0] in _OPENING:
            depth += 1


def columns(cypher: str) -> tuple[str, ...]:
    """Give the columns that the last RETURN names; none where it returns everything or there is no RETURN."""
    items: list[list[Token]] = []
    before: Token | None = None
    for token in tokens(cypher):
        name = before is not None and (before.text in {".", ":"} or before.is_word("AS"))
        if token.depth == 0 and token.is_word("RETURN") and not name:
            items = [[]]
        elif items and token.depth == 0 and token.is_word(*_AFTER_RETURN) and not name:
            break
        elif items and token.depth == 0 and token.text == ",":
            items.append([])
        elif items and token.text != ";":
            items[-1].append(token)
        before = token
    named = tuple(_name(cypher, item) for item in items)
    return () if "*" in named else named


def _name(cypher: str, item: Iterable[Token]) -> str:
    held = [token for token in item if not token.is_word("DISTINCT")]
    if not held:
        return "*"
    last = held[-1]
    aliased = any(token.is_word("AS") and token.depth == 0 for token in held[:-1])
    if aliased or len(held) == 1:
        return last.text[1:-1].replace("``", "`") if last.kind == "quoted" else last.text
    return cypher[held[0].start : last.start + len(last.text)]
