"""Which phrases the parser sees as one word, and by which plain word it sees them.

Input: the marks of the early steps. Output: spans in text order that do not overlap, each with a stand-in word. A parser that
reads 'Merkel met Monday' cannot stumble over an office of twelve words or over 'March 6-7', and the name of a state never
changes how its sentence is read.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bilateral.loaders.extract.text.marks import AmountMark, DateMark, OfficialMark, StateMention

__all__ = ["PREFIXED", "MergedSpan", "merged_spans"]

#: The kind of a plain word that is read without its prefix.
PREFIXED = "prefixed"

_PAIR_LINKS = frozenset("-–—‑/")
_DAY = re.compile(r"\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_LOWER = re.compile(r" [a-z]")
_WIDEST = 3  # a dash with two blanks
_LOOSE = re.compile(r"\b(?:is|was|are|were|be|been|has|had|as|who|became|becomes|will|with|to be)\b")
_VISITING = re.compile(r"\b(visiting) ", re.IGNORECASE)
_VISITING_BEFORE = re.compile(r"\b(visiting) (?:[A-Z][\w-]+ )?\Z", re.IGNORECASE)
_AHEAD = 40
_STYLES = re.compile(
    r"\b(?:(?:Rt\.? ?|Right )?Hon(?:'ble|’ble|ourable|orable)?\.?|H\. ?E\.?|HE|H\. ?R\. ?H\.?|HRH|H\. ?M\.?|(?:His|Her|Their) Excellenc(?:y|ies)|Amb\.|Engr?\.|"
    r"Sen\.|Rep\.|Gen\.|Lt\.|Col\.|Maj\.|Brig\.|Adm\.|Shri|Smt\.?)[,]? (?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Eng|Engr|Amb|Sen|Shri|Col|Lt)\.? )*\Z"
)
#: A verb or noun done once more or by two: the parser knows it without its prefix, and 'co-operation' in one word.
_PREFIXED = re.compile(r"\b(?:[Rr]e|[Cc]o)[-‑](?=[a-z]{3})([a-z]+)\b")
_ONE_WORD = re.compile(r"operat|ordinat")
#: Who says so, before the sentence proper; the names behind its comma are no part of it.
_ACCORDING = re.compile(r"According to (?:[^,.;:\n“”\"]{3,120})(?=, [A-Zt“\"])")
#: Whose a ship or a place is: 'a Chadian-flagged tanker' and 'Chadian-held islands' are Chadian.
_FLAGGED = re.compile(r"(?:[-–‑ ](?:flagged|registered|flag)|[-–‑](?:controlled|administered|governed|held))(?= [a-z])")
_STAND_INS = {"name": "France", "capital": "Paris", "seat": "Paris", "igo": "NATO", "leader": "Merkel"}


@dataclass(frozen=True, slots=True)
class MergedSpan:
    """`body[start:end]` is one token of this kind; the parser reads `stand_in` there, nothing if that is empty."""

    start: int
    end: int
    kind: str
    stand_in: str


def merged_spans(
    body: str,
    mentions: Sequence[StateMention] = (),
    officials: Sequence[OfficialMark] = (),
    dates: Sequence[DateMark] = (),
    amounts: Sequence[AmountMark] = (),
) -> tuple[MergedSpan, ...]:
    """Choose the spans to merge: officials first, then pairs of states, states, dates and sums."""
    wanted = [MergedSpan(m.start(), m.end(), "source", "Today") for m in _ACCORDING.finditer(body)]
    wanted += [_official(body, o) for o in officials]
    wanted += [s for o in officials if (s := _visiting(body, o) or _style(body, o))]
    wanted += _pairs(body, mentions)
    wanted += [s for m in mentions if (s := _state(body, m))]
    named = {o.end for o in officials}
    wanted += [s for d in dates if (s := _date(d) or _bare_day(body, d, named))]
    wanted += [MergedSpan(a.start, a.end, "amount", "500") for a in amounts]
    wanted += [MergedSpan(m.start(), m.end(), PREFIXED, _without_prefix(m)) for m in _PREFIXED.finditer(body)]
    return _without_overlap(wanted)


def _without_prefix(match: re.Match[str]) -> str:
    """'Re-opened' is read as 'opened', 'co-hosted' as 'hosted', 'co-operation' as 'cooperation'."""
    word = match.group(1)
    return "co" + word if _ONE_WORD.match(word) else word


def _official(body: str, mark: OfficialMark) -> MergedSpan:
    """Merge an office and a name in one phrase; where a verb stands between them, the name alone."""
    outside = body[mark.start : mark.name_start] + " " + body[mark.name_end : mark.end]
    if _LOOSE.search(outside):
        return MergedSpan(mark.name_start, mark.name_end, "official", "Merkel")
    visiting = _VISITING.match(body, mark.start, mark.end)
    return MergedSpan(visiting.end() if visiting else mark.start, mark.end, "official", "Merkel")


def _visiting(body: str, mark: OfficialMark) -> MergedSpan | None:
    """'Visiting Prime Minister Ola Berg' begins with an adjective, whatever the parser would take it for."""
    match = _VISITING.match(body, mark.start, mark.end) or _VISITING_BEFORE.search(
        body, max(0, mark.start - _AHEAD), mark.start
    )
    return MergedSpan(match.start(1), match.end(1), "visiting", "German") if match else None


def _style(body: str, mark: OfficialMark) -> MergedSpan | None:
    """Leave 'Hon.' and 'H.E. Mr.' before a name out of what is read: the parser takes the dot for the end of a sentence."""
    match = _STYLES.search(body, max(0, mark.start - _AHEAD), mark.start)
    return MergedSpan(match.start(), match.end(), "style", "") if match else None


def _pairs(body: str, mentions: Sequence[StateMention]) -> Iterable[MergedSpan]:
    """'US-Pakistan' in front of a noun is one adjective."""
    for first, second in itertools.pairwise(mentions):
        gap = body[first.end : second.start]
        if gap.strip() in _PAIR_LINKS and gap and len(gap) <= _WIDEST and not _parted(body, first, second, gap):
            yield MergedSpan(first.start, second.end, "pair", "German")


def _parted(body: str, first: StateMention, second: StateMention, gap: str) -> bool:
    """Tell whether the dash parts two things: a dateline from its story, 'a pact with Chad' from an aside 'Ghana and Togo'."""
    if first.code == second.code:
        return True
    aside = gap != gap.strip() and body[second.end :].startswith((" and ", ", "))
    return aside or _after_dateline(body, first, gap)


def _after_dateline(body: str, first: StateMention, gap: str) -> bool:
    """'HARARE - China has given': the place of the report, then the story."""
    at = first.start
    while at and body[at - 1] == " ":
        at -= 1
    return gap != gap.strip() and body[max(0, at - 1) : at] in {"", "\n"}


def _state(body: str, mention: StateMention) -> MergedSpan | None:
    if match := _FLAGGED.match(body, mention.end):
        return MergedSpan(mention.start, match.end(), "state", "German")
    if body[mention.end : mention.end + 1] in _PAIR_LINKS and body[mention.end + 1 : mention.end + 2].islower():
        return None  # 'US-led' stays an adjective
    return MergedSpan(mention.start, mention.end, "state", _state_word(body, mention))


def _state_word(body: str, mention: StateMention) -> str:
    if mention.kind == "demonym":
        return "Germans" if mention.surface.endswith("s") and not mention.surface.endswith("ss") else "German"
    if mention.kind in {"name", "igo"} and body[max(0, mention.start - 4) : mention.start].lower() == "the ":
        return "Kremlin"
    return _STAND_INS.get(mention.kind, "France")


def _bare_day(body: str, date: DateMark, named: Collection[int]) -> MergedSpan | None:
    """'Berg Thursday arrived' has an adverb between name and verb."""
    alone = date.start - 1 in named and _WEEKDAY.fullmatch(date.surface) and _LOWER.match(body, date.end)
    return MergedSpan(date.start, date.end, "date", "yesterday") if alone else None


def _date(date: DateMark) -> MergedSpan | None:
    if " " not in date.surface and "-" not in date.surface and "/" not in date.surface:
        return None
    if not any(c.isdigit() for c in date.surface):
        return None  # 'next week' parses well as it stands
    day = _DAY.search(date.surface) is not None
    return MergedSpan(date.start, date.end, "date", "Monday" if day else "2005")


def _without_overlap(wanted: Iterable[MergedSpan]) -> tuple[MergedSpan, ...]:
    """Keep the first of overlapping spans in order of preference, then sort by place."""
    kept: list[MergedSpan] = []
    taken: set[int] = set()
    for span in wanted:
        cells = range(span.start, span.end)
        if span.end > span.start and taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(span)
    return tuple(sorted(kept, key=lambda s: s.start))
