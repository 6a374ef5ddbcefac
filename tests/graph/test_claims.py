"""Article facts become statements: each claim once, complete, with its words, and the same every time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bilateral.graph.claims import claims
from bilateral.graph.claims.posts import post, strip_former
from bilateral.schema.values import Amount, Quantity

if TYPE_CHECKING:
    from bilateral.graph.statement import Statement


def told(statements: tuple[Statement, ...]) -> set[tuple[str, str, str]]:
    """Give subject, predicate and object or value by their names."""
    return {
        (each.subject.name, each.predicate, each.object.name if each.object else each.value or "")
        for each in statements
    }


def test_an_official_serves_and_holds(say: Any) -> None:
    """A titled official serves a state and holds a post; an envoy whose title names the receiving state is accredited there."""
    made = told(
        claims(
            say.article("a", say.official("Ada Vale", "Ambassador to Norway", "KEN", organization="Foreign Service"))
        )
    )
    assert made == {
        ("Ada Vale", "OF_COUNTRY", "KEN"),
        ("Ada Vale", "HOLDS", "Ambassador to Norway"),
        ("Ada Vale", "IN_ORGANIZATION", "Foreign Service"),
        ("Ada Vale", "ACCREDITED_TO", "NOR"),
    }


def test_an_official_without_title(say: Any) -> None:
    """Without a title only the state served is said."""
    assert told(claims(say.article("a", say.official("Ada Vale", None, "KEN")))) == {("Ada Vale", "OF_COUNTRY", "KEN")}


def test_an_official_of_unknown_state_stays_in_the_article(say: Any) -> None:
    """A person whose state no word tells is a person of this article: two articles never share one by name alone."""
    first, second = (claims(say.article(key, say.official("Ada Vale", "Chairwoman", None))) for key in ("a", "b"))
    assert told(first) == {("Ada Vale", "title", "Chairwoman")}
    assert first[0].subject.id != second[0].subject.id


def test_a_state_told_once_holds_for_the_name(say: Any) -> None:
    """An official named twice, once without a state, is one person."""
    made = claims(
        say.article("a", say.official("Ada Vale", "Envoy", "KEN"), say.official("Ada Vale", "Negotiator", None))
    )
    assert len({each.subject.id for each in made}) == 1


def test_former_office_is_marked(say: Any) -> None:
    """A former minister is not a minister, but the office is the same."""
    assert strip_former("former Foreign Minister") == ("Foreign Minister", True)
    assert strip_former("ex-president") == ("president", True)
    assert strip_former("Foreign Minister") == ("Foreign Minister", False)
    (holds,) = (
        each
        for each in claims(say.article("a", say.official("Ada", "former Envoy", "KEN")))
        if each.predicate == "HOLDS"
    )
    assert holds.qualifiers["former"] is True
    assert holds.object is not None
    assert holds.object.id == "post/ken/envoy"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Minister for Foreign Affairs", "Foreign Minister", True),
        ("Minister of Trade and Industry", "Industry and Trade Minister", True),
        ("Deputy Foreign Minister", "Foreign Minister", False),
        ("Minister of Trade", "Minister of Defence", False),
    ],
)
def test_titles_name_posts(one: str, other: str, same: bool) -> None:
    """The words of a title count, not their order."""
    assert (post("KEN", one, None).id == post("KEN", other, None).id) is same


def test_a_bare_title_is_told_apart_by_its_body() -> None:
    """Two directors of two bodies hold two posts; a ministry that the title repeats adds nothing."""
    assert post("KEN", "Director", "Tea Board").id != post("KEN", "Director", "Ports Authority").id
    assert post("KEN", "Minister of Trade", "Ministry of Trade").id == post("KEN", "Minister of Trade", None).id


def test_an_agreement_says_its_status_and_its_parties(say: Any) -> None:
    """One statement tells all of the agreement, with amount and currency together; each party has its own."""
    deal = say.agreement(
        "Tea pact", "negotiating", "2024-05", amount=Amount(50, "USD", "over"), quantity=Quantity(2, "tonne")
    )
    made = claims(say.article("a", deal))
    (status,) = (each for each in made if each.predicate == "status")
    assert status.value == "negotiating"
    expected = {
        "date": "2024-05",
        "amount": 50.0,
        "currency": "USD",
        "amount_qualifier": "over",
        "quantity": 2.0,
        "unit": "tonne",
    }
    assert expected.items() <= dict(status.qualifiers).items()
    assert {each.subject.id for each in made if each.predicate == "PARTY_TO"} == {"KEN", "NOR"}


def test_two_agreements_of_one_title_are_two(say: Any) -> None:
    """An article that tells of two agreements with the same title and parties tells of two."""
    made = claims(say.article("a", say.agreement("Tea pact", "signed"), say.agreement("Tea pact", "proposed")))
    assert len({each.subject.id for each in made if each.predicate == "status"}) == 2


def test_an_event_with_many_sides(say: Any) -> None:
    """Each source and target takes part on its side, and so does an official on that of the state served."""
    envoy = say.official("Ada Vale", "Envoy", "SWE")
    talks = say.event("CONSULT", "talks", source=("KEN", "UGA"), target=("NOR", "SWE"), officials=("Vale", "Bo Nobody"))
    made = [each for each in claims(say.article("a", envoy, talks)) if each.predicate == "PARTICIPATED_IN"]
    sides = {(each.subject.name, each.qualifiers.get("side")) for each in made}
    assert sides == {
        ("KEN", "source"),
        ("UGA", "source"),
        ("NOR", "target"),
        ("SWE", "target"),
        ("Ada Vale", "target"),
        ("Bo Nobody", None),
    }


def test_a_flow_is_one_statement(say: Any) -> None:
    """A flow says what moved, how much and when, from state to state."""
    (made,) = claims(say.article("a", say.flow("arms", "rifles", "2023", quantity=Quantity(5, "unit"))))
    assert (made.subject.id, made.predicate, made.object and made.object.id) == ("KEN", "ARMS", "NOR")
    assert dict(made.qualifiers) == {
        "as_of": "2024-05-10",
        "commodity": "rifles",
        "date": "2023",
        "quantity": 5.0,
        "unit": "unit",
    }


def test_a_meeting_produces_what_was_signed_at_it(say: Any) -> None:
    """An agreement signed on the day of the article's only meeting of its parties came out of that meeting; else nothing is said."""
    pact = say.agreement("Tea pact", "signed", "2024-05-09")
    visit, talks = say.event(date="2024-05-09"), say.event("CONSULT", "talks", "2024-05-09")
    assert [each for each in claims(say.article("a", pact, visit)) if each.predicate == "PRODUCED"]
    assert not [each for each in claims(say.article("a", pact, visit, talks)) if each.predicate == "PRODUCED"]
    planned = say.agreement("Tea pact", "negotiating", "2024-05-09")
    assert not [each for each in claims(say.article("a", planned, visit)) if each.predicate == "PRODUCED"]


def test_statements_are_sorted_and_each_is_there_once(say: Any) -> None:
    """The same fact twice is one statement, and the order of the facts does not matter."""
    one, other = say.official("Ada", "Envoy", "KEN"), say.official("Bo", "Envoy", "NOR")
    made = claims(say.article("a", one, other, one))
    assert made == claims(say.article("a", other, one))
    assert [each.id for each in made] == sorted({each.id for each in made})


def test_words_that_moved_are_the_same_statement(say: Any) -> None:
    """Offsets are no part of what is said: a paragraph put before changes no id; other words do."""
    near = claims(say.article("a", say.agreement("Tea pact", quote="signed a tea pact", start=3)))
    far = claims(say.article("a", say.agreement("Tea pact", quote="signed a tea pact", start=30)))
    other = claims(say.article("a", say.agreement("Tea pact", quote="a tea pact was signed", start=3)))
    assert [each.id for each in near] == [each.id for each in far]
    assert not {each.id for each in near} & {each.id for each in other}


def test_every_part_of_the_claim_counts_for_its_id(say: Any) -> None:
    """Another speaker, modality, confidence, rule or article makes another statement."""
    base = say.agreement("Tea pact")
    variants = [
        base,
        replace(base, trace=say.trace(speaker="the minister")),
        replace(base, trace=say.trace(modality="negated")),
        replace(base, trace=say.trace(confidence=0.5)),
        replace(base, trace=say.trace(rule="other")),
    ]
    keys = [{each.id for each in claims(say.article("a", variant))} for variant in variants]
    keys.append({each.id for each in claims(say.article("b", base))})
    assert len(set().union(*keys)) == sum(len(each) for each in keys)
