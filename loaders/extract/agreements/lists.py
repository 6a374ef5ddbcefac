"""Instruments named in a list: 'five memoranda: on trade, on tourism', 'two MoUs on health and education'.

Input: the instruments of a line. Output: the same, with a plural one replaced by one for each item.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.one_by_one import told_one_by_one
from bilateral.loaders.extract.text.areas import find_areas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["unfold"]

Span = tuple[int, int]

_OPENER: Final = re.compile(
    r"(?:on|for|in|of|covering|regarding|concerning)\s+(?:the\s+(?:fields?|areas?|sectors?)\s+of\s+)?(?:cooperation\s+in\s+(?:the\s+(?:fields?|areas?)\s+of\s+)?)?",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(r"\s*;\s*(?:and\s+)?\*?\s*|\s*\n\s*[*•-]\s*|\s*\*\s+")
_COMMA: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+")
_AND_ON: Final = re.compile(r"\s*,?\s+and\s+on\s+")
_AND_ONE: Final = re.compile(
    r"\s*(?:,|\band\b|,\s*and)\s+(?:one|another|a second|a third)\s+(?:on|for|covering|regarding|concerning)\s+(?:the\s+)?"
)
_PLAIN_COMMA: Final = re.compile(r"\s*,\s*(?:and\s+)?")
_FEW: Final = 2
_MOST: Final = 25
_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s*")
_TAIL: Final = re.compile(r"[\s.;,*•]+\Z")


def unfold(body: str, line: Line, instruments: Sequence[Instrument]) -> tuple[Instrument, ...]:
    """Replace plural instruments that list what they are about."""
    found: list[Instrument] = []
    for at, instrument in enumerate(instruments):
        after = instruments[at + 1 :]
        if instrument.plural and after and _announces(body, instrument, after[0]):
            continue
        singly = (
            tuple(told_one_by_one(body, instrument, after[0].start if after else line.end)) if instrument.plural else ()
        )
        if singly:
            found.extend(singly)
            continue
        counted = replace(instrument, count=_count_of_all(body, instruments[:at], instrument))
        items = _items(body, line, counted, after) if instrument.plural else _and_another(body, instrument)
        found.extend(
            replace(instrument, topic=span, plural=False, item=True, end=max(instrument.head_end, span[1]))
            for span in items
        )
        if not items:
            found.append(instrument)
    return tuple(found)


def _and_another(body: str, instrument: Instrument) -> tuple[Span, ...]:
    """Cut 'a memorandum on health and one on tourism', '…, another on trade and a third for mining' into what each is about."""
    start, end = instrument.topic or (0, 0)
    opener = _OPENER.match(body, start, end)
    if opener is None or instrument.determiner not in {"a", "an", "one"}:
        return ()
    return tuple(_pieces(body, opener.end(), end, _AND_ONE))


def _announces(body: str, plural: Instrument, following: Instrument) -> bool:
    """'two agreements — the Treaty on X and the MoU on Y' names the following ones only."""
    gap = body[plural.end : following.start].strip()
    return gap in {"—", "–", "-", ":", ", namely", ", the", "— the", ": the", "–the"} and plural.topic is None


def _count_of_all(body: str, before: Sequence[Instrument], instrument: Instrument) -> int | None:
    """Give the number that counts the plural together with the one it is joined to: '22 agreements and memoranda on'."""
    last = before[-1] if before and before[-1].plural else None
    joined = last is not None and body[last.end : instrument.start].strip() in {"and", ",", "/", "and/or", "&"}
    return last.count if last is not None and joined and instrument.count is None else instrument.count


def _items(body: str, line: Line, instrument: Instrument, after: Sequence[Instrument]) -> tuple[Span, ...]:
    if instrument.topic is not None:
        return _from_topic(body, instrument)
    stop = after[0].start if after else line.end
    colon = body.find(":", instrument.end, stop)
    if colon < 0:
        return ()
    return tuple(_pieces(body, colon + 1, stop, _STRONG)) or tuple(_pieces(body, colon + 1, stop, _COMMA))


def _from_topic(body: str, instrument: Instrument) -> tuple[Span, ...]:
    start, end = instrument.topic or (0, 0)
    opener = _OPENER.match(body, start, end)
    if opener is None:
        return ()
    every = tuple(_pieces(body, opener.end(), end, _COMMA))
    by_comma = tuple(_by_comma(body, opener.end(), end))
    for pieces in (by_comma, every):
        if _FEW <= len(pieces) <= _MOST and instrument.count == len(pieces):
            return pieces
    twice = tuple(_pieces(body, opener.end(), end, _AND_ON))
    if instrument.count is None and len(twice) == _FEW and all(find_areas(body[a:b]) for a, b in twice):
        return twice
    apart = len(by_comma) > _FEW and instrument.determiner != "the" and all(find_areas(body[a:b]) for a, b in by_comma)
    return by_comma if instrument.count is None and apart else ()


def _by_comma(body: str, start: int, end: int) -> Iterator[Span]:
    """Cut at commas, and the last piece at its last 'and': 'oil and gas, mining, sport and media'."""
    pieces = list(_pieces(body, start, end, _PLAIN_COMMA))
    if not pieces:
        return
    yield from pieces[:-1]
    first, last = pieces[-1]
    cut = body.rfind(" and ", first, last)
    if cut < 0 or body[pieces[-1][0] - 4 : pieces[-1][0]] == "and ":
        yield pieces[-1]
        return
    yield _trimmed(body, first, cut)
    yield _trimmed(body, cut + len(" and "), last)


def _pieces(body: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    """Cut at every separator; a text without one gives nothing."""
    cuts = [m for m in separator.finditer(body, start, end) if m.start() > start and m.end() < end]
    if not cuts:
        return
    first = separator.match(body, start, end)
    at = first.end() if first else start
    for cut in cuts:
        if cut.start() > at:
            yield _trimmed(body, at, cut.start())
        at = cut.end()
    yield _trimmed(body, at, end)


def _trimmed(body: str, start: int, end: int) -> Span:
    while start < end and body[start] in " \n*•-":
        start += 1
    number = _NUMBER.match(body, start, end)
    start = number.end() if number else start
    tail = _TAIL.search(body, start, end)
    return start, tail.start() if tail else end
