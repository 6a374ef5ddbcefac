"""Which money a sign, code or name beside a number means; a family that states share is settled by the state named nearest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Found", "after_number", "before_number", "home_dollar", "names_dollar", "settle"]

_PLACE: Final = "lexicon/currencies.yaml"
#: How far the longest sign or name reaches.
_REACH: Final = 28


@dataclass(frozen=True, slots=True)
class Found:
    """A currency word of `length` characters beside a number: a code or a family; a careful one needs a large number."""

    currency: str
    length: int
    is_careful: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    signs: dict[str, str]
    names: dict[str, str]
    careful: frozenset[str]
    families: dict[str, dict[str, str]]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _tables() -> _Tables:
    raw = _raw()
    signs = _strings(raw["signs"])
    codes = [str(code) for code in _list(raw["codes"])]
    careful = frozenset(
        str(word) for key in ("careful_codes", "careful_names", "careful_signs") for word in _list(raw[key])
    )
    names = _strings(raw["names"])
    every = sorted({*codes, *(str(code) for code in _list(raw["careful_codes"]))})
    return _Tables(
        signs={**signs, **{code: code for code in every}},
        names={**names, **{code: code for code in every}},
        careful=careful,
        families={name: _strings(value) for name, value in _mapping(raw["families"]).items()},
        before=re.compile(rf"(?:(?<![^\W\d_]){_either([*signs, *every])})[ \u00a0]?\Z"),
        after=re.compile(
            rf"[ \u00a0\n-]?(?:(?P<sign>[€£₹₽₩₴₸])|(?P<code>{_either(every)})(?!\w)|(?P<name>(?i:{_spelt(names)}))(?!\w)(?!-\w*[Zz]one))"
        ),
    )


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))})"


def _spelt(names: Iterable[str]) -> str:
    """Let names be written with dashes too: 'a 90-million-U.S.-dollar grant'."""
    return _either(names).replace("\\ ", "[ -]")


def before_number(body: str, start: int) -> Found | None:
    """Give the sign or code that ends where a number starts."""
    found = _tables().before.search(body, max(0, start - 14), start)
    if found is None:
        return None
    sign = found[0].strip()
    return Found(_tables().signs[sign], len(found[0]), sign in _tables().careful)


def after_number(body: str, end: int) -> Found | None:
    """Give the code or name that begins where a number ends."""
    found = _tables().after.match(body, end, end + _REACH)
    if found is None:
        return None
    if found["sign"]:
        return Found(_tables().signs[found["sign"]], len(found[0]))
    word = found["code"] or re.sub(r"[\s-]", " ", found["name"].lower())
    if word in {"pounds", "pound"} and re.match(r"\s+of\s", body[found.end() : found.end() + 4]):
        return None
    return Found(_tables().names[word], len(found[0]), word in _tables().careful)


def settle(currency: str, at: int, mentions: Sequence[StateMention], dollar: str) -> str | None:
    """Give the ISO code of a currency word at a place of the text; None where the family's state is not named."""
    if currency == "dollar":
        return dollar
    family = _tables().families.get(currency)
    if family is None:
        return currency
    near = min(
        ((min(abs(m.start - at), abs(m.end - at)), m.start, m.code) for m in mentions if m.code in family), default=None
    )
    return family[near[2]] if near else family.get("default")


def home_dollar(body: str) -> str:
    """Give the dollar that a bare '$' means: USD, but for the text of a government with a dollar of its own."""
    raw = _raw()
    for code, cues in _mapping(raw["home_dollars"]).items():
        home = _strings(raw["home_states"])[code]
        if home in body and any(str(cue) in body for cue in _list(cues)):
            return "USD" if names_dollar(body) else code
    return "USD"


def names_dollar(body: str) -> bool:
    """Tell whether a text names one dollar or another, or the United States: then a bare '$' is nobody else's."""
    others = [str(word) for word in _list(_raw()["other_dollars"])]
    return re.search(rf"(?<!\w){_either(others)}(?!\w)", body) is not None


@cache
def _raw() -> Mapping[str, object]:
    return _mapping(read_lexicon("currencies"))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise InputError("not a mapping", place=_PLACE, remedy="Write `key: value` lines.")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise InputError("not a list", place=_PLACE, remedy="Write a list in brackets.")
    return value


def _strings(value: object) -> dict[str, str]:
    return {str(key): str(item) for key, item in _mapping(value).items()}
