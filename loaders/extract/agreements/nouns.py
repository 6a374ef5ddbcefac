"""Where a sentence names an instrument: the noun, what stands in front of it, what it is about.

Input: a line. Output: `Instrument`s in text order. 'To deal with', 'of its own accord' and 'no agreement' are none.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.front import read_front
from bilateral.loaders.extract.agreements.instrument import Instrument
from bilateral.loaders.extract.agreements.row import settle
from bilateral.loaders.extract.agreements.topic import read_topic
from bilateral.loaders.extract.agreements.type import is_weak, of_one_house, type_of
from bilateral.loaders.extract.figures.numbers import number_tables
from bilateral.loaders.extract.text.lexicon import word_lists, word_set
from bilateral.loaders.extract.text.phrases import PhraseIndex, fold_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["find_instruments", "pointing_back"]

_NONE: Final = frozenset({"no", "any", "neither", "nor", "without"})
_AMENDING: Final = frozenset({"amendment", "protocol", "additional protocol", "addendum"})
_ACRONYMS: Final = frozenset(
    {"fta", "cepa", "tifa", "moc", "epa", "dtaa", "acsa", "vfa", "raa", "ceca", "sofa", "pta", "bit", "tepa"}
)
_SPELT_OUT: Final = {
    "epa": "partnership agreement", "sofa": "status of forces", "pta": "preferential trade", "bit": "investment treaty",
    "vfa": "visiting forces", "raa": "reciprocal access",
}  # fmt: skip
_ALSO_VERBS: Final = frozenset({"deal", "contract", "grant", "loan", "credit"})
_OF_PLAN: Final = frozenset({"of", "for", "on", "between", "with"})
_IDIOMS: Final = frozenset({"own accord", "great deal", "good deal", "big deal", "first contract"})
_CLAUSE: Final = 5
_AROUND: Final = 5
_NOTES: Final = frozenset({"note", "diplomatic note", "note verbale", "notes verbales"})
_CLOCK: Final = frozenset({"minute", "minutes"})
_SAID_OF_IT: Final = frozenset({
    "was", "has", "will", "entered", "came", "takes", "took", "expires", "expired", "enters", "comes", "must", "is",
})  # fmt: skip
_ONE_DESPITE_S: Final = ("minutes", "minutes of", "consultations", "hostilities")


def find_instruments(body: str, line: Line) -> tuple[Instrument, ...]:
    """Give the instruments that the line names, in text order."""
    hits = tuple(hit for hit in _nouns().find(body, line.start, line.end) if _is_noun(body, line, hit))
    hits = tuple(hit for at, hit in enumerate(hits) if not (at and _is_plan_of(body, hits[at - 1], hit)))
    if not hits:
        return ()
    closed = tuple(_no_instruments().find(body, line.start, line.end))
    able = [hit for hit in hits if not any(c.start < hit.end and hit.start < c.end for c in closed)]
    last = len(able) - 1
    alone = [h for at, h in enumerate(able) if at == last or not _goes_on(body[h.end : able[at + 1].start])]
    return settle(body, line, (read for hit in alone if (read := _read(body, line, hit))))


def pointing_back(line: Line) -> tuple[Instrument, ...]:
    """Give the instrument that 'it' may mean: 'It was signed in May', '…; it entered into force', 'renewed it'."""
    for at, word in enumerate(line.words):
        if _opens_clause(line, at):
            continue
        if word.low == "it" and line.low(at - 1) in word_set("agreement_grammar", "nouns done to it"):
            return (Instrument(line.index, word.start, word.start, word.end, word.end, "agreement", "it", "the"),)
        if word.low == "it" and (at == 0 or line.low(at - 1) in {";", "and"}) and line.low(at + 1) in _SAID_OF_IT:
            made = Instrument(line.index, word.start, word.start, word.end, word.end, "agreement", "it", "the")
            return (made,) if at == 0 or line.low(at - 1) == ";" else ()
    return ()


def _opens_clause(line: Line, at: int) -> bool:
    """Tell whether 'it' stands for a clause to come: 'it is expected that', 'it was also agreed that', 'it is hoped the'."""
    return "that" in {line.low(i) for i in range(at + 2, at + _CLAUSE)}


def _is_plan_of(body: str, before: Hit[str], hit: Hit[str]) -> bool:
    """Tell whether a plan is that of the instrument right before it: 'the ceasefire plan'."""
    loose = fold_phrase(body[hit.start : hit.end]) in word_set("agreement_grammar", "nouns loose")
    return loose and body[before.end : hit.start] == " "


def _goes_on(gap: str) -> bool:
    """Tell whether the next noun is the one that counts: 'treaty/agreement', 'strategic partnership treaty'."""
    return gap.strip() == "/" or gap == " "


def _is_noun(body: str, line: Line, hit: Hit[str]) -> bool:
    """Tell whether the word is a noun here, and no part of an organisation's name or of an idiom."""
    if any(start < hit.end and hit.start < end for start, end in line.states):
        return False
    if body[hit.end : hit.end + 1] == "-" and body[hit.end + 1 : hit.end + 2].isalpha():
        return False
    noun = fold_phrase(body[hit.start : hit.end])
    at = line.at(hit.start)
    before = line.low(at - 1)
    loose = noun in word_set("agreement_grammar", "nouns loose") and not (
        at and line.words[at].capital and line.words[at - 1].capital
    )
    if loose and line.low(line.at(hit.end)) not in _OF_PLAN:
        return False
    if (noun in _NOTES and not _is_exchanged(line, at)) or _is_time(noun, before, body[hit.start : hit.end]):
        return False
    if noun in _ACRONYMS and not (body[hit.start : hit.start + 3].isupper() and _spelt_out(body, noun)):
        return False
    verbal = noun in _ALSO_VERBS and before in word_set("agreement_grammar", "nouns verbal before")
    return f"{before} {noun}" not in _IDIOMS and not (verbal and not line.words[at].capital)


def _is_time(noun: str, before: str, said: str) -> bool:
    """Tell of minutes that are counted: '15 minutes after', 'a few minutes', 'at the last minute'."""
    if noun not in _CLOCK:
        return False
    return (
        said.lower() == "minute"
        or before.isdigit()
        or before in number_tables().words
        or before in {"few", "several", "last", "many"}
    )


def _is_exchanged(line: Line, at: int) -> bool:
    """Tell whether notes are those of an exchange: 'exchanged notes on', 'the note on the grant was signed', not 'noted', 'compared notes'."""
    before = {line.low(i) for i in range(max(0, at - 3), at)}
    after = [line.low(i) for i in range(at + 1, min(len(line.words), at + 3 * _AROUND))]
    topic = {"on", "for", "concerning", "regarding", "relating"} & set(after[:_AROUND])
    done = word_set("agreement_grammar", "nouns notes done")
    passive = any(low in {"was", "were"} and following in done for low, following in pairwise(after))
    return bool(topic) and (bool(before & done) or passive) and line.low(at - 1) not in {"to", "they", "who"}


def _spelt_out(body: str, noun: str) -> bool:
    """Tell whether an acronym that has other meanings too is spelt out in the article."""
    words = _SPELT_OUT.get(noun)
    return words is None or words in body.casefold()


def _read(body: str, line: Line, hit: Hit[str]) -> Instrument | None:
    front = read_front(line, line.at(hit.start))
    if front.determiner in _NONE:
        return None
    noun = fold_phrase(body[hit.start : hit.end])
    end, topic, partners = read_topic(body, line, line.at(hit.end), amends=noun in _AMENDING)
    capital = line.words[line.at(hit.start)].capital and (hit.start > line.start or front.capital)
    venue = front.venue and noun in word_set("agreement_grammar", "nouns of venue")
    named = venue or (capital and (front.capital or topic is not None or _is_title(body, hit)))
    made = Instrument(
        line=line.index, start=front.start, head=hit.start, head_end=hit.end, end=end, type=hit.value, noun=noun,
        determiner=front.determiner, plural=_is_plural(body[hit.start : hit.end]), count=front.count,
        modifiers=front.modifiers, codes=front.codes, owner=front.owner, topic=topic, partners=partners, named=named,
        headline=line.headline, venue=venue,
    )  # fmt: skip
    weak = is_weak(body, made, capital=capital)
    if of_one_house(body, made):
        return None
    return replace(made, type=type_of(body, made), weak=weak)


def _is_title(body: str, hit: Hit[str]) -> bool:
    """Tell whether the noun alone is a capitalised name: 'Free Trade Agreement'."""
    words = body[hit.start : hit.end].split()
    whole = hit.value in {"agreement", "treaty", "framework"} and len(words) > 1 and all(w[0].isupper() for w in words)
    return whole or hit.value == "joint_statement"


def _is_plural(noun: str) -> bool:
    low = noun.casefold()
    if low.startswith("exchange "):
        return False
    if low.startswith(("memoranda", "memorandums", "letters", "lines")):
        return True
    return low.endswith("s") and not low.endswith("ss") and not any(word in low for word in _ONE_DESPITE_S)


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
