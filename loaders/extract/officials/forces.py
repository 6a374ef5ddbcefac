"""Officers of a force or ship: `Major Karim of the Maltese border guards`, `the frigate INS Surma, commanded by Captain Karim`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.title_portfolio import organ_end
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.loaders.extract.officials.row import Row

__all__ = ["Force", "flag", "force_behind"]

_GENITIVE: Final = frozenset({"'s", "'"})
_COMMANDED: Final = frozenset({"commanded", "skippered", "captained", "led", "headed"})


@dataclass(frozen=True, slots=True)
class Force:
    """A force behind an officer's name: its words and its state, where they tell it."""

    span: tuple[int, int]
    code: str | None


def force_behind(row: Row, at: int) -> Force | None:
    """Read the force after the name that begins at word `at`: `Karim of the border guards`."""
    name = name_after(row, skip_honorifics(row, at))
    if name is None or row.low(name.last) not in {"of", "from"}:
        return None
    first = name.last + 1 + (row.low(name.last + 1) == "the")
    mention = row.state(first)
    after = row.state_after(first) if mention else first
    after += row.low(after) in _GENITIVE
    known = office_words()
    if not (row.known(after, known.portfolio) or row.known(after, known.organs)):
        return None
    end = organ_end(row, after)
    own = end is not None and any(row.known(k, known.state_organs) for k in range(after, end))
    return Force((after, end), mention.code if mention else None) if end is not None and own else None


def flag(row: Row, first: int) -> str | None:
    """Give the state of the ship that the officer at word `first` commands: `INS Surma, … commanded by`."""
    if row.low(first - 1) != "by" or row.low(first - 2) not in _COMMANDED:
        return None
    for k in range(first - 3, -1, -1):
        if row.text(k) in _flags() and row.capital(k + 1):
            return _flags()[row.text(k)]
    return None


@cache
def _flags() -> Mapping[str, str]:
    found = read_lexicon("offices_of_states")
    flags = found.get("ships") if isinstance(found, dict) else None
    if not isinstance(flags, dict):
        raise InputError("not a mapping", place="lexicon/offices_of_states.yaml: ships", remedy="Write `PREFIX: CODE`.")
    return {str(prefix): str(code) for prefix, code in flags.items()}
