"""Several mentions of one instrument become one.

Input: candidates in text order. Output: groups, each one instrument. Same parties, types that go together, and nothing in what they
are about that keeps them apart; instruments named side by side in one sentence are never the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.told_anew import told_anew
from bilateral.loaders.extract.agreements.totals import is_total
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.parties import Parties
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.schema.values import Amount, PartialDate, Quantity

__all__ = ["Candidate", "Group", "content_words", "group"]

_GENERAL: Final = frozenset({"agreement"})
_MEET: Final = frozenset({
    frozenset({"agreement", "contract"}), frozenset({"agreement", "financing"}), frozenset({"agreement", "ceasefire"}),
    frozenset({"agreement", "treaty"}), frozenset({"agreement", "memorandum"}),
    frozenset({"agreement", "protocol"}),
})  # fmt: skip
_AMENDED: Final = {"agreement", "protocol"}
_DONE: Final = frozenset({"signed", "ratified", "agreed"})
_SAME: Final = 0.34


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of an instrument with all that its sentence says of it."""

    instrument: Instrument
    parties: Parties | None
    readings: tuple[StatusReading, ...]
    areas: tuple[str, ...]
    words: frozenset[str]
    amount: tuple[Amount, tuple[int, int]] | None = None
    quantity: tuple[Quantity, tuple[int, int]] | None = None
    dates: tuple[tuple[PartialDate, tuple[int, int]] | None, ...] = ()
    named_date: tuple[PartialDate, tuple[int, int]] | None = None
    denied: bool = False
    age: str = ""
    early: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one instrument, in text order."""

    codes: tuple[str, ...]
    members: tuple[Candidate, ...]

    @property
    def type(self) -> str:
        """Give the most telling type of the members."""
        kinds = [m.instrument.type for m in self.members if not m.instrument.anaphoric]
        kinds = kinds or [m.instrument.type for m in self.members]
        special = [kind for kind in kinds if kind not in _GENERAL]
        return (special or kinds or ["agreement"])[0]


def content_words(text: str) -> frozenset[str]:
    """Give the words of a phrase that tell instruments apart."""
    words = {fold_word(w.strip(".,;:()“”\"'’")) for w in text.replace("–", " ").replace("-", " ").split()}
    return frozenset(w for w in words if w and w not in _grammar("merge dull"))


def group(candidates: Iterable[Candidate]) -> tuple[Group, ...]:
    """Bring the candidates together."""
    groups: list[Group] = []
    for candidate in candidates:
        at = next((i for i in range(len(groups) - 1, -1, -1) if _same(groups[i], candidate)), None)
        if at is not None:
            groups[at] = replace(groups[at], members=(*groups[at].members, candidate))
        elif candidate.parties is not None and (_is_new(candidate) or _founds(candidate, groups)):
            groups.append(Group(candidate.parties.codes, (candidate,)))
    return tuple(groups)


def _is_bare(instrument: Instrument) -> bool:
    return instrument.plural or instrument.noun == "it"


def _is_new(candidate: Candidate) -> bool:
    if candidate.instrument.noun == "it":
        return False
    body = candidate.instrument.type == "framework" and any(r.status == "in_force" for r in candidate.readings)
    if body and not candidate.instrument.plural and not _is_soft(candidate.instrument):
        return True
    dated = candidate.named_date is not None and bool(candidate.readings)
    dated = dated or (candidate.parties is not None and candidate.parties.rule == "relative")
    return (dated or not candidate.instrument.anaphoric) and (not _several(candidate) or is_total(candidate))


def _breached(candidate: Candidate) -> bool:
    """Tell whether a ceasefire is spoken of as one that holds or is broken: 'accused each other of violating the ceasefire'."""
    return candidate.instrument.type == "ceasefire" and any(r.modality == "described" for r in candidate.readings)


def _founds(candidate: Candidate, groups: Iterable[Group]) -> bool:
    """Tell whether 'the deal was sealed' is the first word of an instrument that the text takes as known from its headline."""
    told = any(r.asserted and r.status in _DONE for r in candidate.readings)
    sure = candidate.parties is not None and candidate.parties.rule not in {"one and leading", "understood"}
    known = any(candidate.parties is not None and set(g.codes) & set(candidate.parties.codes) for g in groups)
    told = told or _breached(candidate)
    return candidate.instrument.anaphoric and not _is_bare(candidate.instrument) and told and sure and not known


def _several(candidate: Candidate) -> bool:
    """Tell whether a plural names none of its instruments: 'the agreements with X'."""
    instrument = candidate.instrument
    return instrument.plural and not candidate.words and not instrument.codes


def _same(known: Group, new: Candidate) -> bool:
    instrument = new.instrument
    titles = {m.instrument.title for m in known.members if m.instrument.title is not None}
    if instrument.title is not None and titles:
        return instrument.title in titles
    if not _types_meet(known.type, instrument):
        return False
    if _of_another_age(known, new) or told_anew(known.members, new):
        return False
    if instrument.anaphoric:
        return _points_back(known, new)
    return new.parties is not None and new.parties.codes == known.codes and _beside(known, new)


def _of_another_age(known: Group, new: Candidate) -> bool:
    """Tell whether one is the old and one the new: 'a prior accord' beside what was just made, 'the existing treaty' beside 'a new one'."""
    ages = {m.age for m in known.members}
    if {new.age, *ages} >= {"standing", "new"}:
        return True
    made = any(r.asserted and r.status in _DONE for m in known.members for r in m.readings)
    if new.age == "former":
        return "former" not in ages and made
    return ages == {"former"} and new.instrument.determiner in {"a", "an"}


def _beside(known: Group, new: Candidate) -> bool:
    """Tell whether nothing in the place or the words of a mention keeps it apart from what is known."""
    instrument = new.instrument
    if instrument.item and any(m.instrument.item for m in known.members):
        return any(m.words == new.words for m in known.members)
    if instrument.item and (known.members[0].instrument.plural or not any(m.words & new.words for m in known.members)):
        return False
    if known.type == instrument.type == "framework" and _is_soft(known.members[0].instrument) != _is_soft(instrument):
        return False
    together = any(m.instrument.line == instrument.line for m in known.members)
    if together and (_apart(known, new) or _of_own_parties(known, new) or {known.type, instrument.type} == _AMENDED):
        return False
    beside = (m.instrument for m in known.members if m.instrument.line == instrument.line and not _is_headline(m))
    if any(_side_by_side(first, instrument) for first in beside):
        return False
    return _about_the_same(known, new)


def _is_soft(instrument: Instrument) -> bool:
    """Tell whether a framework is no body: 'partnership', 'dialogue'."""
    return instrument.noun in _grammar("state soft")


def _apart(known: Group, new: Candidate) -> bool:
    """Tell whether a name in the same sentence shares no word with what is known: 'the pact will be replaced by the Y Accord'."""
    words = frozenset[str]().union(*(m.words for m in known.members))
    return new.instrument.named and bool(words) and bool(new.words) and not words & new.words


def _of_own_parties(known: Group, new: Candidate) -> bool:
    """Tell whether another noun with parties of its own stands beside: 'the memorandum builds on the agreement between A and B'."""
    beside = [m.instrument for m in known.members if m.instrument.line == new.instrument.line]
    return new.instrument.partners is not None and all(i.type != new.instrument.type for i in beside)


def _is_headline(member: Candidate) -> bool:
    """Tell whether the member is the statement that the headline names, set on the article's first sentence."""
    return member.parties is not None and member.parties.rule == "headline"


def _types_meet(kind: str, instrument: Instrument) -> bool:
    return kind == instrument.type or frozenset({kind, instrument.type}) in _MEET


def _points_back(known: Group, new: Candidate) -> bool:
    """Tell whether 'the deal' may mean the known instrument."""
    last = known.members[-1].instrument
    if new.instrument.noun == "it" and (new.instrument.line - last.line > 1 or last.plural or not new.readings):
        return False
    if new.parties is not None and new.parties.codes != known.codes:
        return False
    return not last.plural or new.instrument.plural


def _side_by_side(first: Instrument, second: Instrument) -> bool:
    return (
        (first.start != second.start and second.determiner not in {"the", "this", "that", "its", "their"})
        or first.item
        or second.item
    )


def _about_the_same(known: Group, new: Candidate) -> bool:
    if (
        new.instrument.type == "joint_statement"
        and new.instrument.named != known.members[0].instrument.named
        and not (_is_headline(known.members[0]) and new.instrument.line == known.members[0].instrument.line)
        and not new.words
    ):
        return False
    if not new.words or all(not m.words for m in known.members):
        return new.instrument.plural == known.members[0].instrument.plural
    for member in known.members:
        if member.words:
            shared = len(member.words & new.words)
            if shared / min(len(member.words), len(new.words)) >= _SAME:
                return True
    if known.type == new.instrument.type == "contract" and len(new.words) > 1:
        return False  # two things sold
    areas = {a for m in known.members for a in m.areas}
    if all(m.instrument.headline for m in known.members) and not new.instrument.headline:
        return bool(areas & set(new.areas)) and known.type == new.instrument.type
    return (
        bool(areas & set(new.areas))
        and not (new.instrument.named and any(m.instrument.named for m in known.members))
        and known.type == new.instrument.type
    )


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
