"""The state served, told by where somebody goes to meet the official: `visited Malta to meet Prime Minister NAME`, `In Malta he will meet with …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.served_custom import can_have
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["by_visit"]

_VERB: Final = 4
_OPENS: Final = 6
_BEFORE: Final = 3
_STAYS: Final = frozenset({"while", "during", "in", "on", "whilst"})
_SEES: Final = frozenset({"meet", "met", "meets", "meeting", "call", "called", "see", "calls"})
_LINKS: Final = frozenset({"with", "on", "the", "hon", ".", "mr", "mrs", "ms", "dr", "his", "excellency"})


def by_visit(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `visited Malta to meet (with) Prime Minister NAME`: whom one travels to meet serves the state that one visits."""
    for draft in drafts:
        if draft.country is not None:
            continue
        row = rows[draft.sentence]
        at = row.at(draft.start)
        words = _words(row, at - _VERB, at)
        code = _travelled(row, at, words) or _there(row, at)
        if code and can_have(code, draft.office):
            draft.country, draft.why = code, "visited"


def _travelled(row: Row, at: int, words: Sequence[str]) -> str | None:
    if "to" not in words or not served_words("meets") & set(words[words.index("to") :]):
        return None
    place = row.state(at - _VERB + words.index("to") - 1)
    before = _words(row, at - 2 * _VERB, at - _VERB + words.index("to"))
    return place.code if place is not None and served_words("visits") & set(before) else None


def _there(row: Row, at: int) -> str | None:
    """Read `While in Malta, NAME will meet with Prime Minister NAME`: the sentence opens with the state where they meet."""
    if row.low(0) not in _STAYS:
        return None
    place = next((k for k in range(1, _OPENS) if row.state(k)), None)
    mention = row.state(place) if place is not None else None
    stays = place is not None and row.low(place - 1) in {"in", "to"}
    if place is None or mention is None or not stays or mention.kind not in {"name", "capital"}:
        return None
    verb = at - 1
    while row.low(verb) in _LINKS and verb > place:
        verb -= 1
    between = range(row.state_after(place), at)
    alone = not any(row.state(k) for k in between) and row.low(row.state_after(place)) not in {"'s", "'", "and"}
    return mention.code if row.low(verb) in _SEES and alone else None


def _words(row: Row, first: int, after: int) -> list[str]:
    return [row.low(k) for k in range(max(0, first), min(after, len(row)))]
