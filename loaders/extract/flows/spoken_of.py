"""What an article last spoke of, and where: trade, loans, debts, gifts, visitors, investments.

Input: lines in text order. Output: a `Spoken` that tells how many lines ago a subject was touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["Spoken", "says"]

_SUBJECTS: Final = (
    "flow trade words",
    "flow lending",
    "flow gift words",
    "flow pledging",
    "flow debts owed",
    "flow visitors",
    "flow investing",
)
_NEVER: Final = 1000


@dataclass(frozen=True, slots=True)
class Spoken:
    """The number of the line that last spoke of each subject, by the lexicon's list of its words."""

    last: tuple[tuple[str, int], ...] = ()

    def after(self, line: Line) -> Spoken:
        """Give what is known after a line."""
        now = {key: line.index for key in _SUBJECTS if says(line, key)}
        return Spoken(tuple(sorted({**dict(self.last), **now}.items())))

    def ago(self, line: Line, subject: str) -> int:
        """Count the lines since a subject was spoken of, many if it never was."""
        return line.index - dict(self.last).get(subject, -_NEVER)


def says(line: Line, key: str) -> bool:
    """Tell whether a line has a word of a list."""
    return any(w.low in word_set("flow_grammar", key) for w in line.words)
