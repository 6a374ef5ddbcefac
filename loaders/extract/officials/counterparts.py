"""`his Maltese counterpart Anna Lund`: a name with the office of the person whose counterpart it is and the state of the adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import Draft
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.persons import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.officials.row import Row

__all__ = ["find_counterparts"]

_WORDS: Final = frozenset({"counterpart", "counterparts", "opposite"})
_LINKS: Final = frozenset({"from", "of", "in", "the", "number", "republic", "kingdom"})
_FULL: Final = 2


def find_counterparts(row: Row, sentence: int, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Give every counterpart with a name of its own and no office; `earlier` are the officials before, in text order."""
    for i in range(len(row)):
        if row.low(i) not in _WORDS:
            continue
        code, after = _state(row, i)
        comma = row.low(after) == ","
        at = skip_honorifics(row, after + comma)
        name = name_after(row, at)
        if code is None or name is None or row.office(at) or (comma and name.parts < _FULL):
            continue
        model = _possessor(row, i, code, earlier)
        first = row.state_before(i) if row.state(i - 1) else i
        start, a, b = row.words[first].start, row.words[name.first].start, row.words[name.last - 1].end
        yield Draft(
            start, b, " ".join(row.body[a:b].split()), a, b, model.title if model else "", model.office if model else "", "strong", code, None,
            "counterpart", sentence, (code,),
        )  # fmt: skip


def _possessor(row: Row, i: int, code: str, earlier: Sequence[Draft]) -> Draft | None:
    """Give the official whose counterpart stands at word `i`: the nearest before it in the sentence, by surname or title, of another state."""
    before = [d for d in earlier if d.start < row.words[i].start and d.country != code]
    for k in range(i - 1, -1, -1):
        low = row.low(k).casefold()
        for draft in reversed(before):
            if draft.end == row.words[k].end or (row.capital(k) and folded(draft.name)[-1:] == folded(low)[-1:]):
                return draft
    return before[-1] if before else None


def _state(row: Row, i: int) -> tuple[str | None, int]:
    """Give the state of a counterpart and the word after the expression."""
    before = row.state(i - 1) if row.low(i - 1) not in {"'s", "'"} else row.state(i - 2)
    if before is not None:
        return before.code, i + 1
    k = i + 1
    while row.low(k) in _LINKS:
        k += 1
    mention = row.state(k) if k > i + 1 else None
    return (mention.code, row.state_after(k)) if mention else (None, i + 1)
