"""The words of a text as dates see them: every number and every word of the date lexicon has a letter of its own.

Input: a body. Output: `Words` — the words with their offsets, and `codes`, one private character a word, over which the date
grammar runs. Everything that is neither in the lexicon nor a number shares one character that no pattern matches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from bilateral.loaders.extract.dates.lexicon import date_lexicon

__all__ = ["CLASSES", "OTHER", "Word", "Words", "code_of", "split_words"]

#: Classes that are no lists of words.
CLASSES: Final = (
    "APOS", "BREAK", "COLON", "COMMA", "DASH", "DAY", "DECADE", "DOT", "FISCAL", "ISODATE", "LPAR", "NAMED", "NUM", "NUMDATE",
    "ORDINAL", "QUARTER", "RPAR", "SLASH", "YEAR",
)  # fmt: skip
OTHER: Final = "\ue000"
_FIRST = 0xE001
_SIGNS: Final = {
    **dict.fromkeys("-‐‑‒–−", "DASH"),
    **dict.fromkeys("'’‘ʼ`", "APOS"),
    ",": "COMMA",
    ".": "DOT",
    "/": "SLASH",
    ":": "COLON",
    "(": "LPAR",
    ")": "RPAR",
}
_MONEY: Final = frozenset("$€£¥₹₩₽#№+")
_AFTER_NUMBER: Final = frozenset("%°$€£‰")
_TOKEN = re.compile(
    r"""
      (?P<WORD>[^\W\d]\w*)
    | (?P<BREAK>\n[\ \t\r]*\n)
    | (?P<ISODATE>(?<![\w/.-])[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|/[0-9]{2}/[0-9]{2})(?![0-9/-]))
    | (?P<NUMDATE>(?<![\w/.-])[0-9]{1,2}(?:/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|\.[0-9]{1,2}\.[0-9]{4}|-[0-9]{1,2}-[0-9]{4})(?![0-9/-]|\.[0-9]))
    | (?P<NAMED>(?<![\w/.,$-])[0-9]{1,2}/11(?![\w/-]))
    | (?P<DECADE>(?<!\w)(?:[0-9]{3}0['’]?s|['’‘][0-9]0s)(?!\w))
    | (?P<ORDINAL>(?<!\w)[0-9]{1,2}(?:st|nd|rd|th)(?!\w))
    | (?P<NUMBER>(?<!\w)[0-9]+(?:[.,][0-9]+)*(?!\w))
    | (?P<OTHER>\w+)
    | (?P<SIGN>\S)
    """,
    re.VERBOSE,
)
_PERSON_MAY = re.compile(r"\b(?:Mrs\.?|Ms\.?|Theresa|Prime Minister) May\b")
_FISCAL = re.compile(r"[FC]Y(?:[0-9]{2}|[0-9]{4})", re.ASCII)
_QUARTER = re.compile(r"Q[1-4]|H[12]|[1-4]Q", re.ASCII)


class Word(NamedTuple):  # made faster than a dataclass, and there are very many
    """A word or sign: `body[start:end]`, and its key — the small-letter word, or the class of a number or sign."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a body, their codes (one character a word), and whether a person called May is named in it."""

    items: tuple[Word, ...]
    codes: str
    has_person_may: bool = False


@cache
def _code_table() -> dict[str, str]:
    lexicon = date_lexicon()
    keys = sorted(set(CLASSES) | lexicon.vocabulary)
    return {key: chr(_FIRST + i) for i, key in enumerate(keys)}


def code_of(key: str) -> str:
    """Give the character of a word or class; OTHER for what the lexicon does not know."""
    return _code_table().get(key, OTHER)


def split_words(body: str) -> Words:
    """Split a body into words; linear in its length."""
    items: list[Word] = []
    for match in _TOKEN.finditer(body):
        kind, text = match.lastgroup or "SIGN", match[0]
        key = _word(text) if kind == "WORD" else _key(kind, text, body, items, match)
        items.append(Word(*match.span(), text, key))
    table = _code_table()
    codes = "".join(table.get(word.key, OTHER) for word in items)
    return Words(tuple(items), codes, _PERSON_MAY.search(body) is not None)


def _key(kind: str, text: str, body: str, before: list[Word], match: re.Match[str]) -> str:
    if kind == "NUMBER":
        return _number(text, body, before, match)
    if kind == "ORDINAL":
        return "ORDINAL" if 1 <= int(text[:-2]) <= 31 else text  # noqa: PLR2004 - days of a month
    if kind == "NAMED":
        return "NAMED" if text in date_lexicon().named else text
    if kind == "OTHER":
        return _word(text)
    if kind == "SIGN":
        return _SIGNS.get(text, text)
    return kind


@lru_cache(maxsize=16384)
def _word(text: str) -> str:
    lexicon = date_lexicon()
    key = text.lower()
    if text[0].isupper() or key not in lexicon.capital:
        if key in lexicon.vocabulary:
            return key
        if _FISCAL.fullmatch(text):
            return "FISCAL"
        return "QUARTER" if _QUARTER.fullmatch(text) else key
    return f"~{key}"


def _number(text: str, body: str, before: list[Word], match: re.Match[str]) -> str:
    if not text.isdigit() or _is_measured(body, match):
        return "NUM"
    value = int(text) if len(text) <= 4 else 0  # noqa: PLR2004 - a year has four digits
    if len(text) <= 2 and 1 <= value <= 31 and not _is_part_of_name(before, match.start()):  # noqa: PLR2004 - days of a month
        return "DAY"
    return "YEAR" if len(text) == 4 and 1000 <= value <= 2199 else "NUM"  # noqa: PLR2004 - what may be a year


def _is_measured(body: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if start and (body[start - 1] in _MONEY or (body[start - 1] == ":" and start > 1 and body[start - 2].isdigit())):
        return True
    following = body[end : end + 2]
    return following[:1] in _AFTER_NUMBER or (following[:1] == ":" and following[1:].isdigit()) if following else False


def _is_part_of_name(before: list[Word], start: int) -> bool:
    """'COVID-19', 'F-16': a number tied by a dash to a word that is no word of dates."""
    if len(before) < 2 or before[-1].key != "DASH" or before[-1].end != start:  # noqa: PLR2004 - a word and a dash
        return False
    name = before[-2]
    return name.end == before[-1].start and name.text[:1].isalpha() and name.key not in date_lexicon().vocabulary
