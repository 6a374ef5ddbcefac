"""Which state each official serves, where the title does not say it: surest sign first, and None rather than a guess.

The host of a meeting is never taken for the state served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.headline import Headline
from bilateral.loaders.extract.officials.persons import group
from bilateral.loaders.extract.officials.served_company import by_counterpart, by_group
from bilateral.loaders.extract.officials.served_custom import by_custom, can_have
from bilateral.loaders.extract.officials.served_facing import faced
from bilateral.loaders.extract.officials.served_home import address_home, by_home, host_home, leading_pair, plain_home
from bilateral.loaders.extract.officials.served_leader import by_leader
from bilateral.loaders.extract.officials.served_office import (
    by_embassy,
    by_envoy,
    by_list,
    by_same_body,
    by_same_office,
    by_the_ministry,
)
from bilateral.loaders.extract.officials.served_pair import by_pair, by_sentence
from bilateral.loaders.extract.officials.served_ranks import can_be_called
from bilateral.loaders.extract.officials.served_rival import has_rival, rivals
from bilateral.loaders.extract.officials.served_side import (
    by_behalf,
    by_company,
    by_other_side,
    by_own_counterpart,
    by_sender,
)
from bilateral.loaders.extract.officials.served_speaker import by_agency, by_own_will, by_speaker, by_voice
from bilateral.loaders.extract.officials.served_visit import by_visit

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.served_home import Pair
    from bilateral.loaders.extract.text.marks import StateMention
    from bilateral.schema.values import PartialDate

__all__ = ["find_served"]

_NO_HEADLINE: Final = Headline()
#: The weakest signs of the state served, which give way to what the sentence says.
_INFERRED: Final = frozenset({"pair", "sentence", "home", "custom"})


def find_served(
    body: str,
    drafts: Sequence[Draft],
    rows: Sequence[Row],
    mentions: Sequence[StateMention],
    *,
    home: str | None,
    published: PartialDate | None,
    headline: Headline = _NO_HEADLINE,
) -> None:
    """Fill in the countries that can be known; leave the others None."""
    named = [d for d in drafts if d.name]
    if not named:
        return
    _share(named)
    _by_words(body, named, rows, published, {m.code for m in mentions})
    held = rivals(named)
    headline.fill(named)
    by_same_office(drafts)
    by_same_body(named, rows)
    by_the_ministry(named, rows)
    by_embassy(named, rows)
    by_custom(named, {m.code for m in mentions}, home)
    _share(named)
    by_visit(named, rows)
    pair = leading_pair(mentions, drafts)
    _by_neighbours(named, rows, pair)
    _drop_impossible(named, held, rows)
    by_sentence(named, rows, opening=True)
    _drop_impossible(named, held, rows)
    by_home(named, home or address_home(body) or host_home(drafts, pair), pair, held, rows)
    by_sentence(named, rows)
    _drop_impossible(named, held, rows)
    _share(named)
    by_envoy(drafts, pair)
    by_voice(named, rows)
    third = headline.subject if pair and headline.subject not in pair else None
    plain = _leader_home(named) or third or plain_home(drafts, mentions, rows, pair) or headline.subject
    by_home(named, plain, pair, held, rows)
    _share(named)


def _by_words(
    body: str, named: Sequence[Draft], rows: Sequence[Row], published: PartialDate | None, states: Collection[str]
) -> None:
    """Fill in what the words right there, or the table of leaders, tell of each."""
    by_counterpart(named, rows)
    by_behalf(named, rows)
    by_sender(named, rows)
    by_leader(named, published, states)
    _share(named)
    by_group(body, named, rows)
    _share(named)


def _by_neighbours(named: Sequence[Draft], rows: Sequence[Row], pair: Pair | None) -> None:
    """Fill in what those told beside them, and those who speak, tell of each."""
    by_own_counterpart(named, rows, pair)
    by_other_side(named, pair)
    by_pair(named, rows, pair)
    _share(named)
    by_list(named, rows)
    by_company(named, rows)
    by_speaker(named, rows)
    by_agency(named, rows)
    by_own_will(named, rows)
    _share(named)


def _drop_impossible(
    drafts: Sequence[Draft], held: Mapping[tuple[str, str], frozenset[str]], rows: Sequence[Row]
) -> None:
    """Take back a state that was only inferred and has no such office, or has it filled, or is the other side."""
    for draft in drafts:
        if not draft.why or draft.why in {"leader", "holder"} or draft.country is None:
            continue
        other = draft.why in _INFERRED and draft.country in faced(draft, rows)
        able = can_have(draft.country, draft.office)
        able = able and (draft.why not in _INFERRED or can_be_called(draft.country, draft.title))
        if other or not able or has_rival(draft, draft.country, held):
            draft.country, draft.why = None, ""


def _leader_home(drafts: Sequence[Draft]) -> str | None:
    """Where the only bare officials known are one small state's leaders, the text was written for that state."""
    codes = {d.country for d in drafts if d.why in {"leader", "holder"}} - {None}
    return codes.pop() if len(codes) == 1 and "USA" not in codes else None


def _share(drafts: Sequence[Draft]) -> None:
    """Give every naming of a person the country that another one tells."""
    for person in group(drafts):
        known = next((d for d in person if d.country), None)
        for draft in person:
            if known and draft.country is None:
                draft.country, draft.why = known.country, known.why
