"""Debts that one state forgives another: 'A wrote off $30 million of B's debt'.

Input: a line, a thing with a sum, the article's pair, what was told before. Output: `Ends` from creditor to debtor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends, led, resumed
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.actors import Actor
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.words import Word

__all__ = ["forgiven"]

_ASIDE: Final = frozenset({"to", "for", "by", "from", "in", "with", "at", "of"})
_PARTS: Final = frozenset({",", ";", "and", "while"})
_NEAR: Final = 16
_TOTAL: Final = 3


def forgiven(line: Line, thing: Thing, known: Memory) -> Ends | None:
    """Give who forgives a debt and whose it is; a debtor who is not named is the other of the two spoken of."""
    verb = _verb(line, thing, known)
    if thing.amount is None or verb is None:
        return None
    creditor = _creditor(line, verb)
    if creditor is None:
        return None
    debtor = _debtor(line, creditor)
    code = debtor.code if debtor is not None else _understood(creditor.code, known)
    if code is None or code == creditor.code:
        return None
    spans = ((creditor.start, creditor.end), *(((debtor.start, debtor.end),) if debtor is not None else ()))
    return Ends(creditor.code, code, spans, "both named" if debtor is not None else "one named")


def _debtor(line: Line, creditor: Actor) -> Actor | None:
    """Give whose debt it is: the first other state behind the creditor, else the first of the sentence."""
    others = [a for a in line.actors if a.code != creditor.code and a is not creditor]
    return next((a for a in others if a.start >= creditor.end), next(iter(others), None))


def _understood(code: str, known: Memory) -> str | None:
    told = known.topic.other(code) if known.topic is not None else None
    beside = known.near - {code}
    return next(iter(known.pair.other({code})), told or (next(iter(beside)) if len(beside) == 1 else None))


def _verb(line: Line, thing: Thing, known: Memory) -> Word | None:
    """Give the word that forgives, near the sum, in a sentence that speaks of debt."""
    if not (known.owes(line) or any(w.low in _grammar("flow debt nouns") for w in line.words)) or _undone(line):
        return None
    at = line.at(thing.start)
    if {line.low(i) for i in range(max(0, at - _TOTAL), at)} & {
        "amounted",
        "amounting",
        "totalled",
        "stood",
        "reached",
    }:
        return None
    stop = next((i for i in range(at, len(line.words)) if line.low(i) in _PARTS), len(line.words))
    for i in range(max(0, at - _NEAR), min(stop, at + _NEAR)):
        written = line.low(i) in {"write-off", "write-offs"} or (
            line.low(i) in _grammar("flow debt writing") and line.low(i + 1) == "off"
        )
        if written or line.low(i) in _grammar("flow debt forgiving"):
            return line.words[i]
    return None


def _undone(line: Line) -> bool:
    asked = _grammar("flow debt asked")
    return any(w.low in asked or w.low.endswith("n't") for w in line.words)


def _creditor(line: Line, verb: Word) -> Actor | None:
    behind = [a for a in line.actors if a.start >= verb.end]
    if (by := led(behind, frozenset({"by"}))) is not None and not _owed(line, by):
        return by
    if (subject := resumed(line, verb.start)) is not None:
        return subject
    free = [a for a in line.actors if a.end <= verb.start and a.acts and a.lead not in _ASIDE]
    return free[-1] if free else None


def _owed(line: Line, actor: Actor) -> bool:
    at = line.at(actor.start)
    return "owed" in {line.low(i) for i in range(max(0, at - 4), at)}


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
