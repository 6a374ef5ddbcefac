"""The state whose officials an article names without an adjective, as its own readers know them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.persons import folded
from bilateral.loaders.extract.officials.served_custom import can_be_bare, can_have
from bilateral.loaders.extract.officials.served_facing import faced
from bilateral.loaders.extract.officials.served_ranks import can_be_called
from bilateral.loaders.extract.officials.served_rival import has_rival
from bilateral.loaders.extract.officials.served_words import served_words
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Pair", "address_home", "by_home", "host_home", "leading_pair", "plain_home"]

Pair = tuple[str, str]

_ADDRESS: Final = re.compile(
    r"\bwww\.[\w-]+(?:\.[\w-]+)*\.([a-z]{2})\b|\b[\w-]+\.(?:com|org|net|gov|govt|edu|ac|co|go|mil|gob|gouv|or)\.([a-z]{2})\b",
    re.IGNORECASE,
)
_GENERIC: Final = frozenset({"io", "tv", "me", "ai", "co", "ly", "fm", "eu"})
_NAMED: Final = frozenset({"name", "demonym", "capital", "seat"})
#: Of these a state has one at a time: another in the text is another state's.
_ONE: Final = frozenset({"king", "emir", "amir", "sultan", "emperor", "pope"})
_PAIR: Final = 2
_OFTEN: Final = 3


def address_home(body: str) -> str | None:
    """Give the state of the web addresses in a text, if they are all of one."""
    found = {(m[1] or m[2]).lower() for m in _ADDRESS.finditer(body)} - _GENERIC
    codes = {code for iso2 in found if (code := _by_iso2().get("gb" if iso2 == "uk" else iso2))}
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_iso2() -> Mapping[str, str]:
    return {s.iso2.lower(): s.code for s in states().all if s.iso2 and s.kind == "state"}


def leading_pair(mentions: Sequence[StateMention], drafts: Sequence[Draft]) -> Pair | None:
    """Give the two states that the article is about: the two named most, a third at most half as often."""
    counts = Counter(m.code for m in mentions if m.kind in _NAMED)
    counts.update(d.country for d in drafts if d.country)
    ranked = counts.most_common(3)
    if len(ranked) < _PAIR or (len(ranked) > _PAIR and ranked[2][1] * 2 > ranked[1][1]):
        return None
    return ranked[0][0], ranked[1][0]


def host_home(drafts: Sequence[Draft], pair: Pair | None) -> str | None:
    """Give the state to which ambassadors of several states are accredited, or of the other one that the article is about."""
    senders: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.host and draft.countries and draft.office in served_words("envoys"):
            senders.setdefault(draft.host, set()).update(draft.countries)
    several = [host for host, of in senders.items() if len(of) >= _PAIR and host not in of]
    hosts = several or [host for host, of in senders.items() if pair and {host, *of} == set(pair)]
    return hosts[0] if len(hosts) == 1 else None


def plain_home(
    drafts: Sequence[Draft], mentions: Sequence[StateMention], rows: Sequence[Row], pair: Pair | None
) -> str | None:
    """Give the state whose officials and government need no adjective in this text, where the others' have one."""
    counts = Counter(m.code for m in mentions if m.kind in _NAMED)
    if len(counts) == 1:
        code = next(iter(counts))
        return code if counts[code] >= _OFTEN else None
    if pair is None:
        return None
    told = Counter(d.countries[0] for d in drafts if d.countries)
    told.update(_governments(rows))
    fewer, more = sorted(pair, key=lambda code: (told[code], code))
    return fewer if told[fewer] < told[more] else None


def by_home(
    drafts: Sequence[Draft],
    home: str | None,
    pair: Pair | None,
    held: Mapping[tuple[str, str], frozenset[str]],
    rows: Sequence[Row],
) -> None:
    """Give bare officials the home state, or the other of the pair where the home has no such office, or `held` by somebody else.

    A president by surname alone is left: at home he has a full name, so this one is of another state or time.
    """
    told = {(d.office, d.country) for d in drafts if d.country and d.name}
    full = {folded(d.name)[-1] for d in drafts if len(folded(d.name)) > 1}
    for draft in drafts:
        if home is None or draft.country is not None or draft.kind == "weak" or not can_be_bare(draft):
            continue
        reigns = {home} if draft.office in _ONE and (draft.office, home) in told else set()
        reigns |= faced(draft, rows)
        able = (c for c in (home, *_other(pair, home)) if can_have(c, draft.office) and not has_rival(draft, c, held))
        code = next((c for c in able if c not in reigns and can_be_called(c, draft.title)), None)
        if code and not (draft.office == "president" and folded(draft.name)[-1] not in full):
            draft.country, draft.why = code, "home"


def _other(pair: Pair | None, home: str) -> tuple[str, ...]:
    return tuple(code for code in pair if code != home) if pair and home in pair else ()


def _governments(rows: Sequence[Row]) -> list[str]:
    """Give the state of each government that the text names with its state."""
    found: list[str] = []
    for row in rows:
        for i in range(len(row)):
            if row.low(i) not in served_words("governments"):
                continue
            before = row.state(i - 2) if row.low(i - 1) in {"'s", "'"} else row.state(i - 1)
            after = row.state(i + 2) or row.state(i + 3) if row.low(i + 1) == "of" else None
            found += [m.code for m in (before, after) if m is not None]
    return found
