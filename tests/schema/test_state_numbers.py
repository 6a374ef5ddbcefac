"""COW and GW numbers agree with the lists of both projects.

data/state_numbers.csv holds number and name of every state that lasted until 1945 or longer, from four editions:
`cow-2024` and `gw-2020` as in us_diplomatic_missions 6b3b3ac (CC BY 4.0, Brenton Kenkel), `cow-2016` and `gw-2017` as in
manystates 23d119a (CC BY 4.0, James Hollway and others). The lists are those of the Correlates of War Project and of Gleditsch
and Ward (1999).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from bilateral.schema.states import states

DATA = Path(__file__).parent / "data" / "state_numbers.csv"
ROWS = [tuple(row) for row in csv.reader(DATA.read_text(encoding="utf-8").splitlines())][1:]

#: How the lists name states in their own way.
OWN_NAMES = {
    "Congo": "COG",
    "Germany (Prussia)": "DEU",
    "Italy/Sardinia": "ITA",
    "Tanzania/Tanganyika": "TZA",
    "Samoa/Western Samoa": "WSM",
    "Russia (Soviet Union)": "RUS",
    "Congo, Democratic Republic of (Zaire)": "COD",
    "Yemen (Arab Republic of Yemen)": "YEM",
}
#: In the lists, but no states of their own here: West Germany is Germany's earlier number, and so on.
NOT_OURS = {
    ("cow", "German Federal Republic"),
    ("gw", "Germany (Prussia)"),
    ("cow", "Zanzibar"),
    ("gw", "Zanzibar"),
    ("cow", "Republic of Vietnam"),
    ("gw", "Vietnam, Republic of"),
    ("cow", "Yemen Arab Republic"),
    ("gw", "Tibet"),
    ("gw", "Abkhazia"),
    ("gw", "South Ossetia"),
}


@pytest.mark.parametrize(("edition", "number", "name"), ROWS)
def test_number_and_name_lead_to_one_state(edition: str, number: str, name: str) -> None:
    """The name in the list resolves to the state that carries the list's number."""
    kind = edition.partition("-")[0]
    if (kind, name) in NOT_OURS:
        assert all(getattr(state, kind) != number for state in states().all if state.name == name)
        return
    code = OWN_NAMES.get(name) or states().resolve(re.sub(r" \(.*\)$", "", name))
    assert getattr(states().get(code), kind) == number


@pytest.mark.parametrize("kind", ["cow", "gw"])
def test_every_number_stands_in_two_editions(kind: str) -> None:
    """No number of ours is missing from either edition of its list; microstates stand in one."""
    editions = {edition: {row[1] for row in ROWS if row[0] == edition} for edition in {r[0] for r in ROWS}}
    ours = {number for state in states().all if (number := getattr(state, kind))}
    whole = [numbers for edition, numbers in editions.items() if edition.startswith(kind)]
    assert ours <= set.union(*whole)
    microstates = 22 if kind == "gw" else 0
    assert all(len(ours - numbers) <= microstates for numbers in whole)
