"""A build that is killed leaves whole articles or none of them, and a repeated build ends as one that was never disturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

from bilateral.graph.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

BUILD = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from bilateral.graph.assemble import assemble
    from bilateral.graph.identity import resolve
    from bilateral.graph.ledger import Ledger, Reading
    from bilateral.graph.model import Graph
    from bilateral.graph.statement import Run
    from bilateral.schema.facts import Agreement, ArticleFacts, ArticleHead, Event, Official
    from bilateral.schema.values import PartialDate

    def facts(number):
        day = PartialDate.parse(f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}")
        states = (("KEN", "NOR"), ("KEN", "UGA"), ("NOR", "SWE", "KEN"))[number % 3]
        return ArticleFacts(
            ArticleHead(f"wire-{number}", f"Number {number}", day, f"Paper {number % 4}"),
            states,
            (Official(f"Ada Vale{number % 5}", "Envoy", states[0]), Official("Bo", "Speaker", None)),
            tuple(Agreement(f"{what} pact", "agreement", states, "signed", day, (what,)) for what in ("trade", "health")),
            (Event("CONSULT", states[:1], states[1:], "visit", officials=("Ada Vale", "Cy"), date=day, areas=("trade",)),),
        )

    path, articles = Path(sys.argv[1]), int(sys.argv[2])
    with Ledger.open(path) as ledger:
        for number in range(articles):
            ledger.record(Reading(facts(number), Run("test", "1"), f"Body {number}"))
            print(number, flush=True)
        resolve(ledger)
        for line in ledger.export(bodies=True):
            print(line)
        for each in Graph.gather(assemble(ledger)):
            print(each.id, sorted((name, str(value)) for name, value in each.properties.items()))
    """
)


def build(path: Path, articles: int, seed: str = "0") -> subprocess.Popen[str]:
    """Start a build in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-c", BUILD, str(path), str(articles)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def finish(process: subprocess.Popen[str]) -> list[str]:
    """Wait for a build and give what it printed."""
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.splitlines()


def test_killed_and_repeated(tmp_path: Path) -> None:
    """Killed with SIGKILL at several moments, the ledger holds only whole articles; the repeated build has the same bytes."""
    expected = finish(build(tmp_path / "whole.db", 40))
    with Ledger.open(tmp_path / "whole.db") as ledger:
        whole = {
            key: sorted(each.statement.id for each in ledger.statements_of(key))
            for key in (f"wire-{number}" for number in range(40))
        }
    path = tmp_path / "killed.db"
    for pause in (0.0, 0.01, 0.05):
        process = build(path, 40)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with Ledger.open(path) as ledger:
            articles = {each.head.id for each in ledger.articles()}
            said = {each.statement.reference.article for each in ledger.statements()}
            assert articles
            assert said == articles
            assert all(
                sorted(each.statement.id for each in ledger.statements_of(key)) == whole[key] for key in articles
            )
    assert finish(build(path, 40)) == expected


def test_two_hash_seeds_same_bytes(tmp_path: Path) -> None:
    """Ledger and graph are the same to the byte whatever the hash seed."""
    first, second = (finish(build(tmp_path / f"{seed}.db", 24, seed)) for seed in ("1", "4242"))
    assert first == second
    assert any(line.startswith("agreement/") for line in first)
