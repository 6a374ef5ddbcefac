"""A phrase that names an instrument, as found in one sentence, before anything is decided about it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Instrument"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """`body[start:end]` names an instrument; its noun stands at `head` to `head_end`, what it is about at `topic`.

    `modifiers` are the words in front that tell it apart; `anaphoric` marks 'the deal', 'this agreement', which only point back.
    `venue` marks 'the Oslo accord', called after a place. `codes` are states inside the phrase in front of the noun, `owner` a state in the possessive before it.
    """

    line: int
    start: int
    head: int
    head_end: int
    end: int
    type: str
    noun: str
    determiner: str = ""
    plural: bool = False
    count: int | None = None
    modifiers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    owner: str | None = None
    topic: tuple[int, int] | None = None
    partners: tuple[int, int] | None = None
    named: bool = False
    item: bool = False
    weak: bool = False
    title: str | None = None
    headline: bool = False
    venue: bool = False

    @property
    def anaphoric(self) -> bool:
        """Tell whether the phrase only points back to an instrument named before."""
        plain = (
            not self.modifiers
            and not self.codes
            and self.owner is None
            and self.topic is None
            and self.partners is None
        )
        return plain and not self.named and self.determiner in {"the", "this", "that", "these", "both"}
