"""The states' files: every fault is refused with its file, its line and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.errors import InputError, SchemaError
from bilateral.schema.statefiles import read_states

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'code: "XAA"\nkind: "state"\nname: "Exampleland"\n'


def test_a_good_file_is_read(tmp_path: Path) -> None:
    """Lists become tuples, years partial dates; other files are left alone."""
    (tmp_path / "xaa.yaml").write_text(GOOD + 'valid_from: "1950"\nnames: ["Exampleland", "NO"]\n', encoding="utf-8")
    (tmp_path / "README.md").write_text("not for us", encoding="utf-8")
    (fields,) = read_states(tmp_path)
    assert fields["names"] == ("Exampleland", "NO")
    assert str(fields["valid_from"]) == "1950"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + 'colour: "red"\n', r"xaa\.yaml:4: 'colour' is unknown"),
        (GOOD + 'names: "Exampleland"\n', r"xaa\.yaml:4: 'names' .*list of quoted words"),
        (GOOD + "m49: 4\n", r"xaa\.yaml:4: 'm49' .*quoted word"),
        (GOOD + 'valid_from: "soon"\n', r"xaa\.yaml:4: 'soon' is no date"),
        ('code: "XAA"\nkind: "state"\n', r"xaa\.yaml:1: 'name' is missing"),
        (GOOD.replace('"state"', '"realm"'), r"xaa\.yaml:2: 'realm' is no kind"),
        ("- just\n- a list\n", "not a mapping"),
        (GOOD + "---\n" + GOOD, "XAA is described twice"),
        (GOOD + 'name: "Again"\n', "stands twice"),
    ],
)
def test_a_fault_is_refused_where_it_stands(tmp_path: Path, text: str, message: str) -> None:
    """The message names file and line."""
    (tmp_path / "xaa.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_states(tmp_path)


def test_our_own_faults_are_schema_errors(tmp_path: Path) -> None:
    """A wrong entry is the schema's fault."""
    (tmp_path / "xaa.yaml").write_text(GOOD.replace("XAA", ""), encoding="utf-8")
    with pytest.raises(SchemaError, match="code"):
        read_states(tmp_path)
