"""What a sentence says became of an instrument: signed, negotiated, in force; and how surely.

Input: a line and its instruments. Output: for each instrument the `StatusReading`s of that line, nearest words first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.lexicon import read_lexicon, word_lists
from bilateral.loaders.extract.phrases import PhraseIndex
from bilateral.loaders.extract.status_words import Trigger, status_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.instrument import Instrument
    from bilateral.loaders.extract.lines import Line
    from bilateral.loaders.extract.phrases import Hit

__all__ = ["StatusReading", "read_statuses"]

_BLOCKS: Final = frozenset(
    {
        ";",
        ":",
        ".",
        "?",
        "!",
        "that",
        "which",
        "who",
        "said",
        "says",
        "after",
        "when",
        "while",
        "because",
        "but",
        "whose",
        "where",
    }
)
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LINKING: Final = frozenset(
    {"under", "of", "on", "for", "to", "about", "over", "towards", "toward", "from", "in", "at"}
)
_COORDINATION: Final = frozenset(
    {
        ",",
        "and",
        ";",
        "—",
        "–",
        "-",
        ":",
        "as",
        "well",
        "along",
        "with",
        "alongside",
        "plus",
        "including",
        "also",
        "a",
        "an",
        "the",
        "namely",
        "*",
        "•",
        "two",
        "three",
        "four",
        "five",
        "six",
        "other",
    }
)
_PLAIN_TYPES: Final = frozenset({"agreement", "contract", "ceasefire", "treaty"})
_AFTER_NOUN: Final = frozenset(
    {
        "talks",
        "negotiation",
        "negotiations",
        "discussions",
        "proposal",
        "proposals",
        "plan",
        "signing",
        "signing ceremony",
        "ratification",
        "call",
        "bid",
        "offer",
        "implementation",
        "violation",
        "violations",
    }
)
_NAMELY: Final = ("including", "such as", "namely", "among them", ": ")
_RAISING: Final = frozenset({"elevate", "raise", "upgrade"})
_FAR: Final = 7
_AFTER: Final = 12
_BACK: Final = 7
_CLOSE: Final = 2
_LOOSE: Final = 5


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status, the words `body[start:end]` that give it, and whether they state it as a fact; `past` where the verb is past."""

    status: str
    start: int
    end: int
    modality: str  # asserted, plan, expect, wish, condition, negation
    past: bool
    lemma: str = ""

    @property
    def asserted(self) -> bool:
        """Tell whether the text states it as a fact."""
        return self.modality == "asserted"


def read_statuses(body: str, line: Line, instruments: Sequence[Instrument]) -> tuple[tuple[StatusReading, ...], ...]:
    """Read the statuses of every instrument of a line."""
    hits = tuple(status_index().find(body, line.start, line.end))
    found: list[tuple[StatusReading, ...]] = []
    for at, instrument in enumerate(instruments):
        left = tuple(_left(body, line, instrument, hits))
        if not left and at and _coordinated(line, instruments[at - 1], instrument):
            left = tuple(r for r in found[at - 1] if r.start < instruments[at - 1].head)
        if not left:
            left = _announced(body, instruments[:at], instrument, found)
        right = tuple(_right(body, line, instrument, hits, _end_of_row(line, instruments, at)))
        found.append((*left, *right))
    return tuple(found)


def _coordinated(line: Line, before: Instrument, after: Instrument) -> bool:
    between = [w.low for w in line.words if before.end <= w.start < after.start]
    return len(between) <= _FAR and all(low in _COORDINATION for low in between)


def _announced(
    body: str, before: Sequence[Instrument], instrument: Instrument, found: Sequence[tuple[StatusReading, ...]]
) -> tuple[StatusReading, ...]:
    """'Several agreements were signed, including a treaty on …': what was said of all holds for each."""
    for earlier, readings in zip(before, found, strict=True):
        gap = body[earlier.end : instrument.start].casefold()
        if earlier.plural and any(word in gap for word in _NAMELY):
            return readings
    return ()


def _end_of_row(line: Line, instruments: Sequence[Instrument], at: int) -> int:
    """Give the end of the last instrument joined to this one: 'X and Y were signed'."""
    end = instruments[at].end
    for before, after in zip(instruments[at:], instruments[at + 1 :], strict=False):
        if not _coordinated(line, before, after):
            break
        end = after.end
    return end


def _left(
    body: str, line: Line, instrument: Instrument, hits: Sequence[Hit[tuple[Trigger, ...]]]
) -> Iterator[StatusReading]:
    first = line.at(instrument.start)
    for hit in reversed(hits):
        if hit.start >= instrument.head:
            continue
        inside = hit.start >= instrument.start
        gap = [w.low for w in line.words[line.at(hit.end) : first]]
        for trigger in hit.value:
            if not _allowed(trigger, instrument) or (inside and trigger.relation != "adjective"):
                continue
            if not inside and not _takes(trigger, gap, line, hit):
                continue
            reading = _reading(line, hit, trigger, instrument.type)
            if reading is not None:
                yield reading
                if not inside:
                    return
        if not inside and (_BLOCKS & set(gap) or len(gap) > _FAR):
            return


def _takes(trigger: Trigger, gap: Sequence[str], line: Line, hit: Hit[tuple[Trigger, ...]]) -> bool:
    """Tell whether a status word to the left takes the instrument that stands `gap` words on."""
    if trigger.relation == "noun":
        phrase_ends_in_link = trigger.lemma.split()[-1] in _LINKING
        return len(gap) <= (2 if phrase_ends_in_link else 4) and (
            phrase_ends_in_link or bool(gap and gap[0] in _LINKING)
        )
    if trigger.relation != "object" or len(gap) > _FAR or set(gap) & (_BLOCKS | {"by", "between"}):
        return False
    if "to" in gap and not (gap[-1] == "to" and (trigger.lemma.startswith("agree") or trigger.lemma in _RAISING)):
        return False
    if "with" in gap and gap[0] != "with":
        return False
    if gap and gap[0] in {"in", "at", "on", "of"} and trigger.form != "ing" and not trigger.lemma.startswith("agree"):
        return False
    if trigger.form in {"past", "participle"} and line.low(line.at(hit.start) - 1) in _BE:
        return False
    if len(gap) > 1 and "," in gap:
        return False
    return True


def _right(
    body: str, line: Line, instrument: Instrument, hits: Sequence[Hit[tuple[Trigger, ...]]], row_end: int
) -> Iterator[StatusReading]:
    start = line.at(row_end)
    for hit in hits:
        if hit.start < row_end:
            continue
        gap = _without_brackets([w.low for w in line.words[start : line.at(hit.start)]])
        if len(gap) > _AFTER or set(gap) & {";", ".", ":", "?"}:
            return
        for trigger in hit.value:
            if _allowed(trigger, instrument) and _follows(trigger, gap, line, hit):
                reading = _reading(line, hit, trigger, instrument.type)
                if reading is not None:
                    yield reading
                    break


def _follows(trigger: Trigger, gap: Sequence[str], line: Line, hit: Hit[tuple[Trigger, ...]]) -> bool:
    """Tell whether a status word to the right says something of the instrument `gap` words before it."""
    if trigger.relation == "describes":
        return not set(gap) - {"also", "already", "now", "which", "that", ","}
    if trigger.relation == "subject":
        return len(gap) <= _FAR + gap.count(",") * 2 and not set(gap) & {"that", "who", "said", "by", "and"}
    if trigger.relation == "noun":
        return not gap and trigger.lemma in _AFTER_NOUN
    if trigger.relation != "object" or trigger.form not in {"past", "participle"}:
        return False
    aux = [low for low in gap[-4:] if low in _BE]
    if aux:
        return not set(gap) & {"who", "said"} and gap.count(",") <= 2  # noqa: PLR2004 - one parenthesis
    return (
        len(gap) <= 1
        and not set(gap) & {"and", "but", "they", "he", "she", "it", "we", "who"}
        and not (
            gap
            and gap[0]
            not in {",", "last", "recently", "already", "(", "also", "jointly", "just", "originally", "previously"}
        )
    )


def _without_brackets(words: Sequence[str]) -> list[str]:
    """Leave out what stands in brackets."""
    kept: list[str] = []
    depth = 0
    for low in words:
        depth += low in {"(", "["}
        if not depth:
            kept.append(low)
        depth -= low in {")", "]"} and depth > 0
    return kept


def _allowed(trigger: Trigger, instrument: Instrument) -> bool:
    if trigger.only is None or trigger.only == instrument.type:
        return not (
            trigger.only is None
            and instrument.type == "financing"
            and trigger.status == "extended"
            and trigger.form != "noun"
            and trigger.lemma == "extend"
        )
    return trigger.only == "plain" and instrument.type in _PLAIN_TYPES


def _reading(line: Line, hit: Hit[tuple[Trigger, ...]], trigger: Trigger, kind: str) -> StatusReading | None:
    modality = _modality(line, line.at(hit.start), trigger)
    past = trigger.form in {"past", "participle", "noun", "adjective"} and modality == "asserted"
    standing = trigger.status == "in_force" and (trigger.lemma in {"under", "have"} or trigger.form == "adjective")
    if (
        trigger.relation == "describes"
        or standing
        or (trigger.status == "expired" and trigger.form == "base" and modality == "asserted")
    ):
        return StatusReading("in_force", hit.start, hit.end, "described", past=False, lemma=trigger.lemma)
    if modality == "asserted":
        return StatusReading(trigger.status, hit.start, hit.end, modality, past, trigger.lemma)
    status = _shifts().get((f"{trigger.status} {kind}", modality)) or _shifts().get((trigger.status, modality))
    return (
        StatusReading(status, hit.start, hit.end, modality, past=False, lemma=trigger.lemma)
        if status
        else StatusReading("", hit.start, hit.end, modality, past=False, lemma=trigger.lemma)
    )


def _modality(line: Line, at: int, trigger: Trigger) -> str:
    """Read the words before a status word, back to the clause's beginning; the strongest of them decides."""
    if trigger.form == "adjective":
        return "asserted"
    start = at
    while start > max(0, at - _BACK) and line.low(start - 1) not in {
        ",",
        ";",
        ":",
        ".",
        "and",
        "but",
        "—",
        "–",
        "which",
        "who",
        "after",
        "“",
        '"',
        "since",
    }:
        start -= 1
    if start == at:
        return "asserted"
    text_start, text_end = line.words[start].start, line.words[at - 1].end
    kinds = set(_markers().kinds(line, text_start, text_end))
    bare = trigger.form in {"past", "participle"} and not {line.low(i) for i in range(max(start, at - 3), at)} & (
        _BE | {"have", "has", "had"}
    )
    if bare:
        kinds &= {"negation", "condition"} if line.low(at - 1) in {"not", "never"} else set()
    if trigger.form == "base" and not kinds:
        return "asserted"
    if trigger.form == "noun":
        kinds -= (
            {"negation"}
            if not {"no", "without", "denied", "ruled"} & {line.low(i) for i in range(start, at)}
            else set()
        )
    return next((kind for kind in ("negation", "condition", "wish", "expect", "plan") if kind in kinds), "asserted")


class _Markers:
    """The modality phrases, looked up in the words of a line."""

    def __init__(self) -> None:
        lists = word_lists("status_modality")
        self._index: PhraseIndex[str] = PhraseIndex(
            (phrase, kind) for kind, phrases in lists.items() for phrase in phrases
        )

    def kinds(self, line: Line, start: int, end: int) -> Iterator[str]:
        """Give the kinds of the marks between two offsets; one that ends in 'to' must stand close to the end."""
        text = " ".join(
            "not" if w.low.endswith("n't") else w.low for w in line.words if start <= w.start and w.end <= end
        )
        for hit in self._index.find(text):
            left = len(text[hit.end :].split())
            if left <= (_CLOSE if text[: hit.end].endswith("to") else _LOOSE):
                yield hit.value


@cache
def _markers() -> _Markers:
    return _Markers()


@cache
def _shifts() -> dict[tuple[str, str], str]:
    table = read_lexicon("status_shift")
    rows = table.items() if isinstance(table, dict) else ()
    return {
        (str(status), str(kind)): str(to) for status, row in rows if isinstance(row, dict) for kind, to in row.items()
    }
