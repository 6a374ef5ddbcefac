"""Why a sentence that names an instrument or a quantity gave no agreement and no flow.

Input: the article's `Scene`, a sentence and the facts that it gave. Output: `Dropped`s. Nothing here decides anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.agreements.between import find_parties
from bilateral.loaders.extract.agreements.nouns import find_instruments
from bilateral.loaders.extract.agreements.status import read_statuses
from bilateral.loaders.extract.events.dropped import Dropped
from bilateral.loaders.extract.flows.things import find_things
from bilateral.loaders.extract.flows.words import flow_index
from bilateral.loaders.extract.surface.close_pair import ClosePair
from bilateral.schema.facts import Agreement, Flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.schema.facts import Fact

__all__ = ["unnamed_facts"]


def unnamed_facts(scene: Scene, lines: Sequence[Line], index: int, given: Sequence[Fact]) -> Iterator[Dropped]:
    """Tell of the instruments and quantities of one sentence, where it gave none."""
    line = lines[index]
    if not any(isinstance(fact, Agreement) for fact in given):
        yield from _agreements(scene, lines, line)
    if not any(isinstance(fact, Flow) for fact in given):
        yield from _flows(scene, line)


def _agreements(scene: Scene, lines: Sequence[Line], line: Line) -> Iterator[Dropped]:
    found = find_instruments(scene.body, line)
    for instrument, readings in zip(found, read_statuses(scene.body, line, found), strict=True):
        parties = find_parties(scene.body, line, instrument, readings, ClosePair(scene, lines))
        if parties is None or len(parties.codes) < 2:  # noqa: PLR2004 - an agreement has two parties
            why = "fewer than two parties stand with it"
        elif not any(reading.asserted for reading in readings):
            why = "nothing says that it was signed, agreed or in force"
        else:
            why = "its words or its status are too weak for an agreement, or it is told with another"
        yield Dropped(line.start, line.end, "agreements", why, scene.body[instrument.head : instrument.head_end])


def _flows(scene: Scene, line: Line) -> Iterator[Dropped]:
    moved = any(True for _ in flow_index().find(scene.body, line.start, line.end))
    why = (
        "giver and taker are not two states, or the transfer is refused, cut or at home"
        if moved
        else "no word says that it moves between states"
    )
    for thing in find_things(scene, line):
        yield Dropped(line.start, line.end, "flows", why, scene.body[thing.start : thing.end])
