"""The state served in an article about two states: who visits, who meets whom, who acts in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.loaders.extract.drafts import Draft
    from bilateral.loaders.extract.row import Row
    from bilateral.loaders.extract.served_home import Pair

__all__ = ["by_pair", "by_sentence"]

_VISITS: Final = frozenset("visit visits visited trip tour arrived arrives arrive travelled traveled travels visiting".split())
_NO_VISITOR: Final = frozenset(", met invited after said on received with during and".split())
_MEETS: Final = frozenset("met meets meet meeting called calls receives received hosted hosts talks discussions held convened welcomed visited phoned telephoned spoke conferred".split())
_TOGETHER: Final = frozenset("along together accompanied alongside flanked attended presence".split())
_BOTH: Final = frozenset("signed convened co-chaired chaired met discussed exchanged inaugurated co-led held".split())
_TO: Final = frozenset("to in the of visited visits".split())
_NEAR: Final = 8


def by_pair(drafts: Sequence[Draft], rows: Sequence[Row], pair: Pair | None) -> None:
    """Read who visits whom and who meets whom, where the article is about two states."""
    if pair is None:
        return
    hosts = dict(_visits(drafts, rows, pair))
    host = next(iter(set(hosts.values())), None) if len(set(hosts.values())) == 1 else None
    for draft in drafts:
        if draft.country is None and draft.start in hosts:
            draft.country, draft.why = _other(pair, hosts[draft.start]), "visitor"
    _same_surname(drafts)
    here = _by_sentence(drafts)
    for draft in drafts:
        if draft.country is None:
            draft.country = _met(here[draft.sentence], draft, rows[draft.sentence], pair) or _host(draft, rows[draft.sentence], host)


def _by_sentence(drafts: Iterable[Draft]) -> Mapping[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.sentence, []).append(draft)
    return found


def _same_surname(drafts: Sequence[Draft]) -> None:
    known: dict[str, str] = {}
    for draft in drafts:
        if draft.country:
            known.setdefault(draft.name.split()[-1], draft.country)
    for draft in drafts:
        draft.country = draft.country or known.get(draft.name.split()[-1])


def _visits(drafts: Sequence[Draft], rows: Sequence[Row], pair: Pair) -> Iterable[tuple[int, str]]:
    """Read `NAME's official visit to Belarus`: give the visitor's place in the text and the host."""
    for draft in drafts:
        row = rows[draft.sentence]
        first = row.at(draft.end)
        words = [row.low(k) for k in range(first, min(first + _NEAR, len(row)))]
        at = next((i for i, w in enumerate(words) if w in _VISITS), None)
        if at is None or any(w in _NO_VISITOR for w in words[:at]):
            continue
        for k in range(first + at, min(first + at + 6, len(row))):
            mention = row.state(k)
            if mention and mention.code in pair and row.low(k - 1) in _TO and draft.country != mention.code:
                yield draft.start, mention.code
                break


def _met(here: Sequence[Draft], draft: Draft, row: Row, pair: Pair) -> str | None:
    """Read `Minister Herath met Foreign Minister Ryzhenkov`: two sides meet, each serves one state."""
    before = [d for d in here if d.start < draft.start and d.country in pair]
    if before:
        subject = before[0]
        between = [row.low(k) for k in range(row.at(subject.end), row.at(draft.start))]
        meets = next((i for i, w in enumerate(between) if w in _MEETS), None)
        if meets is not None and not any(w in _TOGETHER for w in between[meets:]):
            return _other(pair, str(subject.country))
        only_and = [w for w in between if w not in {",", "the"}] == ["and"]
        if only_and and len(here) == 2 and any(row.low(k) in _BOTH for k in range(row.at(draft.end), min(row.at(draft.end) + 4, len(row)))):
            return _other(pair, str(subject.country))
    after = [d for d in here if d.start > draft.start and d.country in pair]
    if after and not before:
        between = [row.low(k) for k in range(row.at(draft.end), row.at(after[0].start))]
        direct = any(w in _MEETS for w in between[:4]) and not any(w in _TOGETHER for w in between)
        only_and = [w for w in between if w not in {",", "the"}] == ["and"] and len(here) == 2
        if direct or (only_and and any(row.low(k) in _BOTH for k in range(row.at(after[0].end), min(row.at(after[0].end) + 4, len(row))))):
            return _other(pair, str(after[0].country))
    return None


def _host(draft: Draft, row: Row, host: str | None) -> str | None:
    """On a visit, whom the visitor met `with` serves the host."""
    at = row.at(draft.start)
    words = [row.low(k) for k in range(max(0, at - 8), at)]
    with_them = any(w in {"with", "met"} for w in words[-3:]) and any(w in _MEETS for w in words)
    return host if host and with_them and not any(w in _TOGETHER for w in words) else None


def _other(pair: Pair, code: str) -> str | None:
    if code not in pair:
        return None
    return pair[1] if pair[0] == code else pair[0]


def by_sentence(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Take the one state that acts or owns in the official's sentence: `Fijians backed Prime Minister X`."""
    told = {d.sentence for d in drafts if d.countries}
    for draft in drafts:
        if draft.country is None and draft.sentence not in told and (code := _acting(rows[draft.sentence])):
            draft.country, draft.why = code, "sentence"


def _acting(row: Row) -> str | None:
    codes: set[str] = set()
    owns = False
    for k in range(len(row)):
        mention = row.state(k)
        if mention is None or mention.kind == "igo":
            continue
        codes.add(mention.code)
        if row.low(k - 1) in {"to", "visit", "visited", "visiting", "with", "against", "from", "in", "toward", "towards"} and row.state(k - 1) is not mention:
            after = row.state_after(k)
            if row.low(after) not in {"'s", "'"}:
                return None
        owns = owns or mention.kind == "demonym" or row.low(row.state_after(k)) in {"'s", "'"}
    return codes.pop() if len(codes) == 1 and owns else None
