"""A workspace that cannot be used is told with its place, and keeps what it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command_fixtures import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from command_fixtures import Outcome

ARTICLE = SAMPLES / "norway-chile-social-security.txt"
FACTS = "article: {id: a, title: T, published: 2024-01-02}\ncountries: [NOR]\n"
ASKED = Path(__file__).parents[1] / "queries" / "asked_facts.yaml"
COMMAND = Path(sysconfig.get_path("scripts")) / "bilateral"

HOLDER = """
import sys
from pathlib import Path
from bilateral.workspace import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_workspace_in_use_is_told_with_who_uses_it(samples: Path, run: Callable[..., Outcome]) -> None:
    """A second process holds the lock: every command that needs the workspace says so, with its pid, and ends with 2."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(samples)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for command in (("build", ARTICLE), ("summary",), ("verify",), ("export", "ledger"), ("why", "KEN")):
            fault = run(*command, "-w", samples).fault
            assert f"{samples}: another process (pid {holder.pid}) is using this workspace" in fault
            assert "Wait until it has finished" in fault
        holder.communicate("")
    assert run("export", "ledger", "-w", samples).code == 0


@pytest.mark.parametrize("under", ["a file", "a file's inside", "/proc"])
def test_a_workspace_that_cannot_be_made_is_told(under: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """A file in the way, or a folder in which nobody may write."""
    file = tmp_path / "file"
    file.write_text("mine")
    place = {"a file": file, "a file's inside": file / "workspace", "/proc": Path("/proc/bilateral")}[under]
    fault = run("build", ARTICLE, "-w", place).fault
    assert fault.startswith(f"{place}: cannot be used: ")
    assert "with -w" in fault
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    "command",
    [
        ("summary",),
        ("query", "partners", "country=KEN"),
        ("verify",),
        ("export", "turtle"),
        ("build", "--withdraw", "x"),
    ],
)
def test_a_workspace_that_is_not_there_is_told_and_not_made(
    command: tuple[str, ...], tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    """Only build with sources makes a workspace."""
    fault = run(*command, "-w", tmp_path / "none").fault
    assert f"{tmp_path}/none: there is no workspace here" in fault
    assert "bilateral build SOURCE -w DIR" in fault
    assert not (tmp_path / "none").exists()


def test_the_workspace_of_the_environment_is_used(
    samples: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """BILATERAL_WORKSPACE counts where no -w is given, and -w beats it."""
    monkeypatch.setenv("BILATERAL_WORKSPACE", str(samples))
    assert run("export", "ledger").code == 0
    assert "there is no workspace here" in run("export", "ledger", "-w", samples / "none").fault


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read as one" * 20, b"SQLite format 3\0" + b"\0" * 84]
)
def test_a_ledger_that_is_none_is_told(content: bytes, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """A damaged or foreign file is left alone and named."""
    (tmp_path / "ledger.sqlite").write_bytes(content)
    (tmp_path / "a.yaml").write_text(FACTS)
    fault = run("build", tmp_path / "a.yaml", "-w", tmp_path).fault
    assert f"{tmp_path}/ledger.sqlite: " in fault
    assert (tmp_path / "ledger.sqlite").read_bytes() == content


def test_a_damaged_store_is_told_and_rebuild_makes_it_anew(own_samples: Path, run: Callable[..., Outcome]) -> None:
    """The embedded store is a cache: what is told leads out of the trouble."""
    for file in (own_samples / "store").iterdir():
        if file.is_file():
            file.write_bytes(b"garbage")
    fault = run("summary", "-w", own_samples).fault
    assert "store" in fault
    assert "bilateral rebuild" in fault
    assert run("rebuild", "-w", own_samples).code == 0
    assert run("verify", "-w", own_samples).code == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 300 kB; skipped where nobody may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(place)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_the_ledger_whole(small_disk: Path, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """What was recorded before the disk was full is whole; the message says what to do; with room it goes on."""
    documents = "---\n".join(
        f"article: {{id: a{n}, title: '{'x' * 400}', published: 2024-01-02}}\ncountries: [NOR]\n" for n in range(2000)
    )
    (tmp_path / "facts.yaml").write_text(documents)
    fault = run("build", tmp_path / "facts.yaml", "-w", small_disk / "workspace").fault
    assert f"{small_disk}/workspace/ledger.sqlite: the disk is full" in fault
    assert "Free some space" in fault
    subprocess.run(["mount", "-o", "remount,size=100m", str(small_disk)], check=True)
    kept = run("export", "ledger", "-w", small_disk / "workspace")
    assert kept.code == 0
    assert kept.out.count('"kind":"article"') % 32 == 0
    assert run("build", tmp_path / "facts.yaml", "-w", small_disk / "workspace").code == 0
    assert run("export", "ledger", "-w", small_disk / "workspace").out.count('"kind":"article"') == 2000


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "graphml", "ledger"])
def test_an_export_to_a_full_disk_is_told(form: str, samples: Path, run: Callable[..., Outcome]) -> None:
    """/dev/full takes nothing; it is written to as it is, not replaced by a file."""
    fault = run("export", form, "-w", samples, "-o", "/dev/full").fault
    assert fault.startswith("/dev/full: cannot be written: No space left on device")
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("form", ["turtle", "csv", "graphml", "neo4j-bulk", "ledger"])
def test_an_export_that_fails_leaves_nothing(
    form: str, samples: Path, small_disk: Path, run: Callable[..., Outcome]
) -> None:
    """No file with half of the graph: neither under its name nor under another."""
    (small_disk / "filler").write_bytes(b"x" * 270_000)
    fault = run("export", form, "-w", samples, "-o", small_disk / "out").fault
    assert "cannot be written: No space left on device" in fault
    assert sorted(file.name for file in small_disk.rglob("*") if file.is_file()) == ["filler"]


def test_standard_output_that_is_full_is_told(samples: Path) -> None:
    """The shell's `> /dev/full`: one line, exit code 2, no traceback at the end of Python."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "export", "ntriples", "-w", samples], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "bilateral: standard output: No space left on device. Free space or write elsewhere."
    ]


def test_a_reader_that_leaves_is_no_fault(samples: Path) -> None:
    """The shell's `| head -1`: silence and exit code 0."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = subprocess.run(
            [COMMAND, "export", "ntriples", "-w", samples], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_disk_that_is_full_for_the_store_leaves_no_torn_store(small_disk: Path, run: Callable[..., Outcome]) -> None:
    """The ledger fits and the store does not; with room, the next build makes the store whole, though nothing is new."""
    subprocess.run(["mount", "-o", "remount,size=1200k", str(small_disk)], check=True)
    place = small_disk / "workspace"
    fault = run("build", ASKED, "-w", place).fault
    assert fault.startswith(f"embedded store {place}/store: ")
    subprocess.run(["mount", "-o", "remount,size=100m", str(small_disk)], check=True)
    again = run("build", ASKED, "-w", place)
    assert again.code == 0
    assert "0 new, 0 changed, 2 unchanged" in again.err
    assert run("verify", "-w", place).code == 0
