"""The state served, told by the side an official acts for: `on behalf of Peru`, `his Chilean counterpart`, `accompanied by`, a ship's flag."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.served_home import Pair

__all__ = ["by_behalf", "by_company", "by_other_side", "by_own_counterpart", "by_sender"]

_REACH: Final = 12
_REALM: Final = frozenset({"the", "republic", "kingdom", "government", "of", "state", "people's", "islamic", "federal", "democratic", "side"})  # fmt: skip
_LIST: Final = frozenset({",", "and", "&", "the"})
_OWN: Final = frozenset({"his", "her", "their"})


def by_behalf(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `NAME, the Minister of Finance, on behalf of the Kyrgyz Republic`, `NAME signed for Peru`, `for Peru, NAME`."""
    for number, draft in _bare(drafts):
        row = rows[draft.sentence]
        last, stop = _joined(row, draft, [d for d in drafts[number + 1 :] if d.sentence == draft.sentence])
        first = row.at(last.end)
        code = next((c for k in range(first, min(stop, first + _REACH)) if (c := _behalf(row, k))), None)
        before = [row.at(d.end) for d in drafts[:number] if d.sentence == draft.sentence]
        opened = _behalf_before(row, row.at(draft.start), taken=max(before, default=-1))
        own = opened if row.low(row.at(draft.start) - 1) == "," else None
        draft.country = own or code or opened
        draft.why = "behalf" if draft.country else draft.why


def _joined(row: Row, draft: Draft, after: Sequence[Draft]) -> tuple[Draft, int]:
    """Give the last of those joined to an official, `A, and B accepted it`, and the word where another one begins."""
    for other in after:
        between = range(row.at(draft.end), row.at(other.start))
        if other.start < draft.end or (other.country is None and all(row.low(k) in _LIST for k in between)):
            draft = other if other.end > draft.end else draft
        else:
            return draft, row.at(other.start)
    return draft, len(row)


def _bare(drafts: Sequence[Draft]) -> list[tuple[int, Draft]]:
    return [(i, d) for i, d in enumerate(drafts) if d.country is None]


def _behalf(row: Row, k: int) -> str | None:
    """Give the state of `on behalf of the Kyrgyz Republic` or `signed for Peru` at word `k`."""
    if (row.low(k), row.low(k + 1), row.low(k + 2)) == ("on", "behalf", "of"):
        return _realm(row, k + 3)
    if row.low(k) in {"signed", "signing"} and row.low(k + 1) == "for":
        return _realm(row, k + 2)
    return None


def _behalf_before(row: Row, at: int, *, taken: int) -> str | None:
    """Read `on behalf of Peru, (it was signed by) NAME`, `On the Turkish side, NAME`: the phrase opens the sentence or a clause.

    Right behind another official, who ends at word `taken`, it is his.
    """
    for k in range(at - 1, max(-1, at - _REACH), -1):
        if row.low(k) in {";", "."}:
            return None
        if row.low(k) == "side" and row.low(k + 1) in {",", "by", "the"} and (mention := row.state(k - 1)):
            return mention.code if _opens_side(row, k) else None
        if (row.low(k), row.low(k + 1)) == ("behalf", "of"):
            return None if 0 <= k - 1 - taken <= 1 else _realm(row, k + 2)
    return None


def _opens_side(row: Row, k: int) -> bool:
    return any(row.low(i) in {"from", "on", "for"} for i in range(max(0, k - 4), k))


def _realm(row: Row, k: int) -> str | None:
    while row.low(k) in _REALM and row.state(k) is None:
        k += 1
    mention = row.state(k)
    return mention.code if mention else None


def by_sender(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `Norway recalled (its) ambassador NAME`: an envoy is of the state that sends him or calls him back."""
    for _, draft in _bare(drafts):
        row = rows[draft.sentence]
        at = row.at(draft.start) - 1
        at -= row.low(at) in {"its", "the"}
        at -= row.low(at) in {"home", "back"}
        mention = row.state(at - 1)
        sends = draft.office in served_words("envoys") and row.low(at) in served_words("sends")
        if mention is not None and sends and mention.kind in {"name", "capital"}:
            draft.country, draft.why = mention.code, "sender"


def by_own_counterpart(drafts: Sequence[Draft], rows: Sequence[Row], pair: Pair | None) -> None:
    """Read `Defence Minister NAME and his Chilean counterpart`: in an article about two states he serves the other one."""
    for number, draft in _bare(drafts):
        row = rows[draft.sentence]
        others = [
            d
            for d in drafts[number + 1 :]
            if d.sentence == draft.sentence and d.why != "counterpart" and d.rule != "counterpart"
        ]
        stop = min((row.at(d.start) for d in others), default=len(row))
        for k in range(row.at(draft.end), stop):
            mention = row.state(k)
            after = row.state_after(k) if mention else k
            if (
                mention
                and pair
                and mention.code in pair
                and row.low(k - 1) in _OWN
                and row.low(after).startswith("counterpart")
            ):
                draft.country, draft.why = pair[pair[0] == mention.code], "counterpart"
                break


def by_other_side(drafts: Sequence[Draft], pair: Pair | None) -> None:
    """Read `Chile's trade minister NAME and his counterpart NAME`: in an article about two states the second serves the other one."""
    for number, draft in _bare(drafts):
        if draft.rule != "counterpart" or pair is None:
            continue
        before = [d.country for d in drafts[:number] if d.sentence == draft.sentence and d.country in pair]
        if before:
            draft.country, draft.why = pair[pair[0] == before[-1]], "counterpart"


def by_company(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `Peru's president NAME was accompanied by Trade Minister NAME`: who accompanies serves the same state, and so do the bearers of one title."""
    ordered = sorted(drafts, key=lambda d: (d.start, d.name_start))
    for before, draft in pairwise(ordered):
        if draft.country is None and before.start == draft.start and not draft.countries:
            draft.country, draft.why = before.country, before.why
        if draft.country is None and before.country and before.sentence == draft.sentence:
            row = rows[draft.sentence]
            between = range(row.at(before.end), row.at(draft.start))
            words = [row.low(k) for k in between]
            plain = not any(row.state(k) for k in between) and not served_words("meets") & set(words)
            if plain and served_words("accompanies") & set(words[-_REACH:]):
                draft.country, draft.why = before.country, "company"
