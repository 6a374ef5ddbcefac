"""Office-holders by name: whom a minister serves whose state the text does not tell."""

from __future__ import annotations

import pytest
from invented import article

from bilateral.loaders.extract.officials.office_holders import holder_country, holders
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.states import states
from bilateral.schema.values import PartialDate


@pytest.mark.parametrize(
    ("name", "year", "named", "code"),
    [
        ("Fernando Medina", "2023", {"PRT", "AGO"}, "PRT"),
        ("Fernando Medina", "2023", {"AGO"}, None),
        ("Freundel Stuart", "2012", set(), "BRB"),
        ("Freundel Jerome Stuart", None, {"BRB"}, "BRB"),
        ("Stuart Freundel", None, {"BRB"}, "BRB"),
        ("Fernando Medina", "1990", {"PRT"}, None),
        ("Medina", "2023", {"PRT"}, None),
        ("Silvestre Bello", "2020", {"PHL", "SAU"}, "PHL"),
        ("Nobody Inparticular", None, {"PRT"}, None),
    ],
)
def test_a_name_tells_the_state_that_the_text_names(
    name: str, year: str | None, named: set[str], code: str | None
) -> None:
    """Heads of government are known anywhere, others where their state is named; nobody before the first office."""
    assert holder_country(name, PartialDate.parse(year) if year else None, named) == code


def test_the_table_holds_together() -> None:
    """Codes exist, a name stands once in a state, and the years are those of living memory."""
    assert {h.code for h in holders()} <= {s.code for s in states().all}
    assert len({(h.code, h.name) for h in holders()}) == len(holders())
    assert all(1900 < h.since < 2023 for h in holders())


def test_a_bare_minister_serves_his_own_state() -> None:
    """The other state of the article is not taken for his."""
    text = "Angola and Portugal met in Luanda on Monday. The Minister of Finance, Fernando Medina, spoke of roads in Angola."
    officials = extract(article(text, "2023-05-03")).officials
    assert [(o.name, o.country) for o in officials] == [("Fernando Medina", "PRT")]
