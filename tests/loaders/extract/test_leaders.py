"""Leaders by name: whom they speak for, and when."""

from __future__ import annotations

import time

import pytest

from bilateral.loaders.extract.officials.leaders import find_leaders, leader_country, leaders
from bilateral.schema.states import states
from bilateral.schema.values import PartialDate


def at(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("name", "when", "code"),
    [
        ("Vladimir Putin", None, "RUS"),
        ("Putin", "2003", "RUS"),
        ("Emmanuel Macron", "2020-05-04", "FRA"),
        ("António Guterres", "2020", "UN"),
        ("Antonio Guterres", "2001", "PRT"),
        ("Donald Tusk", "2016", "EU"),
        ("Tusk", "2024-03", "POL"),
        ("Donald Tusk", None, None),
        ("Barack Obama", "2005", None),
        ("Barack Obama", "2020", "USA"),
        ("Xi", "2020", "CHN"),
        ("Recep Tayyip Erdoğan", "2010", "TUR"),
        ("Nobody Inparticular", "2010", None),
        ("", None, None),
    ],
)
def test_country_of_a_leader(name: str, when: str | None, code: str | None) -> None:
    """A name gives the state served then, or last; never a state served later, and nothing where two are possible."""
    assert leader_country(name, at(when)) == code


def test_the_table_holds_together() -> None:
    """Codes exist, terms are in order, full names are unique in a state, and short names end or begin the full one."""
    seen: set[tuple[str, str]] = set()
    for leader in leaders():
        assert leader.code in states()
        assert (leader.code, leader.name) not in seen
        seen.add((leader.code, leader.name))
        starts = [term.earliest for term in leader.terms if term.earliest]
        assert starts == sorted(starts)
        assert len(starts) == len(leader.terms)


def test_no_state_has_two_leaders_of_one_short_name_and_other_states() -> None:
    """A short name in one year means one code, or the answer is None by design: only a few changed sides."""
    moved = {"Prodi", "Mogherini", "Borrell", "Barroso", "Rutte", "Fogh Rasmussen", "Tusk"}
    codes: dict[str, set[str]] = {}
    for leader in leaders():
        if leader.short:
            codes.setdefault(leader.short, set()).add(leader.code)
    assert {short for short, found in codes.items() if len(found) > 1} == moved


@pytest.mark.parametrize(
    ("body", "when", "found"),
    [
        ("Putin called Macron.", "2022", [("Putin", "RUS"), ("Macron", "FRA")]),
        ("President Biden met Xi Jinping’s envoy.", "2022", [("Biden", "USA"), ("Xi Jinping", "CHN")]),
        ("France's Macron spoke; the French leader Macron left.", "2022", [("Macron", "FRA"), ("Macron", "FRA")]),
        ("Lima agreed. Putin did not. Maria R. Putin did.", "2018", [("Putin", "RUS")]),
        ("Hunter Biden saw Trump Tower.", "2018", []),
        ("Macron's term", "2005", []),
        ("Erdoğan arrived.", "2015", [("Erdoğan", "TUR")]),
        ("macron, putin, Putins, Xian", "2022", []),
    ],
)
def test_leaders_in_a_text(body: str, when: str, found: list[tuple[str, str]]) -> None:
    """Full and short names count while in office, not inside other names."""
    marks = find_leaders(body, at(when))
    assert [(mark.surface, mark.code) for mark in marks] == found
    assert all(body[mark.start : mark.end] == mark.surface and mark.kind == "leader" for mark in marks)


def test_a_long_text_of_leaders_takes_bounded_time() -> None:
    """50,000 names in one text are read in seconds."""
    find_leaders("x")
    begin = time.process_time()
    assert len(find_leaders("Putin called Macron. " * 25_000)) == 50_000
    assert time.process_time() - begin < 10
