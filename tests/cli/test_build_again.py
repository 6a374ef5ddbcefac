"""Building again: nothing changes where nothing changed, and what an article no longer says goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command_fixtures import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome

SIGNED = """\
Kenya and Norway sign fisheries agreement
2024-03-04

NAIROBI: Kenya and Norway signed an agreement on fisheries on Monday, the Kenyan foreign ministry said.
"""
MET = """\
Kenya and Norway hold talks
2024-03-04

NAIROBI: Kenya and Norway held talks in Nairobi on Monday, the Kenyan foreign ministry said.
"""


def _ledger(run: Callable[..., Outcome], place: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("export", "ledger", "-w", place).out.splitlines()]


def _rows(run: Callable[..., Outcome], place: Path, *query: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run("query", *query, "-w", place, "-f", "json").out)
    return rows


def _standing(lines: list[dict[str, object]]) -> set[object]:
    """Give the ids of the statements that nobody has retracted."""
    standing = set()
    for line in lines:
        recorded = line.get("recorded")
        if isinstance(recorded, list) and any(each["retracted_at"] is None for each in recorded):
            standing.add(line["id"])
    return standing


def test_a_second_build_changes_nothing(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """It says so; ledger and store are as they were, to the byte and to the change."""
    before = run("export", "ledger", "--bodies", "-w", own_samples).out
    again = run("build", SAMPLES, "-w", own_samples)
    assert again.code == 0
    assert "nothing changed: 15 articles are as they were" in again.err
    assert run("export", "ledger", "--bodies", "-w", own_samples).out == before
    assert ": 0 changes" in run("load", "-w", own_samples).err
    assert run("verify", "-w", own_samples).code == 0


def test_a_changed_article_retracts_what_it_no_longer_says(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """The agreement leaves the graph and its questions; its statements stay in the ledger, retracted."""
    place, article = tmp_path / "workspace", tmp_path / "fisheries.txt"
    article.write_text(SIGNED)
    assert run("build", article, "-w", place).code == 0
    agreements = _rows(run, place, "agreements", "country=KEN")
    assert [row["status"] for row in agreements] == ["signed"]
    before = _standing(_ledger(run, place))
    article.write_text(MET)
    changed = run("build", article, "-w", place)
    assert "0 new, 1 changed, 0 unchanged" in changed.err
    assert _rows(run, place, "agreements", "country=KEN") == []
    assert [row["mode"] for row in _rows(run, place, "meetings", "country=KEN", "partner=NOR")]
    lines = _ledger(run, place)
    known = {line["id"] for line in lines if line["kind"] == "statement"}
    assert before <= known
    assert before - _standing(lines)
    assert run("verify", "-w", place).code == 0
    gone = run("why", agreements[0]["agreement"], "-w", place)
    assert gone.code == 2


def test_a_withdrawn_article_leaves_the_graph(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """All that only it says goes from the graph; the ledger keeps it, retracted; reading it again brings it back."""
    name = "pakistan-indonesia-palm-oil"
    mine = _rows(run, own_samples, "flows", "country=PAK", "partner=IDN")
    assert mine
    withdrawn = run("build", "--withdraw", name, "-w", own_samples)
    assert withdrawn.code == 0
    assert "1 withdrawn" in withdrawn.err
    assert _rows(run, own_samples, "flows", "country=PAK", "partner=IDN") == []
    articles = json.loads(run("cypher", "MATCH (a:Article) RETURN a.id AS id", "-w", own_samples, "-f", "json").out)
    assert f"article/{name}" not in [row["id"] for row in articles]
    heads = [line for line in _ledger(run, own_samples) if line["kind"] == "article" and line["id"] == name]
    assert [bool(head["retracted_at"]) for head in heads] == [True]
    assert run("verify", "-w", own_samples).code == 0
    back = run("build", SAMPLES / f"{name}.txt", "-w", own_samples)
    assert "1 new" in back.err
    assert _rows(run, own_samples, "flows", "country=PAK", "partner=IDN") == mine


def test_an_unknown_article_cannot_be_withdrawn(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """The id is named; nothing changes."""
    before = run("export", "ledger", "-w", own_samples).out
    assert "there is no article 'nowhere'" in run("build", "--withdraw", "nowhere", "-w", own_samples).fault
    assert run("export", "ledger", "-w", own_samples).out == before


@pytest.mark.parametrize("ending", ["yaml", "jsonl"])
def test_extracted_facts_build_the_graph_of_the_texts(
    ending: str, samples: Path, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    """What extract writes is read by build and gives the same graph: every node and edge, but for the run that read it."""
    facts = tmp_path / f"facts.{ending}"
    assert run("extract", SAMPLES, "-o", facts).code == 0
    assert run("check", facts).code == 0
    assert run("build", facts, "-w", tmp_path / "workspace").code == 0
    assert _things(run, tmp_path / "workspace") == _things(run, samples)


def _things(run: Callable[..., Outcome], place: Path) -> list[str]:
    lines = run("export", "ntriples", "-w", place).out.splitlines()
    return sorted(line for line in lines if "/run/" not in line and "fromRun" not in line and "recordedAt" not in line)


def test_extract_gives_the_same_bytes_again(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """To a file or to standard output, twice over."""
    assert run("extract", SAMPLES, "-o", tmp_path / "a.jsonl").code == 0
    assert (tmp_path / "a.jsonl").read_text() == run("extract", SAMPLES).out


def test_extract_of_facts_passes_them_on(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """Facts that are extracted again are the same facts."""
    assert run("extract", SAMPLES / "vietnam-india-exercise.txt", "-o", tmp_path / "a.yaml").code == 0
    assert run("extract", tmp_path / "a.yaml", "-o", tmp_path / "b.yaml").code == 0
    assert (tmp_path / "a.yaml").read_text() == (tmp_path / "b.yaml").read_text()
