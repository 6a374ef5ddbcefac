"""Which state each official serves, where the title does not say it: surest sign first, and None rather than a guess.

The host of a meeting is never taken for the state served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.persons import group
from bilateral.loaders.extract.served_company import by_counterpart, by_group, by_same_office
from bilateral.loaders.extract.served_pair import by_pair, by_sides, leading_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.marks import StateMention
    from bilateral.loaders.extract.row import Row
    from bilateral.schema.values import PartialDate

__all__ = ["find_served"]


def find_served(
    drafts: list[Draft], rows: Sequence[Row], mentions: Sequence[StateMention], home: str | None, published: PartialDate | None
) -> None:
    """Fill in the countries that can be known; leave the others None."""
    named = [d for d in drafts if d.name]
    _share(named)
    by_counterpart(named, rows)
    by_group(named, rows)
    _share(named)
    by_same_office(drafts)
    _share(named)
    pair = leading_pair(mentions, drafts)
    by_pair(named, rows, pair)
    _share(named)
    for draft in named:
        if draft.country is None:
            draft.country = home
    by_sides(named, mentions, pair)
    _share(named)


def _share(drafts: list[Draft]) -> None:
    """Give every naming of a person the country that another one tells."""
    for person in group(drafts):
        known = [d.country for d in person if d.country]
        if known:
            for draft in person:
                draft.country = draft.country or known[0]
