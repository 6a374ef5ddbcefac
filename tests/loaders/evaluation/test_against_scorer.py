"""Our figures are those of the scorer that is published with the annotated articles."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import shutil
import subprocess
import sysconfig
from typing import TYPE_CHECKING, Any, cast

import pytest
from command_fixtures import ROOT

from bilateral.loaders.evaluation import evaluate, read_documents
from bilateral.loaders.evaluation.documents import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome

GOLD = ROOT.parent / "shared" / "gold"
pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no annotated articles at {GOLD}"),
]
OTHER: dict[str, list[Any]] = {
    "type": ["CONSULT", "AGREE", "AID", "memorandum", "treaty"],
    "status": ["signed", "negotiating", "occurred", "planned", None],
    "mode": ["meeting", "visit", None],
    "date": ["2020", "2023-05", "2024-01-01/2024-06", "199X", "nonsense", None],
    "period": ["2020", "2023-05", None],
    "parties": [["NOR", "SWE"], ["NOR", "SWE", "DNK"]],
    "source": [["NOR"], []],
    "target": [["SWE"], ["NOR", "SWE"]],
    "country": ["NOR", None],
    "title": ["Foreign Minister", "Agreement on trade", None],
    "name": ["Al Sheikh", "Ola Nordmann", "Président Ölaf"],
    "officials": [["Ola Nordmann"], []],
    "place": ["Oslo", None],
    "areas": [["trade"], []],
    "amount": [{"value": 5, "currency": "USD"}, {"value": "many"}, {}, None],
    "quantity": [{"value": 5, "unit": "t"}, None],
    "kind": ["aid", "export"],
    "from": ["NOR"],
    "commodity": ["palm oil", None],
}


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("published_scorer", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _perturbed(documents: dict[str, Any], seed: int) -> list[dict[str, Any]]:
    """Give gold facts with facts left out, doubled, moved and changed, as a bad extractor would."""
    rng = random.Random(seed)
    made = []
    for document in documents.values():
        if rng.random() < 0.05:
            continue
        facts = {kind: [_changed(fact, rng) for fact in document[kind] if rng.random() < 0.85] for kind in KINDS}
        for kind in KINDS:
            facts[kind] += [dict(each) for each in facts[kind] if rng.random() < 0.1]
            rng.shuffle(facts[kind])
        countries = [code for code in document["countries"] if rng.random() < 0.9] + ["NOR"]
        made.append({"article": {"id": str(document["article"]["id"])}, "countries": countries, **facts})
    return made


def _changed(fact: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    changed = {key: value for key, value in fact.items() if key != "optional"}
    for key in sorted(set(changed) & set(OTHER)):
        if rng.random() < 0.12:
            changed[key] = rng.choice(OTHER[key])
    changed["evidence"] = [{"quote": rng.choice([fact.get("quote") or "", "never said", "the"])}]
    return changed


def _ours(gold: Path, found: Path) -> dict[str, Any]:
    report = evaluate(read_documents(gold), read_documents(found), GOLD / "texts")
    figures: dict[str, Any] = {
        kind: {
            "precision": round(each.precision, 3),
            "recall": round(each.recall, 3),
            "f1": round(each.f1, 3),
            "tp": each.hits,
            "predicted": each.found,
            "gold": each.gold,
        }
        for kind, each in report.kinds.items()
    }
    figures["facts"] = {"f1": report.facts_f1}
    figures["attributes"] = {
        kind: {name: round(right / of, 3) if of else None for name, (right, of) in counts.items()}
        for kind, counts in report.attributes.items()
    }
    figures["articles"] = {"gold": report.articles[0], "predicted": report.articles[1]}
    figures["evidence"] = {"valid": report.evidence[0], "of": report.evidence[1]}
    return figures


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("part", ["dev", "dev2", "seeds"])
def test_every_figure_is_that_of_the_published_scorer(part: str, seed: int, tmp_path: Path) -> None:
    """On gold that was made worse at random: every precision, recall, F1, count and attribute."""
    scorer = _scorer()
    gold = scorer.load(GOLD / part)
    file = tmp_path / "found.jsonl"
    file.write_text("".join(json.dumps(each, default=str) + "\n" for each in _perturbed(gold, seed)), encoding="utf-8")
    theirs = json.loads(json.dumps(scorer.score(gold, scorer.load(file), GOLD / "texts")))
    assert _ours(GOLD / part, file) == theirs
    if part == "dev":
        assert 0.3 < theirs["facts"]["f1"] < 0.95


def test_the_command_prints_the_figures(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """As JSON, with three decimals."""
    scorer = _scorer()
    gold = scorer.load(GOLD / "dev")
    file = tmp_path / "found.jsonl"
    file.write_text("".join(json.dumps(each, default=str) + "\n" for each in _perturbed(gold, 99)), encoding="utf-8")
    theirs = scorer.score(gold, scorer.load(file))
    printed = run("evaluate", GOLD / "dev", file, "-f", "json")
    assert printed.code == 0
    rows = {row["kind"]: row for row in cast("list[dict[str, Any]]", json.loads(printed.out))}
    for kind in ("countries", *KINDS, "events_strict"):
        assert float(rows[kind]["f1"]) == theirs[kind]["f1"]
        assert rows[kind]["right"] == theirs[kind]["tp"]


@pytest.mark.slow
def test_make_score_agrees_with_the_scorer() -> None:
    """The whole way: extract every text, evaluate, compare with score.py; its exit code says whether they agree."""
    if shutil.which("awk") is None:
        pytest.skip("no awk")
    environment = {**os.environ, "GOLD": str(GOLD), "BIN": sysconfig.get_path("scripts")}
    done = subprocess.run(
        ["sh", str(ROOT / "benchmarks" / "score.sh")], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
    assert done.stdout.count("score.py says the same") == 2
