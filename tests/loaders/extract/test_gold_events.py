"""The annotated articles: what extraction must reach on those it was developed on, and on the two that the project began with."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.articles.sources import read_sources
from bilateral.loaders.evaluation import evaluate, read_documents
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.factsio import dump_jsonl

SHARED = Path(__file__).parents[3].parent / "shared"
KINDS = ("agreements", "events", "flows")
GOLD = SHARED / "gold"
pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(not (GOLD / "dev").exists(), reason=f"no annotated articles at {GOLD}"),
]


def found(texts: list[Path], into: Path) -> Path:
    """Extract every article of the files into one JSON Lines file."""
    facts = [extract(a) for a in read_sources(texts) if isinstance(a, Article)]
    into.write_text(dump_jsonl(facts), encoding="utf-8")
    return into


@pytest.mark.slow
def test_events_of_the_development_set(tmp_path: Path) -> None:
    """Events reach F1 0.75, with the right date and status 0.65, and no fact is without its words."""
    texts = sorted(p for p in (GOLD / "texts").glob("*.txt") if p.stem.startswith(("D", "ND")))
    file = found(texts, tmp_path / "dev.jsonl")
    report = evaluate(read_documents(GOLD / "dev"), read_documents(file), GOLD / "texts")
    assert report.kinds["events"].f1 >= 0.75
    assert report.kinds["events_strict"].f1 >= 0.65
    assert report.kinds["events"].precision >= 0.85
    assert report.evidence[0] == report.evidence[1]
    extracted = read_documents(file)
    empty = [key for key, gold in read_documents(GOLD / "dev").items() if not any(gold.facts[kind] for kind in KINDS)]
    assert (
        sum(len(extracted[key].facts[kind]) for key in empty if key in extracted for kind in KINDS) <= len(empty) / 10
    )


def test_the_two_articles_that_the_project_began_with(tmp_path: Path) -> None:
    """They come out right: mean F1 of all kinds of fact is at least 0.9."""
    file = found([SHARED / "seeds" / "articles.txt"], tmp_path / "seeds.jsonl")
    report = evaluate(read_documents(GOLD / "seeds"), read_documents(file))
    assert report.kinds["events"].f1 == 1.0
    assert report.facts_f1 >= 0.9
