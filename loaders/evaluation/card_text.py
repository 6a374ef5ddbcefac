"""The accuracy card as a page for people (Markdown)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.evaluation.accuracy import shipped_card
from bilateral.loaders.evaluation.documents import BETWEEN_STATES, KINDS
from bilateral.loaders.evaluation.report import Figures
from bilateral.loaders.extract.version import rules_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.loaders.evaluation.accuracy import Card, Counts, MeasuredSet

__all__ = ["card_text", "export_note"]

_NAMES: Final = {"events_strict": "events, date and status right too"}
_HEAD: Final = """# How accurate the extraction is

Facts that the rules found in annotated articles, compared with what careful readers noted there. Precision is the share of found facts
that are right, recall the share of noted facts that were found, F1 their harmonic mean. A fact is right if its states (and for events
its type, for flows its goods or sum) are those of the readers; attributes are counted on right facts. Written by
`python -m bilateral.loaders.evaluation.card`.
"""
_LIMITS: Final = """## What this does not say

The articles are English news and statements; other languages are not read. Figures of a set that the rules were developed on are
better than those of new texts: look at sets on which no rule was written. Facts from the same article are not independent, so
small differences mean little. Facts that come from files of facts, and not from text, are not measured here.
"""


def export_note() -> str | None:
    """Give the shipped card with a warning if the rules have changed since; None if none was measured."""
    card = shipped_card()
    return None if card is None else card_text(card, now=rules_version())


def card_text(card: Card, *, now: str | None = None) -> str:
    """Give the page; `now` are the rules in use, if they may be others."""
    parts = [_HEAD, _made(card)]
    if now is not None and now != card.rules:
        parts.append(
            f"**The rules have changed since: these are {now}. The figures below are those of other rules.**\n"
        )
    for number, each in enumerate(card.sets, 1):
        parts += _set(number, each)
    return "\n".join([*parts, _LIMITS])


def _made(card: Card) -> str:
    return f"Measured on {card.measured} with bilateral {card.version}, rules `{card.rules}`, language model {card.model}.\n"


def _set(number: int, each: MeasuredSet) -> Iterator[str]:
    years = f", published {each.years[0]} to {each.years[1]}" if each.years else ""
    yield f"## Set {number}: {each.about}\n\n{each.articles} articles{years}.\n"
    yield "### By kind\n"
    yield _table(_COLUMNS, [_figures(_NAMES.get(name, name), counts) for name, counts in each.figures.items()])
    yield f"Mean F1 of officials, agreements, events and flows: {_mean(each):.3f}.\n"
    yield f"{_evidence(each)}\n\n{_empty(each)}\n"
    yield "### By type\n"
    yield _table(_COLUMNS, [_figures(name, counts) for name, counts in each.types.items()])
    yield "### Attributes of right facts\n"
    rows = [(f"{kind}: {n}", _share(*c), str(c[1])) for kind, of in each.attributes.items() for n, c in of.items()]
    yield _table(("attribute", "right", "facts"), rows)
    yield "### Mistakes\n"
    mistakes = [(f"{m.kind}: {m.sort}" if m.sort else m.kind, str(m.missed), str(m.wrong)) for m in each.mistakes]
    yield _table(("facts", "missed", "wrong"), mistakes)
    if each.causes:
        yield "### Why facts were missed\n"
        yield _table(("cause", *BETWEEN_STATES, "together", "mean F1 with them"), list(_causes(each)))
    yield "### Confidence\n"
    buckets = [(f"{low:.1f}", str(n), f"{mean:.2f}", f"{right:.2f}") for low, n, mean, right in each.confidence]
    yield _table(("from", "facts", "mean confidence", "share right"), buckets)


def _causes(each: MeasuredSet) -> Iterator[tuple[str, ...]]:
    """Give a row for each cause, the most frequent first, with the mean F1 if its facts were found and nothing else changed."""
    counts = {(kind, cause): number for kind, cause, number in each.causes}
    causes = {cause: [counts.get((kind, cause), 0) for kind in BETWEEN_STATES] for _, cause, _ in each.causes}
    for cause, row in sorted(causes.items(), key=lambda item: (-sum(item[1]), item[0])):
        gained = dict(zip(BETWEEN_STATES, row, strict=True))
        yield cause, *map(str, row), str(sum(row)), f"{_mean(each, gained):.3f}"


def _mean(each: MeasuredSet, gained: Mapping[str, int] | None = None) -> float:
    """Give the mean F1 over the kinds of facts, with as many more right facts of each kind as were `gained`."""
    more = gained or {}
    counts = {kind: each.figures[kind] for kind in KINDS}
    figures = (Figures(c[0] + more.get(k, 0), c[1] + more.get(k, 0), c[2]) for k, c in counts.items())
    return sum(round(figure.f1, 3) for figure in figures) / len(KINDS)


_COLUMNS: Final = ("facts", "precision", "recall", "F1", "right", "found", "noted")


def _figures(name: str, counts: Counts) -> tuple[str, ...]:
    each = _counted(counts)
    precision = f"{each.precision:.3f}" if each.found else "–"
    recall = f"{each.recall:.3f}" if each.gold else "–"
    return (name, precision, recall, f"{each.f1:.3f}" if each.gold else "–", *map(str, counts))


def _counted(counts: Counts) -> Figures:
    return Figures(*counts)


def _evidence(each: MeasuredSet) -> str:
    return f"{each.evidence[0]} of {each.evidence[1]} found facts quote the article word by word."


def _empty(each: MeasuredSet) -> str:
    return (
        f"{each.empty} of the articles hold nothing between states; "
        f"in {each.empty_with_facts} of them something was found ({each.false_facts} facts)."
    )


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "–"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"
