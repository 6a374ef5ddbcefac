"""An act has the date that its own words give it, and the status that this date allows."""

from __future__ import annotations

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract

#: Told on Thursday, 16 May 2024: the act's type, its date and its status.
ACTS = {
    "On Tuesday, Norway announced shutting down its last crossing with Chad.": ("SANCTION", "2024-05-14", "occurred"),
    "Norway said on Tuesday it will close its border with Chad on Sunday.": ("SANCTION", "2024-05-19", "scheduled"),
    "Norway and Chad resumed talks on Sunday after the secession of the island in 2011.": ("CONSULT", "2024-05-12", "occurred"),
    "Norway hosted this year's meeting of the foreign ministers of Chad and Ghana, which took place in Oslo today.": ("CONSULT", "2024-05-16", "occurred"),
    "Norway is withdrawing its troops from Chad next year.": ("RETREAT", "2025", "scheduled"),
    "Norway and Chad began a three-day naval exercise on Wednesday off the coast.": ("COOPERATE", "2024-05-15/2024-05-17", "ongoing"),
    "Norway will start dispute proceedings with Chad at the World Trade Organization.": ("ACCUSE", None, "scheduled"),
    "Norway said on Tuesday that it condemns the raid by Chad on the port.": ("ACCUSE", "2024-05-14", "occurred"),
    "The premier of Norway told his Chadian counterpart on Monday that Norway will build a dam.": ("CONSULT", "2024-05-13", "occurred"),
    "Norway's foreign minister left on Wednesday for a meeting with her Chadian counterpart.": ("CONSULT", "2024-05-15", "scheduled"),
    "Norway will continue to stand by Chad, its foreign minister said on Tuesday.": ("SUPPORT", "2024-05-14", "occurred"),
    "Norway has moved to impose sanctions on Chad.": ("SANCTION", "2024-05-16", "occurred"),
    "The president of Norway starts a three-day visit to Chad tomorrow.": ("CONSULT", "2024-05-17/2024-05-19", "scheduled"),
    "The Norwegian king did not visit Chad until March.": ("CONSULT", "2024-03", "occurred"),
    "The Norwegian king will not visit Chad until June.": ("CONSULT", "2024-06", "scheduled"),
    "Norway and Chad are engaged in talks to break the deadlock over fishing.": ("CONSULT", "2024-05-16", "ongoing"),
}  # fmt: skip


@pytest.mark.parametrize("sentence", ACTS, ids=str)
def test_an_act_has_its_own_date_and_status(sentence: str) -> None:
    """The date beside its verb, never that of what went before; what is dated ahead is still to come."""
    kind, date, status = ACTS[sentence]
    (event,) = [e for e in extract(article(sentence)).events if e.type == kind]
    assert (str(event.date) if event.date else None, event.status) == (date, status)


def test_talks_during_a_visit_are_held_where_it_goes() -> None:
    """What the same states do on the same stay is done there, unless it has another date; what is spoken of is elsewhere."""
    text = (
        "Norwegian Foreign Minister Kari Berg arrived in Ouagadougou on Monday for a visit to Burkina Faso. "
        "She met Burkinabe President Issa Kone on Monday. Berg and Kone discussed the crisis in Mali. "
        "In 2019 the two ministers had met in Oslo."
    )
    places = {e.place for e in extract(article(text)).events if e.type == "CONSULT" and e.mode == "meeting"}
    assert "Ouagadougou" in places
    assert "Mali" not in places
