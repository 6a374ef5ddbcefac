"""What a sentence says became of an instrument: signed, negotiated, in force; and how surely.

Input: a line and its instruments. Output: for each instrument the `StatusReading`s of that line, nearest words first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.status_modality import modality_of, shifted
from bilateral.loaders.extract.agreements.status_reach import CONFORMING, allowed, follows, opens_clause, sits, takes
from bilateral.loaders.extract.agreements.status_split import status_hits
from bilateral.loaders.extract.agreements.status_words import Trigger
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.phrases import Hit

__all__ = ["StatusReading", "read_statuses"]

Hits = tuple["Hit[tuple[Trigger, ...]]", ...]

_NAMELY: Final = ("including", "such as", "namely", "among them", ": ")
_STANDING: Final = frozenset({
    "under", "have", "violation", "violations", "breach", "violate", "compliance", "framework", "comply with", "abide by",
    "respect", "honour", "review", "honor", "observe", "break", "provisions of", "provision of", "under the terms of", "under terms of", "pursuant to", "by virtue of",
    *CONFORMING, "stipulations of", "obligations under", "commitments under", "rights under", "adherence to",
})  # fmt: skip
_PASSED: Final = frozenset(
    {
        "approve",
        "endorse",
        "pass",
        "clear",
        "okay",
        "back",
        "adopt",
        "vote for",
        "accept",
        "vote in favour of",
        "vote in favor of",
    }
)
_RATIFIED: Final = frozenset({"agreement", "treaty", "protocol", "ceasefire"})
_FAR: Final = 7
_AFTER: Final = 12


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status, the words `body[start:end]` that give it, and how surely; `past` where the verb is past.

    `modality` is asserted, described (only implied), plan, expect, wish, condition or negation; `status` is empty where the words
    only deny.
    """

    status: str
    start: int
    end: int
    modality: str
    past: bool
    lemma: str = ""

    @property
    def asserted(self) -> bool:
        """Tell whether the text states it as a fact."""
        return self.modality == "asserted"

    @property
    def signed(self) -> bool:
        """Tell whether the text states as a fact that it was signed."""
        return self.asserted and self.status == "signed"


def read_statuses(body: str, line: Line, instruments: Sequence[Instrument]) -> tuple[tuple[StatusReading, ...], ...]:
    """Read the statuses of every instrument of a line."""
    hits = status_hits(body, line) if instruments else ()
    found: list[tuple[StatusReading, ...]] = []
    for at, instrument in enumerate(instruments):
        left = tuple(_left(line, instrument, hits))
        if not left and at and _coordinated(line, instruments[at - 1], instrument):
            left = tuple(r for r in found[at - 1] if r.start < instruments[at - 1].head)
        left = left or _announced(body, instruments[:at], instrument, found)
        right = tuple(_right(line, instrument, hits, _end_of_row(line, instruments, at)))
        found.append((*left, *_of_instrument(left, right)))
    return tuple(found)


def _of_instrument(left: Iterable[StatusReading], right: Iterable[StatusReading]) -> Iterator[StatusReading]:
    """Leave out what became of the talks on an instrument: 'talks on a treaty broke down'."""
    talked = any(r.status == "negotiating" and r.lemma in _grammar("status talks") for r in left)
    yield from (r for r in right if not (talked and r.status in _grammar("status talked out")))


def _coordinated(line: Line, before: Instrument, after: Instrument) -> bool:
    between = [w.low for w in line.words if before.end <= w.start < after.start]
    if ";" in between and after.determiner in {"its", "their"}:
        return False
    return len(between) <= _FAR and set(between) <= _grammar("status coordination")


def _announced(
    body: str, before: Sequence[Instrument], instrument: Instrument, found: Sequence[tuple[StatusReading, ...]]
) -> tuple[StatusReading, ...]:
    """Take over what was said of all: 'several agreements were signed, including a treaty on …'."""
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


def _left(line: Line, instrument: Instrument, hits: Hits) -> Iterator[StatusReading]:
    """Read the adjectives in front of the noun and the nearest word before that takes the instrument."""
    first = line.at(instrument.start)
    for hit in reversed(hits):
        if hit.start >= instrument.head:
            continue
        if hit.start >= instrument.start:
            fitting = (t for t in hit.value if t.relation == "adjective" and allowed(t, instrument))
            yield from (_reading(line, hit, trigger, instrument.type) for trigger in list(fitting)[:1])
            continue
        at = line.at(hit.start)
        gap = [w.low for w in line.words[line.at(hit.end) : first]]
        taking = next((t for t in hit.value if allowed(t, instrument) and takes(t, gap, line.low(at - 1))), None)
        if taking is not None:
            yield _still_to_come(line, instrument, _reading(line, hit, taking, instrument.type))
            return
        if len(gap) > _FAR or _grammar("status blocks") & set(gap):
            return


def _still_to_come(line: Line, instrument: Instrument, reading: StatusReading) -> StatusReading:
    """Take 'the signing of the pact will …' to be planned."""
    after = line.at(instrument.end)
    while after < len(line.words) and line.words[after].sign and line.low(after) not in {",", ";"}:
        after += 1
    hangs = {line.low(i) for i in range(after + 1, after + 4)} & _grammar("status hanging")
    being = _grammar("status be") | {"has", "have"}
    coming = line.low(after) in _grammar("status coming") or (line.low(after) in being and hangs)
    ahead = reading.status in {"signed", "ratified"} or _to_begin(line, after, reading)
    if not (coming and reading.asserted and not reading.past and ahead):
        return reading
    status = shifted(reading.status, instrument.type, "plan")
    return replace(reading, status=status, modality="plan")


def _to_begin(line: Line, after: int, reading: StatusReading) -> bool:
    """Tell whether talks on an instrument are only to begin: 'talks on a treaty will start in June'."""
    near = {line.low(i) for i in range(after, after + _FAR)}
    return reading.status == "negotiating" and bool(near & _grammar("status beginning"))


def _right(line: Line, instrument: Instrument, hits: Hits, row_end: int) -> Iterator[StatusReading]:
    """Read the words after the instrument, or after the row it stands in, that say what became of it."""
    start = line.at(row_end)
    for hit in hits:
        inside = hit.start < instrument.end and line.at(hit.start) == line.at(instrument.head_end)
        if hit.start < row_end and not inside:
            continue
        gap = [] if inside else [w.low for w in line.words[start : line.at(hit.start)]]
        if len(gap) > _AFTER + gap.count("(") * _AFTER or set(gap) & {";", ".", ":", "?"}:
            return
        gap = ["that", *gap] if opens_clause(line, start, instrument, row_end) else gap
        taken = (t for t in hit.value if allowed(t, instrument) and (follows(t, gap) or sits(t, gap, instrument)))
        following = next(taken, None)
        if following is not None:
            reading = _reading(line, hit, following, instrument.type)
            yield _let(line, instrument, reading) if following.form == "base" else reading


def _let(line: Line, instrument: Instrument, reading: StatusReading) -> StatusReading:
    """Take 'A let its pact lapse', 'allowed it to expire' to be expired, 'will let it lapse' to be in force."""
    at = line.at(instrument.start) - 1
    if not reading.lemma or line.low(at) not in _grammar("status letting") or reading.modality == "negation":
        return reading
    if reading.lemma not in word_set("agreement_grammar", "status to let"):
        return reading
    modality = modality_of(line, at, Trigger("expired", "object", "base", None, reading.lemma))
    status = "expired" if modality == "asserted" else shifted("expired", instrument.type, modality)
    return replace(reading, status=status, modality=modality, past=modality == "asserted")


def _reading(line: Line, hit: Hit[tuple[Trigger, ...]], trigger: Trigger, kind: str) -> StatusReading:
    modality = modality_of(line, line.at(hit.start), trigger)
    heading = {trigger.relation, trigger.form} & {"noun", "ing"} and line.at(hit.start) == 0 and line.headline_like
    if (trigger.relation == "adjective" or heading) and not _describes(trigger):
        return StatusReading(trigger.status, hit.start, hit.end, "described", past=False, lemma=trigger.lemma)
    if _describes(trigger) and not (modality == "negation" and trigger.lemma == "have"):
        return StatusReading("in_force", hit.start, hit.end, "described", past=False, lemma=trigger.lemma)
    if kind == "framework" and trigger.lemma in _grammar("status at work"):
        surely = "asserted" if modality == "asserted" else "described"
        return StatusReading("in_force", hit.start, hit.end, surely, past=surely == "asserted", lemma=trigger.lemma)
    if modality == "plan" and trigger.form == "ing" and _by_house(line, hit, trigger, kind) == "ratified":
        modality = "asserted"  # 'approved a law endorsing the treaty'
    if modality == "asserted" and _is_in_the_making(line, hit, trigger):
        return StatusReading("negotiating", hit.start, hit.end, modality, past=False, lemma=trigger.lemma)
    if modality in {"asserted", "described"}:
        past = trigger.form not in {"base", "ing", "noun"}
        return StatusReading(_by_house(line, hit, trigger, kind), hit.start, hit.end, modality, past, trigger.lemma)
    status = shifted(trigger.status, kind, modality)
    return StatusReading(status, hit.start, hit.end, modality, past=False, lemma=trigger.lemma)


def _is_in_the_making(line: Line, hit: Hit[tuple[Trigger, ...]], trigger: Trigger) -> bool:
    """Tell whether sides are only about to be done with it: 'are finalising a deal'."""
    at = line.at(hit.start)
    before = {line.low(at - 1), line.low(at - 2)}
    return (
        trigger.form == "ing"
        and trigger.lemma in _grammar("status in the making")
        and bool(before & _grammar("status be"))
    )


def _by_house(line: Line, hit: Hit[tuple[Trigger, ...]], trigger: Trigger, kind: str) -> str:
    """Give the status; what a parliament approves it ratifies."""
    if trigger.lemma not in _PASSED or kind not in _RATIFIED:
        return trigger.status
    at = line.at(hit.start)
    near = {line.low(i) for i in range(max(0, at - _AFTER), min(len(line.words), at + _AFTER))}
    return "ratified" if near & _grammar("status houses") else trigger.status


def _describes(trigger: Trigger) -> bool:
    """Tell whether the word only implies that the instrument is in force: 'under', 'existing', 'provides for', 'expires in'."""
    standing = trigger.status == "in_force" and (trigger.lemma in _STANDING or trigger.form == "adjective")
    return trigger.relation == "describes" or standing or (trigger.status == "expired" and trigger.form == "base")


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
