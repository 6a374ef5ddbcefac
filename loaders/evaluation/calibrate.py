"""How often facts of each sort are right, and the table of confidence that follows.

`python -m bilateral.loaders.evaluation.calibrate GOLD TEXTS [GOLD TEXTS …] [--check GOLD TEXTS …] [--write]` extracts the texts,
prints buckets of the confidence that facts have now and would have, for the given sets and for those that only check, and proposes
`lexicon/confidence.yaml` on standard output; `--write` puts it in place. Use articles that no rule was written on: on others
everything looks surer than it is. A sort with few facts leans on the wider sort that it belongs to.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral.loaders.evaluation.documents import KINDS, Document
from bilateral.loaders.evaluation.report import assign
from bilateral.loaders.evaluation.sample import documents_of, read_sample
from bilateral.loaders.extract.confidence import KEYS, Row, load_rows, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bilateral.loaders.evaluation.sample import Sample
    from bilateral.schema.facts import Fact

__all__ = ["Bucket", "Judged", "buckets", "judge", "main", "propose"]

#: A sort of facts leans on the wider one as if that had been seen this often.
_PRIOR: Final = 4
_FEWEST: Final = 6
_STEP: Final = 20  # values are multiples of 1/20
_EDGES: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_APART: Final = 0.1
_ENOUGH: Final = 10
_USAGE: Final = "calibrate GOLD TEXTS [GOLD TEXTS …] [--check GOLD TEXTS …] [--write]"
_TABLE: Final = Path(__file__).resolve().parents[1] / "lexicon" / "confidence.yaml"


@dataclass(frozen=True, slots=True)
class Judged:
    """A found fact: its sort, and whether it is right."""

    sort: Mapping[str, str]
    right: bool


@dataclass(frozen=True, slots=True)
class Bucket:
    """Facts with about the same confidence: how many, its mean, and the share that is right."""

    low: float
    number: int
    mean: float
    observed: float

    @property
    def off(self) -> bool:
        """Tell whether confidence and truth are far apart where there are facts enough to tell."""
        return self.number >= _ENOUGH and abs(self.mean - self.observed) > _APART


def judge(sample: Sample) -> Iterator[Judged]:
    """Give every found fact that gold calls right or wrong; those that are a matter of opinion are left out."""
    for facts in sample.raw:
        (document,) = documents_of([facts]).values()
        gold = sample.gold.get(document.id, Document(document.id))
        rows: Mapping[str, Sequence[Fact]] = {kind: getattr(facts, kind) for kind in KINDS}
        for kind in KINDS:
            pairs = {j: i for i, j in assign(kind, gold.facts[kind], document.facts[kind])}
            for j, fact in enumerate(rows[kind]):
                if j not in pairs or not gold.facts[kind][pairs[j]].get("optional"):
                    yield Judged(sort_of(fact), j in pairs)


def propose(judged: Iterable[Judged]) -> tuple[Row, ...]:
    """Give the table: from wide to narrow, a row where its share differs from that of the wider sort.

    A row's share is then that of the facts which no narrower row takes from it.
    """
    facts = tuple(judged)
    return _left_over(_rows(facts), facts)


def _left_over(rows: tuple[Row, ...], facts: Iterable[Judged]) -> tuple[Row, ...]:
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for each in facts:
        last = max(i for i, row in enumerate(rows) if row.fits(each.sort))
        counts[last][0] += each.right
        counts[last][1] += 1
    shares = ((counts[i][0] + _PRIOR * row.value) / (counts[i][1] + _PRIOR) for i, row in enumerate(rows))
    return tuple(Row(row.asked, _rounded(share)) for row, share in zip(rows, shares, strict=True))


def _rows(judged: Iterable[Judged]) -> tuple[Row, ...]:
    counts: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for each in judged:
        values = tuple(each.sort.get(key, "") for key in KEYS)
        for length in range(1, len(KEYS) + 1):
            if values[length - 1]:
                counts[values[:length]][0] += each.right
                counts[values[:length]][1] += 1
    shares: dict[tuple[str, ...], float] = {(): 1.0}
    rows = []
    for key in sorted(counts, key=lambda k: (len(k), k)):
        right, number = counts[key]
        wider = shares[key[:-1]]
        few = number < _FEWEST and len(key) > 1
        shares[key] = wider if few else (right + _PRIOR * wider) / (number + _PRIOR)
        if len(key) == 1 or _rounded(shares[key]) != _rounded(wider):
            rows.append(Row(dict(zip(KEYS, key, strict=False)), _rounded(shares[key])))
    return tuple(rows)


def _rounded(share: float) -> float:
    return min(max(round(share * _STEP), 1), _STEP - 1) / _STEP


def buckets(judged: Iterable[Judged], rows: Sequence[Row]) -> tuple[Bucket, ...]:
    """Sort facts by the confidence that the rows give them."""
    valued = [(_value(each, rows), each.right) for each in judged]
    found = []
    for low, high in pairwise(_EDGES):
        inside = [pair for pair in valued if low <= pair[0] < high]
        if inside:
            means = [sum(column) / len(inside) for column in zip(*inside, strict=True)]
            found.append(Bucket(low, len(inside), means[0], means[1]))
    return tuple(found)


def _value(each: Judged, rows: Sequence[Row]) -> float:
    return next((row.value for row in reversed(rows) if row.fits(each.sort)), 1.0)


def table(rows: Sequence[Row], articles: int, facts: int) -> str:
    """Give the rows as the lexicon's YAML."""
    lines = [
        "# The share of facts of each sort that careful readers found right; the last row that fits counts.",
        f"# Measured by bilateral.loaders.evaluation.calibrate on {facts} facts found in {articles} articles.",
    ]
    for row in rows:
        asked = ", ".join(
            f"{key}: {value}" if key == "kind" else f'{key}: "{value}"' for key, value in row.asked.items()
        )
        lines.append(f"- {{{asked}, value: {row.value:.2f}}}")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Print bucket tables on standard error and the proposed table on standard output, or write it."""
    paths = [each for each in arguments if each != "--write"]
    at = paths.index("--check") if "--check" in paths else len(paths)
    given, checking = paths[:at], paths[at + 1 :]
    if not given or len(given) % 2 or len(checking) % 2:
        sys.stderr.write(f"usage: {_USAGE}\n")
        return 2
    measured, checked = _samples(given), _samples(checking)
    facts = [each for sample in measured for each in judge(sample)]
    rows = propose(facts)
    for sample in (*measured, *checked):
        judged = tuple(judge(sample))
        _print(f"{sample.name}, as it is", buckets(judged, load_rows()))
        _print(f"{sample.name}, as proposed", buckets(judged, rows))
    text = table(rows, sum(len(sample.gold) for sample in measured), len(facts))
    sys.stdout.write(text)
    if "--write" in arguments:
        _TABLE.write_text(text, encoding="utf-8")
    return 0


def _samples(paths: Sequence[str]) -> list[Sample]:
    pairs = zip(paths[::2], paths[1::2], strict=True)
    return [read_sample(Path(gold), Path(texts)) for gold, texts in pairs]


def _print(title: str, found: Sequence[Bucket]) -> None:
    sys.stderr.write(f"{title}\n  from   facts  mean   right\n")
    for each in found:
        far = "  more than 0.1 apart" if each.off else ""
        sys.stderr.write(f"  {each.low:.1f}  {each.number:6}  {each.mean:.2f}   {each.observed:.2f}{far}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
