"""A statement: one claim by one source. `subject · predicate · object`, qualifiers, and a reference to the words.

The object is a thing or a value. Things are told as their source tells them (`Thing`): a state or organisation by code, a
person by name and state served, an agreement or event *of this article*; `graph.identity` says which of them are one.

The id is a hash of all that the statement says and of the words it was read from, but not of the offsets of these words, nor of
the run: a text that merely moved, or the same reading by a later run, gives the same statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bilateral.graph import ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.schema.facts import Evidence, Modality

__all__ = ["Qualifier", "Reference", "Run", "Statement", "Thing", "ThingKind", "content"]

ThingKind = Literal["state", "person", "post", "organization", "agreement", "event"]
#: What a qualifier may be. Known keys: date, as_of (EDTF text), status, type, mode, symmetric, role, side, place, areas, title,
#: parties, former, amount, currency, amount_qualifier, quantity, unit, commodity, quantity_qualifier.
Qualifier = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a source speaks of: `id` identifies it among all sources' things, `name` is the source's word for it.

    `block` names the small group within which the same thing may appear again: a state, or the states of a dyad.
    """

    kind: ThingKind
    id: str
    name: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a statement comes from: the article, its passages, who is quoted, how sure, and what read it.

    `roles` are the words that filled each role of the rule, as (role, words).
    """

    article: str
    passages: tuple[Evidence, ...] = ()
    speaker: str | None = None
    modality: Modality = "asserted"
    confidence: float | None = None
    rule: str | None = None
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What read an article: the program, its version, and a hash of its rules; a person is a run too."""

    program: str
    version: str
    rules: str = ""

    @property
    def id(self) -> str:
        """The run's id: equal programs with equal rules are one run, whenever they ran."""
        return ids.join("run", ids.slug(f"{self.program} {self.version}"), self.rules and ids.slug(self.rules, 16))


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim by one source; make it with `Statement.of`, which gives it its id."""

    id: str
    subject: Thing
    predicate: str
    object: Thing | None
    value: str | None
    reference: Reference
    qualifiers: Mapping[str, Qualifier] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        subject: Thing,
        predicate: str,
        said: Thing | str,
        reference: Reference,
        qualifiers: Mapping[str, Qualifier],
    ) -> Statement:
        """Make a statement about a thing or a value, with the id that its content has."""
        thing, value = (said, None) if isinstance(said, Thing) else (None, said)
        ordered = {key: qualifiers[key] for key in sorted(qualifiers)}
        draft = cls("", subject, predicate, thing, value, reference, ordered)
        return cls(f"st-{ids.digest(content(draft))}", subject, predicate, thing, value, reference, ordered)

    @property
    def about(self) -> str:
        """The agreement, event or person that this is about; else the relation of two states that it tells of."""
        for thing in (self.object, self.subject):
            if thing is not None and thing.block:
                return thing.id
        return f"{self.predicate}@{self.block}"

    @property
    def block(self) -> str:
        """The small group in which its thing may be met again: that of the agreement, event or person, else the dyad."""
        for thing in (self.object, self.subject):
            if thing is not None and thing.block:
                return thing.block
        return "-".join(sorted({self.subject.id, self.object.id if self.object else self.subject.id}))


def content(said: Statement) -> dict[str, object]:
    """Give what the id covers, as a JSON object; equal content is the same statement."""
    reference = said.reference
    return {
        "subject": _thing(said.subject),
        "predicate": said.predicate,
        "object": said.object and _thing(said.object),
        "value": said.value,
        "qualifiers": {key: _json(value) for key, value in said.qualifiers.items()},
        "article": reference.article,
        "quotes": [passage.quote for passage in reference.passages],
        "speaker": reference.speaker,
        "modality": reference.modality,
        "confidence": reference.confidence,
        "rule": reference.rule,
        "roles": [list(role) for role in reference.roles],
    }


def _thing(thing: Thing) -> list[str]:
    return [thing.kind, thing.id, thing.name, thing.block]


def _json(value: Qualifier) -> object:
    return list(value) if isinstance(value, tuple) else value
