"""The type of what passes between two given actors of a sentence: how well the words for each sort of event are known.

Input: a JSON Lines file with `text`, `source`, `target` and `type` a line. Output: the type that the pipeline gives each sentence, and
macro-F1 over the types. The actors are given, whoever they are (a firm, a court, a crowd): see `read_given`. Where no frame finds anything
between the two, what the plain words tell is taken; where they tell nothing, nothing is predicted, which counts as a miss.
The file's types follow the published table from CAMEO to PLOVER, ours do not in six points, and `_filed` translates: cooperation still to
come is AGREE and conflict still to come THREATEN (we keep the type and say `scheduled`), sanctions and embargoes are COERCE (code 163), blockades and occupations ASSAULT (191, 192), a
truce is yielding, and calling off a meeting is REJECT, and signing an agreement is SUPPORT (we tell it as the agreement).
`named` tells of a sentence whether the pipeline would have found both actors as states by itself.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.articles.passages import read_passages
from bilateral.loaders.extract.coded import type_of_agreement
from bilateral.loaders.extract.events.between import CALM, HARSH
from bilateral.loaders.extract.given import Given, chosen, find_actors, read_given
from bilateral.schema.facts import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.articles.passages import Passage
    from bilateral.loaders.extract.events.between import Told
    from bilateral.schema.facts import Event

__all__ = ["Scores", "measure", "type_of"]

_YIELD: Final = frozenset({"CONCEDE", "RETREAT"})
_OF_FORCE: Final = frozenset({"blockade", "occupation"})
_HALVES: Final = ("odd lines", "even lines")


@dataclass(frozen=True, slots=True)
class Scores:
    """How many sentences, macro-F1, the share of right types, and of each type: right, predicted, gold."""

    count: int
    macro: float
    accuracy: float
    types: dict[str, tuple[int, int, int]]


def type_of(passage: Passage) -> tuple[str | None, bool]:
    """Give the type between the two actors, None if nothing is found, and whether both are actors without being given.

    Raise InputError if the words of an actor do not stand in the text.
    """
    given = read_given(passage.text, *find_actors(passage.text, passage.source, passage.target), passage.id)
    return _between(given), given.named


def measure(pairs: Iterable[tuple[str, str | None]]) -> Scores:
    """Compare gold with predicted types; macro-F1 is over the types that gold has."""
    told = list(pairs)
    right = Counter(gold for gold, found in told if gold == found)
    gold, found = Counter(g for g, _ in told), Counter(f for _, f in told if f)
    types = {name: (right[name], found[name], gold[name]) for name in sorted(gold)}
    macro = sum(2 * r / (p + g) for r, p, g in types.values()) / len(types) if types else 0.0
    return Scores(len(told), macro, sum(right.values()) / len(told) if told else 0.0, types)


def _between(given: Given) -> str | None:
    """Give the type of what tells most surely what passes between the two."""
    found = chosen(given, _filed)
    return found if found is None else _instrument(found) if isinstance(found, Agreement) else _filed(found)


def _filed(event: Event | Told) -> str:
    """Give the type under which the file's table has the event."""
    if event.status == "scheduled":
        return "AGREE" if event.type in CALM else "THREATEN" if event.type in HARSH else event.type
    if event.status == "cancelled":
        return "REJECT"
    if event.mode in _OF_FORCE:
        return "ASSAULT"
    if event.type == "SANCTION" and event.mode == "sanctions":
        return "COERCE"
    return "YIELD" if event.type in _YIELD else event.type


def _instrument(agreement: Agreement) -> str:
    if agreement.type == "ceasefire":
        return "YIELD"
    return type_of_agreement(agreement)


def _main(path: Path) -> int:
    rows: list[tuple[str, str | None, bool, int]] = []
    absent = 0
    for number, passage in enumerate(read_passages(path, typed=True)):
        try:
            found, named = type_of(passage)
        except InputError:
            absent += 1
            continue
        rows.append((passage.type or "", found, named, number % 2))
    print(f"sentences: {len(rows)}; {absent} left out, where an actor's words do not stand in the sentence")  # noqa: T201 - the command's output
    for half, label in enumerate(_HALVES):
        _tell(label, [(g, f) for g, f, _, h in rows if h == half])
    for half, label in enumerate(_HALVES):
        pairs = [(g, f) for g, f, named, h in rows if named and h == half]
        _tell(f"{label}, both actors states that are found without being given", pairs)
    _tell(
        "all lines, both actors states that are found without being given", [(g, f) for g, f, named, _ in rows if named]
    )
    return 0


def _tell(label: str, pairs: Sequence[tuple[str, str | None]]) -> None:
    scores = measure(pairs)
    print(f"{label}: macro-F1 {scores.macro:.3f}, right {scores.accuracy:.3f}, {scores.count} sentences")  # noqa: T201 - the command's output
    print("  " + ", ".join(f"{n} {2 * r / (p + g):.2f} of {g}" for n, (r, p, g) in scores.types.items()))  # noqa: T201 - the command's output


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1])))
