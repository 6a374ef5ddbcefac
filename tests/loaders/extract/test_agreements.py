"""Agreements: each invented text holds the instruments that a careful reader finds in it, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from bilateral.loaders.extract.agreements.agreements import find_agreements, signing_spans
from bilateral.schema.states import states
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.schema.facts import Agreement

    MakeScene = Callable[..., Scene]


def read_cases(name: str) -> list[dict[str, object]]:
    """Read a file of cases."""
    file = Path(__file__).with_name(name)
    return cast("list[dict[str, object]]", load(file.read_text(encoding="utf-8"), file.name))


CASES = [
    case
    for kind in ("agreement_cases", "agreement_press_cases", "agreement_form_cases")
    for case in read_cases(f"{kind}.yaml")
]


def found_in(scene: Scene) -> list[Agreement]:
    """Find the agreements of a scene."""
    return list(find_agreements(scene))


def fits(agreement: Agreement, expected: dict[str, object]) -> bool:
    """Tell whether an agreement is what a case expects."""
    areas = cast("list[str]", expected.get("areas", []))
    same = (agreement.type, list(agreement.parties), agreement.status)
    dated = "date" not in expected or str(agreement.date) == str(expected["date"])
    return (
        same == (expected["type"], expected["parties"], expected["status"])
        and dated
        and set(areas) <= set(agreement.areas)
    )


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:60] for case in CASES])
def test_text_holds_what_the_case_says(case: dict[str, object], scene_of: MakeScene) -> None:
    """Each text gives the expected instruments with type, parties, status, date and areas, and nothing else."""
    scene = scene_of(str(case["text"]), case.get("published"), str(case.get("title", "")))
    found = found_in(scene)
    expected = cast("list[dict[str, object]]", case["expect"])
    missing = [e for e in expected if not any(fits(a, e) for a in found)]
    assert not missing, f"missing {missing}; found {found}"
    assert len(found) == len(expected), f"too much or too little: {[(a.title, a.status) for a in found]}"


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:60] for case in CASES])
def test_every_word_of_the_trace_stands_in_the_text(case: dict[str, object], scene_of: MakeScene) -> None:
    """Every agreement has a passage, and passage and roles quote the body at their offsets."""
    body = str(case["text"])
    for agreement in found_in(scene_of(body, case.get("published"), str(case.get("title", "")))):
        assert agreement.trace.evidence
        assert all(body[e.start : e.end] == e.quote for e in agreement.trace.evidence)
        assert all(body[r.start : r.end] == r.quote for r in agreement.trace.roles)


def test_expected_to_sign_is_not_signed(scene_of: MakeScene) -> None:
    """What is only expected keeps a lower status and says so in its modality."""
    (agreement,) = found_in(scene_of("Oman and Fiji are expected to sign a visa agreement in May.", "2024-03-01"))
    assert (agreement.status, agreement.trace.modality) == ("negotiating", "planned")


def test_same_instrument_in_several_sentences_is_one_fact(scene_of: MakeScene) -> None:
    """Mentions of one treaty come together, with the passage of each, and the latest status holds."""
    body = (
        "Kenya and Peru signed an extradition treaty on 3 May 2019. Judges from both countries welcomed it. "
        "The extradition treaty between Kenya and Peru entered into force on 1 June 2021."
    )
    (agreement,) = found_in(scene_of(body, "2021-06-02"))
    assert (agreement.status, str(agreement.date)) == ("in_force", "2021-06-01")
    assert len(agreement.trace.evidence) == 2


def test_list_gives_one_instrument_each(scene_of: MakeScene) -> None:
    """A numbered list below 'signed the following' gives its titles, each with its own type and area."""
    body = (
        "President Amos Otieno of Kenya and President Jan Nowicki of Poland held talks in Warsaw on Monday.\n\n"
        "The two presidents witnessed the signing of the following agreements:\n\n"
        "1. Agreement on Cooperation in Agriculture\n"
        "2. Memorandum of Understanding on Health\n"
        "3. Protocol on Archives\n\n"
        "They also spoke of Lake Victoria."
    )
    found = found_in(scene_of(body, "2024-05-07"))
    assert [(a.type, a.areas[0]) for a in found] == [
        ("agreement", "agriculture"),
        ("memorandum", "health"),
        ("protocol", "culture"),
    ]
    assert {a.parties for a in found} == {("KEN", "POL")}


def test_known_name_needs_two_parties_in_the_text(scene_of: MakeScene) -> None:
    """NAFTA is between those of its parties that the article names, and nothing where it names one only."""
    both = found_in(scene_of("Mexico and Canada want to save NAFTA."))
    assert [a.parties for a in both] == [("CAN", "MEX")]
    assert found_in(scene_of("Farmers in Canada like NAFTA.")) == []


def test_signing_is_not_told_twice(scene_of: MakeScene) -> None:
    """The word of signing is given to the events as covered; the word of a meeting is not."""
    body = "Norway and Chad signed a treaty after a meeting in Oslo."
    spans = signing_spans(found_in(scene_of(body)))
    assert [body[start:end] for start, end in spans] == ["signed"]


def test_text_without_sentences_gives_nothing(scene_of: MakeScene) -> None:
    """An empty body is no fault."""
    assert found_in(scene_of("")) == []


def test_parties_are_codes_that_exist(scene_of: MakeScene) -> None:
    """Every party of every case is a known code, sorted and without repetition."""
    for case in CASES:
        for agreement in found_in(scene_of(str(case["text"]))):
            assert list(agreement.parties) == sorted(set(agreement.parties))
            assert all(code in states() for code in agreement.parties)
