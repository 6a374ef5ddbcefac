"""One event a happening, with the status, the date and the passages of all that tells of it."""

from __future__ import annotations

import pytest

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import ArticleHead, Event
from bilateral.schema.values import PartialDate


def events(text: str, published: str = "2024-05-15") -> list[Event]:
    return list(extract(Article(ArticleHead("h", published=PartialDate.parse(published)), text)).events)


def test_a_visit_told_in_three_sentences_is_one_event() -> None:
    """Its passages are all three, its date is the exact one, its status that of the firmest words."""
    text = (
        "Norwegian Foreign Minister Ola Berg will visit Ghana next week. "
        "Berg will arrive in Accra on May 21. "
        "The visit to Ghana by Berg is the first in ten years."
    )
    visits = [e for e in events(text) if e.mode == "visit"]
    assert [(e.source, e.target, e.status) for e in visits] == [(("NOR",), ("GHA",), "scheduled")]
    assert str(visits[0].date) == "2024-05-21"
    assert len(visits[0].trace.evidence) == 3


def test_meetings_with_two_named_officials_are_two_events() -> None:
    """Each separately named counterpart was met separately."""
    text = "Norwegian Foreign Minister Ola Berg met Ghanaian President Kofi Mensah. Berg also met Ghanaian Trade Minister Ama Owusu."
    meetings = [e for e in events(text) if e.mode == "meeting"]
    assert [e.officials for e in meetings] == [("Ola Berg", "Kofi Mensah"), ("Ola Berg", "Ama Owusu")]


def test_a_journey_is_a_visit_to_each_host() -> None:
    """Three hosts, three visits."""
    found = events("Norway's foreign minister will visit Ghana, Togo and Benin in June.")
    assert [(e.source, e.target) for e in found] == [(("NOR",), (c,)) for c in ("GHA", "TGO", "BEN")]


def test_a_meeting_during_a_visit_has_its_days() -> None:
    """A meeting without a date takes the days of the visit."""
    text = (
        "Norwegian Foreign Minister Ola Berg paid a visit to Ghana from 6 to 8 May. "
        "During the visit, Berg met Ghanaian President Kofi Mensah."
    )
    assert {e.mode: str(e.date) for e in events(text)} == {
        "visit": "2024-05-06/2024-05-08",
        "meeting": "2024-05-06/2024-05-08",
    }


def test_the_day_of_the_statement_is_not_that_of_the_act() -> None:
    """'Said on Friday' dates the saying, 'on March 6-7' the visit."""
    text = "A Norwegian minister will visit Ghana on May 20-21, the foreign ministry in Oslo said on Monday."
    assert [str(e.date) for e in events(text) if e.mode == "visit"] == ["2024-05-20/2024-05-21"]


def test_a_denial_is_addressed_to_the_accuser() -> None:
    """Who denies is told by the accusation before."""
    text = "Norway accused Ghana of dumping fish. Togo and Benin watched. Accra denied the claim."
    rejections = [e for e in events(text) if e.type == "REJECT"]
    assert [(e.source, e.target) for e in rejections] == [(("GHA",), ("NOR",))]


def test_an_old_rebuke_and_a_new_one_are_two() -> None:
    """What was said years ago is not what is said today."""
    text = "Norway condemned Ghana over the arrests. In 2011, Norway condemned Ghana over a tax."
    assert sorted(str(e.date) for e in events(text) if e.type == "ACCUSE") == ["2011", "2024-05-15"]


@pytest.mark.parametrize(
    ("text", "kind", "date", "status"),
    [
        ("Norway recalled its envoy on Monday after Chad expelled two Norwegian diplomats.", ("TCD", "NOR"), "2024-05-13", "occurred"),
        ("Last month Norway accused Chad of theft, charges disputed by Chadian officials.", ("TCD", "NOR"), "2024-04", "occurred"),
        ("The talks between Norway and Chad, which took place in March, were frank.", ("NOR", "TCD"), "2024-03", "occurred"),
        ("The Norwegian king's visit to Chad, which is expected to take place in June, is his first.", ("NOR", "TCD"), "2024-06", "scheduled"),
        ("The talks between Norway and Chad scheduled for Friday were called off.", ("NOR", "TCD"), "2024-05-17", "cancelled"),
        ("The cabinet heard of the visit of the Norwegian minister to Chad on June 9.", ("NOR", "TCD"), "2024-06-09", "scheduled"),
        ("Norway is sending its ambassador back to Chad.", ("NOR", "TCD"), "2024-05-15", "occurred"),
    ],
)  # fmt: skip
def test_the_day_and_the_status_of_an_act(text: str, kind: tuple[str, str], date: str, status: str) -> None:
    """Clauses beside the act tell its day, what is dated ahead is still to come, and a set day may lie ahead."""
    found = [(str(e.date), e.status) for e in events(text) if (e.source, e.target) == ((kind[0],), (kind[1],))]
    assert (date, status) in found, found
