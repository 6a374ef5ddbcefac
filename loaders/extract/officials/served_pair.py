"""The state served in an article about two states: who visits, who meets whom, who acts in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.served_custom import can_be_bare, can_have
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.served_home import Pair

__all__ = ["by_pair", "by_sentence"]

_NEAR: Final = 8
_PLACE: Final = 6
_VERB: Final = 4
_TWO: Final = 2
_UPON: Final = frozenset(
    {"said", "says", "told", "on", "upon", "his", "her", "after", "reporters", "journalists", "here", "that"}
)
_WAYS: Final = frozenset({"for", "from"})
_OPENING: Final = 3
_SIDES: Final = frozenset(
    {"border", "coastal", "port", "northern", "southern", "eastern", "western", "island", "resort", "territorial"}
)
_GENITIVE: Final = frozenset({"'s", "'"})


def by_pair(drafts: Sequence[Draft], rows: Sequence[Row], pair: Pair | None) -> None:
    """Read who visits whom and who meets whom, where the article is about two states."""
    if pair is None:
        return
    hosts = dict(_visits(drafts, rows, pair))
    host = next(iter(hosts.values())) if len(set(hosts.values())) == 1 else None
    for draft in drafts:
        if draft.country is None and draft.start in hosts:
            draft.country, draft.why = _other(pair, hosts[draft.start]), "visitor"
    _same_surname(drafts)
    here = _by_sentence(drafts)
    for draft in drafts:
        if draft.country is None:
            row = rows[draft.sentence]
            draft.country = _met(here[draft.sentence], draft, row, pair) or _hosted(draft, row, host)
            draft.why = draft.why or "pair"


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
    """Read `NAME's official visit to Malta`: give the visitor's place in the text and the host."""
    for draft in drafts:
        row = rows[draft.sentence]
        first = row.at(draft.end)
        first += 2 * (row.low(first) == "," and row.low(first + 1) == "who")
        words = _words(row, first, first + _NEAR)
        at = next((i for i, w in enumerate(words) if w in served_words("visits") or _leaves(words, i)), None)
        if at is None or not _visitor(words, at):
            continue
        ways = _WAYS if _leaves(words, at) else frozenset()
        for k in range(first + at, min(first + at + _PLACE, len(row))):
            mention = row.state(k)
            if (
                mention
                and mention.code in pair
                and row.low(k - 1) in served_words("to_host") | ways
                and draft.country != mention.code
            ):
                yield draft.start, mention.code
                break


def _leaves(words: Sequence[str], i: int) -> bool:
    """Whether one goes abroad or comes back from there: `left for`, `flew to`, `returned from`."""
    return " ".join(words[i : i + 2]) in served_words("goes")


def _visitor(words: Sequence[str], at: int) -> bool:
    """Whether the words before a going belong to who goes: `is on an official visit`, `said on his return from`."""
    told = _leaves(words, at) and set(words[:at]) <= _UPON
    return told or not any(w in served_words("no_visitor") and not _on_a(words, i) for i, w in enumerate(words[:at]))


def _on_a(words: Sequence[str], i: int) -> bool:
    """Whether `on` belongs to the visit: `is on an official visit`."""
    return words[i] == "on" and i + 1 < len(words) and words[i + 1] in {"a", "an", "his", "her", "official"}


def _words(row: Row, first: int, after: int) -> list[str]:
    return [row.low(k) for k in range(max(0, first), min(after, len(row)))]


def _met(here: Sequence[Draft], draft: Draft, row: Row, pair: Pair) -> str | None:
    """Read `Minister Perera met Foreign Minister Ivanov`: two sides meet, each serves one state."""
    known = [d for d in here if d.country in pair and d is not draft]
    before = [d for d in known if d.start < draft.start]
    after = [d for d in known if d.start > draft.start]
    if before and (
        _meets(row, before[0], draft, _NEAR * _NEAR) or (len(here) == _TWO and _act_together(row, before[0], draft))
    ):
        return _other(pair, str(before[0].country))
    if (
        after
        and not before
        and (_meets(row, draft, after[0], _VERB) or (len(here) == _TWO and _act_together(row, draft, after[0])))
    ):
        return _other(pair, str(after[0].country))
    return None


def _meets(row: Row, subject: Draft, met: Draft, reach: int) -> bool:
    """Whether a verb of meeting stands between the two, and nothing that puts them on one side."""
    between = _words(row, row.at(subject.end), row.at(met.start))
    verb = next((i for i, w in enumerate(between[:reach]) if w in served_words("meets")), None)
    return verb is not None and not any(w in served_words("together") for w in between[verb:])


def _act_together(row: Row, first: Draft, second: Draft) -> bool:
    """Whether `A and B` sign, chair or convene something: one from each state."""
    between = [w for w in _words(row, row.at(first.end), row.at(second.start)) if w not in {",", "the"}]
    after = row.at(second.end)
    return between == ["and"] and any(w in served_words("both") for w in _words(row, after, after + _VERB))


def _hosted(draft: Draft, row: Row, host: str | None) -> str | None:
    """On a visit, whom the visitor met `with` serves the host."""
    at = row.at(draft.start)
    words = _words(row, at - _NEAR, at)
    with_them = any(w in {"with", "met"} for w in words[-3:]) and any(w in served_words("meets") for w in words)
    return host if with_them and not any(w in served_words("together") for w in words) else None


def _other(pair: Pair, code: str) -> str | None:
    if code not in pair:
        return None
    return pair[1] if pair[0] == code else pair[0]


def by_sentence(drafts: Sequence[Draft], rows: Sequence[Row], *, opening: bool = False) -> None:
    """Take the one state that acts or owns in the official's sentence: `Samoans trust Prime Minister X`; if `opening`, it comes first."""
    told = {d.sentence for d in drafts if d.countries}
    for draft in drafts:
        if draft.country is not None or draft.sentence in told or not can_be_bare(draft):
            continue
        row = rows[draft.sentence]
        people = any(m.kind == "demonym" for k in range(_OPENING) if (m := row.state(k)))
        if (people or not opening) and (code := _acting(row)) and can_have(code, draft.office):
            draft.country, draft.why = code, "sentence"


def _addressed(row: Row, at: int) -> bool:
    """Tell whether the state is one that somebody thanks, urges or accuses: `commended the Japanese embassy`."""
    return any(
        row.low(k) in served_words("addressed") for k in (at - 1, at - 2 if row.low(at - 1) == "the" else at - 1)
    )


def _place(row: Row, at: int) -> bool:
    """Whether the state but tells where something is, or who the other is: `in the Maltese capital`, `his Peruvian counterpart`."""
    after = row.state_after(at)
    after += row.low(after) in _SIDES
    return row.low(after) in served_words("places") or row.low(after).startswith("counterpart")


def _acting(row: Row) -> str | None:
    codes: set[str] = set()
    owns = False
    for k in range(len(row)):
        mention = row.state(k)
        if mention is None or mention.kind == "igo" or row.state(k - 1) is mention or _place(row, k):
            continue
        genitive = row.low(row.state_after(k)) in _GENITIVE
        if (row.low(k - 1) in served_words("partners") and not genitive) or _addressed(row, k):
            return None
        codes.add(mention.code)
        owns = owns or mention.kind == "demonym" or genitive
    return codes.pop() if len(codes) == 1 and owns else None
