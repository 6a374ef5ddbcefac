"""Who stands in the two roles of an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.events.actor import Actor

__all__ = ["Filled", "codes_of"]


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
