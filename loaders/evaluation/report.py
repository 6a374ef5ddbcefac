"""Precision, recall and F1 of found facts against gold facts, by kind, with every mistake."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from bilateral.loaders.evaluation.compare import ATTRIBUTES, closeness
from bilateral.loaders.evaluation.documents import KINDS, Document, Fact, flat, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["Figures", "Mistake", "Report", "assign", "evaluate"]

_OPTIONAL: Final = 0.25


@dataclass(slots=True)
class Figures:
    """Counts behind a precision, a recall and an F1: micro-averaged over articles."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hits: int, found: int, gold: int) -> None:
        """Count one article."""
        self.hits, self.found, self.gold = self.hits + hits, self.found + found, self.gold + gold

    @property
    def precision(self) -> float:
        """The share of found facts that are right; 1 where nothing was to be found and nothing was."""
        return self.hits / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold facts that were found."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A gold fact that was not found, or a found fact that is in no gold."""

    article: str
    kind: str
    what: Literal["missed", "wrong"]
    fact: Fact


@dataclass(slots=True)
class Report:
    """All figures of one evaluation."""

    kinds: dict[str, Figures] = field(
        default_factory=lambda: {kind: Figures() for kind in ("countries", *KINDS, "events_strict")}
    )
    types: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    attributes: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: {kind: {name: [0, 0] for name in ATTRIBUTES[kind]} for kind in KINDS}
    )
    evidence: list[int] = field(default_factory=lambda: [0, 0])
    mistakes: list[Mistake] = field(default_factory=list)
    articles: tuple[int, int] = (0, 0)

    @property
    def facts_f1(self) -> float:
        """The mean F1 of officials, agreements, events and flows, each rounded to three decimals as it is printed."""
        return round(sum(round(self.kinds[kind].f1, 3) for kind in KINDS) / len(KINDS), 3)


def evaluate(gold: Mapping[str, Document], found: Mapping[str, Document], texts: Path | None = None) -> Report:
    """Compare what was found with the gold; `texts` holds ID.txt for checking that evidence is verbatim."""
    report = Report(articles=(len(gold), len(set(gold) & set(found))))
    for key, noted in gold.items():
        other = found.get(key, Document(key))
        report.kinds["countries"].add(
            len(noted.countries & other.countries), len(other.countries), len(noted.countries)
        )
        for kind in KINDS:
            _kind(report, kind, noted, other)
        _evidence(report, other, texts)
    return report


def _kind(report: Report, kind: str, gold: Document, found: Document) -> None:
    g, p = gold.facts[kind], found.facts[kind]
    every = assign(kind, g, p)
    pairs = [(i, j) for i, j in every if not g[i].get("optional")]
    n_found, n_gold = len(p) - (len(every) - len(pairs)), sum(not fact.get("optional") for fact in g)
    report.kinds[kind].add(len(pairs), n_found, n_gold)
    if kind == "events":
        tests = ATTRIBUTES[kind]
        strict = sum(all(tests[name](g[i], p[j]) for name in ("date", "status")) for i, j in pairs)
        report.kinds["events_strict"].add(strict, n_found, n_gold)
    for i, j in pairs:
        for name, test in ATTRIBUTES[kind].items():
            counts = report.attributes[kind][name]
            counts[0] += bool(test(g[i], p[j]))
            counts[1] += 1
    _types(report, kind, g, p, every)
    report.mistakes.extend(_mistakes(kind, gold, found, every))


def _types(report: Report, kind: str, g: Sequence[Fact], p: Sequence[Fact], every: Sequence[tuple[int, int]]) -> None:
    if kind == "officials":
        return
    name = "kind" if kind == "flows" else "type"
    hit_g, hit_p = {i for i, _ in every}, {j for _, j in every}
    for i, fact in enumerate(g):
        if not fact.get("optional"):
            report.types[f"{kind}: {fact.get(name)}"].add(int(i in hit_g), int(i in hit_g), 1)
    for j, fact in enumerate(p):
        if j not in hit_p:
            report.types[f"{kind}: {fact.get(name)}"].add(0, 1, 0)


def assign(kind: str, g: Sequence[Fact], p: Sequence[Fact]) -> list[tuple[int, int]]:
    """Pair gold facts with found ones, the closest first, each once: numbers of both."""
    scored = sorted(
        (
            (closeness(kind, gold, fact) - _OPTIONAL * bool(gold.get("optional")), -i, -j)
            for i, gold in enumerate(g)
            for j, fact in enumerate(p)
        ),
        reverse=True,
    )
    used_g: set[int] = set()
    used_p: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score > 0 and -i not in used_g and -j not in used_p:
            used_g.add(-i)
            used_p.add(-j)
            pairs.append((-i, -j))
    return pairs


def _mistakes(kind: str, gold: Document, found: Document, every: Sequence[tuple[int, int]]) -> Iterator[Mistake]:
    hit_g, hit_p = {i for i, _ in every}, {j for _, j in every}
    for i, fact in enumerate(gold.facts[kind]):
        if i not in hit_g and not fact.get("optional"):
            yield Mistake(gold.id, kind, "missed", fact)
    for j, fact in enumerate(found.facts[kind]):
        if j not in hit_p:
            yield Mistake(gold.id, kind, "wrong", fact)


def _evidence(report: Report, found: Document, texts: Path | None) -> None:
    file = texts / f"{found.id}.txt" if texts else None
    if file is None or not file.exists():
        return
    body = flat(file.read_text(encoding="utf-8"))
    for kind in KINDS:
        for fact in found.facts[kind]:
            passages = quotes(fact)
            report.evidence[0] += bool(passages) and all(quote and flat(quote) in body for quote in passages)
            report.evidence[1] += 1
