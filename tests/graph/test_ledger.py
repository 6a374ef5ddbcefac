"""The ledger forgets nothing, changes nothing twice, and says in our words what is wrong with its file."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bilateral.errors import EvidenceError, LedgerError, LockedError, UsageError
from bilateral.graph.check import unfounded
from bilateral.graph.ledger import Dataset, Ledger, Reading, Recorded
from bilateral.graph.ledger.codec import pack
from bilateral.graph.statement import Run

if TYPE_CHECKING:
    from pathlib import Path

BODY = "Kenya and Norway signed a tea pact. Ada Vale, Kenya's envoy, was there."
QUOTE = "signed a tea pact"


def pact(say: Any, body: str = BODY) -> Any:
    """Make the tea pact with its words in a body."""
    return say.agreement("Tea pact", "signed", "2024-05-09", quote=QUOTE, start=body.index(QUOTE))


def test_reading_again_changes_nothing(say: Any, ledger: Ledger) -> None:
    """The same article, read again by the same or a later run, is zero changes and the same bytes."""
    first = say.reading("a", pact(say), body=BODY)
    assert ledger.record(first) == Recorded(new=1, recorded=3)
    before = list(ledger.export(bodies=True))
    again = ledger.record(first, Reading(first.facts, Run("bilateral", "0.2", "rules-b"), BODY))
    assert again == Recorded(unchanged=2)
    assert not again
    assert list(ledger.export(bodies=True)) == before


def test_a_changed_article_retracts_only_what_it_no_longer_says(say: Any, ledger: Ledger) -> None:
    """What a corrected article no longer says is retracted, what it still says is kept as recorded, nothing is deleted."""
    envoy = say.official("Ada Vale", "Envoy", "KEN", quote="Ada Vale", start=BODY.index("Ada Vale"))
    ledger.record(say.reading("a", pact(say), envoy, body=BODY))
    kept = {each.statement.id: each for each in ledger.statements() if each.statement.subject.kind == "person"}
    shorter = "Correction. Ada Vale, Kenya's envoy, was there."
    moved = say.official("Ada Vale", "Envoy", "KEN", quote="Ada Vale", start=shorter.index("Ada Vale"))
    assert ledger.record(say.reading("a", moved, body=shorter)) == Recorded(changed=1, retracted=3)
    now = {each.statement.id: each for each in ledger.statements()}
    assert now.keys() == kept.keys()
    assert all(now[key].recorded_at == kept[key].recorded_at for key in kept)
    everything = list(ledger.statements(retracted=True))
    assert len(everything) == len(kept) + 3
    assert sum(1 for each in everything if each.retracted_at) == 3


def test_offsets_follow_the_text(say: Any, ledger: Ledger) -> None:
    """A statement whose words moved is kept, and its offsets are those of the latest text."""
    ledger.record(say.reading("a", pact(say), body=BODY))
    longer = "Updated. " + BODY
    assert ledger.record(say.reading("a", pact(say, longer), body=longer)) == Recorded(changed=1)
    for held in ledger.statements():
        (passage,) = held.statement.reference.passages
        assert longer[passage.start : passage.end] == passage.quote
    assert ledger.body("a") == longer


def test_withdrawn_and_read_again(say: Any, ledger: Ledger) -> None:
    """A withdrawn article says nothing; read again, its statements stand in a new interval beside the old one."""
    reading = say.reading("a", pact(say), body=BODY)
    ledger.record(reading)
    assert ledger.withdraw("a") == Recorded(withdrawn=1, retracted=3)
    assert ledger.withdraw("a") == Recorded(unchanged=1)
    assert list(ledger.statements()) == []
    assert list(ledger.articles()) == []
    assert [each.head.id for each in ledger.articles(retracted=True)] == ["a"]
    assert ledger.record(reading) == Recorded(new=1, recorded=3)
    lines = [line for line in ledger.export() if '"kind":"statement"' in line]
    assert all(line.count('"recorded_at"') == 2 for line in lines)
    with pytest.raises(UsageError, match="no article 'b'"):
        ledger.withdraw("b")


def test_as_it_was(say: Any, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger tells what stood at a time: before a withdrawal it still stands, before the recording it does not yet."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    ledger.record(say.reading("a", pact(say), body=BODY))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700009999")
    ledger.withdraw("a")
    assert len(list(ledger.statements(as_of="2023-11-14T23:00:00Z"))) == 3
    assert all(each.retracted_at is None for each in ledger.statements(as_of="2023-11-14T23:00:00Z"))
    assert list(ledger.statements(as_of="2023-11-14T20:00:00Z")) == []
    assert list(ledger.statements()) == []


def test_knows_what_it_has_read(say: Any, ledger: Ledger) -> None:
    """A text that this run has read need not be read again; another run, another text or a withdrawn article must."""
    ledger.record(say.reading("a", pact(say), body=BODY))
    (record,) = ledger.articles()
    sha256 = record.head.sha256 or ""
    assert len(sha256) == 64
    assert ledger.knows("a", sha256, say.run.id)
    assert not ledger.knows("a", sha256, "run/other")
    assert not ledger.knows("a", "0" * 64, say.run.id)
    ledger.withdraw("a")
    assert not ledger.knows("a", sha256, say.run.id)


def test_words_that_are_not_in_the_text_are_refused(say: Any, ledger: Ledger) -> None:
    """A quote that is not at its offsets is refused with its place, and nothing of the batch is recorded."""
    good = say.reading("a", pact(say), body=BODY)
    bad = say.reading("b", say.agreement("Tea pact", quote=QUOTE, start=0), body=BODY)
    with pytest.raises(EvidenceError, match="b:0"):
        ledger.record(good, bad)
    assert list(ledger.articles()) == []


def test_export_does_not_depend_on_the_order(say: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same articles in another order give the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    readings = [say.reading(key, pact(say), body=BODY + key) for key in "abc"]
    exports = []
    for number, order in enumerate((readings, readings[::-1])):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for each in order:
                ledger.record(each)
            exports.append(list(ledger.export(bodies=True)))
    assert exports[0] == exports[1]
    kinds = [line.partition('"kind":"')[2].partition('"')[0] for line in exports[0]]
    assert sorted(set(kinds)) == ["article", "body", "run", "statement"]


def test_odd_texts_survive(say: Any, ledger: Ledger) -> None:
    """Any code points, also lone surrogates and NUL, come back as they were."""
    body = "\x00 \ud800 \U0001f600 e\u0301\r\n" + BODY
    ledger.record(say.reading("a", pact(say, body), body=body))
    assert ledger.body("a") == body


def test_data_sets_are_kept(say: Any, ledger: Ledger) -> None:
    """The data set that an article comes from is kept with it, and another edition is a change."""
    reading = say.reading("a", pact(say), body=BODY)
    made = [Reading(reading.facts, reading.run, BODY, dataset=Dataset("treaties", version)) for version in ("1", "2")]
    assert ledger.record(made[0]).new == 1
    assert ledger.record(made[1]).changed == 1
    assert ledger.datasets() == (Dataset("treaties", "2"),)


def test_one_writer(say: Any, tmp_path: Path) -> None:
    """A second writer is told that the ledger is in use, and how to go on; a reader is not disturbed."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as one, Ledger.open(path, wait=0.05) as other:
        one.record(say.reading("a", pact(say), body=BODY))
        with one.transaction():
            one.set_note("x", "y")
            with pytest.raises(LockedError, match="another process"):
                other.record(say.reading("b", pact(say), body=BODY))
            assert len(list(other.statements())) == 3


def test_a_full_disk_leaves_what_was_there(say: Any, ledger: Ledger) -> None:
    """A disk that fills up in the middle is reported with a remedy, and the ledger is as before."""
    ledger.record(say.reading("a", pact(say), body=BODY))
    before = list(ledger.export(bodies=True))
    (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()
    ledger._db.execute(f"PRAGMA max_page_count = {pages}")
    many = [say.agreement(f"Tea pact {number}") for number in range(2000)]
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.record(say.reading("b", *many))
    assert list(ledger.export(bodies=True)) == before


def test_files_that_are_no_ledger(tmp_path: Path) -> None:
    """A damaged file, another program's database and a newer ledger are refused, each in its own words."""
    noise, foreign, newer = tmp_path / "noise.db", tmp_path / "foreign.db", tmp_path / "newer.db"
    noise.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE things (x)")
    db.close()
    Ledger.open(newer).close()
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    for path, words in ((noise, "no SQLite database"), (foreign, "no ledger"), (newer, "version 99")):
        with pytest.raises(LedgerError, match=words) as caught:
            Ledger.open(path)
        assert caught.value.remedy
        assert str(path) in str(caught.value)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(tmp_path / "nowhere" / "ledger.db")


def test_a_damaged_page_is_reported(say: Any, tmp_path: Path) -> None:
    """Damage inside the file is an error of ours with a remedy, not one of SQLite."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.record(say.reading("a", *(say.agreement(f"Tea pact {number}") for number in range(300))))
    content = bytearray(path.read_bytes())
    content[4096 * 20 :] = b"\xff" * (len(content) - 4096 * 20)
    path.write_bytes(content)
    with pytest.raises(LedgerError) as caught, Ledger.open(path) as ledger:
        list(ledger.export(bodies=True))
    assert caught.value.remedy


def test_a_sound_file_has_no_damage(say: Any, ledger: Ledger) -> None:
    """The check of the whole file finds nothing in a sound one, and a row that refers to nothing in a tampered one."""
    ledger.record(say.reading("a", pact(say), body=BODY))
    assert ledger.damage() == ()
    ledger._db.execute("PRAGMA foreign_keys = OFF")
    ledger._db.execute("DELETE FROM runs")
    assert "refers to no runs" in " ".join(ledger.damage())


def test_words_are_checked_against_the_text(say: Any, ledger: Ledger) -> None:
    """Every statement's words are in its text; a text that was tampered with is found, with article and words."""
    ledger.record(say.reading("a", pact(say), body=BODY))
    assert list(unfounded(ledger)) == []
    ledger._db.execute("UPDATE bodies SET text = ?", (pack(BODY.upper()),))
    findings = list(unfounded(ledger))
    assert len(findings) == 3
    assert {(each.kind, each.quotes) for each in findings} == {("words", (QUOTE,))}


def test_read_only(say: Any, tmp_path: Path) -> None:
    """A ledger opened for reading cannot be written."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.record(say.reading("a", pact(say), body=BODY))
    with Ledger.open(path, read_only=True) as ledger:
        assert len(list(ledger.statements())) == 3
        with pytest.raises(LedgerError, match="cannot be written"):
            ledger.record(say.reading("b", pact(say), body=BODY))


def test_the_file_is_safe_by_settings(ledger: Ledger) -> None:
    """The file is written ahead and flushed at each commit."""
    assert ledger._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ledger._db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_statements_by_article_and_thing(say: Any, ledger: Ledger) -> None:
    """Statements are found by article, by id, and by the thing that they are about."""
    ledger.record(say.reading("a", pact(say), body=BODY), say.reading("b", pact(say), body=BODY + "b"))
    of_a = list(ledger.statements_of("a"))
    assert len(of_a) == 3
    found = ledger.statement(of_a[0].statement.id)
    assert found is not None
    assert found.statement == of_a[0].statement
    assert ledger.statement("st-none") is None
    assert len(list(ledger.statements_about(of_a[0].canonical))) == 3
    assert ledger.article("none") is None
    assert ledger.body("none") is None
