"""Whom a state cannot have, since the text names another holder: who is only inferred to be Malta's prime minister is not, beside `Malta's Prime Minister NAME`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.persons import same_name
from bilateral.loaders.extract.officials.served_office import office_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.loaders.extract.officials.drafts import Draft

__all__ = ["has_rival", "rivals"]

_ONE: Final = frozenset(
    {"president", "minister prime", "king", "queen", "emir", "amir", "sultan", "emperor", "chancellor"}
)
_SAME: Final = {"pm": "minister prime", "premier": "minister prime", "fm": "foreign minister"}
_OTHERS: Final = frozenset(
    {
        "former",
        "ex",
        "late",
        "then",
        "deputy",
        "vice",
        "assistant",
        "state",
        "junior",
        "incoming",
        "outgoing",
        "elect",
        "designate",
        "delegate",
        "acting",
        "interim",
        "shadow",
        "federal",
    }
)
_LEAST: Final = 2


def rivals(drafts: Iterable[Draft]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Give by office and state the holders of offices that a state has once, as titles or the table of leaders tell them."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for draft in drafts:
        office = _single(draft)
        if (
            draft.name
            and draft.rule != "counterpart"
            and draft.country
            and office
            and (draft.countries or draft.why in {"leader", "holder", "counterpart"})
        ):
            key = office, draft.country
            found[key] = found.get(key, frozenset()) | {draft.name}
    return found


def has_rival(draft: Draft, code: str, held: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    """Whether somebody else is told to hold the draft's office in the state."""
    return any(not same_name(name, draft.name) for name in held.get((_single(draft), code), ()))


def _single(draft: Draft) -> str:
    """Give the office by which its holders are told apart; empty where a state has several."""
    words = draft.title.casefold().replace("-", " ").split()
    if _OTHERS & set(words):
        return ""
    key = office_key(draft.title)
    key = _SAME.get(key, key)
    several = key not in _ONE and not ("minister" in key.split() and len(key.split()) >= _LEAST)
    return "" if several else key
