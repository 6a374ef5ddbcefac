"""How long the command takes to say what it can do, against the bare import of the library that reads its arguments.

`bilateral --help` against `python -c "import typer"`, each a fresh process, in turn; prints the ratio of the medians.

    python benchmarks/bench_start.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS: Final = 15
_START: Final = "from bilateral.cli import main; main()"
OURS: Final = (sys.executable, "-c", _START, "--help")
RIVAL: Final = (sys.executable, "-c", "import typer")


def seconds(command: Sequence[str]) -> float:
    """Time one run of a command from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(rounds: int = ROUNDS) -> None:
    """Print the ratio."""
    seconds(OURS), seconds(RIVAL)
    pairs = [(seconds(OURS), seconds(RIVAL)) for _ in range(rounds)]
    ours, rival = (statistics.median(each) for each in zip(*pairs, strict=True))
    print(f"bilateral --help takes {ours / rival:.2f} × as long as python -c 'import typer'")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
