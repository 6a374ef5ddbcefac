"""Whether the words before an office give it to a party, a firm or a club: `opposition leader`, `Alpha Motors President`.

The party of a member of parliament does not, nor one that rules alone: `Cuban Party secretary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.officials.office_words import office_words

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title

__all__ = ["check_neighbour", "of_only_party"]

#: Who sits in a parliament for a party.
_MEMBERS = frozenset(
    {
        "mp",
        "mep",
        "member of parliament",
        "lawmaker",
        "legislator",
        "parliamentarian",
        "senator",
        "sen",
        "rep",
        "congressman",
        "congresswoman",
        "deputy",
    }
)
#: States whose one party is an organ of the state, and the offices in it.
_ONE_PARTY = frozenset({"CHN", "CUB", "LAO", "PRK", "VNM", "SUN"})
_PARTY_OFFICES = ("secretary", "chief", "leader", "official")


def check_neighbour(row: Row, title: Title, floor: int) -> None:
    """Spoil a title whose left neighbour gives it to a party, a firm or a club."""
    known, at = office_words(), title.first - 1
    foreign = known.never_state if title.kind == "strong" else known.not_state
    before = range(max(floor, at - 1, 0), title.head)
    title.spoiled = any(_not_of_state(row, title, k, foreign) for k in before)
    shouted = row.text(at).isupper() and len(row.text(at)) > 1 and not row.text(title.head).isupper()
    title.beside = (
        at >= max(floor, 0 if shouted else 1)
        and row.capital(at)
        and not row.text(at).endswith(".")
        and row.low(at) not in known.not_in_name
        and not row.low(at).endswith("ist")
        and row.state(at) is None
    )


def _not_of_state(row: Row, title: Title, k: int, foreign: frozenset[str]) -> bool:
    """Whether a word before an office takes it from the state: not the party of a member of parliament, or one that rules alone."""
    if row.low(k) == "party" and (title.office.name in _MEMBERS or _rules_alone(row, title, k)):
        return False
    return (row.known(k, foreign) and row.state(k) is None) or (row.text(k) == "union" and title.kind != "strong")


def of_only_party(row: Row, title: Title, at: int) -> bool:
    """Whether a word names the only party: `Cuban | Communist | Party secretary`."""
    if row.low(at) == "communist":
        return row.low(at + 1) == "party" and title.first == at + 1
    mention = row.state(at - 1 - (row.low(at - 1) == "communist"))
    offices = title.office.name.endswith(_PARTY_OFFICES) and title.first == title.head
    return row.text(at) == "Party" and offices and mention is not None and mention.code in _ONE_PARTY


def _rules_alone(row: Row, title: Title, k: int) -> bool:
    """Whether a party is the state's only one: `Cuban Party secretary`, `Communist Party General Secretary`."""
    own = not row.capital(k - 1) or row.low(k - 1) in {"communist", "the"} or row.state(k - 1) is not None
    codes = set(title.countries)
    return row.capital(k) and own and title.office.name.endswith(_PARTY_OFFICES) and codes <= _ONE_PARTY
