"""What an agreement or event is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.graph.assemble.links import link
from bilateral.graph.identity.profile import texts_of
from bilateral.schema.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.graph.ledger import Held
    from bilateral.graph.model import Edge
    from bilateral.schema.names import NodeName

__all__ = ["topic_edges"]


def topic_edges(end: tuple[NodeName, str], mains: Iterable[Held]) -> Iterator[Edge]:
    """Give an edge to each topic that any source names, attested by those that do."""
    terms = registry().vocabulary("areas")
    about: dict[str, list[Held]] = {}
    for each in mains:
        for area in texts_of(each.statement, "areas"):
            about.setdefault(area, []).append(each)
    for area in sorted(about):
        if area in terms:
            yield link("ABOUT", end, ("Topic", area), about[area])
