"""A misspelt type, property or word of the schema is an error of the type checker, before anything runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SNIPPET = """\
from bilateral.schema.names import AgreementStatus, AgreementProperty, Area, PropertyName
from bilateral.schema.registry import registry

registry().node("Country")
registry().edge("PARTY_TO")
registry().vocabulary("areas")
right_status: AgreementStatus = "in_force"
right_property: AgreementProperty = "date_min"
registry().node("Contry")  # wrong
registry().edge("PARTY_OF")  # wrong
registry().vocabulary("area")  # wrong
status: AgreementStatus = "inforce"  # wrong
area: Area = "counter-terrorism"  # wrong
name: PropertyName = "n_source"  # wrong
own: AgreementProperty = "published"  # wrong
registry().node("Country").properties = {}  # wrong
"""


def test_misspelt_names_are_type_errors(tmp_path: Path) -> None:
    """Exactly the lines that misspell a name, or change what is frozen, are reported."""
    file = tmp_path / "snippet.py"
    file.write_text(SNIPPET, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--ignore-missing-imports", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = {int(line) for line in re.findall(r"snippet\.py:(\d+): error", done.stdout)}
    wrong = {number for number, line in enumerate(SNIPPET.splitlines(), 1) if line.endswith("# wrong")}
    assert wrong == found, done.stdout + done.stderr
