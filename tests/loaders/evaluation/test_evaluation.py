"""Evaluation on small invented facts: what counts as found, what counts neither way, and what a fault says."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import FactsError, InputError
from bilateral.loaders.evaluation import evaluate, read_documents

if TYPE_CHECKING:
    from pathlib import Path

    from bilateral.loaders.evaluation import Report

GOLD = """\
article: {id: a, published: 2024-05-16}
countries: [NOR, GHA]
officials:
- {name: Ingrid Solbakken, title: Minister of Fisheries, country: NOR}
events:
- {type: CONSULT, mode: meeting, source: [NOR], target: [GHA], date: 2024-05-15, status: occurred}
- {type: SUPPORT, source: [GHA], target: [NOR], status: occurred, optional: true}
---
article: {id: a-2}
agreements:
- {title: Harbour agreement, type: agreement, parties: [NOR, GHA], status: signed, areas: [trade]}
"""


def _measure(tmp_path: Path, found: str, texts: str | None = None) -> Report:
    (tmp_path / "gold.yaml").write_text(GOLD)
    (tmp_path / "found.yaml").write_text(textwrap.dedent(found))
    if texts is not None:
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "a.txt").write_text(texts)
    gold, other = read_documents(tmp_path / "gold.yaml"), read_documents(tmp_path / "found.yaml")
    return evaluate(gold, other, tmp_path / "texts" if texts is not None else None)


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    """Every figure is 1, and nothing is a mistake."""
    report = _measure(tmp_path, GOLD)
    assert {kind: each.f1 for kind, each in report.kinds.items()} == dict.fromkeys(report.kinds, 1.0)
    assert report.mistakes == []
    assert report.facts_f1 == 1.0


def test_the_parts_of_a_file_count_as_one_article(tmp_path: Path) -> None:
    """a and a-2 are one: where the splitter cut is not measured."""
    assert _measure(tmp_path, GOLD.replace("a-2", "a-7")).articles == (1, 1)


def test_a_matter_of_opinion_counts_neither_way(tmp_path: Path) -> None:
    """Found or not found, an optional fact leaves precision and recall alone."""
    with_it = _measure(tmp_path, GOLD).kinds["events"]
    without = GOLD.replace("- {type: SUPPORT, source: [GHA], target: [NOR], status: occurred, optional: true}\n", "")
    assert _measure(tmp_path, without).kinds["events"] == with_it


def test_missed_and_wrong_facts_are_listed(tmp_path: Path) -> None:
    """A minister under another state is one missed and one wrong official."""
    report = _measure(tmp_path, GOLD.replace("country: NOR", "country: SWE"))
    assert [(each.what, each.kind, each.article) for each in report.mistakes] == [
        ("missed", "officials", "a"),
        ("wrong", "officials", "a"),
    ]
    assert (report.kinds["officials"].precision, report.kinds["officials"].recall) == (0.0, 0.0)


def test_symmetric_events_have_no_direction(tmp_path: Path) -> None:
    """Ghana met Norway is Norway met Ghana; a date a month off makes it not strictly right."""
    turned = GOLD.replace(
        "source: [NOR], target: [GHA], date: 2024-05-15", "source: [GHA], target: [NOR], date: 2024-04"
    )
    report = _measure(tmp_path, turned)
    assert report.kinds["events"].hits == 1
    assert report.kinds["events_strict"].hits == 0


def test_evidence_must_be_in_the_text(tmp_path: Path) -> None:
    """White space aside, every quote must occur; a fact without a quote does not count as quoting."""
    found = """\
        article: {id: a}
        officials:
        - {name: Ingrid Solbakken, country: NOR, evidence: [{quote: Ingrid   Solbakken}]}
        - {name: Kwesi Amoah, country: GHA, evidence: [{quote: Kwesi Amoah said}]}
        - {name: Kofi Mensah, country: GHA}
        """
    assert _measure(tmp_path, found, "Title\n\n\nIngrid\nSolbakken came.").evidence == [1, 3]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("found.jsonl", '{"article": {"id": "a"}}\n{oops', "found.jsonl:2: is not JSON"),
        ("found.yaml", "article: {id: a\n", "found.yaml"),
        ("found.yaml", "countries: [NOR]\n", "found.yaml: a document has no article.id"),
        ("found.json", "[1]", "found.json: a document has no article.id"),
    ],
)
def test_a_faulty_file_is_told_with_its_place(name: str, content: str, said: str, tmp_path: Path) -> None:
    """No traceback from JSON or YAML."""
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError) as raised:
        read_documents(tmp_path / name)
    assert said in str(raised.value)


def test_no_file_is_told(tmp_path: Path) -> None:
    """An empty folder and a path that is not there."""
    for path in (tmp_path, tmp_path / "nowhere.yaml"):
        with pytest.raises(FactsError) as raised:
            read_documents(path)
        assert str(path) in str(raised.value)
        assert raised.value.remedy
