"""What a date does in its clause: the words around it make it a deadline, a start, an end, an entry into force."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from bilateral.errors import InputError
from bilateral.loaders.extract.dates.grammar import role_rules
from bilateral.loaders.extract.text.marks import DateRole

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.words import Words

__all__ = ["role_of"]

#: How many words before a date are looked at.
_REACH = 14


def role_of(words: Words, first: int, last: int, *, is_span: bool) -> DateRole:
    """Give the role of the date in words `first` up to `last`; a span ('from 2019 to 2022') has no other start than its own."""
    before = words.codes[max(0, first - _REACH) : first]
    for rule in role_rules("before"):
        if rule.pattern.search(before):
            role = _known(rule.role)
            return "when" if is_span and role in {"since", "until"} else role
    return next((_known(r.role) for r in role_rules("after") if r.pattern.match(words.codes, last)), "when")


def _known(role: str) -> DateRole:
    if role not in get_args(DateRole):
        raise InputError(
            f"there is no role {role!r}", place="lexicon/date_grammar.yaml", remedy=f"Use one of {get_args(DateRole)}."
        )
    return cast("DateRole", role)
