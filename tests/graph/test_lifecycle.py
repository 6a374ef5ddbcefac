"""An agreement climbs its ladder, an event comes from announcement to report, and what cannot be is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bilateral.graph.check import impossible
from bilateral.graph.judgement import Judgement
from bilateral.graph.lifecycle import agreement_life, event_life

if TYPE_CHECKING:
    from bilateral.graph.ledger import Ledger


def life(say: Any, ledger: Ledger, *told: tuple[str, str | None, dict[str, Any]], follow: Any = agreement_life) -> Any:
    """Give the life that articles tell, one after the other: status, date, more; `published` among more."""
    for number, (status, date, more) in enumerate(told):
        published = more.pop("published", f"2024-0{number + 1}-01")
        if follow is agreement_life:
            fact = say.agreement("Tea pact", status, date, **more)
        else:
            fact = say.event("CONSULT", "visit", date, status=status, **more)
        ledger.record(say.reading(f"a{number}", fact, published=published))
    return follow(ledger.statements())


def test_a_ladder_climbed(say: Any, ledger: Ledger) -> None:
    """Steps come in the order of their dates, whenever they were told, and the last is where it stands."""
    made = life(
        say,
        ledger,
        ("in_force", "2024-04-01", {}),
        ("signed", "2023-06", {}),
        ("negotiating", "2022", {}),
    )
    assert [step.status for step in made.steps] == ["negotiating", "signed", "in_force"]
    assert made.current.status == "in_force"
    assert made.jumps == ()


def test_old_news_does_not_undo_what_is_signed(say: Any, ledger: Ledger) -> None:
    """Negotiations that are dated after the signature are reported as a jump, and it stays signed."""
    made = life(say, ledger, ("signed", "2024-02-01", {}), ("negotiating", "2024-03-01", {}))
    assert made.current.status == "signed"
    assert [(jump.earlier.status, jump.later.status) for jump in made.jumps] == [("signed", "negotiating")]


def test_dates_that_may_overlap_are_no_jump(say: Any, ledger: Ledger) -> None:
    """A year and a day in it say nothing about what came first: the higher step stands, and nothing is reported."""
    made = life(say, ledger, ("signed", "2024", {}), ("negotiating", "2024-03-01", {}))
    assert made.current.status == "signed"
    assert made.jumps == ()


def test_without_a_date_the_day_of_telling_counts(say: Any, ledger: Ledger) -> None:
    """A status without a date holds as of its article."""
    made = life(say, ledger, ("signed", None, {}), ("terminated", None, {}))
    assert made.current.status == "terminated"
    assert made.current.date is None
    assert made.current.when.text == "2024-02-01"


@pytest.mark.parametrize(
    ("modality", "status"), [("planned", "negotiating"), ("possible", "proposed"), ("conditional", "proposed")]
)
def test_what_is_expected_is_not_signed(say: Any, ledger: Ledger, modality: str, status: str) -> None:
    """Words that only plan or suppose a signature never make it signed."""
    assert life(say, ledger, ("signed", None, {"modality": modality})).current.status == status


def test_a_denied_agreement_has_no_status(say: Any, ledger: Ledger) -> None:
    """Words that deny it are kept apart from the steps."""
    made = life(say, ledger, ("signed", None, {"modality": "negated"}))
    assert made.current is None
    assert [step.status for step in made.denials] == ["signed"]


def test_an_announced_visit_takes_place(say: Any, ledger: Ledger) -> None:
    """A report supersedes the announcement, in whichever order the articles are read."""
    told = [
        ("occurred", "2024-05-01", {"published": "2024-05-02"}),
        ("scheduled", "2024-05-01", {"published": "2024-04-20"}),
    ]
    assert life(say, ledger, *told, follow=event_life).current.status == "occurred"


def test_a_late_announcement_does_not_undo_a_report(say: Any, ledger: Ledger) -> None:
    """An article that still calls a visit to come, printed after it, changes nothing; a cancellation does."""
    late = [("occurred", None, {"published": "2024-05-02"}), ("scheduled", None, {"published": "2024-05-03"})]
    assert life(say, ledger, *late, follow=event_life).current.status == "occurred"
    ledger.withdraw("a0")
    assert (
        life(say, ledger, ("scheduled", None, {}), ("cancelled", None, {}), follow=event_life).current.status
        == "cancelled"
    )


def test_a_denial_stands_alone_or_beside(say: Any, ledger: Ledger) -> None:
    """With nobody asserting it an event is denied; beside a report it is a denial of a report."""
    assert life(say, ledger, ("denied", None, {}), follow=event_life).current.status == "denied"
    made = life(say, ledger, ("denied", None, {}), ("occurred", None, {}), follow=event_life)
    assert made.current.status == "occurred"
    assert [step.status for step in made.denials] == ["denied"]


def test_a_jump_is_found_with_both_quotes(say: Any, ledger: Ledger, build: Any) -> None:
    """Ended before it was signed: the finding names the agreement and gives the words of both sources."""
    ended = say.agreement("Tea pact", "terminated", "2023-01-01", quote="ended the tea pact", start=0)
    signed = say.agreement("Tea pact", "signed", "2024-01-01", quote="signed the tea pact", start=0)
    seen = build(ledger, say.reading("a", ended), say.reading("b", signed))
    assert len(seen.nodes("Agreement")) == 2, "the rules keep such two apart"
    ledger.judge(_same(ledger))
    build(ledger)
    (finding,) = impossible(ledger)
    assert finding.kind == "jump"
    assert finding.quotes == ("ended the tea pact", "signed the tea pact")
    assert "terminated on 2023-01-01, then signed on 2024-01-01" in str(finding)


def _same(ledger: Ledger) -> Any:

    one, other = sorted({each.statement.about for each in ledger.statements(about="agreement")})
    return Judgement.of(one, other, "same", by="person ed", reason="the same text")
