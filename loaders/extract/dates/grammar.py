"""The date grammar: patterns of `lexicon/date_grammar.yaml` as regular expressions over word codes, and the scan with them.

Input: `Words`. Output: for each place, the phrases that match there, longest first. Every pattern is bounded, so the scan is
linear in the number of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.dates.lexicon import date_lexicon, grammar
from bilateral.loaders.extract.dates.words import CLASSES, OTHER, code_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.loaders.extract.dates.words import Words

__all__ = ["RoleRule", "Rule", "matches_at", "next_start", "role_rules", "rules"]

_PLACE: Final = "lexicon/date_grammar.yaml"
_TERM = re.compile(r"[A-Za-z]+")
_DEEPEST: Final = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over word codes, the reader of its meaning, and what may stand around it."""

    read: str
    pattern: re.Pattern[str]
    after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()

    def fits(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the neighbouring words allow the rule."""
        if self.after and (first == 0 or words.items[first - 1].key not in self.after):
            return False
        return not (self.not_before and last < len(words.items) and words.items[last].key in self.not_before)


@dataclass(frozen=True, slots=True)
class RoleRule:
    """What words before (or after) a date make of it."""

    role: str
    pattern: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    return tuple(_rule(item) for item in _items("rules"))


def _rule(item: Mapping[str, object]) -> Rule:
    return Rule(
        read=str(item["read"]),
        pattern=re.compile(_compiled(str(item["pattern"]))),
        after=_keys(item.get("after")),
        not_before=_keys(item.get("not_before")),
    )


@cache
def role_rules(where: str) -> tuple[RoleRule, ...]:
    """Give the rules for the words `before` or `after` a date."""
    if where == "after":
        return tuple(RoleRule(str(i["role"]), re.compile(_compiled(str(i["after"])))) for i in _items("after_roles"))
    hedges = f"{_compiled(str(grammar()['hedges']))}{{0,3}}"
    return tuple(
        RoleRule(str(i["role"]), re.compile(f"(?:{_compiled(str(i['before']))}){hedges}\\Z")) for i in _items("roles")
    )


def next_start(words: Words, position: int) -> int | None:
    """Give the next place from `position` on where any rule matches."""
    found = _any().search(words.codes, position)
    return found.start() if found else None


def matches_at(words: Words, position: int) -> Iterator[tuple[Rule, int]]:
    """Give the rules that match at a place with the end of each, longest first, then in the order of the file."""
    found = [
        (-match.end(), order, rule)
        for order, rule in enumerate(rules())
        if (match := rule.pattern.match(words.codes, position)) and rule.fits(words, position, match.end())
    ]
    for end, _, rule in sorted(found, key=lambda item: item[:2]):
        yield rule, -end


@cache
def _any() -> re.Pattern[str]:
    """Give all rules as one pattern; none begins with a word that dates do not know."""
    return re.compile(f"(?=[^{OTHER}])(?:{'|'.join(f'(?:{rule.pattern.pattern})' for rule in rules())})")


def _compiled(pattern: str, depth: int = 0) -> str:
    if depth > _DEEPEST:
        raise InputError("a piece contains itself", place=_PLACE, remedy="Write the piece without its own name.")
    expanded = _TERM.sub(lambda term: _term(term[0], depth), pattern)
    return expanded.replace(" ", "").replace("(", "(?:").replace("(?:?:", "(?:")


def _term(name: str, depth: int) -> str:
    pieces = grammar()["pieces"]
    if isinstance(pieces, dict) and name in pieces:
        return f"(?:{_compiled(str(pieces[name]), depth + 1)})"
    if name == "HOLIDAY":
        return f"(?:{'|'.join(_name(words) for words in date_lexicon().holidays)})"
    if name.isupper():
        return _class(name)
    return code_of(name)


def _name(words: str) -> str:
    return "".join(code_of("APOS" if part == "'" else part) for part in re.findall(r"[a-z]+|'", words))


def _class(name: str) -> str:
    if name in CLASSES:
        return code_of(name)
    members = date_lexicon().numbers.get(name)
    if members is None:
        raise InputError(f"there is no class {name}", place=_PLACE, remedy="Name a class of lexicon/dates.yaml.")
    return f"[{''.join(sorted(code_of(word) for word in members))}]"


def _items(key: str) -> list[Mapping[str, object]]:
    found = grammar().get(key)
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise InputError(f"{key} is no list of rules", place=_PLACE, remedy="Write `- {read: …, pattern: …}` lines.")
    return found


def _keys(value: object) -> frozenset[str]:
    return frozenset(str(item) for item in value) if isinstance(value, list) else frozenset()
