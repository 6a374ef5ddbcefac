"""Long texts are read a part at a time, with places in the whole, and it is said that they were."""

from __future__ import annotations

from invented import article

from bilateral.loaders.extract.parts import LONGEST_PART, findings, parts
from bilateral.loaders.extract.pipeline import extract

FIRST = "Norwegian Foreign Minister Anna Lund met Chad's president in Oslo on Monday.\n\n"
LAST = "Peru accused Malta of theft on Tuesday.\n"
LONG = FIRST + "The harvest was good. " * (LONGEST_PART // 10) + "\n\n" + LAST


def test_the_parts_make_the_whole() -> None:
    """Each begins where the one before ended, and none is too long."""
    found = list(parts(article(LONG)))
    assert len(found) > 1
    assert "".join(part.body for _, part in found) == LONG
    assert all(LONG[at:].startswith(part.body) and len(part.body) <= LONGEST_PART for at, part in found)


def test_passages_stand_where_they_stand_in_the_whole() -> None:
    """First and last sentence of a long text give their facts, with offsets into all of it."""
    facts = extract(article(LONG))
    assert [event.type for event in facts.events] == ["CONSULT", "ACCUSE"]
    traces = [*(event.trace for event in facts.events), *(official.trace for official in facts.officials)]
    for passage in (passage for trace in traces for passage in trace.evidence):
        assert LONG[passage.start : passage.end] == passage.quote
    for role in (role for trace in traces for role in trace.roles):
        assert LONG[role.start : role.end] == role.quote


def test_what_was_read_in_parts_is_said() -> None:
    """How long the text is and in how many parts it was read; a sentence without an end is told with its place."""
    (said,) = findings(article(LONG))
    assert said.startswith(f"a: {len(LONG)} characters, read in ")
    endless = "Norway and Chad " + "spoke and " * 1000 + "left."
    assert any(f"a sentence of {len(endless)} characters" in words for words in findings(article(endless)))
    assert findings(article(FIRST)) == ()
