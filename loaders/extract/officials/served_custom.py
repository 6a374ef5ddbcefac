"""What states call their offices: who can have one, and whose press names it without the state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.text.lexicon import read_lexicon
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bilateral.loaders.extract.officials.drafts import Draft

__all__ = ["by_custom", "can_be_bare", "can_have", "of_custom"]


#: Offices that no organisation has.
_GENERAL: Final = ("secretary-general", "secretary general")
_PREMIERS: Final = frozenset(
    {"prime minister", "deputy prime minister", "vice prime minister", "pm", "premier", "vice premier", "deputy pm"}
)
_REIGNS: Final = frozenset(
    {
        "king",
        "queen",
        "emir",
        "amir",
        "sultan",
        "emperor",
        "grand duke",
        "crown prince",
        "crown princess",
        "pope",
        "monarch",
    }
)
#: Heads and high servants of ministries, where the ministry's field stands before.
_SECRETARIES: Final = tuple(
    f"{field} secretary"
    for field in ("labor", "labour", "defence", "defense", "commerce", "energy", "interior", "agriculture", "home", "health", "trade", "finance",
                  "treasury", "foreign", "assistant", "cabinet", "education", "justice", "transport", "transportation", "environment", "tourism", "migration",
                  "business", "foreign affairs")
)  # fmt: skip
_OF_STATES: Final = frozenset({"king", "queen", "chancellor", "premier"})


@dataclass(frozen=True, slots=True)
class Customs:
    """The lists of lexicon/offices_of_states.yaml."""

    monarchies: frozenset[str]
    presidential: frozenset[str]
    secretaries: frozenset[str]
    with_secretaries: frozenset[str]
    usual: Mapping[str, tuple[str, ...]]
    thrones: Mapping[str, frozenset[str]]


def can_have(code: str, office: str) -> bool:
    """Whether a state can have an office: the United States have no ministers, Norway has no president."""
    customs = _customs()
    if states().is_organization(code):
        return office not in _OF_STATES and "minister" not in office.split()
    if office in _REIGNS:
        return code in customs.thrones.get(office, customs.monarchies)
    if office == "president":
        return code not in customs.monarchies
    if office in _PREMIERS and code in customs.presidential:
        return False
    if office.endswith(_SECRETARIES) and code not in customs.with_secretaries:
        return False
    return not (code in customs.secretaries and "minister" in office.split())


def can_be_bare(draft: Draft) -> bool:
    """Whether an official without a state may serve the one that the text is about: an organisation's secretary-general is its own."""
    organ = (draft.organization or "").casefold()
    return not (draft.office.endswith(_GENERAL) and (not organ or not _of_state(organ)))


def _of_state(organ: str) -> bool:
    known = office_words()
    return bool(known.state_organs & set(organ.split())) or any(name in organ for name in known.state_organ_names)


def of_custom(office: str) -> bool:
    """Whether an office is named without its state by the press of a few states only."""
    return office in _customs().usual


def by_custom(drafts: Iterable[Draft], named: Collection[str], home: str | None) -> None:
    """Give `Defense Secretary NAME`, `Sen. NAME` the home state, else the only one of those with such an office that the text names.

    Where the list is led by the United States, whose press is read everywhere, the first that the text names. A counterpart is
    of another state than he whose counterpart he is, so custom tells nothing of him.
    """
    for draft in drafts:
        if draft.country is None and draft.rule != "counterpart" and (codes := _customs().usual.get(draft.office)):
            told = [code for code in codes if code in named]
            sure = len(told) == 1 or codes[0] == "USA"
            draft.country = home if home in codes else next(iter(told), None) if sure else None
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
    codes = {
        key: frozenset(map(str, found[key]))
        for key in ("monarchies", "presidential", "secretaries", "with_secretaries")
    }
    thrones = {str(office): frozenset(map(str, states)) for office, states in found["thrones"].items()}
    return Customs(
        codes["monarchies"], codes["presidential"], codes["secretaries"], codes["with_secretaries"], by_office, thrones
    )
