"""What follows an instrument's noun: what it is about, and between or with whom.

Input: a line and the number of the word after the noun. Output: the end of the phrase, the topic's span, the partners' span.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.lexicon import word_lists
from bilateral.loaders.extract.status_words import status_verbs

if TYPE_CHECKING:
    from bilateral.loaders.extract.lines import Line

__all__ = ["read_topic"]

Span = tuple[int, int]

_PARTNERS: Final = frozenset({"between", "with", "among", "amongst"})
_STOPS: Final = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "shall", "should", "can", "could",
    "may", "might", "must", "does", "did", "do", "which", "that", "who", "whom", "whose", "during", "at", "after", "before", "by",
    "when", "as", "while", "following", "under", "since", "until", "amid", "ahead", "last", "today", "yesterday", "tomorrow",
    "said", "says", "say", "but", "because", "if", "although", "though", "than", "signed", "inked", "reached", "sealed", "brokered",
    "concluded", "agreed", "announced", "worth", "valued", "next", "earlier", "later", "soon", "once", "where", "whereby", "aimed",
    "designed", "into", "over", "alongside", "along", "through", "it", "they", "he", "she", "we", "i", "not", "also", "so", "should",
    "without", "despite", "entered", "came", "took", "remains", "marks", "provides", "allows", "includes", "expired", "collapsed",
    "on-going", "within", "from", "if", "unless", "were", "this", "likely", "nearing", "near",
})  # fmt: skip
_MAY_FOLLOW: Final = frozenset(
    {"from", "over", "into", "through", "at", "by", "under", "within", "this", "along", "so", "also"}
)
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb aug sept oct nov dec".split()
)
_MOST: Final = 28
_ABBREVIATION: Final = re.compile(r"\s?\((?:[A-Z][\w./&’'-]{1,14}|s)\)(?:s\b)?")


def read_topic(body: str, line: Line, at: int, *, amends: bool = False) -> tuple[int, Span | None, Span | None]:
    """Read on from word `at` as long as the words still name the instrument."""
    end = line.words[at - 1].end
    short = _ABBREVIATION.match(body, end)
    if short:
        end = short.end()
        at = line.at(end)
    topic: Span | None = None
    partners = _in_brackets(line, at)
    if partners:
        return end, None, partners
    while at < len(line.words):
        kind = "topic" if amends and line.low(at) == "to" else _opener(line, at)
        if kind is None:
            break
        stop = _segment(line, at, kind)
        if stop <= at + 1:
            break
        span = (line.words[at].start, line.words[stop - 1].end)
        if kind == "partners" and partners is None:
            partners = span
        elif kind == "topic":
            topic = (topic[0], span[1]) if topic and topic[1] <= span[0] else topic or span
        else:
            break
        end, at = span[1], stop
    return end, topic, partners


def _in_brackets(line: Line, at: int) -> Span | None:
    """'the Contact Group (A, B and C)': two states or more in brackets right after the noun."""
    if line.low(at) not in {"(", "["}:
        return None
    stop = next((i for i in range(at, len(line.words)) if line.low(i) in {")", "]"}), at)
    span = (line.words[at].start, line.words[stop].end)
    return span if len({a.code for a in line.actors_between(*span)}) > 1 else None


def _opener(line: Line, at: int) -> str | None:
    low = line.low(at)
    if low in _PARTNERS:
        return "partners"
    if (
        low == "to"
        and line.low(at + 1) in {"be", "the", "a", "an", "have", "one", "date"}
        and not (line.low(at + 1) != "be" and at + 2 < len(line.words) and line.state_at(at + 2))
    ):
        return None
    if low in {"in", "on"} and _is_when_or_where(line, at + 1):
        return None
    if low in _topic_words() and at + 1 < len(line.words):
        return "topic"
    return None


def _is_when_or_where(line: Line, at: int) -> bool:
    """Tell whether 'in' or 'on' opens a date or a place."""
    if at >= len(line.words):
        return True
    word = line.words[at]
    if (
        word.low in _DAYS
        or word.text[0].isdigit()
        or word.low
        in {
            "two",
            "three",
            "four",
            "five",
            "several",
            "years",
            "decades",
            "recent",
            "early",
            "late",
            "mid",
            "principle",
            "return",
            "exchange",
            "time",
            "order",
            "a",
            "his",
            "her",
            "their",
            "which",
        }
    ):
        return True
    return line.state_at(at) or (
        word.low == "the"
        and (
            line.low(at + 1)
            in {
                "sidelines",
                "capital",
                "presence",
                "coming",
                "past",
                "city",
                "last",
                "next",
                "wake",
                "run-up",
                "eve",
                "occasion",
                "day",
                "region",
                "evening",
                "morning",
                "year",
                "first",
                "second",
            }
            or (at + 1 < len(line.words) and line.state_at(at + 1) and False)
        )
    )


def _segment(line: Line, at: int, kind: str) -> int:
    """Give the number of the word where the segment that opens at `at` is over."""
    stop = at + 1
    while stop < len(line.words) and stop - at < _MOST:
        word = line.words[stop]
        if word.low in _STOPS and not (
            word.low in _MAY_FOLLOW and kind == "topic" and not _is_when_or_where(line, stop + 1) and word.low == "from"
        ):
            break
        if word.low in status_verbs() and word.low.endswith(("s", "ed")) and not word.capital:
            break
        if kind == "partners" and word.low in _topic_words() and word.low not in {"of", "to"}:
            break
        if kind == "topic" and word.low in _PARTNERS:
            break
        if word.low in {"in", "on"} and _is_when_or_where(line, stop + 1):
            break
        if word.sign and not _goes_on(line, stop, kind):
            break
        stop += 1
    while stop > at + 1 and line.low(stop - 1) in {
        "and",
        ",",
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "on",
        "or",
        "“",
        "(",
    }:
        stop -= 1
    return stop


def _goes_on(line: Line, at: int, kind: str) -> bool:
    low = line.low(at)
    if low in {"-", "–", "/", "&", "“", "”", "’", "'", "‘", '"', "$", "€", "£", "%", "."}:
        return low != "." or (
            line.words[at - 1].end == line.words[at].start
            and at + 1 < len(line.words)
            and line.words[at].end == line.words[at + 1].start
        )
    if low == "(" or low == ")":
        return _short_bracket(line, at)
    return low == "," and _is_list(line, at, kind)


def _short_bracket(line: Line, at: int) -> bool:
    if line.low(at) == ")":
        return line.low(at - 2) == "("
    return line.low(at + 2) == ")"


def _is_list(line: Line, at: int, kind: str) -> bool:
    """Tell whether a comma stands inside a list: a few words later comes the next comma or an 'and'."""
    for i in range(at + 1, min(len(line.words), at + 8)):
        low = line.low(i)
        if low == "and" and i > at + 1 or (low == "and" and i == at + 1):
            return True
        if low == ",":
            return i > at + 1 and _is_list(line, i, kind)
        if low in _STOPS or (line.words[i].sign and low not in {"-", "&", "’", "'", "–"}):
            return False
    return False


@cache
def _topic_words() -> frozenset[str]:
    return frozenset(word_lists("agreement_words")["topic"])
