"""Readers meet anything: they give articles or facts, or an error of ours with place and remedy, and never anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilateral.errors import BilateralError, InputError
from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources
from bilateral.loaders.articles.text import parse_text
from bilateral.loaders.evaluation import read_documents
from bilateral.schema.factsio import check_facts, dump_jsonl, dump_yaml, read_facts

if TYPE_CHECKING:
    from pathlib import Path

BOUNDED = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
#: Pieces that files are made of, so that what is drawn gets past the first check.
PIECES = [
    *(
        "article:",
        "id: a",
        "{",
        "}",
        "[",
        "]",
        "- ",
        "  ",
        "\n",
        "\n\n\n",
        "---\n",
        ": ",
        "'",
        '"',
        "\t",
        "\x00",
        "&a",
        "*a",
    ),
    *(
        "countries: [NOR]",
        "events:",
        "agreements:",
        "date: 2024-02-30",
        "!!python/object:os.system",
        "? ",
        "|",
        ">",
        "#",
    ),
    *(
        '{"id": "a", "title": "T", "text": "x"}',
        '{"article": {"id": "b"}}',
        "null",
        "1e999",
        "NaN",
        "\\ud800",
        "é",
        "中",
        "🎉",
    ),
    *(
        "\u202e",
        "\u2028",
        "\x85",
        "\r",
        "\ufeff",
        "Updated 04 March 2023",
        "2024-05-16",
        "Short Url",
        "Follow",
        "OSLO: ",
        "word ",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60)


@BOUNDED
@given(data=BYTES, ending=st.sampled_from([".txt", ".jsonl", ".json", ".yaml", ".yml"]))
def test_any_file_gives_sources_or_an_error_of_ours(data: bytes, ending: str, tmp_path: Path) -> None:
    """Every source has an id, and its text is UTF-8; an error names the file."""
    file = tmp_path / f"drawn{ending}"
    file.write_bytes(data)
    try:
        sources = list(read_sources([file]))
    except InputError as error:
        message = str(error)
        assert "drawn" in message
        return
    for source in sources:
        head = source.head if isinstance(source, Article) else source.article
        assert head.id
        if isinstance(source, Article):
            assert source.body.encode("utf-8").decode() == source.body


@BOUNDED
@given(text=TEXTS)
def test_the_bodies_of_a_text_file_are_slices_of_it(text: str) -> None:
    """In order, verbatim, each with a hash."""
    at = 0
    for article in parse_text(text, "drawn", "drawn.txt"):
        at = text.find(article.body, at)
        assert at >= 0
        assert article.head.sha256 == article.sha256


@BOUNDED
@given(text=TEXTS, jsonl=st.booleans())
def test_what_is_read_is_written_and_read_again(text: str, jsonl: bool) -> None:
    """Faults have lines; facts survive YAML and JSON Lines."""
    faults = check_facts(text, "drawn", jsonl=jsonl)
    assert all(each.line >= 1 and each.what for each in faults)
    if faults:
        return
    facts = read_facts(text, "drawn", jsonl=jsonl)
    assert read_facts(dump_yaml(facts), "again", jsonl=False) == facts
    assert read_facts(dump_jsonl(facts), "again", jsonl=True) == facts


@BOUNDED
@given(data=BYTES, ending=st.sampled_from([".jsonl", ".json", ".yaml"]))
def test_evaluation_reads_anything_or_says_why_not(data: bytes, ending: str, tmp_path: Path) -> None:
    """Its reader is laxer than the format's, and as polite."""
    file = tmp_path / f"drawn{ending}"
    file.write_bytes(data)
    try:
        documents = read_documents(file)
    except BilateralError as error:
        message = str(error)
        assert "drawn" in message
        return
    assert all(document.id == key for key, document in documents.items())


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "- " * 50_000,
        "[" * 50_000,
        "{" * 50_000,
        '{"a":' * 20_000,
        "a: &a [*a]\n",
        "\n" * 100_000,
        "Title\n\n\n" * 5_000,
        "Updated 04 March 2023\n" * 2_000,
        "\u202e" * 10_000,
        json.dumps({"article": {"id": "a" * 100_000}}),
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("ending", [".txt", ".jsonl", ".yaml"])
def test_long_and_deep_files_are_read_or_refused(text: str, ending: str, tmp_path: Path) -> None:
    """No recursion error, no minutes of work."""
    file = tmp_path / f"drawn{ending}"
    file.write_text(text, encoding="utf-8")
    try:
        said = [source.place for source in read_sources([file]) if isinstance(source, Article)]
    except InputError as error:
        said = [str(error)]
    assert all("drawn" in each for each in said)
