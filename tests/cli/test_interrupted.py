"""A build that is interrupted or killed leaves a whole ledger, and the next one completes it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command_fixtures import MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from command_fixtures import Outcome

COMMAND = Path(sysconfig.get_path("scripts")) / "bilateral"
MANY = 480
CODES = [
    "NOR",
    "GHA",
    "SWE",
    "KEN",
    "JPN",
    "BRA",
    "AGO",
    "CHL",
    "PER",
    "ECU",
    "IND",
    "VNM",
    "LKA",
    "PAK",
    "UZB",
    "GEO",
    "ARM",
    "POL",
    "LTU",
    "CAN",
    "BGD",
    "IDN",
    "TGO",
]
PATIENCE = 120.0


def _facts(number: int) -> str:
    one, other = CODES[number % len(CODES)], CODES[(number * 7 + 3) % len(CODES)]
    article = {"id": f"a{number:04}", "title": f"Talks {number}", "published": "2024-01-02"}
    official = {"name": f"Ola Nordby {number}", "title": "Minister of Fisheries", "country": one}
    return json.dumps({"article": article, "countries": [one, other], "officials": [official]})


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A facts file with many documents: dozens of transactions."""
    file = tmp_path_factory.mktemp("many") / "many.jsonl"
    file.write_text("".join(f"{_facts(number)}\n" for number in range(MANY)))
    return file


def _start(*arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": MOMENT}
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    )


def _articles(workspace: Path) -> int:
    """Count the articles in a ledger that another process is writing."""
    if not (workspace / "ledger.sqlite").exists():
        return 0
    try:
        with sqlite3.connect(f"file:{workspace}/ledger.sqlite?mode=ro", uri=True) as ledger:
            return int(ledger.execute("SELECT count(*) FROM versions").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        if "ledger" in locals():
            ledger.close()


def _wait(process: subprocess.Popen[str], reached: Callable[[], bool]) -> None:
    """Wait until the process got somewhere; fail if it ended before."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end
        time.sleep(0.005)


def _whole(workspace: Path) -> int:
    """Check the ledger's file, and count its articles."""
    ledger = sqlite3.connect(f"file:{workspace}/ledger.sqlite?mode=ro", uri=True)
    assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ledger.execute("PRAGMA foreign_key_check").fetchall() == []
    number = int(ledger.execute("SELECT count(*) FROM versions").fetchone()[0])
    ledger.close()
    return number


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL], ids=["interrupted", "killed"])
@pytest.mark.parametrize("phase", ["reading", "storing"])
def test_a_build_that_is_cut_off_is_completed_by_the_next(
    sign: signal.Signals, phase: str, many: Path, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    """Whole transactions only; the rerun ends with the ledger and store of a build that was never cut off."""
    place = tmp_path / "workspace"
    process = _start("build", many, "-w", place)
    _wait(process, lambda: _articles(place) > 0 if phase == "reading" else (place / "store" / "schema.json").exists())
    process.send_signal(sign)
    said = process.communicate(timeout=PATIENCE)[1]
    if sign == signal.SIGINT:
        assert process.returncode == 130
        assert said.splitlines()[-1] == "bilateral: interrupted"
        assert "Traceback" not in said
    else:
        assert process.returncode == -signal.SIGKILL
    kept = _whole(place)
    assert kept % 32 == 0 or kept == MANY
    assert kept < MANY if phase == "reading" else kept == MANY
    again = run("build", many, "-w", place)
    assert again.code == 0
    assert f"{MANY - kept} new, 0 changed, {kept} unchanged" in again.err
    assert run("verify", "-w", place).code == 0
    assert run("export", "ledger", "-w", place).out == _uncut(many, tmp_path, run)


def _uncut(many: Path, tmp_path: Path, run: Callable[..., Outcome]) -> str:
    """Give the ledger of a build that was not cut off."""
    kept = many.with_name("ledger.jsonl")
    if not kept.exists():
        assert run("build", many, "-w", tmp_path / "uncut").code == 0
        assert run("export", "ledger", "-w", tmp_path / "uncut", "-o", kept).code == 0
    return kept.read_text()


def test_an_extraction_that_is_interrupted_leaves_no_half_file(many: Path, tmp_path: Path) -> None:
    """Extract -o writes its file whole or not at all."""
    articles = tmp_path / "in"
    articles.mkdir()
    for number in range(300):
        (articles / f"a{number}.txt").write_text(
            f"Talks {number}\n2024-01-02\n\nOSLO: Norway and Ghana held talks on fisheries on Monday.\n" * 5
        )
    process = _start("extract", articles, "-o", tmp_path / "out.jsonl")
    time.sleep(2.0)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=PATIENCE)[1]
    if process.returncode == 130:
        assert said.splitlines()[-1] == "bilateral: interrupted"
        assert sorted(tmp_path.iterdir()) == [articles]
    else:
        assert process.returncode == 0, said
        assert len((tmp_path / "out.jsonl").read_text().splitlines()) >= 300
