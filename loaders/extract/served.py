"""Which state each official serves, where the title does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.persons import group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.row import Row
    from bilateral.schema.values import PartialDate

__all__ = ["find_served"]


def find_served(drafts: list[Draft], rows: Sequence[Row], home: str | None, published: PartialDate | None) -> None:
    """Fill in the countries that can be known; leave the others None."""
    _share(drafts)


def _share(drafts: list[Draft]) -> None:
    """Give every naming of a person the country that another one tells."""
    for person in group(drafts):
        known = [d.country for d in person if d.country]
        if known:
            for draft in person:
                draft.country = draft.country or known[0]
