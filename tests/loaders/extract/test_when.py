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
}  # fmt: skip


@pytest.mark.parametrize("sentence", ACTS, ids=str)
def test_an_act_has_its_own_date_and_status(sentence: str) -> None:
    """The date beside its verb, never that of what went before; what is dated ahead is still to come."""
    kind, date, status = ACTS[sentence]
    (event,) = [e for e in extract(article(sentence)).events if e.type == kind]
    assert (str(event.date) if event.date else None, event.status) == (date, status)
