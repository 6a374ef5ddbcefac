"""What moves: the sums and quantities of a sentence, brought together where they speak of the same thing, and its name.

Input: a line with the scene's sums and quantities. Output: `Thing`s in text order.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.counts import counts_in
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import AmountMark, QuantityMark
    from bilateral.loaders.extract.text.words import Word

__all__ = ["find_things", "name_before", "words_after"]

_WORTH: Final = re.compile(
    r"worth|valued|value of|at a cost of|totall?ing|costing|priced|for a total|\($|\bfor (?:about |some |up to |around |an estimated )?$",
    re.IGNORECASE,
)
_CONVERSION: Final = re.compile(
    r"\s?(?:[(;:,/]\s?|\bor\s)(?:\(?\s?(?:or|over|more than|just over|just under|close to|almost|under|worth|an estimated|about|approximately|approx\.?|around|some|roughly|nearly|equal to|equivalent to|equivalent|equalling|i\.e\.|that is|which is|≈)\s)*[^\w\s]{0,2}\s?"
)
_JOIN: Final = 120
_AGAIN: Final = re.compile(
    r",\s(?:or|equal to|equivalent to)\s(?:about|some|around|approximately|roughly|nearly)\s?[^\w\s]{0,3}$"
)
_FAR_AGAIN: Final = 30
_YEARLY: Final = frozenset({"annum", "year", "month", "annually"})
_MOST: Final = 6
_DEAL: Final = 4
_LEAST: Final = 1000  # a rate of exchange, a price


def find_things(scene: Scene, line: Line) -> tuple[Thing, ...]:
    """Give what is counted or priced in the line."""
    counted = [
        Thing(q.start, q.end, _name(line, q.quantity.commodity, q.end), quantity=q.quantity)
        for q in _once(scene, line)
        if q.quantity.unit not in _grammar("flow things not moved")
    ]
    priced = [Thing(a.start, a.end, None, amount=a.amount) for a in _without_conversions(scene, line)]
    priced = list(_without_deals(scene, line, counted, priced))
    for at, thing in enumerate(counted):
        following = counted[at + 1].start if at + 1 < len(counted) else line.end
        price = next((p for p in priced if thing.end <= p.start < following and _linked(scene.body, thing, p)), None)
        if price is not None:
            counted[at] = replace(thing, amount=price.amount, end=price.end)
            priced.remove(price)
    named = [replace(p, name=_priced_name(line, p.end)) for p in priced]
    return tuple(sorted([*counted, *named, *counts_in(scene, line)], key=lambda t: t.start))


def _once(scene: Scene, line: Line) -> Iterator[QuantityMark]:
    """Leave out quantities that only convert the one before: '15 million kg, equivalent to 15,000 tonnes'."""
    last: int | None = None
    for mark in scene.quantities_in(line.start, line.end):
        if last is None or not _CONVERSION.fullmatch(scene.body, last, mark.start):
            yield mark
        last = mark.end


def _without_deals(scene: Scene, line: Line, counted: list[Thing], priced: list[Thing]) -> Iterator[Thing]:
    """Give the sums that are no price of a deal; one with a quantity gives it its price: 'a $5bn deal for 32 jets'."""
    for price in priced:
        at = _deal(line, price)
        if at is None:
            yield price
            continue
        near = [i for i, t in enumerate(counted) if not t.people and t.amount is None and _dealt(scene.body, t, price)]
        if near:
            counted[near[0]] = replace(counted[near[0]], amount=price.amount)
        elif line.low(at) not in _grammar("flow deal instruments"):
            yield price


def _deal(line: Line, price: Thing) -> int | None:
    """Give the place of the deal that a sum is the price of: '$5 billion arms deal'; a loan's or a grant's is no such deal."""
    at = line.at(price.end)
    if line.low(at) == "(":  # '$40bn (£21bn) deal'
        at = next((i + 1 for i in range(at, min(at + _MOST, len(line.words))) if line.low(i) == ")"), at)
    words = [line.low(i) for i in range(at, at + _DEAL)]
    size = next((i for i, low in enumerate(words) if low in _grammar("flow deal nouns")), None)
    if size is None or any(low in _grammar("flow deal others") for low in words[:size]):
        return None
    return at + size


def _dealt(body: str, thing: Thing, price: Thing) -> bool:
    """Tell whether the deal is for the thing: 'deal to buy 32 jets', '32 jets under a $5bn contract'."""
    gap = body[price.end : thing.start] if price.end <= thing.start else body[thing.end : price.start]
    return len(gap) < _JOIN and ";" not in gap


def _without_conversions(scene: Scene, line: Line) -> list[AmountMark]:
    """Leave out sums that only convert the one before: '$2bn (£1bn)'."""
    kept: list[AmountMark] = []
    last = -1
    for mark in scene.amounts_in(line.start, line.end):
        if mark.amount.value < _LEAST or _is_rate(line, mark.end):
            continue
        converts = last >= 0 and (
            _CONVERSION.fullmatch(scene.body, last, mark.start) or _or_about(scene.body, last, mark.start)
        )
        if converts and kept and kept[-1].amount.currency == "XDR":
            kept[-1] = mark  # what the rights are worth
        elif not converts:
            kept.append(mark)
        last = mark.end
    return kept


def _or_about(body: str, last: int, start: int) -> bool:
    """Tell whether a sum says again what the one before it said: '30 million yuan to the ministry, or about $4 million'."""
    return _AGAIN.search(body[max(last, start - _FAR_AGAIN) : start]) is not None and start - last < _JOIN


def _is_rate(line: Line, end: int) -> bool:
    """Tell whether a sum is the price of one: '$40 a barrel', '$2 per head'."""
    at = line.at(end)
    return (line.low(at) == "per" and line.low(at + 1) not in _YEARLY) or (
        line.low(at) in {"a", "an"} and line.low(at + 1) in _grammar("flow things rates")
    )


def _linked(body: str, thing: Thing, price: Thing) -> bool:
    gap = body[thing.end : price.start]
    return len(gap) < _JOIN and bool(_WORTH.search(gap)) and ";" not in gap


def _name(line: Line, commodity: str | None, end: int) -> str | None:
    return commodity or (None if line.low(line.at(end)) == "in" else words_after(line, end))


def words_after(line: Line, offset: int) -> str | None:
    """Give the noun phrase right after a number: '240 tonnes of rice', '615 sets of shelters'."""
    at = line.at(offset)
    if line.low(at) in {"of", "in"}:
        at += 1
    words: list[Word] = []
    for word in line.words[at : at + _MOST]:
        if word.low in _grammar("flow things empty") or line.state_at(line.at(word.start)):
            continue
        if (
            word.low in _grammar("flow things stop")
            or word.text[0].isdigit()
            or (word.sign and word.low not in {"-", "–", "’"})
        ):
            if word.low == "of" and words and len(words) == 1:
                words.append(word)
                continue
            break
        words.append(word)
    text = " ".join(w.text for w in words if w.low not in {"the", "a", "an", "its", "their"}).strip()
    return text or None


def _priced_name(line: Line, end: int) -> str | None:
    """'$2 million in food aid', '$5 million worth of rice', '$5 million loan'."""
    at = line.at(end)
    if line.low(at) == "worth" and line.low(at + 1) == "of":
        return words_after(line, line.words[at + 1].start)
    if line.low(at) in {"in", "of", "for"}:
        return (
            words_after(line, line.words[at].start)
            if at + 1 < len(line.words) and not line.words[at + 1].text[0].isdigit()
            else None
        )
    return words_after(line, end)


def name_before(line: Line, offset: int) -> str | None:
    """Give the words right before a noun that moves: 'rice exports', 'emergency grant assistance'."""
    at = line.at(offset)
    words: list[str] = []
    while at > 0 and len(words) < _MOST:
        word = line.words[at - 1]
        if (
            word.sign
            or word.low in _grammar("flow things stop")
            or word.low in {"the", "a", "an", "'s", "its", "their", "total", "new", "more"}
            or line.state_at(at - 1)
            or word.text[0].isdigit()
            or word.low in _grammar("flow things empty")
        ):
            break
        words.insert(0, word.text)
        at -= 1
    return " ".join(words) or None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
