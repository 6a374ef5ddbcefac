"""Names of persons in a row of words: where one begins and ends, in any order of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["Name", "name_after", "name_before", "skip_honorifics"]

_ARTICLE: Final = re.compile(r"(?:al|el|an|as|ar|ad|at|ul|ud|ur|az|ash|bin|ibn|abu|d'|l')[-']?[A-ZÀ-Þ]\S*", re.UNICODE)
_LONGEST: Final = 8
_SHORTEST: Final = 2
_NUMERALS: Final = re.compile(r"[IVX]{1,4}")
#: Forms of address that a comma may part from the name.
_STYLES: Final = frozenset(
    {"excellency", "highness", "majesty", "honourable", "honorable", "holiness", "eminence", "honour"}
)
#: Abbreviated given names of two letters, one sound in other scripts or in Spanish: `Zh. Bekova`, `Ma. Cruz`.
_DIGRAPHS: Final = frozenset(
    {
        "zh",
        "kh",
        "sh",
        "ch",
        "ts",
        "dz",
        "yu",
        "ya",
        "ye",
        "yo",
        "gh",
        "ph",
        "th",
        "cs",
        "gy",
        "sz",
        "st",
        "md",
        "ma",
        "jr",
        "mohd",
        "wm",
        "fco",
    }
)
#: The most letters of an initial that is glued to the surname: `Kh.Lundbat`.
_INITIAL: Final = 3
#: How long a word in small letters is that shows a line to be no headline in capitals.
_PLAIN: Final = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name: words `first` up to `last`, and how many of them are parts of it (particles not counted)."""

    first: int
    last: int
    parts: int


def skip_honorifics(row: Row, i: int) -> int:
    """Return the word after the honorifics and ranks that begin at word `i`, with their full stops and brackets."""
    known = office_words().honorifics
    while i < len(row):
        length = next((n for n in (3, 2, 1) if tuple(row.low(k) for k in range(i, i + n)) in known), 0)
        if length and _is_honorific(row, i, i + length):
            i += length
            i += row.low(i) in {".", ")"} and i < len(row) - 1
            i += row.low(i) == "-" and (row.low(i + 1),) in known  # `Dr.-Ing.`
            i += row.low(i - 1) in _STYLES and row.low(i) == "," and row.capital(i + 1)  # `His Excellency, Dr. …`
            i += row.low(i) == "the" and (row.low(i + 1),) in known  # `Dr. the Hon. …`
        elif row.low(i) == "(" and (row.low(i + 1),) in known and row.low(i + 1).startswith("ret"):
            i += 1
        else:
            break
    return i


def _is_honorific(row: Row, first: int, after: int) -> bool:
    """Tell an honorific from other words: a rank in small letters belongs to a title; `he` and `me` are pronouns unless in capitals."""
    low = row.low(first)
    if low in {"he", "me", "sen", "don", "eng", "air", "right", "vice"} and after == first + 1:
        return (
            row.text(first).isupper() or row.low(after) == "." or (low in {"vice", "air", "don"} and row.capital(first))
        )
    return any(row.capital(k) for k in range(first, after)) or low.startswith("ret")


def name_after(row: Row, i: int) -> Name | None:
    """Read the name that begins at word `i`."""
    last, parts, k = i, 0, i
    if _new_phrase(row, i):
        return None
    while k < len(row) and k - i < 2 * _LONGEST and parts < _LONGEST:
        begins = k == i and (_state_like(row, k) or _small_word_name(row, k))
        if begins or (_part(row, k) and not (k > i and _new_phrase(row, k))):
            k += 1
            parts += 1
            k += _initial_stop(row, k)
            last = k
        elif _particle_run(row, k):
            k += 1
        elif parts and (after := _nickname_end(row, k)):
            k = after
        else:
            break
    if parts and (_thing(row, i, last) or (parts == 1 and _office_follows(row, i))):
        return None
    last = _with_suffix(row, last)
    last += row.low(last) == "." and row.low(last - 1) in {"jr", "sr"} and last > i
    return Name(i, last, parts) if parts and not _too_short(row, i, last) else None


def _thing(row: Row, first: int, last: int) -> bool:
    """Whether the words name no person: `Kennedy Airport`, `Harbour Workers Party`."""
    things = office_words().things
    own = last - first > 1 and row.low(last - 1) in things and row.capital(last - 1)
    return own or (row.low(last) in things and row.capital(last))


def _office_follows(row: Row, i: int) -> bool:
    """Whether a word but opens a further title: `the MP and Shadow Minister`."""
    return row.known(i, office_words().modifiers) and row.office(i + 1) is not None


def _too_short(row: Row, first: int, last: int) -> bool:
    return sum(len(row.text(k)) for k in range(first, last) if row.text(k) != ".") < _SHORTEST or all(
        len(row.text(k)) == 1 for k in range(first, last)
    )


def _part(row: Row, k: int) -> bool:
    """Whether a word can be part of a name: capitalised, or an article with a capital; no state, no word of another kind."""
    text, known = row.text(k), office_words()
    mention = row.state(k)
    if mention is not None and mention.kind != "leader":
        return False
    if not (text[:1].isupper() or _ARTICLE.fullmatch(text)) or not text[0].isalpha():
        return False
    return row.low(k) not in known.not_in_name and not (text.isupper() and row.low(k) in known.post_nominals)


def _state_like(row: Row, k: int) -> bool:
    """Whether a state's name is a given name here: `Minister Chad Smith`."""
    mention = row.state(k)
    alone = mention is not None and mention.kind == "name" and row.state_after(k) == k + 1
    return alone and row.text(k)[1:].islower() and _part(row, k + 1) and not row.known(k + 1, office_words().portfolio)


def _small_word_name(row: Row, k: int) -> bool:
    """Whether a small word in a capital is a family name here: `Vice Premier He Lin`, `President To Lanh`; never in a headline."""
    text = row.text(k)
    return (
        row.low(k) in office_words().small_names
        and text[:1].isupper()
        and not text.isupper()
        and _part(row, k + 1)
        and any(len(w.text) >= _PLAIN and w.text.islower() for w in row.words)
    )


def _new_phrase(row: Row, k: int) -> bool:
    """Whether an office in capitals begins inside what would be a name: `John Smith Minister of …`."""
    found = row.office(k)
    return (
        found is not None
        and found[1].kind == "strong"
        and row.low(k) not in {"chancellor", "king", "pope", "consul", "premier"}
    )


def _initial_stop(row: Row, k: int) -> int:
    """Count a full stop after an initial or an abbreviation inside a name."""
    before = row.text(k - 1)
    if row.low(k) != "." or row.words[k].start != row.words[k - 1].end:
        return 0
    single = len(before) == 1 or re.fullmatch(r"\w(?:\.\w)+", before) is not None
    glued = len(before) <= _INITIAL and k + 1 < len(row) and row.words[k].end == row.words[k + 1].start
    return int((single or glued or before.lower() in _DIGRAPHS) and _part(row, k + 1))


def _particle_run(row: Row, k: int) -> bool:
    """Whether a small word leads on to another part of the name: `bin Zayed`, `van der Leyen`."""
    known = office_words()
    if row.low(k) not in known.particles or row.text(k) == "'":
        return False
    n = k + 1
    while n < k + 3 and row.low(n) in known.particles:
        n += 1
    return _part(row, n)


def _nickname_end(row: Row, k: int) -> int:
    """Step over a nickname: `Peter “Pip” Lund`; 0 where there is none."""
    quoted = row.low(k) in {"“", '"', "'", "‘"} and row.capital(k + 1) and row.low(k + 2) in {"”", '"', "'", "’"}
    return k + 3 if quoted and _part(row, k + 3) else 0


def _with_suffix(row: Row, last: int) -> int:
    known = office_words()
    n = last + (row.low(last) == ",")
    if row.low(n) in known.suffixes and (row.capital(n) or _NUMERALS.fullmatch(row.text(n))):
        n += 1
        follows = row.low(n) == "." and row.low(n - 1) in {"jr", "sr"}
        return n + int(follows)
    return last


def name_before(row: Row, end: int) -> Name | None:
    """Read the name that ends just before word `end`: the longest run of its parts backwards."""
    k, parts = end - 1, 0
    known = office_words()
    if k > 1 and row.low(k) == "." and row.low(k - 1) in known.suffixes:
        k -= 1
    after = end
    if k > 1 and row.low(k) in known.suffixes:
        k -= 1 + (row.low(k - 1) == ",")
    while k > 0 and row.low(k) in known.post_nominals and row.text(k).isupper():
        k -= 1 + (row.low(k - 1) == ",")
    after = after if row.low(after - 1) in known.suffixes | {"."} else k + 1
    first = k + 1
    while k >= 0 and end - k <= 2 * _LONGEST:
        if _part(row, k) and (
            not _is_title_word(row, k) or (k == end - 1 and _part(row, k - 1) and row.office(k) is None)
        ):
            first, parts = k, parts + 1
        elif not (parts and (row.low(k) in known.particles or (row.low(k) == "." and _initial_stop(row, k)))):
            break
        k -= 1
    return Name(first, after, parts) if parts else None


def _is_title_word(row: Row, k: int) -> bool:
    return (row.low(k),) in office_words().honorifics or row.office(k) is not None
