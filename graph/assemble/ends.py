"""Things of the sources as ends of edges: label, canonical id, and the name that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.graph.identity.naming import default_person
from bilateral.schema.states import states

if TYPE_CHECKING:
    from bilateral.graph.ledger import Ledger
    from bilateral.graph.statement import Thing
    from bilateral.schema.names import NodeName

__all__ = ["Ends", "state_end", "state_name"]

_LABELS: Final[dict[str, NodeName]] = {
    "person": "Person",
    "post": "Post",
    "organization": "Organization",
    "agreement": "Agreement",
    "event": "Event",
}


class Ends:
    """Finds the node that a thing of the sources is; remembers what it found last."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._last: dict[str, str] = {}

    def of(self, thing: Thing) -> tuple[NodeName, str]:
        """Give label and id of a thing's node."""
        if thing.kind == "state":
            return state_end(thing.id)
        if thing.kind in {"post", "organization"}:
            return _LABELS[thing.kind], thing.id
        return _LABELS[thing.kind], self._canonical(thing)

    def _canonical(self, thing: Thing) -> str:
        found = self._last.get(thing.id)
        if found is None:
            found = self._ledger.canonical(thing.id) or (default_person(thing) if thing.kind == "person" else thing.id)
            if len(self._last) > 10_000:  # noqa: PLR2004 - a memory of bounded size
                self._last.clear()
            self._last[thing.id] = found
        return found


def state_end(code: str) -> tuple[NodeName, str]:
    """Give the label and id of a state or organisation; a code that nobody knows is an organisation's acronym."""
    known = states().by_code.get(code)
    return ("Country" if known is not None and known.kind != "organization" else "Organization"), code


def state_name(code: str) -> str:
    """Give the name of a state or organisation."""
    known = states().by_code.get(code)
    return code if known is None else known.name
