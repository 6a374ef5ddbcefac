"""What stands in front of an instrument's noun: determiner, number, modifiers, states.

Input: a line and the number of the noun's first word. Output: a `Front`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.status_words import status_turns, status_verbs
from bilateral.loaders.extract.text.lexicon import word_lists, word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["Front", "read_front"]

_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "dozen": 12, "both": 2,
}  # fmt: skip
_LINKS: Final = frozenset({"-", "–", "—", "/", "‑"})
_INSIDE: Final = frozenset({"$", "€", "£", "“", '"', "‘", "'", "&", "%"}) | _LINKS
_LONGEST: Final = 14
_TURNS: Final = (2, 3)
_HEADLINE: Final = 3
_ARTICLES: Final = frozenset({"a", "an", "the"})
_BEFORE_ARTICLE: Final = frozenset({"both", "such", "no"})
_SWAPPED: Final = frozenset({"deal", "agreement", "accord", "pact", "programme", "program"})
_NEWLY: Final = frozenset({"recently", "newly", "already"})


@dataclass(frozen=True, slots=True)
class Front:
    """The phrase begins at `start`; `capital` tells whether a modifier is capitalised."""

    start: int
    determiner: str
    count: int | None
    modifiers: tuple[str, ...]
    codes: tuple[str, ...]
    owner: str | None
    capital: bool
    venue: bool = False


def read_front(line: Line, noun: int) -> Front:
    """Walk left from the noun as long as the words belong to it."""
    at = noun
    while at > 0 and noun - at < _LONGEST and _belongs(line, at - 1, at, noun):
        at -= 1
    start = line.words[at].start
    codes = tuple(
        dict.fromkeys(a.code for a in line.actors_between(start, line.words[noun].start) if a.shape != "official")
    )
    names = [
        w
        for i, w in enumerate(line.words[at:noun], at)
        if not line.state_at(i) and not w.sign and w.low not in _grammar("front sums")
    ]
    modifiers = tuple(
        w.low if not w.capital else w.text for w in names if w.low not in _plain() and not w.text[0].isdigit()
    )
    venue = _is_venue(line, at, noun)
    return Front(
        _article_start(line, at), _determiner(line, at), _count(line, at, noun), modifiers, () if venue else codes,
        _owner(line, at), any(w.capital for i, w in enumerate(line.words[at:noun], at) if i > 0 or line.state_at(i)),
        venue,
    )  # fmt: skip


def _is_venue(line: Line, at: int, noun: int) -> bool:
    """Tell whether the phrase is called after a place: 'the Oslo accords', 'the Oslo peace deal', no state of its own."""
    last = noun - 1 if line.low(noun - 1) in _grammar("front after venue") else noun
    if last - at != 1 or line.low(at - 1) not in {"the", "so-called"} or not line.words[at].capital:
        return False
    word = line.words[at]
    return not line.state_at(at) or any(m.kind == "capital" and m.start <= word.start < m.end for m in line.mentions)


def _belongs(line: Line, at: int, right: int, noun: int) -> bool:
    """Tell whether the word at `at` belongs to the phrase that reaches from `right` to the noun."""
    word = line.words[at]
    if line.state_at(at):
        return line.low(at + 1) not in {",", "'s"} or _headline_pair(line, at + 1)
    if word.low == "," and _headline_pair(line, at):
        return True
    if word.low == "and":
        return right < noun and at > 0 and _joins(line, at, right, noun)
    if line.state_at(right) and word.low not in _LINKS:
        return False
    if word.sign:
        listed = (
            word.low == "," and line.low(at - 1) in _area_words() and "and" in {line.low(i) for i in range(at, noun)}
        )
        return word.low in _INSIDE or listed
    return not _ends_before(line, at) and _modifies(line, at)


def _headline_pair(line: Line, at: int) -> bool:
    """Tell whether a comma joins two states in a headline: 'Chad, Oman tax pact takes effect'."""
    inside = line.headline and 0 < at < _HEADLINE and at + 1 < len(line.words) and line.low(at) == ","
    return inside and line.state_at(at - 1) and line.state_at(at + 1)


def _joins(line: Line, at: int, right: int, noun: int) -> bool:
    """Tell whether an 'and' joins two words of the name, or two states right in front of it, in a headline."""
    if line.state_at(right):
        return line.state_at(at - 1) and right + 1 < noun and at < _HEADLINE
    capitals = line.words[at - 1].capital and line.words[right].capital and not line.state_at(at - 1)
    return line.low(at - 1) in _area_words() or capitals


def _ends_before(line: Line, at: int) -> bool:
    """Tell whether a word is a verb or a small word that no name holds."""
    low, before = line.low(at), line.low(at - 1)
    if low == "exchange" and line.low(at + 1) in _SWAPPED:
        return False
    if low in _grammar("front participles"):
        return before not in _grammar("front determiners") | _NEWLY
    turn = any(tuple(line.low(i) for i in range(at + 1 - n, at + 1)) in status_turns() for n in _TURNS)
    return low in _stops() or low in status_verbs() or low == "'s" or turn


def _modifies(line: Line, at: int) -> bool:
    """Tell whether a word may be a modifier: a capitalised one, a number, a word of areas, one between a pair and the noun."""
    word = line.words[at]
    paired = at > 1 and line.state_at(at - 1) and line.low(at - 2) in _LINKS
    return word.capital or word.text[0].isdigit() or paired or _is_modifier(word.low)


def _is_modifier(low: str) -> bool:
    if low in _area_words() or low in _plain() or low in _kinds() or "-" in low:
        return True
    return not low.endswith(("s", "ed", "ing", "ly"))


def _article_start(line: Line, at: int) -> int:
    """Give the place of the article or number before the phrase, if there is one."""
    at -= _said(line, at)
    while at > 0 and (
        line.low(at - 1) in _grammar("front determiners") or line.low(at - 1) in _NUMBERS or line.low(at - 1).isdigit()
    ):
        at -= 1
        if line.low(at) in _ARTICLES and line.low(at - 1) not in _BEFORE_ARTICLE:
            break  # 'said that the deal'
    return line.words[at].start


def _said(line: Line, at: int) -> int:
    """Count the 'said' of 'the said treaty'."""
    return int(line.low(at - 1) == "said" and line.low(at - 2) == "the")


def _determiner(line: Line, at: int) -> str:
    at -= _said(line, at)
    for i in range(at - 1, max(-1, at - 4), -1):
        if line.low(i) in _grammar("front determiners"):
            return "no" if (line.low(i - 1), line.low(i)) == ("no", "such") else line.low(i)
        if (
            line.low(i) not in _NUMBERS
            and line.low(i) not in {"more", "new", "other", "first", "second", "third", "landmark"}
            and not line.low(i).isdigit()
        ):
            break
    return ""


def _count(line: Line, at: int, noun: int) -> int | None:
    first = at - 1
    while first > 0 and line.low(first) in _grammar("front between"):
        first -= 1
    for i in range(max(0, first), noun):
        low = line.low(i)
        if low in _NUMBERS:
            return _NUMBERS[low]
        if low.isdigit() and int(low) < 100 and (i == noun - 1 or i >= at - 1):  # noqa: PLR2004 - more are years or sums
            return int(low)
    return None


def _owner(line: Line, at: int) -> str | None:
    """Give the state in the possessive right before the phrase."""
    at -= line.low(at - 1) in _grammar("front between") | {"first", "own", "latest"}
    if line.low(at - 1) != "'s" or at < 2:  # noqa: PLR2004 - a name and its sign
        return None
    end = line.words[at - 2].end
    return next((a.code for a in line.actors if a.end == end), None)


@cache
def _stops() -> frozenset[str]:
    return frozenset(word_lists("agreement_words")["left stop"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(word_lists("agreement_words")["plain"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(
        w for key, words in word_lists("agreement_words").items() if key.startswith("modifier") for w in words
    )


@cache
def _area_words() -> frozenset[str]:
    lists = word_lists("areas")
    words = {w for key, phrases in lists.items() if key != "none" for phrase in phrases for w in phrase.split()}
    nouns = {w for phrases in word_lists("agreement").values() for phrase in phrases for w in phrase.split()}
    return frozenset(words - nouns - _stops()) | {"trade", "loan", "credit"}


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
