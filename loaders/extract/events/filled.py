"""Who stands in the two roles of an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilateral.loaders.extract.events.actor import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.syntax.tree import Token

__all__ = ["Filled", "codes_of", "together"]


@dataclass(frozen=True, slots=True)
class Filled:
    """The actors of both roles; `deferred` names the path by which the target is to be found in the article, if it is."""

    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    deferred: str = ""

    @property
    def source_codes(self) -> tuple[str, ...]:
        """The states that act."""
        return codes_of(self.source)

    @property
    def target_codes(self) -> tuple[str, ...]:
        """The states acted upon."""
        return codes_of(self.target)


def codes_of(found: Iterable[Actor]) -> tuple[str, ...]:
    """Give the states of all, each once."""
    return tuple(dict.fromkeys(c for a in found for c in a.codes))


def together(token: Token, found: Sequence[Actor]) -> Actor | None:
    """Give the only one that a pronoun can mean, or all of them where it is 'they'."""
    if len(found) == 1 or token.text.lower() != "they":
        return found[0] if len(found) == 1 else None
    names = tuple(n for a in found for n in a.officials)
    return Actor(codes_of(found), "reference", token.start, token.end, names, token.index)
