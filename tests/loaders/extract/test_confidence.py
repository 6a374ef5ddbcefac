"""Confidence is what was measured for facts of a sort; the rules' own doubt only chooses the sort."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bilateral.errors import InputError
from bilateral.loaders.article import Article
from bilateral.loaders.extract import confidence
from bilateral.loaders.extract.confidence import KEYS, calibrate, load_rows, sort_of
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.facts import Agreement, ArticleFacts, ArticleHead, Event, Flow, Official, Trace

HEAD = ArticleHead("a", "T", None)


def test_every_kind_of_fact_has_a_row_of_its_own() -> None:
    """No fact is left with the rules' guess."""
    plain = {row.asked["kind"] for row in load_rows() if set(row.asked) == {"kind"}}
    assert plain == {"officials", "agreements", "events", "flows"}


def test_wider_rows_stand_before_narrower_ones() -> None:
    """As the last row that fits counts, a narrow row is never hidden by a wide one."""
    sizes = [len(row.asked) for row in load_rows()]
    assert all(a <= b for a, b in pairwise(sizes))


def test_sorts_are_told_by_kind_telling_doubt_family_and_status() -> None:
    """Each kind of fact gives the keys that rows may ask for."""
    doubtful = Trace(confidence=0.6, rule="agreement: pair")
    assert sort_of(Event("AID", ("FRA",), ("TCD",), status="ongoing")) == {
        "kind": "events", "told": "once", "doubt": "none", "family": "AID", "status": "ongoing",
    }  # fmt: skip
    assert sort_of(Agreement("T", "treaty", ("FRA", "TCD"), "signed", trace=doubtful)) == {
        "kind": "agreements", "told": "once", "doubt": "some", "family": "pair", "status": "signed",
    }  # fmt: skip
    assert sort_of(Flow("aid", "FRA", "TCD"))["family"] == "aid"
    assert sort_of(Official("A. B.", trace=Trace(rule="title-name/home")))["family"] == "home"
    assert set(sort_of(Event("AID", ("FRA",), ("TCD",)))) == set(KEYS)


def test_the_last_row_that_fits_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow row overrules the wide one, and only for its own sort; nothing else of a fact changes."""
    table = [{"kind": "events", "value": "0.8"}, {"kind": "events", "family": "AID", "value": "0.4"}]
    monkeypatch.setattr(confidence, "read_lexicon", lambda _: table)
    load_rows.cache_clear()
    try:
        given = ArticleFacts(HEAD, events=(Event("AID", ("FRA",), ("TCD",)), Event("CONSULT", ("FRA",), ("TCD",))))
        found = calibrate(given)
    finally:
        load_rows.cache_clear()
    assert [each.trace.confidence for each in found.events] == [0.4, 0.8]
    assert [each.type for each in found.events] == ["AID", "CONSULT"]


@pytest.mark.parametrize(
    "table", [{}, [{"kind": "events"}], [{"value": "0.5"}], [{"kind": "events", "value": "2"}], ["x"]]
)
def test_a_table_that_is_none_is_refused(table: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows without a share between 0 and 1, or that ask for nothing, are told with file and remedy."""
    monkeypatch.setattr(confidence, "read_lexicon", lambda _: table)
    load_rows.cache_clear()
    try:
        with pytest.raises(InputError, match=r"lexicon/confidence\.yaml"):
            load_rows()
    finally:
        load_rows.cache_clear()


def test_extraction_gives_measured_confidence() -> None:
    """What comes out of the pipeline bears a value of the table."""
    facts = extract(Article(HEAD, "The Norwegian foreign minister met his Chilean counterpart in Oslo."))
    assert facts.events
    assert {each.trace.confidence for each in facts.events} <= {row.value for row in load_rows()}
