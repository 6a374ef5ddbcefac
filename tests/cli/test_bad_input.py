"""Whatever is wrong with the input is told with place and remedy, and nothing is written."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import pytest
from command_fixtures import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_fixtures import Outcome


#: A file's name and bytes → where the fault is, what it is, and what to do.
BAD = {
    "not UTF-8": (
        "a.txt",
        "Title\n2024-01-02\n\nCafé".encode("latin-1"),
        "a.txt: byte 21 (0xe9) is not UTF-8",
        "iconv",
    ),
    "UTF-16": ("a.txt", "Oslo and Accra".encode("utf-16"), "a.txt: the text is UTF-16", "iconv"),
    "empty": ("a.txt", b" \n", "a.txt: the file is empty", "put an article into it"),
    "unknown ending": ("a.pdf", b"x", "a.pdf: files that end in '.pdf' are not read", ".txt"),
    "broken JSON Lines": (
        "a.jsonl",
        b'{"id":"a","title":"T","text":"x"}\n{"id":"b","title":"T","text":"x"}\n{"id": oops\n',
        "a.jsonl:3: the line is no JSON",
        'Write {"id"',
    ),
    "unknown key of an article": (
        "a.jsonl",
        b'{"id":"a","title":"T","text":"x","datum":"x"}\n',
        "a.jsonl:1: unknown key 'datum'",
        "published",
    ),
    "impossible date of an article": (
        "a.jsonl",
        b'{"id":"a","title":"T","text":"x","published":"2023-02-30"}\n',
        "a.jsonl:1: published",
        "01 to 28",
    ),
    "one id for two texts": (
        "a.jsonl",
        b'{"id":"a","title":"T","text":"x"}\n{"id":"a","title":"T","text":"y"}\n',
        "a.jsonl:2: the article id 'a' is taken by another text, at",
        "Rename one",
    ),
    "one id for two documents": (
        "a.yaml",
        b"article: {id: a}\ncountries: [NOR]\n---\narticle: {id: a}\ncountries: [SWE]\n",
        "a.yaml:4: article.id: 'a' stands twice with different facts",
        "ID-2",
    ),
    "Norway's two letters": (
        "a.yaml",
        b"article: {id: a}\ncountries: [NOR]\nofficials:\n- name: X\n  country: NO\n",
        "a.yaml:5: officials[1].country: 'NO' is no code",
        "write NOR",
    ),
    "the key on": ("a.yaml", b"article: {id: a}\non: 2024\n", "a.yaml:2: on: unknown key", "agreements"),
    "a key twice": (
        "a.yaml",
        b"article: {id: a}\ncountries: [NOR]\ncountries: [SWE]\n",
        "a.yaml:3: the key 'countries' stands twice",
        "line 2",
    ),
    "a tab": ("a.yaml", b"article:\n\tid: a\n", "a.yaml:2: this is no YAML", "indentation"),
    "no document": ("a.yaml", b"just words\n", "a.yaml:1: a document holds no mapping", "article:"),
    "broken facts in JSON Lines": (
        "a.jsonl",
        b'{"article":{"id":"a"}}\n{"article":{"id":"b"}}\n{"article": oops\n',
        "a.jsonl:3: this is no JSON",
        "one object a line",
    ),
}

FAULTY = """\
article: {id: a, title: T, published: 2024-01-02}
countries: [NOR, XYZ]
colour: red
agreements:
- title: A
  type: agreement
  parties: [NOR, SWE]
  status: signd
  date: 2023-02-30
events:
- type: CONSULT
  source: [NOR]
  target: [SWE]
  date: 2024-05/2023-01
"""
#: Line → what is said of it.
FAULTS = {
    2: "'XYZ' is no code of a state or organisation",
    3: "colour: unknown key",
    8: "'signd' is not in the list of agreement statuses. Did you mean signed?",
    9: "2023-02 has no day 30",
    14: "the end 2023-01 is before the start 2024-05",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_stops_build_before_anything_is_written(
    name: str, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    """Build says where, what and what to do, ends with 2, and does not even make the workspace."""
    file, data, said, remedy = BAD[name]
    (tmp_path / file).write_bytes(data)
    (tmp_path / "good.txt").write_bytes((SAMPLES / "kenya-japan-visit-held.txt").read_bytes())
    fault = run("build", tmp_path / "good.txt", tmp_path / file, "-w", tmp_path / "workspace").fault
    assert str(tmp_path / said) in fault
    assert remedy in fault
    assert not (tmp_path / "workspace").exists()


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_finding_of_check(name: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """Check prints the same words on standard output and ends with 1."""
    file, data, said, remedy = BAD[name]
    (tmp_path / file).write_bytes(data)
    found = run("check", tmp_path / file)
    assert found.code == 1
    assert str(tmp_path / said) in found.out
    assert remedy in found.out
    assert found.err == "0 of 1 without faults\n"


@pytest.mark.parametrize("command", ["check", "build"])
def test_every_fault_of_a_facts_file_is_told_with_its_line(
    command: str, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    """Both commands list all five faults, each with file and line, not only the first."""
    (tmp_path / "facts.yaml").write_text(FAULTY)
    options = ("-w", tmp_path / "workspace") if command == "build" else ()
    outcome = run(command, tmp_path / "facts.yaml", *options)
    told = outcome.out if command == "check" else outcome.fault
    assert outcome.code == (1 if command == "check" else 2)
    for line, said in FAULTS.items():
        assert any(
            words.strip().startswith(f"{tmp_path}/facts.yaml:{line}: ") and said in words for words in told.splitlines()
        ), (line, told)
    assert f"{len(FAULTS)} faults" in told


def test_check_looks_into_every_file_of_a_folder(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """A folder with two faulty files and a good one: both are told, and the count is right."""
    (tmp_path / "a.yaml").write_text("article: {id: a}\ncolour: red\n")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfa\n")
    (tmp_path / "c.yaml").write_text("article: {id: c}\n")
    found = run("check", tmp_path)
    assert found.code == 1
    assert "a.yaml:2: colour" in found.out
    assert "b.txt: byte 0" in found.out
    assert found.err == "1 of 3 without faults\n"


def test_check_finds_an_id_taken_in_two_files(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """Two files, each right by itself, that tell different things of one article."""
    (tmp_path / "a.yaml").write_text("article: {id: same}\ncountries: [NOR]\n")
    (tmp_path / "b.yaml").write_text("article: {id: same}\ncountries: [SWE]\n")
    found = run("check", tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert found.code == 1
    assert "b.yaml: the article id 'same' is taken by another text" in found.out


def test_check_of_what_is_right_is_silent(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """No fault: nothing on standard output, exit code 0; also for the schema and the samples."""
    (tmp_path / "a.yaml").write_text("article: {id: a}\n")
    found = run("check", tmp_path / "a.yaml", SAMPLES, SAMPLES.parents[1] / "schema")
    assert (found.code, found.out) == (0, "")


def test_check_names_the_fault_of_a_schema(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """A type file with an unknown key is told with its place."""
    schema = SAMPLES.parents[1] / "schema"
    for folder in ("types", "vocabulary", "countries"):
        shutil.copytree(schema / folder, tmp_path / "schema" / folder)
    file = tmp_path / "schema" / "types" / "event.yaml"
    file.write_text(file.read_text() + "colour: red\n")
    found = run("check", tmp_path / "schema")
    assert found.code == 1
    assert "event.yaml" in found.out
    assert "colour" in found.out


@pytest.mark.parametrize("command", ["build", "extract", "check"])
def test_a_missing_path_is_told(command: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """The path is named; nothing is made."""
    options = ("-w", tmp_path / "workspace") if command == "build" else ()
    outcome = run(command, tmp_path / "nowhere", *options)
    assert f"{tmp_path}/nowhere: there is no such file or folder" in outcome.out + outcome.err
    assert outcome.code == (1 if command == "check" else 2)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_articles_is_told(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """The endings that are read are named."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "picture.png").write_bytes(b"x")
    fault = run("build", tmp_path / "in", "-w", tmp_path / "workspace").fault
    assert "in: there is no article in this folder" in fault
    assert ".jsonl" in fault
    assert not (tmp_path / "workspace").exists()


def test_build_without_sources_is_wrong_use(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """Neither a source nor an article to withdraw."""
    assert "nothing to build from" in run("build", "-w", tmp_path / "workspace").fault
    assert not (tmp_path / "workspace").exists()


def test_norway_as_a_word_of_yaml_stays_norway(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """YAML 1.1 reads NO, on and yes as truth values; here a title `no` and a name `On` stay words."""
    (tmp_path / "a.yaml").write_text(
        textwrap.dedent("""\
        article: {id: no, title: yes, published: 2024}
        officials:
        - {name: On Yes, title: off, country: NOR}
        """)
    )
    written = run("extract", tmp_path / "a.yaml", "-o", tmp_path / "b.yaml")
    assert written.code == 0
    text = (tmp_path / "b.yaml").read_text()
    again = run("extract", tmp_path / "b.yaml")
    assert '"id": "no", "title": "yes"' in again.out
    assert '"name": "On Yes", "title": "off", "country": "NOR"' in again.out, text
