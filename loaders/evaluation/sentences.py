"""How much is read right of the sentences that the project wrote for measuring: events, agreements and flows, one sentence at a time.

Input: text files with a line a sentence, `TEXT ||| FACTS`; `-` where a careful reader notes nothing, else facts parted by `;`:
`TYPE SRC>TGT status` for an event (`SRC=TGT` where both do it, commas between several states), `type PARTY,PARTY status` for an agreement,
`kind FROM>TO value unit` for a flow. Output: right, found and noted facts of the odd lines, on which rules are developed, and of the even
lines, on which none is. A sentence stands alone: no article around it, no day of publication.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.article import Article
from bilateral.loaders.evaluation.report import Figures
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilateral.schema.facts import Agreement, ArticleFacts, Event, Fact, Flow

__all__ = ["Noted", "Sentence", "measure", "read_sentences"]

_PARTED: Final = "|||"
_FACT: Final = re.compile(
    r"(?P<type>\w+) (?P<left>[A-Z0-9,]+)(?:(?P<link>[>=])(?P<right>[A-Z0-9,]+))?(?: (?P<rest>\S.*))?"
)
_HALVES: Final = ("odd lines, developed on", "even lines, unseen")
_MUTUAL: Final = frozenset({"AGREE", "CONSULT"})
_NEAR: Final = 0.01


@dataclass(frozen=True, slots=True)
class Noted:
    """A fact as the readers noted it: type or kind, the states of each side, whether both do it, and what stands behind."""

    type: str
    left: frozenset[str]
    right: frozenset[str] = frozenset()
    mutual: bool = False
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or short passage, the number of its line, and the facts noted in it."""

    number: int
    text: str
    noted: tuple[Noted, ...] = field(default=())


def read_sentences(path: Path) -> tuple[Sentence, ...]:
    """Read a file; raise InputError where a line has not the form."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return tuple(_sentence(line, number, f"{path}:{number}") for number, line in lines if line.strip())


def _sentence(line: str, number: int, place: str) -> Sentence:
    text, parted, facts = (part.strip() for part in line.partition(_PARTED))
    if not text or not parted or not facts:
        raise InputError(
            "no sentence with its facts", place=place, remedy=f"Write TEXT {_PARTED} FACTS, or - for none."
        )
    noted = () if facts == "-" else tuple(_noted(part.strip(), place) for part in facts.split(";"))
    return Sentence(number, text, noted)


def _noted(told: str, place: str) -> Noted:
    match = _FACT.fullmatch(told)
    if match is None:
        raise InputError(
            f"no fact: {told!r}",
            place=place,
            remedy="Write TYPE SRC>TGT status, type PARTY,PARTY status or kind FROM>TO value unit.",
        )
    sides = frozenset(match["left"].split(",")), frozenset((match["right"] or "").split(",")) - {""}
    return Noted(match["type"], *sides, match["link"] == "=", tuple((match["rest"] or "").split()))


def measure(kind: str, sentences: Iterable[Sentence]) -> Figures:
    """Count the facts of a kind (events, agreements, flows) that extraction finds and that were noted."""
    right = found = noted = 0
    for sentence in sentences:
        told = _FACTS[kind](extract(Article(ArticleHead(f"line-{sentence.number}"), sentence.text)))
        pairs = _paired(kind, sentence.noted, told)
        right, noted = right + pairs, noted + len(sentence.noted)
        found += pairs + sum(not any(_ALIKE[kind](n, fact) for n in sentence.noted) for fact in told)
    return Figures(right, found, noted)


def _paired(kind: str, noted: Iterable[Noted], told: Iterable[Fact]) -> int:
    """Count the noted facts that have a fact of their own; a noted fact that is told twice counts once."""
    rest = list(told)
    pairs = 0
    for each in noted:
        mate = next((fact for fact in rest if _ALIKE[kind](each, fact)), None)
        if mate is not None:
            rest.remove(mate)
            pairs += 1
    return pairs


def _same_event(noted: Noted, event: Event) -> bool:
    source, target = {*event.source}, {*event.target}
    if noted.type != event.type:
        return False
    if noted.type in _MUTUAL or noted.mutual or event.symmetric:
        both = noted.left | noted.right
        return 2 * len((source | target) & both) >= len(source | target | both) and bool(target)
    return bool(source & noted.left) and bool(target & noted.right)


def _same_agreement(noted: Noted, agreement: Agreement) -> bool:
    return {*agreement.parties} == noted.left


def _same_flow(noted: Noted, flow: Flow) -> bool:
    if flow.kind != noted.type or {flow.source} != noted.left or {flow.target} != noted.right:
        return False
    if not noted.rest or noted.rest[0] == "-":
        return True
    value = float(noted.rest[0])
    return any(
        abs(float(told.value) - value) <= _NEAR * value for told in (flow.amount, flow.quantity) if told is not None
    )


_ALIKE: Final[dict[str, Callable[..., bool]]] = {
    "events": _same_event,
    "agreements": _same_agreement,
    "flows": _same_flow,
}
_FACTS: Final[dict[str, Callable[[ArticleFacts], tuple[Fact, ...]]]] = {
    "events": lambda facts: facts.events,
    "agreements": lambda facts: facts.agreements,
    "flows": lambda facts: facts.flows,
}


def _told(folder: Path) -> Iterator[str]:
    for kind in _ALIKE:
        path = folder / f"{kind}.txt"
        sentences = read_sentences(path) if path.exists() else ()
        for odd, name in zip((1, 0), _HALVES, strict=True):
            half = [s for s in sentences if s.number % 2 == odd]
            if half:
                figures = measure(kind, half)
                yield (
                    f"{kind}, {name}: {len(half)} sentences, precision {figures.precision:.3f}, recall {figures.recall:.3f}, F1 {figures.f1:.3f}"
                )


if __name__ == "__main__":
    for told in _told(Path(sys.argv[1])):
        print(told)  # noqa: T201 - the command's output
