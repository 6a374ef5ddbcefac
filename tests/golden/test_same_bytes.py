"""Two processes with different hash seeds make the same ledger and the same bytes in every format."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command_fixtures import MOMENT, SAMPLES

from bilateral.cli.export import Target

if TYPE_CHECKING:
    from pathlib import Path

BUILT = """
import sys
from bilateral.cli import main
samples, folder, *forms = sys.argv[1:]
assert main(["build", samples, "-w", f"{folder}/workspace"]) == 0
assert main(["extract", samples, "-o", f"{folder}/facts.yaml"]) == 0
for form in forms:
    assert main(["export", form, "-w", f"{folder}/workspace", "-o", f"{folder}/{form}"]) == 0, form
for form in ("turtle", "nquads"):
    assert main(["export", form, "--rdf12", "-w", f"{folder}/workspace", "-o", f"{folder}/{form}-12"]) == 0
for form in ("graphml", "gexf"):
    assert main(["export", form, "--evidence", "-w", f"{folder}/workspace", "-o", f"{folder}/{form}-evidence"]) == 0
assert main(["export", "ledger", "--bodies", "-w", f"{folder}/workspace", "-o", f"{folder}/ledger-bodies"]) == 0
"""


def _files(folder: Path) -> dict[str, str]:
    """Give the hash of every file that was exported."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "workspace" not in file.relative_to(folder).parts
    }


@pytest.mark.slow
def test_every_export_has_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    """Extraction, ledger, RDF, tables and networks: nothing depends on the order of a set or on the clock."""
    running = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": MOMENT}
        arguments = [sys.executable, "-c", BUILT, str(SAMPLES), str(tmp_path / seed), *Target]
        running.append(
            subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        )
    for process in running:
        said = process.communicate()[1]
        assert process.returncode == 0, said
    first, second = _files(tmp_path / "1"), _files(tmp_path / "2")
    assert first == second
    assert set(Target) - {name.partition("/")[0] for name in first} == set()
    assert {"turtle.void.ttl", "csv/agreement.csv", "facts.yaml"} <= set(first)
