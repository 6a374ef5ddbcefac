"""Of which kind a flow is: what arms are is told by their name or the words around them, what is a loan by its name or its giver.

Input: the kind that the word of moving gives, the name of what moves, who sends it, its line and place. Output: a flow kind of the
exchange format.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase, fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["kind_of", "speaks_of_remittances"]

_LENT: Final = frozenset({"loan", "loans", "credit", "credits", "lend", "lent", "lending"})
_LENDS: Final = frozenset({"loan", "credit", "bailout", "financing", "facility", "lending", "deposit"})
_NAMED: Final = frozenset({"remittance", "remittances"})
_TRANSFER: Final = frozenset({"transfer", "transfers"})
_TO_PEOPLE: Final = frozenset({"money", "migrant", "migrants", "workers"})
_INVESTED: Final = frozenset({"investment", "investments"})
_NEAR: Final = 8
_CONTENTS: Final = 22
_INTO: Final = frozenset({"in", "of", "for", "'s", "worth", "-", "and", ","})


def kind_of(kind: str, name: str | None, source: str, line: Line | None = None, thing: Thing | None = None) -> str:
    """Give the kind of flow; oil and power that the line does not call a gift are sold."""
    words = set(fold_phrase(name or "").split())
    if kind in {"export", "aid"} and (_armed(name) or (line and thing and _arms_around(line, thing, kind))):
        return "arms"
    if kind == "aid" and line is not None and speaks_of_remittances(line):
        return "remittance"
    if kind in {"export", "loan"}:
        return "aid" if line is not None and _is_gift(kind, words, line) else kind
    if kind != "aid" or words & _INVESTED:
        return "investment" if words & _INVESTED else kind
    lent = _lent(words, source) or (line and thing and _loan_behind(line, thing))
    if line is not None and not lent and words & flow_words("wares") and not _gift(line):
        return "export"
    return "loan" if lent else "aid"


def _is_gift(kind: str, words: set[str], line: Line) -> bool:
    """Tell whether goods are given for nothing, or a sum that is called a loan is not to be paid back."""
    return _free(line) if kind == "export" else not words & _LENT and _gift_only(line)


def speaks_of_remittances(line: Line) -> bool:
    """Tell whether a sentence names what people send home: 'remittances', 'money transfers', 'migrant transfers'."""
    lows = [w.low for w in line.words]
    return bool(_NAMED & set(lows)) or any(a in _TO_PEOPLE and b in _TRANSFER for a, b in pairwise(lows))


def _armed(name: str | None) -> bool:
    """Tell whether a name is one of arms, or of military gear."""
    text = fold_phrase(name or "")
    words = set(text.split())
    warlike = "military" in words and bool(words & flow_words("gear"))
    return warlike or bool(words & flow_words("arms")) or any(" " in w and w in text for w in flow_words("arms"))


def _lent(words: set[str], source: str) -> bool:
    if "military" not in words and words & _LENDS:
        return True
    return source in _grammar("flow roles lenders") and not words & _grammar("flow roles grants")


def _arms_around(line: Line, thing: Thing, kind: str) -> bool:
    """Read '9,000 rounds of artillery ammunition', '$2bn sale of radars', '$9 million package, including howitzers'."""
    at = line.at(thing.end)
    stops = _grammar("flow things stop") - (
        _INTO if kind == "export" or thing.quantity is not None else {"of", "worth"}
    )
    near: list[str] = []
    for i in range(at, min(at + _NEAR, len(line.words))):
        if line.low(i) in stops or (line.words[i].sign and line.low(i) not in _INTO):
            break
        near.append(fold_word(line.low(i)))
    if thing.people:
        return False
    return _names_arms(near) or (bool(_grammar("flow packages") & set(near)) and _names_arms(_contents(line, at)))


def _contents(line: Line, at: int) -> list[str]:
    """Give the words behind 'including', 'to include', 'of', where a package's contents are told."""
    opens = (i for i in range(at, min(at + _CONTENTS, len(line.words))) if line.low(i) in _grammar("flow contents"))
    first = next(opens, None)
    return (
        [] if first is None else [fold_word(line.low(i)) for i in range(first, min(first + _CONTENTS, len(line.words)))]
    )


def _names_arms(words: list[str]) -> bool:
    return bool(set(words) & (flow_words("arms") - _grammar("flow arms unsure"))) or _armed(" ".join(words[:_NEAR]))


def _loan_behind(line: Line, thing: Thing) -> bool:
    """Read '$5 million in project loans', '9 million euros in soft credits'."""
    at = line.at(thing.end)
    if line.low(at) not in {"in", "of"}:
        return False
    for i in range(at + 1, min(at + _NEAR, len(line.words))):
        if line.low(i) in _grammar("flow things stop") or line.words[i].sign:
            return False
        if line.low(i) in _LENT:
            return True
    return False


def _free(line: Line) -> bool:
    """Tell whether goods are shipped as a gift: 'free grain', 'as humanitarian aid', 'donated rice'."""
    lows = [w.low for w in line.words]
    free = any(w == "free" and after not in {"trade", "on"} for w, after in pairwise([*lows, ""]))
    return free or bool(set(lows) & _grammar("flow gift verbs")) or _relieves(lows)


def _relieves(lows: Sequence[str]) -> bool:
    """Tell whether goods are for people in need: 'shipped 50 tonnes of tents to aid quake-hit A'; nothing of a sale is said."""
    struck = any(w.endswith(("-hit", "-stricken", "-struck", "-affected", "-ravaged")) for w in lows)
    needs = struck or bool(set(lows) & _grammar("flow relief needs"))
    traded = any(w.startswith(("export", "import")) for w in lows) or bool(set(lows) & _grammar("flow sale words"))
    return needs and not traded


def _gift(line: Line) -> bool:
    return any(w.low in _grammar("flow gift words") for w in line.words)


def _gift_only(line: Line) -> bool:
    """Tell whether a line names a gift that is not paid back, and no loan."""
    lows = {w.low for w in line.words}
    return bool(lows & _grammar("flow gift verbs")) and not lows & _LENT


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
