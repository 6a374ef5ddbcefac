"""What follows an instrument's noun: what it is about, and between or with whom.

Input: a line and the number of the word after the noun. Output: the end of the phrase, the topic's span, the partners' span.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.status_words import status_turns, status_verbs
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["read_topic"]

Span = tuple[int, int]

_PARTNERS: Final = frozenset({"between", "with", "among", "amongst"})
_NO_PURPOSE: Final = frozenset(
    {"be", "continue", "work", "go", "proceed", "happen", "last", "fail", "collapse", "stand", "come", "the", "a", "an", "have", "one", "date"}
)  # fmt: skip
_ALSO_NOUNS: Final = frozenset(
    {"exchanges", "plans", "talks", "needs", "demands", "offers", "breaches", "exits", "ends"}
)
_ARTICLES: Final = frozenset({"the", "a", "an"})
_BRINGS_IN: Final = _ARTICLES | {"another", "its", "their"}
_EXCHANGES: Final = frozenset({("exchange", "of", "letters"), ("exchange", "of", "notes")})
_MOST: Final = 28
_GOING_ON: Final = (("that", "of"), ("such", "as"), ("as", "well", "as"))
_NEAR: Final = 5
_LIST: Final = 8
_TURNS: Final = (2, 3, 4)
_ABBREVIATION: Final = re.compile(r"\s?\((?:[A-Z][\w./&’'-]{1,14}|s)\)(?:s\b)?")


def read_topic(body: str, line: Line, at: int, *, amends: bool = False) -> tuple[int, Span | None, Span | None]:
    """Read on from word `at` as long as the words still name the instrument."""
    end = line.words[at - 1].end
    short = _ABBREVIATION.match(body, end)
    if short:
        end, at = short.end(), line.at(short.end())
    topic: Span | None = None
    partners = _in_brackets(line, at)
    if partners is not None:
        return end, None, partners
    if (over := _over_participle(line, at)) is not None:
        stop = _segment(line, over, "partners")
        if stop <= over + 1:
            return end, None, None
        partners = (line.words[over].start, line.words[stop - 1].end)
        aim = _opener(line, stop) if stop < len(line.words) else None
        last = _segment(line, stop, "topic") if aim == "topic" else stop
        return end, (line.words[stop].start, line.words[last - 1].end) if last > stop + 1 else None, partners
    at = _over_signed(line, _over_worth(line, at))
    while at < len(line.words):
        kind = "topic" if amends and line.low(at) == "to" else _opener(line, at)
        stop = _segment(line, at, kind) if kind else at
        if topic and line.low(at) == "on" and line.low(at + 1) in {"a", "an"}:
            break  # what follows is another instrument's
        if stop <= at + 1 or (kind == "partners" and partners is not None):
            break
        span = (line.words[at].start, line.words[stop - 1].end)
        if kind == "partners":
            partners = span
        else:
            topic = (topic[0], span[1]) if topic else span
        end, at = span[1], stop
    return end, topic, partners


def _over_worth(line: Line, at: int) -> int:
    """Give the number of the word after 'worth €95 million', if a topic opens there."""
    if line.low(at) not in {"worth", "valued"}:
        return at
    for i in range(at + 2, at + _NEAR + 2):
        if line.low(i) in {"in", "on", "for", "covering"} and _opener(line, i):
            return i
    return at


def _over_signed(line: Line, at: int) -> int:
    """Give the number of the word after 'signed', if 'in the fields of', 'on …' opens a topic there."""
    if line.low(at) not in {"signed", "inked", "concluded", "initialled", "reached"}:
        return at
    fields = line.low(at + 1) == "in" and line.low(at + 3) in {"field", "fields", "area", "areas", "sphere", "spheres"}
    return at + 1 if fields or (line.low(at + 1) in {"on", "covering", "regarding"} and _opener(line, at + 1)) else at


def _over_participle(line: Line, at: int) -> int | None:
    """Give the number of the 'between' in 'agreement (to be) signed in May between A and B'."""
    at += 2 if (line.low(at), line.low(at + 1)) == ("to", "be") else 0
    if line.low(at) not in _grammar("status made"):
        return None
    return next((i for i in range(at + 1, at + _NEAR) if line.low(i) == "between"), None)


def _in_brackets(line: Line, at: int) -> Span | None:
    """Read 'the Contact Group (A, B and C)': two states or more in brackets right after the noun."""
    if line.low(at) not in {"(", "["}:
        return None
    stop = next((i for i in range(at, len(line.words)) if line.low(i) in {")", "]"}), at)
    span = (line.words[at].start, line.words[stop].end)
    return span if len({a.code for a in line.actors_between(*span)}) > 1 else None


def _opener(line: Line, at: int) -> str | None:
    """Tell what the word opens: partners, a topic, or nothing that belongs to the instrument."""
    low, after = line.low(at), line.low(at + 1)
    if low in _PARTNERS:
        return "partners"
    to_state = at + 2 < len(line.words) and line.state_at(at + 2) and after != "be"
    if low == "to" and after in _NO_PURPOSE and not to_state:
        return None
    if low in {"in", "on"} and _is_when_or_where(line, at + 1):
        return None
    return "topic" if low in word_set("agreement_words", "topic") and after else None


def _is_when_or_where(line: Line, at: int) -> bool:
    """Tell whether 'in' or 'on' opens a date or a place."""
    if at >= len(line.words) or line.state_at(at) or line.words[at].text[0].isdigit():
        return line.low(at + 1) not in _grammar("topic sums")  # 'the loan agreement on 15 billion yen'
    low = line.low(at)
    if low in {"a", "an"} and line.low(at - 1) == "on":
        return bool({line.low(i) for i in range(at + 1, at + 4)} & _grammar("topic on a"))
    if low == "the":
        return line.low(at + 1) in _grammar("topic the when")
    return low in _grammar("topic when") or low in _grammar("topic days")


def _segment(line: Line, at: int, kind: str) -> int:
    """Give the number of the word where the segment that opens at `at` is over."""
    stop = at + 1
    while stop < min(len(line.words), at + _MOST) and not _ends(line, stop, kind):
        stop += 1
    while stop > at + 1 and line.low(stop - 1) in _grammar("topic tail"):
        stop -= 1
    return stop


def _ends(line: Line, at: int, kind: str) -> bool:
    """Tell whether a segment of this kind is over before word `at`."""
    word = line.words[at]
    low = word.low
    if kind == "partners" and _joins_partner(line, at):
        return False
    if low == "from" and kind == "topic":
        return _is_when_or_where(line, at + 1)
    another = low in {"in", "on"} and (line.low(at + 1) in {"a", "an"} or _is_when_or_where(line, at + 1))
    if low in _grammar("topic stops") or another:
        return True
    if _is_told(line, at) or _opens_another(line, at):
        return True
    if kind == "partners" and (_turns_to_topic(line, at) or _goes_on_telling(line, at)):
        return True
    return (kind == "topic" and low in _PARTNERS) or (word.sign and not _goes_on(line, at))


def _joins_partner(line: Line, at: int) -> bool:
    """Tell whether a word is of a turn after which a partner follows: 'that of A', 'states such as A', 'A as well as B'."""
    turns = (
        turn
        for turn in _GOING_ON
        for n in range(len(turn))
        if tuple(map(line.low, range(at - n, at - n + len(turn)))) == turn
    )
    return next(turns, None) is not None


def _turns_to_topic(line: Line, at: int) -> bool:
    """Tell whether the partners end here, at what it is about or at an adverb: 'with A on …', 'with A to build', 'with A fully'."""
    low = line.low(at)
    if low.endswith("ly") and not (line.words[at].capital or line.state_at(at)):
        return True
    aim = low == "to" and line.low(at + 1) not in _ARTICLES and not (line.state_at(at + 1) or line.state_at(at + 2))
    return aim or low in word_set("agreement_words", "topic") - {"of", "to"}


def _goes_on_telling(line: Line, at: int) -> bool:
    """Tell whether a verb follows the last partner: 'between A and B continues …', 'with A tops the agenda'."""
    low, word = line.low(at), line.words[at]
    named = any(m.kind != "demonym" and m.end == line.words[at - 1].end for m in line.mentions)
    offices = word_set("agreement_words", "government") | word_set("agreement_words", "portfolio")
    joined = "and" in {line.low(i) for i in range(max(0, at - _LIST), at)} or line.low(at + 1) in _ARTICLES
    return named and joined and low.endswith("s") and low not in offices and not word.capital and not word.sign


def _is_told(line: Line, at: int) -> bool:
    """Tell whether a verb that says what became of the instrument begins here: 'lapsed', 'ran out'."""
    word = line.words[at]
    verb = word.low in status_verbs() - _ALSO_NOUNS and word.low.endswith(("s", "ed")) and not word.capital
    return verb or any(tuple(line.low(i) for i in range(at, at + n)) in status_turns() for n in _TURNS)


def _opens_another(line: Line, at: int) -> bool:
    """Tell whether 'and' leads on to another instrument: 'and (to) conclude an agreement on', 'and exchange of letters on'."""
    if line.low(at) != "and":
        return False
    verb = at + 1 + (line.low(at + 1) == "to")
    done = line.low(verb) in status_verbs() and line.low(verb + 1) in _BRINGS_IN
    noun = at + 1 + (line.low(at + 1) in _ARTICLES)
    return done or (line.low(noun), line.low(noun + 1), line.low(noun + 2)) in _EXCHANGES


def _goes_on(line: Line, at: int) -> bool:
    """Tell whether the phrase goes on over a sign."""
    low = line.low(at)
    if low == ".":
        before, after = line.words[at - 1], line.words[at + 1 : at + 2]
        return before.end == line.words[at].start and bool(after) and line.words[at].end == after[0].start
    if low in {"(", ")"}:
        return "(" in {low, line.low(at - 2)} and ")" in {low, line.low(at + 2)}
    return low in _grammar("topic inside") or (low == "," and _is_list(line, at))


def _is_list(line: Line, at: int) -> bool:
    """Tell whether a comma stands inside a list: a few words later comes the next comma or an 'and'."""
    for i in range(at + 1, min(len(line.words), at + _LIST)):
        low = line.low(i)
        if low == "and":
            return True
        if low == ",":
            return i > at + 1 and _is_list(line, i)
        if low in _grammar("topic stops") or (line.words[i].sign and low not in {"-", "&", "’", "'", "–"}):
            return False
    return False


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
