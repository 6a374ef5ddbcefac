"""The command line for tests: called in this process, with what it wrote and its exit code; and one workspace of the samples."""

from __future__ import annotations

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bilateral.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "articles"
#: The moment at which the workspace of the samples was recorded.
MOMENT = "1765238400"
_SET = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "BILATERAL_WORKSPACE", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def fault(self) -> str:
        """The one line that a command which gave up leaves on standard error, without `bilateral: `."""
        assert self.code == 2, (self.code, self.out, self.err)
        assert "Traceback" not in self.err
        progress, found, fault = self.err.partition("bilateral: ")
        assert found, self.err
        assert progress == "" or progress.endswith("\n")
        return fault.rstrip("\n")


def bilateral(*arguments: object) -> Outcome:
    """Run one command in this process."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(each) for each in arguments])
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return Outcome(code, out.buffer.getvalue().decode(), err.getvalue())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """The command line, in an environment that sets nothing for it but the time."""
    for name in _SET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    return bilateral


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of the samples, built once; a test that changes it asks for `own_samples`."""
    with pytest.MonkeyPatch.context() as environment:
        for name in _SET:
            environment.delenv(name, raising=False)
        environment.setenv("SOURCE_DATE_EPOCH", MOMENT)
        place = tmp_path_factory.mktemp("samples") / "workspace"
        built = bilateral("build", SAMPLES, "-w", place)
    assert built.code == 0, built.err
    return place


@pytest.fixture
def own_samples(samples: Path, tmp_path: Path) -> Path:
    """A copy of the workspace of the samples, for one test to change."""
    return Path(shutil.copytree(samples, tmp_path / "workspace"))
