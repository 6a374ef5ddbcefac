"""The wheel holds exactly what belongs into it, and works in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from command_fixtures import ROOT

ROOMS = ("graph", "loaders", "queries", "schema")
ENDINGS = {".py", ".yaml", ".json", ".cypher", ".rq", ".properties", ".typed", ".j2", ".tsv"}
TEXT = "Kenya and Norway sign fisheries agreement\n2024-03-04\n\nNAIROBI: Kenya and Norway signed an agreement on fisheries on Monday.\n"


def _tracked() -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what git tracks or is about to: nothing stale of `build/`, nothing ignored."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in _tracked():
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_symlink():
            target.symlink_to((ROOT / name).readlink())
        else:
            shutil.copyfile(ROOT / name, target)
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(out), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_exactly_the_tracked_files(wheel: Path) -> None:
    """A subpackage that `packages` forgets, or data that no pattern names, would be missing; nothing else is in it."""
    expected = set()
    for name in _tracked():
        room = name.partition("/")[0]
        if Path(name).suffix in ENDINGS and not (ROOT / name).is_symlink() and room in (*ROOMS, "bilateral"):
            expected.add(name if room == "bilateral" else f"bilateral/{name}")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == expected


def test_files_of_the_rooms_have_known_endings() -> None:
    """A file with another ending would silently be left out of the wheel."""
    strange = [
        name
        for name in _tracked()
        if name.partition("/")[0] in (*ROOMS, "bilateral")
        and Path(name).suffix not in ENDINGS
        and Path(name).suffix != ".md"
        and not (ROOT / name).is_symlink()
    ]
    assert strange == []


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the libraries are those of this environment, so that nothing is downloaded."""
    place = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(place, with_pip=False, symlinks=True)
    folder = place / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            str(folder),
            str(wheel),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (folder / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place


def _run(installed: Path, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from bilateral.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [str(installed / "bin" / "python"), "-c", program, *arguments],
        cwd=where,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Not the checkout, though this environment knows it; and there is no `graph` beside `bilateral`."""
    code = "import bilateral, bilateral.graph; print(bilateral.__file__, bilateral.graph.__file__)"
    done = subprocess.run(
        [str(installed / "bin" / "python"), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(part.startswith(str(installed)) for part in done.stdout.split())
    folder = next(installed.glob("lib/python*/site-packages"))
    assert not any((folder / room).exists() for room in ROOMS)


@pytest.mark.slow
def test_the_wheel_builds_and_answers_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Reads an article, builds the graph with all its data files, answers in both languages, writes RDF."""
    (tmp_path / "article.txt").write_text(TEXT)
    built = _run(installed, tmp_path, "build", "article.txt", "-w", "w")
    assert built.returncode == 0, built.stderr
    assert "1 new" in built.stderr
    listed = _run(installed, tmp_path, "query", "--list")
    assert listed.returncode == 0, listed.stderr
    assert "cooperation-agreements" in listed.stdout
    exported = _run(installed, tmp_path, "export", "turtle", "-w", "w", "-o", "out.ttl")
    assert exported.returncode == 0, exported.stderr
    assert "@prefix br:" in (tmp_path / "out.ttl").read_text()
    for piece in ("ddl", "shacl", "owl", "context", "docs"):
        assert _run(installed, tmp_path, "schema", piece).returncode == 0


def test_the_wheel_tells_its_licence_and_command(wheel: Path) -> None:
    """The metadata name the licence file and the entry point."""
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
        (points,) = [name for name in names if name.endswith("entry_points.txt")]
        assert "bilateral = bilateral.cli:main" in opened.read(points).decode()
        assert any(name.endswith("licenses/LICENSE") for name in names)
