"""The accuracy card: measured anew on annotated sets, written for people and for programs.

`python -m bilateral.loaders.evaluation.card GOLD [--texts TEXTS] [--about WORDS] [GOLD …]` extracts the texts of each set (from the folder
`texts` beside it, unless named), compares, and writes `docs/accuracy.md` and `loaders/evaluation/accuracy.json`. Neither holds a word
of the texts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral import __version__
from bilateral.graph import clock
from bilateral.loaders.evaluation.accuracy import FILE, Card, MeasuredSet, Mistakes
from bilateral.loaders.evaluation.calibrate import buckets, judge
from bilateral.loaders.evaluation.card_text import card_text
from bilateral.loaders.evaluation.causes import count_causes
from bilateral.loaders.evaluation.documents import BETWEEN_STATES
from bilateral.loaders.evaluation.report import evaluate
from bilateral.loaders.evaluation.sample import documents_of, read_sample
from bilateral.loaders.extract.confidence import load_rows
from bilateral.loaders.extract.version import model_version, rules_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.evaluation.calibrate import Bucket
    from bilateral.loaders.evaluation.documents import Document
    from bilateral.loaders.evaluation.report import Report
    from bilateral.loaders.evaluation.sample import Sample

__all__ = ["main", "measure", "measure_set"]

_ROOT: Final = Path(__file__).resolve().parents[2]
_USAGE: Final = "card GOLD [--texts TEXTS] [--about WORDS] [GOLD …]"


@dataclass(frozen=True, slots=True)
class _Asked:
    gold: Path
    texts: Path | None = None
    about: str = ""


def measure(sets: Sequence[MeasuredSet]) -> Card:
    """Give the card of these sets, with its date, the rules and the model."""
    return Card(clock.now()[:10], __version__, rules_version(), model_version(), tuple(sets))


def measure_set(sample: Sample, about: str) -> MeasuredSet:
    """Measure one set."""
    found = documents_of(sample.raw)
    report = evaluate(sample.gold, found, sample.texts)
    empty = [key for key, gold in sample.gold.items() if not any(gold.facts[kind] for kind in BETWEEN_STATES)]
    false = [number for key in empty if (number := _facts_in(found.get(key)))]
    years = [day.earliest.year for each in sample.articles if (day := each.head.published) and day.earliest]
    return MeasuredSet(
        about=about or sample.name,
        articles=len(sample.gold),
        years=(min(years), max(years)) if years else None,
        figures={name: (each.hits, each.found, each.gold) for name, each in report.kinds.items()},
        types={name: (each.hits, each.found, each.gold) for name, each in sorted(report.types.items())},
        attributes={kind: {name: (n[0], n[1]) for name, n in each.items()} for kind, each in report.attributes.items()},
        empty=len(empty),
        empty_with_facts=len(false),
        false_facts=sum(false),
        evidence=(report.evidence[0], report.evidence[1]),
        mistakes=tuple(_mistakes(report)),
        confidence=tuple(_bucket(each) for each in buckets(judge(sample), load_rows())),
        causes=tuple((*key, number) for key, number in sorted(count_causes(sample, report).items())),
    )


def _facts_in(found: Document | None) -> int:
    return sum(len(found.facts[kind]) for kind in BETWEEN_STATES) if found else 0


def _bucket(each: Bucket) -> tuple[float, int, float, float]:
    return each.low, each.number, round(each.mean, 3), round(each.observed, 3)


def _mistakes(report: Report) -> Iterator[Mistakes]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for each in report.mistakes:
        sort = each.fact.get("kind" if each.kind == "flows" else "type")
        counts[each.kind, str(sort or ""), each.what] += 1
    for kind, sort in sorted({key[:2] for key in counts}):
        yield Mistakes(kind, sort, counts[kind, sort, "missed"], counts[kind, sort, "wrong"])


def main(arguments: Sequence[str]) -> int:
    """Measure the sets and write both files."""
    asked = _asked(arguments)
    if not asked:
        sys.stderr.write(f"usage: {_USAGE}\n")
        return 2
    card = measure([measure_set(read_sample(each.gold, each.texts), each.about) for each in asked])
    (_ROOT / "loaders" / "evaluation" / FILE).write_text(
        json.dumps(card.plain(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    (_ROOT / "docs" / "accuracy.md").write_text(card_text(card), encoding="utf-8")
    return 0


def _asked(arguments: Sequence[str]) -> list[_Asked]:
    found: list[_Asked] = []
    rest = iter(arguments)
    for each in rest:
        if each in {"--texts", "--about"} and found:
            value = next(rest, "")
            found[-1] = replace(found[-1], texts=Path(value)) if each == "--texts" else replace(found[-1], about=value)
        elif each.startswith("-"):
            return []
        else:
            found.append(_Asked(Path(each)))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
