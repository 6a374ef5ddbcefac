"""Where a sentence names an instrument: the noun, what stands in front of it, what it is about.

Input: a line. Output: `Instrument`s in text order. 'To deal with', 'of its own accord' and 'no agreement' are none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreement_front import read_front
from bilateral.loaders.extract.agreement_topic import read_topic
from bilateral.loaders.extract.areas import find_areas
from bilateral.loaders.extract.instrument import Instrument
from bilateral.loaders.extract.lexicon import word_lists
from bilateral.loaders.extract.phrases import PhraseIndex, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.phrases import Hit

__all__ = ["find_instruments"]

_VERBAL_BEFORE: Final = frozenset(
    {
        "to",
        "can",
        "could",
        "will",
        "would",
        "must",
        "should",
        "may",
        "might",
        "not",
        "cannot",
        "did",
        "does",
        "do",
        "who",
        "they",
        "we",
        "i",
        "you",
    }
)
_NONE: Final = frozenset({"no", "any", "neither", "nor", "without"})
_AMENDING: Final = frozenset({"amendment", "protocol", "additional protocol", "addendum"})
_ACRONYMS: Final = frozenset({"fta", "cepa", "tifa", "moc"})
_NO_NOUN: Final = (
    ("own", "accord"),
    ("great", "deal"),
    ("good", "deal"),
    ("big", "deal"),
    ("social", "contract"),
    ("first", "contract"),
)
_IN_FORCE_TEXT: Final = re.compile(r"agreement|treaty|protocol|accord|convention|pact", re.IGNORECASE)
_TRAILING: Final = re.compile(r"(?:[\s,;&]|\band|\bas well as|\balong with)+\Z")
_PLAIN: Final = frozenset({"agreement", "deal", "pact", "accord", "arrangement", "compact"})
_TO_PEACE: Final = (
    "end the war",
    "end the fighting",
    "end the conflict",
    "end hostilities",
    "halt fighting",
    "stop the fighting",
    "cease fire",
    "ceasefire",
    "cease-fire",
    "truce",
)


def find_instruments(body: str, line: Line) -> tuple[Instrument, ...]:
    """Give the instruments that the line names, in text order."""
    hits = [
        hit
        for hit in _nouns().find(body, line.start, line.end)
        if _is_noun(body, line, hit) and not _in_state(line, hit)
    ]
    closed = tuple(_no_instruments().find(body, line.start, line.end))
    hits = [hit for hit in hits if not any(c.start < hit.end and hit.start < c.end for c in closed)]
    hits = [
        hit for at, hit in enumerate(hits) if at + 1 == len(hits) or body[hit.end : hits[at + 1].start].strip() != "/"
    ]
    found: list[Instrument] = []
    for hit in hits:
        instrument = _read(body, line, hit)
        if instrument is None:
            continue
        if found and hit.start < found[-1].end:
            if _is_next(body, line, found[-1], instrument):
                found[-1] = _cut(body, found[-1], instrument.start)
            elif not _stands_apart(body, found[-1], hit):
                found[-1] = _with_inner(found[-1], hit)
                continue
        found.append(instrument)
    return tuple(found)


def _in_state(line: Line, hit: Hit[str]) -> bool:
    """Tell whether the noun belongs to an organisation's name: 'Gulf Cooperation Council'."""
    return any(start < hit.end and hit.start < end for start, end in line.states)


def _is_next(body: str, line: Line, outer: Instrument, inner: Instrument) -> bool:
    """Tell whether an instrument inside another's phrase is the next of a row: 'a treaty on X and a protocol on Y'."""
    before = [w.low for w in line.words if outer.head_end <= w.start < inner.start][-2:]
    joined = bool(before) and before[-1] in {"and", ",", ";", "&"} or before[-2:] in (["well", "as"], ["along", "with"])
    return joined and (
        inner.determiner in {"the", "a", "an", "another"} or inner.count is not None or inner.named or inner.plural
    )


def _cut(body: str, outer: Instrument, at: int) -> Instrument:
    """End an instrument's phrase before the next one."""
    end = len(_TRAILING.sub("", body[:at])) if at > outer.head_end else outer.head_end
    end = max(end, outer.head_end)
    return replace(outer, end=end, topic=_until(outer.topic, end), partners=_until(outer.partners, end))


def _until(span: tuple[int, int] | None, end: int) -> tuple[int, int] | None:
    if span is None or span[0] >= end:
        return None
    return span[0], min(span[1], end)


def _is_noun(body: str, line: Line, hit: Hit[str]) -> bool:
    at = line.at(hit.start)
    before, after = line.low(at - 1), line.low(line.at(hit.end))
    if body[hit.end : hit.end + 1] == "-" and body[hit.end + 1 : hit.end + 2].isalpha():
        return False
    if fold_phrase(body[hit.start : hit.end]) in _ACRONYMS and not body[hit.start : hit.start + 3].isupper():
        return False
    noun = body[hit.start : hit.end].casefold()
    if any(noun == second and before == first for first, second in _NO_NOUN):
        return False
    if noun in {"deal", "deals", "contract", "contracts"} and before in _VERBAL_BEFORE and not line.words[at].capital:
        return False
    return not (
        noun in {"deal", "deals"}
        and after == "with"
        and line.low(line.at(hit.end) + 1) in {"the", "a", "any"}
        and before == "and"
    )


def _read(body: str, line: Line, hit: Hit[str]) -> Instrument | None:
    front = read_front(body, line, line.at(hit.start))
    if front.determiner in _NONE:
        return None
    noun = fold_phrase(body[hit.start : hit.end])
    end, topic, partners = read_topic(body, line, line.at(hit.end), amends=noun in _AMENDING)
    capital = line.words[line.at(hit.start)].capital and (hit.start > line.start or front.capital)
    made = Instrument(
        line.index, front.start, hit.start, hit.end, end, hit.value, noun, front.determiner,
        _is_plural(body[hit.start : hit.end]), front.count, front.modifiers, front.codes, front.owner, topic, partners,
        named=capital and (front.capital or topic is not None or hit.value == "joint_statement" or _is_title(body, hit)),
    )  # fmt: skip
    return replace(made, type=_type(body, made), weak=_is_weak(body, made, capital=capital))


def _is_title(body: str, hit: Hit[str]) -> bool:
    """Tell whether the noun alone is a capitalised name: 'Free Trade Agreement'."""
    words = body[hit.start : hit.end].split()
    return hit.value in {"agreement", "treaty"} and len(words) > 1 and all(w[0].isupper() for w in words)


def _is_plural(noun: str) -> bool:
    low = noun.casefold()
    return low.startswith(("memoranda", "memorandums", "letters", "lines")) or (
        low.endswith("s")
        and not low.endswith(("ss", "minutes"))
        and "minutes of" not in low
        and "consultations" not in low
        and "hostilities" not in low
    )


def _is_weak(body: str, made: Instrument, *, capital: bool) -> bool:
    """Tell whether a noun of many meanings stands without anything that lifts it."""
    if made.noun not in _weak():
        return False
    if made.noun in {"loan", "soft loan", "concessional loan"}:
        return True
    if made.noun == "amendment":
        return not (made.topic and _IN_FORCE_TEXT.search(body, *made.topic))
    front = body[made.start : made.head]
    if made.noun == "dialogue" and not capital:
        return not (find_areas(front) and (made.codes or made.partners))
    if made.noun in {"statement", "declaration", "communique", "communiqué"} and not (capital and made.topic):
        return True
    return not (
        made.codes or (capital and made.modifiers) or find_areas(front) or (capital and made.topic) or made.anaphoric
    )


def _type(body: str, made: Instrument) -> str:
    """Tell the type from the noun, its modifiers and its purpose."""
    if made.noun.split()[-1] not in _PLAIN or made.type not in {"agreement", "contract"}:
        return made.type
    front = [w for word in made.modifiers for w in word.casefold().split()]
    for kind in ("ceasefire", "financing", "contract", "treaty", "protocol"):
        if any(word in _words(f"modifier {kind}") for word in front[-2:]):
            return kind
    topic = body[made.topic[0] : made.topic[1]].casefold() if made.topic else ""
    if any(phrase in topic for phrase in _TO_PEACE):
        return "ceasefire"
    words = topic.split()
    if len(words) > 1 and words[0] in {"to", "for"} and words[1] in _words("purpose contract"):
        return "contract"
    return made.type


def _with_inner(outer: Instrument, hit: Hit[str]) -> Instrument:
    """'A deal on a ceasefire' is a ceasefire."""
    if hit.value == "ceasefire" and outer.type == "agreement":
        return replace(outer, type="ceasefire")
    return outer


def _stands_apart(body: str, outer: Instrument, hit: Hit[str]) -> bool:
    """Tell whether an instrument inside another's phrase is one of its own: 'minutes of the Joint Commission'."""
    between = body[outer.head_end : hit.start].casefold()
    if outer.type == "joint_statement" and hit.value == "framework":
        return between.split()[:1] == ["of"]
    return outer.noun.startswith("amend") or " under the " in between or " replace " in between or "existing" in between


@cache
def _no_instruments() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in word_lists("agreement_words")["no instrument"])


@cache
def _nouns() -> PhraseIndex[str]:
    return PhraseIndex(_entries())


def _entries() -> Iterator[tuple[str, str]]:
    for kind, nouns in word_lists("agreement").items():
        for noun in nouns:
            yield noun, kind


@cache
def _weak() -> frozenset[str]:
    return frozenset(fold_phrase(noun) for noun in _words("weak"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_lists("agreement_words")[key])
