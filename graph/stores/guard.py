"""Refuse every clause that writes, reads files, or runs procedures, before a question reaches an engine.

Neo4j refuses writes in a READ session and the embedded engine in `query()`; this guard stands before both, because
LOAD CSV reads files through either, and because it can say what to do instead.
"""

from __future__ import annotations

import re
from typing import Final

from bilateral.errors import UsageError
from bilateral.graph.stores.cyphertext import Token, tokens

__all__ = ["refuse_writes"]

_WRITING: Final = frozenset(
    {
        *("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER"),
        *("LOAD", "GRANT", "DENY", "REVOKE", "RENAME", "START", "STOP", "TERMINATE", "ENABLE", "DEALLOCATE"),
        *("REALLOCATE", "DRYRUN", "USE"),
    }
)
#: Procedures that only describe the database.
_HARMLESS: Final = frozenset({"db.labels", "db.relationshipTypes", "db.propertyKeys", "dbms.components"})
_REMEDY: Final = "Ad hoc Cypher only reads; what the graph holds is changed with 'bilateral build'"
#: After these a word is a name: n.set, :Set, (n:A|Set), $set, AS set.
_BEFORE_A_NAME: Final = frozenset({".", ":", "&", "|", "!", "%"})
#: Neo4j decodes these before it reads the text, so that what looks like a string need not be one.
_ESCAPED_ASCII: Final = re.compile(r"\\u+00[0-7][0-9A-Fa-f]")


def refuse_writes(cypher: str) -> None:
    """Raise UsageError if the text could do more than read."""
    if match := _ESCAPED_ASCII.search(cypher):
        raise UsageError(
            f"the escape {match[0]} may hide a clause",
            place=_place(cypher, match.start()),
            remedy="Write the letter itself",
        )
    held = list(tokens(cypher))
    for i, token in enumerate(held):
        if token.kind != "word" or _is_name(held, i):
            continue
        if token.text.upper() in _WRITING:
            raise UsageError(
                f"{token.text.upper()} is not allowed in a question", place=_place(cypher, token.start), remedy=_REMEDY
            )
        if token.is_word("CALL"):
            _refuse_procedure(cypher, held[i + 1 :], token)


def _is_name(held: list[Token], i: int) -> bool:
    before = held[i - 1] if i else None
    after = held[i + 1].text if i + 1 < len(held) else ""
    if before is not None and before.is_word("AS"):
        return True
    if before is not None and before.text in _BEFORE_A_NAME:
        return True
    return after == ":" and before is not None and before.text in {"{", ","}


def _refuse_procedure(cypher: str, rest: list[Token], call: Token) -> None:
    if not rest or rest[0].kind not in {"word", "quoted"}:
        return  # a subquery: its clauses are looked at like all others
    name = ""
    for token in rest:
        if token.kind not in {"word", "quoted"} and token.text != ".":
            break
        if name and token.text != "." and not name.endswith("."):
            break
        name += token.text
    if name not in _HARMLESS:
        raise UsageError(
            f"the procedure {name} is not allowed in a question",
            place=_place(cypher, call.start),
            remedy=f"These are: {', '.join(sorted(_HARMLESS))}",
        )


def _place(cypher: str, start: int) -> str:
    line = cypher.count("\n", 0, start) + 1
    return f"line {line}, column {start - cypher.rfind(chr(10), 0, start)}"
