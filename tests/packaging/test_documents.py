"""What README and the guides tell people to type works, and what they point at is there."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
from command_fixtures import ROOT, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from command_fixtures import Outcome

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
#: What a person has who follows README: the workspace of the demo, and articles of their own.
_OWN = {
    "my-articles/": str(SAMPLES),
    "my.bilateral": "my.bilateral",
    "relations.ttl": "relations.ttl",
    "tables/": "tables",
}


def blocks(page: Path, language: str) -> Iterator[str]:
    """Give the fenced blocks of a language."""
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if found[1] == language:
            yield found[2]


def commands(page: Path) -> Iterator[list[str]]:
    """Give the commands of ours that stand in a page's shell blocks, without placeholders and without a server."""
    for block in blocks(page, "sh"):
        for words in _lines(block):
            if words[:1] == ["bilateral"] and not any("…" in word for word in words) and "NEO4J_URI" not in block:
                yield words[1:]


def _lines(block: str) -> Iterator[list[str]]:
    """Split a block into commands, as a shell would: quotes may span lines, `#` begins a comment."""
    held = ""
    for line in block.splitlines():
        held += line + "\n"
        try:
            yield shlex.split(held, comments=True)
        except ValueError:
            continue
        held = ""


def test_there_are_commands_to_try() -> None:
    """README shows at least ten that run as they stand."""
    assert len(list(commands(ROOT / "README.md"))) >= 10


@pytest.mark.parametrize("page", [page for page in PAGES if list(commands(page))], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_in_their_order(
    page: Path, samples: Path, tmp_path: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each ends with 0, in a folder where `make demo` was run."""
    monkeypatch.chdir(tmp_path)
    for name in (".demo", "workspace.bilateral"):
        shutil.copytree(samples, tmp_path / name)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for words in commands(page):
        outcome = run(*(_OWN.get(word, word) for word in words))
        assert outcome.code == 0, (words, outcome.err)


def test_the_answer_in_readme_is_the_answer(samples: Path, run: Callable[..., Outcome]) -> None:
    """The first question gives the table that stands under it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```sh\n(bilateral cypher .*?)^```\n\n```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    words = [str(samples) if word == ".demo" else word for word in shlex.split(found[1])]
    assert [line.rstrip() for line in run(*words[1:]).out.splitlines()] == found[2].splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link and picture."""
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_example_of_the_facts_format_is_right(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """The YAML in docs/facts.md passes check, and build reads it."""
    (example,) = blocks(ROOT / "docs" / "facts.md", "yaml")
    (tmp_path / "facts.yaml").write_text(example, encoding="utf-8")
    assert run("check", tmp_path / "facts.yaml").code == 0
    built = run("build", tmp_path / "facts.yaml", "-w", tmp_path / "workspace")
    assert built.code == 0
    assert "1 new" in built.err


def test_every_target_that_a_page_names_is_in_the_makefile() -> None:
    """`make demo`, `make test` and the like."""
    targets = set(re.findall(r"^([a-z][a-z0-9-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"`make ([a-z][a-z0-9-]*)`", text) + re.findall(
            r"^make ([a-z][a-z0-9-]*)", text, re.MULTILINE
        )
        assert set(named) <= targets, page.name


@pytest.mark.parametrize("page", [ROOT / "CONTRIBUTING.md", ROOT / "README.md"], ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    """Paths in code font that begin with one of our folders."""
    paths = re.findall(
        r"`((?:bilateral|graph|loaders|queries|schema|tests|docs|samples|benchmarks)/[\w./-]*)`",
        page.read_text(encoding="utf-8"),
    )
    assert paths
    assert [each for each in paths if not (ROOT / each).exists()] == []
