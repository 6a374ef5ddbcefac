"""When a predicted fact and a gold fact are the same, and which of its attributes are right.

The rules are those of the scorer that is published with the annotated articles, so that figures can be compared.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilateral.errors import ValueFormatError
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from bilateral.loaders.evaluation.documents import Fact

__all__ = ["ATTRIBUTES", "closeness"]

_SYMMETRIC: Final = frozenset({"AGREE", "CONSULT"})
_HONORIFICS: Final = frozenset(
    ["mr", "mrs", "ms", "dr", "sir", "gen", "general", "lt", "col", "sheikh", "shaikh", "prof", "hon", "he",
     "president", "king", "prince", "senator", "ambassador", "minister", "prime", "foreign", "secretary",
     "chancellor", "premier"]
)  # fmt: skip
_EMPTY_WORDS: Final = frozenset(
    ["a", "an", "the", "of", "on", "in", "for", "to", "and", "or", "between", "with", "its", "their", "by",
     "at", "from", "agreement", "deal", "pact", "accord", "treaty", "memorandum", "understanding", "mou",
     "contract", "joint", "bilateral", "new", "proposed", "signed"]
)  # fmt: skip
_SIMILAR_NAMES: Final = 0.85
_SAME_TITLE: Final = 0.2
_HALF: Final = 0.5
_MANY: Final = 3
_DAY: Final = timedelta(days=1)
_TOLERANCE: Final = 0.01


def closeness(kind: str, gold: Fact, found: Fact) -> float:
    """Tell how close two facts of one kind are: 0 where they cannot be the same, higher is closer."""
    return _PAIRS[kind](gold, found)


def _fold(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text or "")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def _tokens(text: object) -> set[str]:
    return {word.rstrip("s") for word in _fold(text).split() if word not in _EMPTY_WORDS}


def _names_match(a: object, b: object) -> bool:
    x = [word for word in _fold(a).split() if word not in _HONORIFICS]
    y = [word for word in _fold(b).split() if word not in _HONORIFICS]
    if not x or not y:
        return False
    if set(x) <= set(y) or set(y) <= set(x):
        return True
    if x[-1] == y[-1]:
        return x[0][0] == y[0][0]
    return difflib.SequenceMatcher(None, "".join(x), "".join(y)).ratio() >= _SIMILAR_NAMES


def _jaccard(a: Collection[object], b: Collection[object]) -> float:
    x, y = set(a), set(b)
    return 1.0 if not x and not y else len(x & y) / len(x | y)


def _list(fact: Fact, key: str) -> Collection[object]:
    value = fact.get(key)
    return value if isinstance(value, list | tuple) else ()


def _span(edtf: object) -> tuple[date, date] | None:
    if edtf in {None, ""}:
        return None
    try:
        value = PartialDate.parse(str(edtf))
    except ValueFormatError:
        return None
    return value.earliest or date.min, value.latest or date.max


def _dates_match(gold: object, found: object) -> bool:
    g, p = _span(gold), _span(found)
    if g is None:
        return True
    if p is None:
        return False
    low = g[0] - _DAY if g[0] != date.min else g[0]
    high = g[1] + _DAY if g[1] != date.max else g[1]
    if p[1] < low or p[0] > high:
        return False
    if date.max in {g[1], p[1]} or date.min in {g[0], p[0]}:
        return True
    return (p[1] - p[0]).days <= 2 * (g[1] - g[0]).days + 31


def _values_match(gold: object, found: object) -> bool:
    if not isinstance(gold, Mapping) or not gold:
        return True
    if not isinstance(found, Mapping) or found.get("value") is None:
        return False
    try:
        a, b = float(str(gold["value"])), float(str(found["value"]))
    except (KeyError, ValueError):
        return False
    if abs(a - b) > _TOLERANCE * max(abs(a), abs(b), 1e-9):
        return False
    return all(not gold.get(key) or _fold(gold[key]) == _fold(found.get(key)) for key in ("currency", "unit"))


def _officials(g: Fact, p: Fact) -> float:
    same = _names_match(g.get("name"), p.get("name")) and g.get("country") == p.get("country")
    return 1 + (_fold(g.get("title")) == _fold(p.get("title"))) if same else 0


def _agreements(g: Fact, p: Fact) -> float:
    gold, found = set(_list(g, "parties")), set(_list(p, "parties"))
    if gold != found and (len(gold) < _MANY or _jaccard(gold, found) < _HALF):
        return 0
    kind = g.get("type") == p.get("type")
    areas = bool(set(_list(g, "areas")) & set(_list(p, "areas")))
    title = _jaccard(_tokens(g.get("title")), _tokens(p.get("title")))
    amount = bool(g.get("amount")) and _values_match(g["amount"], p.get("amount"))
    if not kind + areas + (title >= _SAME_TITLE) + amount:
        return 0
    return 1 + kind + title + 0.5 * areas + amount


def _events(g: Fact, p: Fact) -> float:
    if g.get("type") != p.get("type") or not _same_sides(g, p):
        return 0
    mode, status = g.get("mode") == p.get("mode"), g.get("status") == p.get("status")
    return 1 + _dates_match(g.get("date"), p.get("date")) + 0.5 * mode + 0.5 * status


def _same_sides(g: Fact, p: Fact) -> bool:
    gs, gt, ps, pt = (set(_list(fact, key)) for fact in (g, p) for key in ("source", "target"))
    if g["type"] in _SYMMETRIC or (gs | gt and g.get("symmetric")):
        a, b = gs | gt, ps | pt
        return a == b or (len(a) >= _MANY and _jaccard(a, b) >= _HALF)
    return _jaccard(gs, ps) >= _HALF and _jaccard(gt, pt) >= _HALF


def _flows(g: Fact, p: Fact) -> float:
    if any(g.get(key) != p.get(key) for key in ("kind", "from", "to")):
        return 0
    same = bool(_tokens(g.get("commodity")) & _tokens(p.get("commodity")))
    value = any(bool(g.get(key)) and _values_match(g[key], p.get(key)) for key in ("quantity", "amount"))
    bare = not g.get("quantity") and not g.get("amount")
    return 0.5 * same + value + 0.5 * bare + 0.5 if same or value else 0


_PAIRS: Final[Mapping[str, Callable[[Fact, Fact], float]]] = {
    "officials": _officials,
    "agreements": _agreements,
    "events": _events,
    "flows": _flows,
}


def _half_of_officials(g: Fact, p: Fact) -> bool:
    gold, found = _list(g, "officials"), _list(p, "officials")
    return not gold or sum(any(_names_match(a, b) for b in found) for a in gold) >= _HALF * len(gold)


def _same(key: str) -> Callable[[Fact, Fact], bool]:
    return lambda g, p: g.get(key) == p.get(key)


def _date(key: str) -> Callable[[Fact, Fact], bool]:
    return lambda g, p: _dates_match(g.get(key), p.get(key))


def _value(key: str) -> Callable[[Fact, Fact], bool]:
    return lambda g, p: _values_match(g.get(key), p.get(key))


#: For each kind of fact, which attributes are measured on pairs, and when one is right.
ATTRIBUTES: Final[Mapping[str, Mapping[str, Callable[[Fact, Fact], bool]]]] = {
    "officials": {
        "title": lambda g, p: not g.get("title") or _jaccard(_tokens(g["title"]), _tokens(p.get("title"))) >= _HALF
    },
    "agreements": {
        "type": _same("type"),
        "status": _same("status"),
        "date": _date("date"),
        "areas": lambda g, p: not _list(g, "areas") or bool(set(_list(g, "areas")) & set(_list(p, "areas"))),
        "amount": _value("amount"),
        "quantity": _value("quantity"),
    },
    "events": {
        "mode": lambda g, p: not g.get("mode") or g.get("type") != "CONSULT" or g["mode"] == p.get("mode"),
        "status": lambda g, p: (g.get("status") or "occurred") == (p.get("status") or "occurred"),
        "date": _date("date"),
        "place": lambda g, p: not g.get("place") or bool(_tokens(g["place"]) & _tokens(p.get("place"))),
        "officials": _half_of_officials,
    },
    "flows": {"period": _date("period"), "amount": _value("amount"), "quantity": _value("quantity")},
}
