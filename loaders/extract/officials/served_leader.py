"""The state of an official who is in the table of leaders, under the table's spelling or one near it, or in that of office-holders."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.leaders import Leader, leader_country, leaders
from bilateral.loaders.extract.officials.office_holders import holder_country
from bilateral.loaders.extract.officials.persons import folded, same_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.schema.values import PartialDate

__all__ = ["by_leader"]

_FULL: Final = 2


def by_leader(drafts: Sequence[Draft], published: PartialDate | None, named: Collection[str]) -> None:
    """Give bare officials the state that the tables tell; in doubt none. `named` are the states that the text names."""
    for draft in drafts:
        if draft.country is not None:
            continue
        if code := leader_country(draft.name, published) or _near(draft.name, published):
            draft.country, draft.why = code, "leader"
        elif code := holder_country(draft.name, published, named):
            draft.country, draft.why = code, "holder"


def _near(name: str, published: PartialDate | None) -> str | None:
    """Look for one leader whose full name is part of this one, or spelt like it."""
    parts = folded(name)
    if len(parts) < _FULL:
        return None
    near = {leader.name for part in parts for leader in _by_part().get(part, ()) if same_name(leader.name, name)}
    codes = {code for each in near if (code := leader_country(each, published))}
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_part() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, tuple[Leader, ...]] = {}
    for leader in leaders():
        parts = folded(leader.name)
        for part in parts if len(set(parts)) >= _FULL else ():
            found[part] = (*found.get(part, ()), leader)
    return found
