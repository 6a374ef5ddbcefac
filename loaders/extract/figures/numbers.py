"""Numbers in a text, in digits or words, written out, with what the text says of their exactness.

'1,500' is 1500, '1.5 million' 1500000, '2 lakh crore' 2000000000000, 'two dozen' 24, 'half a million' 500000. A comma before
one or two last digits is a decimal comma ('93,6 million' is 93600000): English thousands have three digits, Indian ones end in
three. 'hundreds of thousands' is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, cast

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from bilateral.schema.values import Qualifier

__all__ = ["Number", "find_numbers", "number_tables", "qualifier_around", "read_digits"]

_MOST_DIGITS: Final = 18
_REACH: Final = 24
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"(?P<whole>[0-9]{1,3}(?:[,.][0-9]{3})*|[0-9]+),(?P<rest>[0-9]{1,2})")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SPACED = re.compile(r"[0-9]{1,3}(?:[\u00a0\u202f ][0-9]{3})+")
_DOTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")


@dataclass(frozen=True, slots=True)
class Number:
    """`body[start:end]` is a number; `letter_end` and `letter_value` are those with a letter that may multiply it ('5m').

    `is_attached` says that a letter stands right before it ('A320', but also 'USD50').
    """

    start: int
    end: int
    value: float
    letter_end: int | None = None
    letter_value: float | None = None
    is_large: bool = False
    is_attached: bool = False


@dataclass(frozen=True, slots=True)
class NumberTables:
    """The words of `lexicon/numbers.yaml`."""

    words: dict[str, float]
    scales: dict[str, float]
    letters: dict[str, float]
    before: dict[str, str]
    after: dict[str, str]
    vague: tuple[str, ...]


@cache
def number_tables() -> NumberTables:
    """Read the tables once."""
    raw = read_lexicon("numbers")
    if not isinstance(raw, dict):
        raise InputError("not a mapping", place="lexicon/numbers.yaml", remedy="Write the tables as `key:` lines.")
    return NumberTables(
        words={str(k): float(v) for k, v in raw["words"].items()},
        scales={str(k): float(v) for k, v in raw["scales"].items()},
        letters={str(k): float(v) for k, v in raw["letters"].items()},
        before=_by_word(raw["qualifiers"]),
        after=_by_word(raw["after"]),
        vague=tuple(str(word) for word in raw["vague_before"]),
    )


def _by_word(lists: dict[str, list[str]]) -> dict[str, str]:
    return {str(word): str(kind) for kind, words in lists.items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    tables = number_tables()
    scale = _either(tables.scales)
    big = _either(
        [s for s in tables.scales if s not in {"mn", "mln", "mio", "bn", "bln", "trn", "tn", "hundred", "dozen"}]
    )
    word = _either(tables.words)
    digits = r"[0-9]{1,3}(?:[\u00a0\u202f\ ][0-9]{3})+(?![\w,.]?[0-9])|[0-9]+(?:[.,][0-9]+)*"
    return re.compile(
        rf"""
        (?<![0-9_])(?<![0-9][.,])(?<!\s\.)(?P<digits>{digits})
            (?:(?P<scales>(?:[\ \u00a0\n-]?(?:{scale})(?!\w)){{1,2}})|(?P<letter>[\ ]?[kmbtKMB](?!\w|\.\w)))?
      | (?<![\w])(?P<half>(?:half|quarter)[\ -](?:an?[\ -]|of[\ ]an?[\ ])?(?:{big}|dozen))(?!\w)
      | (?<![\w])(?P<words>(?:(?:an?|{word})(?:[\ ](?:and[\ ])?(?:a[\ ])half)?[\ -])?(?:(?:{word})[\ -]){{0,3}}
            (?:{scale})(?:(?:\ and\ |[\ -])(?:{word}|{scale})){{0,4}})(?!\w)
      | (?<![\w-])(?P<small>(?:{word})(?:[\ -](?:{word}))?)(?!\w)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _either(words: object) -> str:
    return "|".join(sorted((re.escape(str(w)) for w in cast("list[str]", words)), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=2)  # sums and quantities ask for the same body
def find_numbers(body: str) -> tuple[Number, ...]:
    """Find every number in `body`; linear in its length."""
    return tuple(number for match in _pattern().finditer(body) if (number := _read(match, body)))


def _read(match: re.Match[str], body: str) -> Number | None:
    if _is_vague(body, match.start()):
        return None
    if match["digits"]:
        attached = match.start() > 0 and body[match.start() - 1].isalpha()
        return _in_digits(match, attached)
    value = _half(match[0]) if match["half"] else _in_words(match[0])
    return None if value is None else Number(match.start(), match.end(), value, is_large=value >= 1000)  # noqa: PLR2004


def _is_vague(body: str, start: int) -> bool:
    before = body[max(0, start - 14) : start].lower().rstrip(" -")
    if not before.endswith(number_tables().vague):
        return False
    ends = (len(before) - len(word) for word in number_tables().vague if before.endswith(word))
    return any(at == 0 or not before[at - 1].isalpha() for at in ends)  # 'many', not 'Germany'


def _in_digits(match: re.Match[str], attached: bool) -> Number | None:
    value = read_digits(match["digits"])
    if value is None:
        return None
    factor = 1.0
    for scale in re.findall(r"[a-z]+", (match["scales"] or "").lower()):
        factor *= number_tables().scales[scale]
    end = match.end("scales") if match["scales"] else match.end("digits")
    is_large = factor >= 1000 or "," in match["digits"]  # noqa: PLR2004 - a thousand
    if not match["letter"]:
        return Number(match.start(), end, _product(value, factor), is_large=is_large, is_attached=attached)
    letter = number_tables().letters[match["letter"].strip().lower()]
    return Number(match.start(), end, value, match.end(), _product(value, letter), is_large, attached)


def _product(value: float, factor: float) -> float:
    return round(value * factor, 6)


def read_digits(text: str) -> float | None:
    """Give the number that the digits with their points, commas and spaces write; None where they write none."""
    if sum(char.isdigit() for char in text) > _MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return float(text)
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    if _SPACED.fullmatch(text) or _DOTS.fullmatch(text):
        return float(re.sub(r"[^0-9]", "", text))
    if comma := _DECIMAL_COMMA.fullmatch(text):
        return float(re.sub(r"[.,]", "", comma["whole"]) + "." + comma["rest"])
    return None


def _half(text: str) -> float | None:
    words = re.findall(r"[a-z]+", text.lower())
    factor = number_tables().scales[words[-1]]
    return factor / (4 if words[0] == "quarter" else 2)


def _in_words(text: str) -> float | None:
    """'two hundred and fifty thousand', 'a dozen', 'one and a half million'."""
    tables, total, current = number_tables(), 0.0, 0.0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in tables.words:
            current += tables.words[word]
        elif word == "half":
            current += 0.5
        elif word in tables.scales:
            scale = tables.scales[word]
            current = (current or 1) * scale
            if scale >= 1000:  # noqa: PLR2004 - a thousand closes a group
                total, current = total + current, 0.0
    return total + current or None


def qualifier_around(body: str, start: int, end: int) -> Qualifier | None:
    """Give what the words before (or behind) the number say of it: about, over, under, up_to."""
    tables = number_tables()
    before = body[max(0, start - _REACH) : start].lower().rstrip(" \n($€£")
    found = _longest_end(before, tables.before)
    if found is None:
        behind = body[end : end + 12].lower().lstrip(" -")
        found = next((kind for word, kind in tables.after.items() if re.match(rf"{re.escape(word)}\b", behind)), None)
        if found is None and body[end : end + 1] == "+":
            found = "over"
    return cast("Qualifier | None", found)


#: Verbs with which 'over' is no amount: 'handed over two helicopters'.
_PARTICLED = re.compile(r"(?:hand|turn|sign)(?:s|ed|ing)?")


def _longest_end(before: str, table: dict[str, str]) -> str | None:
    every = re.split(r"\s+", before)
    for size in range(4, 0, -1):
        words = every[-size:]
        kind = table.get(" ".join(words).strip("(\"'“‘"))
        if kind and len(words) == size and not (words == ["over"] and every[-2:-1] and _PARTICLED.fullmatch(every[-2])):
            return kind
    return None
