"""The command line explains itself, quickly, and importing the package does nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from command_fixtures import ROOT

from bilateral.cli import app
from bilateral.cli.reference import main as write_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from command_fixtures import Outcome

COMMAND = Path(sysconfig.get_path("scripts")) / "bilateral"
COMMANDS = sorted(getattr(typer.main.get_command(app), "commands", {}))
HEAVY = [
    "spacy",
    "rdflib",
    "neo4j",
    "networkx",
    "pyoxigraph",
    "jpype",
    "arcadedb_embedded",
    "yaml",
    "rich",
    "jinja2",
    "sqlite3",
]

LOADED = """
import json, sys
from bilateral.cli import main
code = main(["--help"])
sys.stderr.write(json.dumps([code, [name for name in json.loads(sys.argv[1]) if name in sys.modules]]))
"""
IMPORTED = """
import os, sys
import bilateral, bilateral.graph, bilateral.loaders, bilateral.queries, bilateral.schema
assert bilateral.__version__
"""


def _seconds(*command: object) -> float:
    started = time.perf_counter()
    subprocess.run([str(each) for each in command], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def test_help_takes_less_than_twice_what_typer_takes() -> None:
    """Minima of runs in turn, in this very test, so that a busy machine slows both; repeated before it is called slow."""
    ratios = []
    for _ in range(5):
        pairs = [(_seconds(sys.executable, "-c", "import typer"), _seconds(COMMAND, "--help")) for _ in range(5)]
        ratios.append(min(ours for _, ours in pairs) / min(theirs for theirs, _ in pairs))
        if ratios[-1] < 2:
            return
    pytest.fail(f"--help takes {min(ratios):.1f} times as long as importing typer")


def test_help_loads_nothing_heavy() -> None:
    """No library beyond Typer is imported for --help."""
    done = subprocess.run([sys.executable, "-c", LOADED, json.dumps(HEAVY)], capture_output=True, text=True, check=True)
    assert json.loads(done.stderr) == [0, []]


def test_importing_prints_nothing_and_makes_nothing(tmp_path: Path) -> None:
    """In an empty folder that stays empty."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORTED], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["graph", "loaders", "queries", "schema"])
def test_the_rooms_are_no_packages_of_their_own(name: str, tmp_path: Path) -> None:
    """Outside the checkout, `import graph` fails: other people's packages of these names are safe."""
    code = f"import {name}; print({name}.__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"No module named '{name}'" in done.stderr


def test_there_are_commands() -> None:
    """The list that other tests go through is not empty."""
    assert {"build", "extract", "load", "verify", "rebuild", "query", "export", "check", "evaluate"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, run: Callable[..., Outcome]) -> None:
    """One line that says what it does, and an example of itself."""
    shown = run(command, "--help")
    assert (shown.code, shown.err) == (0, "")
    assert f"Usage: bilateral {command}" in shown.out
    assert re.search(rf"Example: bilateral .*\b{command}\b", " ".join(shown.out.split()))


def test_no_arguments_show_the_help(run: Callable[..., Outcome]) -> None:
    """`bilateral` alone is wrong use that helps."""
    shown = run()
    assert shown.code == 2
    assert all(command in shown.out + shown.err for command in COMMANDS)


@pytest.mark.parametrize("arguments", [("frob",), ("build", "--frob"), ("query", "--format", "xml"), ("export", "png")])
def test_wrong_use_ends_with_two(arguments: tuple[str, ...], run: Callable[..., Outcome]) -> None:
    """An unknown command, option or choice; the usage is shown on standard error."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Usage: bilateral" in outcome.err
    assert "Traceback" not in outcome.err


def test_the_reference_pages_are_up_to_date() -> None:
    """docs/commands.md and docs/questions.md are what the command line and the library say today."""
    assert write_reference(["--check"]) == 0


def test_every_command_that_a_message_names_exists() -> None:
    """A remedy or a document that says `bilateral NAME` names a command that there is."""
    named: dict[str, str] = {}
    files = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.sh")]
    for room in ("bilateral", "graph", "loaders", "queries", "schema"):
        files += [file for file in (ROOT / room).rglob("*.py") if not any(part.is_symlink() for part in file.parents)]
    for file in files:
        for name in re.findall(r"[`'\"$]bilateral ([a-z][a-z-]+)", file.read_text(encoding="utf-8")):
            named[name] = str(file)
    assert {name: file for name, file in named.items() if name not in COMMANDS} == {}
    assert named
