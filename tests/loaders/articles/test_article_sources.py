"""Promises of `read_sources`: which files, in which order, each id once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import ArticleError, InputError
from bilateral.loaders.article import Article
from bilateral.loaders.articles import read_sources
from bilateral.schema.facts import ArticleFacts

if TYPE_CHECKING:
    from pathlib import Path

LINE = {"id": "a1", "title": "Malta opens embassy", "published": "2024-02-03", "text": "Malta opened it."}


def write(path: Path, *lines: object) -> Path:
    path.write_text(
        "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), encoding="utf-8"
    )
    return path


def ids(*paths: Path) -> list[str]:
    return [s.head.id if isinstance(s, Article) else s.article.id for s in read_sources(paths)]


def fault(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        list(read_sources([path]))
    assert caught.value.remedy or "\n" in str(caught.value)
    return str(caught.value)


def test_folders_are_read_in_a_fixed_order(tmp_path: Path) -> None:
    """A folder's files come sorted by path, hidden and foreign ones left out, none twice."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/a.txt", ".git/x.txt", "notes.md", "a.txt"):
        write(tmp_path / name, f"Title of {name}", "", "Body.")
    assert ids(tmp_path, tmp_path / "a.txt") == ["a", "c"] or ids(tmp_path / "c.txt", tmp_path / "a.txt") == ["c", "a"]


def test_paths_keep_the_order_given(tmp_path: Path) -> None:
    """Files come in the order of the arguments."""
    one, two = write(tmp_path / "z.txt", "One title", "", "One."), write(tmp_path / "a.txt", "Two title", "", "Two.")
    assert ids(one, two, one) == ["z", "a"]


def test_json_lines_give_articles(tmp_path: Path) -> None:
    """A line is an article; its text is the body, its time stamp the day."""
    file = write(
        tmp_path / "a.jsonl",
        LINE,
        "",
        {**LINE, "id": "a2", "published": "2024-02-03T10:00:00Z", "url": "https://a.example"},
    )
    first, second = read_sources([file])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.body == "Malta opened it."
    assert second.head.published
    assert (second.head.published.text, second.head.url) == ("2024-02-03", "https://a.example")


def test_json_lines_of_facts_are_told_apart(tmp_path: Path) -> None:
    """Lines with the key `article` are ready-made facts."""
    (facts,) = read_sources([write(tmp_path / "f.jsonl", {"article": {"id": "f1"}, "countries": ["MLT"]})])
    assert isinstance(facts, ArticleFacts)
    assert facts.countries == ("MLT",)


def test_yaml_files_are_facts(tmp_path: Path) -> None:
    """A YAML file holds one document of facts an article."""
    assert ids(write(tmp_path / "f.yaml", "article: {id: f1}", "---", "article: {id: f2}")) == ["f1", "f2"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "x"', "no JSON"),
        ("[1]", "no JSON object"),
        ({**LINE, "body": "x"}, "unknown key 'body'"),
        ({"id": "a1", "title": "x"}, "'text' is missing"),
        ({"title": "x", "text": "y"}, "'id' is missing"),
        ({**LINE, "id": " "}, "the id is empty"),
        ({**LINE, "published": "3 May 2024"}, "no date"),
        ({**LINE, "text": 5}, "'text' is no text"),
        ('{"id": "x", "title": "t", "text": "\\ud800"}', "half a surrogate pair"),
    ],
)
def test_broken_lines_are_named(tmp_path: Path, line: object, words: str) -> None:
    """The error names file, line and key."""
    message = fault(write(tmp_path / "a.jsonl", LINE, line))
    assert f"{tmp_path / 'a.jsonl'}:2" in message
    assert words in message


def test_nothing_of_a_broken_file_is_given(tmp_path: Path) -> None:
    """A fault in the last line stops the file before its first article comes out."""
    source = read_sources([write(tmp_path / "a.jsonl", LINE, "{")])
    with pytest.raises(ArticleError):
        next(source)


def test_bytes_that_are_no_text_are_named_by_their_offset(tmp_path: Path) -> None:
    """The offset counts bytes of the file, not of the line."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(json.dumps(LINE).encode() + b"\n" + b'{"id": "\xff"}\n')
    assert f"byte {len(json.dumps(LINE)) + 9} (0xff)" in fault(file)


def test_one_id_for_two_texts_is_refused(tmp_path: Path) -> None:
    """The same article twice is one; another text under its id is an error that names both places."""
    assert ids(write(tmp_path / "a.jsonl", LINE, LINE)) == ["a1"]
    message = fault(write(tmp_path / "b.jsonl", LINE, {**LINE, "text": "Malta closed it."}))
    assert "b.jsonl:1" in message
    assert "b.jsonl:2" in message


def test_paths_without_articles_are_refused(tmp_path: Path) -> None:
    """An empty folder, a missing path and a foreign file each say so."""
    (tmp_path / "empty").mkdir()
    assert "no article in this folder" in fault(tmp_path / "empty")
    assert "no such file" in fault(tmp_path / "missing")
    assert "'.pdf' are not read" in fault(write(tmp_path / "x.pdf", "x"))
