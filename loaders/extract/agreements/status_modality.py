"""How surely a status word speaks: stated, planned, expected, wished for, under a condition, denied.

Input: a line, the number of a status word, its reading. Output: the kind of modality; and what a status becomes under it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import read_lexicon, word_lists, word_set
from bilateral.loaders.extract.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.agreements.status_words import Trigger
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["modality_of", "shifted"]

_BACK: Final = 7
_CLOSE: Final = 2
_LOOSE: Final = 5
_STRONGEST_FIRST: Final = ("negation", "condition", "wish", "expect", "plan")
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their"})
_UPON: Final = frozenset({"after", "before", "until", "once", "when"})
_FINITE: Final = frozenset({"was", "were", "is", "are", "has", "had"})
_PERFECT: Final = frozenset({"have", "has", "had"})
_NEGATING_NOUNS: Final = frozenset({"no", "without", "denied", "ruled"})


def modality_of(line: Line, at: int, trigger: Trigger) -> str:
    """Read the words before status word `at`, back to the clause's beginning; the strongest of them decides."""
    start = _clause_start(line, at)
    if trigger.form == "adjective":
        return "asserted"
    if trigger.form in {"ing", "noun"} and _is_ahead(line, at, trigger):
        near = {line.low(i) for i in range(max(0, at - _BACK), at)}
        return "plan" if near & _grammar("status approval") else "expect"
    if trigger.form == "base" and trigger.relation == "subject" and line.low(start - 1) in _UPON:
        return "condition"  # '18 months after the pact comes into force'
    if start == at:
        return "asserted"
    before = [line.low(i) for i in range(start, at)]
    return _by_turn(before, trigger) or _by_marks(before, trigger)


def _by_turn(before: list[str], trigger: Trigger) -> str:
    """Read turns that settle it: 'stopped from signing', 'resumed talks on', 'when it expires', 'had expired'."""
    done = trigger.form in {"past", "participle"}
    if before[-1] in {"to", "on", "of"} and _is_undone(before[:-1]):
        return "negation"
    if trigger.form == "ing" and before[-1] == "from":
        return "prevented"
    if trigger.form == "noun" and trigger.status == "negotiating" and before[-1] in _grammar("status going on"):
        return "asserted"
    if trigger.form == "base" and trigger.relation == "subject" and "when" in before:
        return "condition"
    return "described" if done and _earlier(before) and not _grammar("status reporting") & set(before) else ""


def _is_undone(before: list[str]) -> bool:
    """Tell whether a decision is taken back: 'reversed its decision to', 'dropped plans to', 'withdrew its threat to'."""
    decided = bool(before) and before[-1] in _grammar("status decisions")
    return decided and bool(set(before[-4:-1]) & _grammar("status taken back"))


def _by_marks(before: list[str], trigger: Trigger) -> str:
    """Give the strongest of the marks in the words before: 'not', 'if', 'wants to', 'will'."""
    kinds = set(_kinds(before)) - ({"plan"} if "voted" in before or _is_the_first(before) else set())
    if trigger.form in {"past", "participle"} and not set(before[-3:]) & (_grammar("status be") | _PERFECT):
        kinds &= {"negation", "condition"} if before[-1] in {"not", "never", "once", "if", "when", "unless"} else set()
    if trigger.form == "noun" and not _NEGATING_NOUNS & set(before):
        kinds -= {"negation"}
    return next((kind for kind in _STRONGEST_FIRST if kind in kinds), "asserted")


def _is_the_first(before: list[str]) -> bool:
    """Tell whether somebody was 'the first member to sign'."""
    first = _grammar("status ordinal") & set(before[-5:])
    return bool(first) and before[-1] == "to" and not set(before) & _grammar("status not yet")


def _is_ahead(line: Line, at: int, trigger: Trigger) -> bool:
    """Tell whether a signing is still to come: 'a date for signing', 'before signing', 'the signing of … will'."""
    before = line.low(at - 1)
    before = line.low(at - 2) if before == "the" else before
    return trigger.status in {"signed", "ratified"} and before in _grammar("status ahead")


def _earlier(before: list[str]) -> bool:
    """Tell whether 'had' puts a word before what else is told: 'the pact, which had expired'."""
    return "had" in before[-2:]


def shifted(status: str, kind: str, modality: str) -> str:
    """Give what a status of an instrument of this type becomes under a modality, nothing where it says nothing."""
    table = _shifts()
    return table.get((f"{status} {kind}", modality)) or table.get((status, modality)) or ""


def _clause_start(line: Line, at: int) -> int:
    start = at
    while start > max(0, at - _BACK) and line.low(start - 1) not in _grammar("status modality stops"):
        start -= 1
    return start


def _kinds(before: list[str]) -> Iterator[str]:
    """Give the kinds of the marks in the words before; one that ends in 'to' must stand close to the end."""
    text = " ".join("not" if low.endswith("n't") else low for low in before)
    for hit in _markers().find(text):
        rest = text[hit.end :].split()
        if text[: hit.end].endswith("to") and set(rest[:1]) & _ARTICLES:
            continue  # 'consent to the signing' is no infinitive
        if text[: hit.end].endswith("to") and set(rest) & _FINITE:
            continue  # nor is 'sales to Chad were agreed'
        left = len(rest)
        if left <= (_CLOSE if text[: hit.end].endswith("to") else _LOOSE):
            yield hit.value


@cache
def _markers() -> PhraseIndex[str]:
    lists = word_lists("status_modality")
    return PhraseIndex((phrase, kind) for kind, phrases in lists.items() for phrase in phrases)


@cache
def _shifts() -> dict[tuple[str, str], str]:
    table = read_lexicon("status_shift")
    rows = table.items() if isinstance(table, dict) else ()
    return {
        (str(status), str(kind)): str(to) for status, row in rows if isinstance(row, dict) for kind, to in row.items()
    }


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
