"""What states call their offices: who can have one, and whose press names it without the state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bilateral.loaders.extract.officials.drafts import Draft

__all__ = ["by_custom", "can_have", "of_custom"]


#: Offices that no organisation has.
_OF_STATES: Final = frozenset({"king", "queen", "chancellor", "premier"})


@dataclass(frozen=True, slots=True)
class Customs:
    """The lists of lexicon/offices_of_states.yaml."""

    monarchies: frozenset[str]
    presidential: frozenset[str]
    secretaries: frozenset[str]
    usual: Mapping[str, tuple[str, ...]]


def can_have(code: str, office: str) -> bool:
    """Whether a state can have an office: the United States have no ministers, Norway has no president."""
    customs = _customs()
    if states().is_organization(code):
        return office not in _OF_STATES and "minister" not in office.split()
    if office == "president":
        return code not in customs.monarchies
    if office in {"prime minister", "deputy prime minister", "pm"} and code in customs.presidential:
        return False
    return not (code in customs.secretaries and "minister" in office.split())


def of_custom(office: str) -> bool:
    """Whether an office is named without its state by the press of a few states only."""
    return office in _customs().usual


def by_custom(drafts: Iterable[Draft], named: Collection[str], home: str | None) -> None:
    """Give `Defense Secretary NAME`, `Sen. NAME` the home state, else the first of those with such an office that the text names."""
    for draft in drafts:
        if draft.country is None and (codes := _customs().usual.get(draft.office)):
            told = [code for code in codes if code in named]
            draft.country = home if home in codes else next(iter(told), None)
            draft.why = "custom" if draft.country else draft.why


@cache
def _customs() -> Customs:
    found = read_lexicon("offices_of_states")
    usual = found.get("usual") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(usual, dict):
        raise InputError(
            "not mappings",
            place="lexicon/offices_of_states.yaml",
            remedy="Write lists, and `usual:` with `office: [CODE]`.",
        )
    by_office = {str(office): tuple(map(str, codes)) for office, codes in usual.items()}
    codes = {key: frozenset(map(str, found[key])) for key in ("monarchies", "presidential", "secretaries")}
    return Customs(codes["monarchies"], codes["presidential"], codes["secretaries"], by_office)
