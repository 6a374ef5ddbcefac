"""The embedded store is one folder, one process at a time, silent, and whole after whatever ends the process."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bilateral.errors import StoreError
from bilateral.graph.stores.embedded import EmbeddedEngine
from bilateral.graph.stores.load import load, verify
from bilateral.graph.stores.opening import open_embedded
from bilateral.graph.stores.protocol import Statement

if TYPE_CHECKING:
    from bilateral.graph.model import Graph

OPEN = """
import signal, sys, time
from pathlib import Path
{before}
from bilateral.graph.stores.opening import open_embedded
store = open_embedded(Path(sys.argv[1]))
store.mark("open")
print("open", flush=True)
{after}
"""


def start(folder: Path, *, before: str = "", after: str = "time.sleep(60)") -> subprocess.Popen[str]:
    """Open the store in another process, and wait until it has it."""
    command = [sys.executable, "-c", OPEN.format(before=before, after=after), str(folder)]
    process = subprocess.Popen(
        command, cwd=folder.parent, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def end(process: subprocess.Popen[str]) -> tuple[str, str, int]:
    """Wait for the process; give what it printed and its exit code."""
    out, err = process.communicate(timeout=60)
    return out, err, process.returncode


def test_a_relative_folder_is_where_python_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine keeps the working folder it began with; a program that changes its own means the new one."""
    open_embedded(tmp_path / "first").close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    open_embedded(Path("store")).close()
    assert any((elsewhere / "store").iterdir())


def test_the_store_of_another_process_is_in_use(tmp_path: Path) -> None:
    """The lock is told in a sentence, nothing of the other's store is touched, and it can be opened afterwards."""
    process = start(tmp_path / "store", after="sys.stdin.read()")
    try:
        with pytest.raises(StoreError, match="the store is in use") as raised:
            open_embedded(tmp_path / "store")
        assert "Wait" in str(raised.value)
        with pytest.raises(StoreError, match="the store is in use"):
            open_embedded(tmp_path / "store", anew=True)
    finally:
        process.kill()
        end(process)
    with open_embedded(tmp_path / "store") as store:
        assert store.marker() == "open"


def test_opening_writing_and_closing_prints_nothing(tmp_path: Path) -> None:
    """Not a word of Java on the terminal, no log folder in the current one."""
    out, err, code = end(start(tmp_path / "store", after="store.close()"))
    assert (out, err, code) == ("", "", 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store"]


def test_a_process_that_forgets_to_close_ends_in_time(tmp_path: Path) -> None:
    """Java would wait half a minute for an open store."""
    out, err, code = end(start(tmp_path / "store", after=""))
    assert (out, err, code) == ("", "", 0)


def test_sigterm_ends_the_process_as_usual(tmp_path: Path) -> None:
    """The JVM does not turn SIGTERM into an abort, and the store is whole."""
    process = start(tmp_path / "store")
    process.send_signal(signal.SIGTERM)
    assert end(process) == ("", "", -signal.SIGTERM)
    with open_embedded(tmp_path / "store") as store:
        assert store.marker() == "open"


def test_a_sigterm_handler_set_before_opening_is_called(tmp_path: Path) -> None:
    """Whoever set a handler keeps it: the JVM takes no signal for itself."""
    handler = "signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))"
    process = start(tmp_path / "store", before=handler)
    process.send_signal(signal.SIGTERM)
    assert end(process) == ("", "", 143)


def test_python_keeps_its_stack(tmp_path: Path) -> None:
    """A deep text is a RecursionError in the program that has the store open, as in any other, and not its end."""
    after = "import json\nsys.stdin.read()\ntry: json.loads('[' * 100_000)\nexcept RecursionError: print('too deep'); store.close()"
    assert end(start(tmp_path / "store", after=after)) == ("too deep\n", "", 0)


def test_control_c_is_a_keyboard_interrupt(tmp_path: Path) -> None:
    """Ctrl-C raises in Python, so that with-blocks close the store."""
    held = "signal.pthread_sigmask(signal.{}, [signal.SIGINT])"  # held back until the program is ready for it
    after = f"try: {held.format('SIG_UNBLOCK')}; time.sleep(60)\nexcept KeyboardInterrupt: print('interrupted'); store.close()"
    process = start(tmp_path / "store", before=held.format("SIG_BLOCK"), after=after)
    process.send_signal(signal.SIGINT)
    assert end(process) == ("interrupted\n", "", 0)


def test_a_damaged_store_is_told_and_can_be_made_anew(tmp_path: Path, small_graph: Graph) -> None:
    """The store is a cache: its files may be thrown away, and the message says how."""
    folder = tmp_path / "store"
    with open_embedded(folder) as store:
        load(store, small_graph)
    for file in folder.glob("schema*.json"):
        file.write_text("{ not json")
    with pytest.raises(StoreError, match="cannot be opened") as raised:
        open_embedded(folder)
    assert "bilateral rebuild" in str(raised.value)
    with open_embedded(folder, anew=True) as store:
        load(store, small_graph)
        assert verify(store, small_graph) == ()


def test_making_anew_spares_a_folder_that_is_no_store(tmp_path: Path) -> None:
    """A wrong path must not cost anybody their files."""
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(StoreError, match="no store"):
        open_embedded(tmp_path, anew=True)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_questions_cannot_read_files(tmp_path: Path) -> None:
    """LOAD CSV is off in the engine too, behind the guard."""
    (tmp_path / "secret.csv").write_text("a,b\n")
    engine = EmbeddedEngine(tmp_path / "store")
    try:
        with pytest.raises(StoreError.__base__ or StoreError, match="disabled"):
            engine.query(Statement(f"LOAD CSV FROM 'file://{tmp_path}/secret.csv' AS line RETURN line"))
    finally:
        engine.close()


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    """A commit that returned survives a power cut: the log is flushed with its metadata."""
    engine = EmbeddedEngine(tmp_path / "store")
    try:
        configuration = engine._database.get_java_database().getConfiguration()
        assert str(configuration.getValueAsString("arcadedb.txWalFlush", "none")) == "2"
    finally:
        engine.close()
