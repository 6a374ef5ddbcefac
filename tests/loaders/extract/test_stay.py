"""A visit lasts as long as the text says, from the day on which it says that it began or to the one on which it ended."""

from __future__ import annotations

import pytest
from invented import article

from bilateral.loaders.extract.pipeline import extract

#: Told on Thursday, 16 May 2024.
VISITS = {
    "Norway's president met Chad's prime minister on Tuesday, during a three-day visit to Chad that began on Monday.": "2024-05-13/2024-05-15",
    "Norway's president began a four-day visit to Chad on Tuesday.": "2024-05-14/2024-05-17",
    "Norway's president arrived in Chad on Wednesday on a two-day visit.": "2024-05-15/2024-05-16",
    "Norway's president concluded a three-day visit to Chad on Wednesday.": "2024-05-13/2024-05-15",
    "Norway's president visited Chad on Wednesday.": "2024-05-15",
}


@pytest.mark.parametrize("sentence", VISITS, ids=str)
def test_a_visit_has_its_days(sentence: str) -> None:
    """First and last day, by the verb beside the day that is told."""
    (visit,) = [event for event in extract(article(sentence)).events if event.mode == "visit"]
    assert str(visit.date) == VISITS[sentence]
