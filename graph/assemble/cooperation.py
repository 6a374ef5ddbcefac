"""Who cooperates on what: derived from the agreements of cooperation, one edge for each pair and topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from bilateral.graph.assemble.ends import state_end
from bilateral.graph.assemble.links import link
from bilateral.graph.model import Graph, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilateral.graph.ledger import Held
    from bilateral.graph.model import Edge, Node

__all__ = ["Cooperation"]


@dataclass(slots=True)
class _Share:
    """What stands behind one edge: how many agreements, their statements, and the earliest of their times."""

    agreements: int = 0
    retracted: int = 0
    held: list[Held] = field(default_factory=list)
    since: dict[str, Scalar] = field(default_factory=dict)


class Cooperation:
    """Gathers agreements as they go by, and gives the edges in the end."""

    def __init__(self) -> None:
        self._shares: dict[tuple[str, str, str], _Share] = {}

    def see(self, block: Graph, held: Sequence[Held]) -> None:
        """Take note of a block's agreement if it is one of cooperation."""
        for each in block.nodes:
            if each.label == "Agreement" and "Cooperation" in each.labels:
                self._add(each, block, [one for one in held if one.statement.predicate == "status"])

    def block(self) -> Graph:
        """Give the edges, from the smaller to the larger id."""
        return Graph.of((), (_edge(key, share) for key, share in self._shares.items()))

    def _add(self, agreement: Node, block: Graph, mains: list[Held]) -> None:
        parties, areas = agreement.properties.get("parties", ()), agreement.properties.get("areas", ())
        if not isinstance(parties, tuple) or not isinstance(areas, tuple):
            return
        since = next((_since(each) for each in block.edges if each.type == "PARTY_TO"), {})
        for one, other in combinations(sorted(set(parties)), 2):
            for area in areas or ("",):
                share = self._shares.setdefault((one, other, area), _Share())
                share.agreements += 1
                share.retracted += "retracted_at" in agreement.properties
                share.held.extend(mains)
                if since and (not share.since or _first(since) < _first(share.since)):
                    share.since = since


def _since(party: Edge) -> dict[str, Scalar]:
    if "from_min" not in party.properties:
        return {}
    return {name: party.properties[name] for name in ("from", "from_min", "from_max") if name in party.properties}


def _first(since: dict[str, Scalar]) -> tuple[date, str]:
    return since["from_min"], str(since.get("from", ""))  # type: ignore[return-value]  # a date by the schema


def _edge(key: tuple[str, str, str], share: _Share) -> Edge:
    one, other, area = key
    told: dict[str, Scalar] = {"n_agreements": share.agreements - share.retracted or share.agreements, **share.since}
    if area:
        told["topic"] = area
    return link("COOPERATES_WITH", state_end(one), state_end(other), share.held, told, tail=area)
