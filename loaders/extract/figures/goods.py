"""What is measured or counted: the noun phrase behind a number or unit, without states, articles and empty adjectives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.units import unit_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Counted", "measured_commodity", "noun_after"]

_WORD = re.compile(
    r"[ \u00a0]?(?P<word>[^\W\d_](?:[\w]|[-.&](?=\w))*)(?P<own>['’]s?(?!\w))?|[ \u00a0](?P<name>[A-Z]+[-0-9]+\w*|[0-9]{1,3}(?=[ ][a-z]))"
)
_OF = re.compile(r"\s+(?:\([A-Za-z. ]{1,10}\)\s+)?of\s+(?:the\s+|its\s+|their\s+|a\s+|an\s+)?")
_AND = re.compile(r"\s+(?:and|&)(?=\s)")
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ch|i|ek|ss|tch)")
#: 'F-16s', 'MiG-29s', 'A6s'.
_MODEL = re.compile(r"[A-Z][A-Za-z]*-?[0-9]+[A-Z]*s")
_PEOPLE = re.compile(r"[A-Z][a-z]+(?:(?:an|i|ek)s|men)")
_STRONG_REACH: Final = 10
_SETS: Final = frozenset(
    {
        "sets",
        "units",
        "pieces",
        "items",
        "heads",
        "head",
        "boxes",
        "bags",
        "packages",
        "containers",
        "shipments",
        "planeloads",
        "truckloads",
        "shiploads",
        "pallets",
        "crates",
        "consignments",
    }
)
_MOST_WORDS: Final = 5
_FURTHER: Final = frozenset({"more", "other"})  # 'seven more boats'
_MOST_BESIDE: Final = 3
_KEPT_PARTICIPLES: Final = frozenset(
    {"refined", "frozen", "dried", "processed", "ginned", "milled", "armoured", "armored", "skilled", "semi-skilled", "wounded", "displaced", "unmanned",
     "liquefied", "compressed", "enriched", "used", "canned", "mixed", "seed", "feed", "disabled", "trained", "uniformed", "fortified", "guided"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun that ends at `end`; `is_far` where other words stand between the number and it."""

    unit: str
    commodity: str
    end: int
    is_far: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    end: int
    is_state: bool
    is_own: bool


def measured_commodity(body: str, end: int, starts: Mapping[int, StateMention]) -> str | None:
    """'meat' in 'tons of Pakistani meat'; None where the text does not say what is measured there."""
    of = _OF.match(body, end, end + 36)
    at = of.end() if of else end
    words = _to_plural(list(_phrase(body, at, starts, leading=of is None)))
    if not of and (body[end : end + 1] not in {" ", "-"} or not _names_goods(words)):
        return None
    if not of and words[-1].text in unit_words().loads and _OF.match(body, words[-1].end, words[-1].end + 36):
        return measured_commodity(body, words[-1].end, starts)
    kept = _kept(words)
    if kept and of and (joined := _AND.match(body, words[-1].end, words[-1].end + 8)):
        rest = [word for word in _phrase(body, joined.end(), starts) if not word.is_state]
        if len(rest) == 1 and not rest[0].text.endswith(("ed", "ing", "s'")) and rest[0].text.islower():
            kept = [*kept, "and", rest[0].text]
    return " ".join(kept) or None


def _to_plural(words: list[_Word]) -> list[_Word]:
    """Nothing behind the first plural: 'per cent of Cambodians live'."""
    for at, word in enumerate(words):
        if re.search(r"[a-z]{3}[^siu']s\Z", word.text) and not word.is_own:
            return words[: at + 1]
    return words


def _names_goods(words: list[_Word]) -> bool:
    """Behind a bare unit ('25% tariff', '50 MW plant') only small-letter nouns that the phrase ends with."""
    if not words or len(words) > _MOST_BESIDE:
        return False
    return words[-1].text.islower() and not words[-1].text.endswith(("ed", "ing", "ly"))


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(rf"-(?:{'|'.join(sorted(unit_words().strong))})\b")


#: 'Vaccine doses' are doses of vaccine.
_DOSES: Final = frozenset({"doses", "shots", "jabs"})


def noun_after(body: str, end: int, starts: Mapping[int, StateMention]) -> Counted | None:
    """Give the counted noun behind a number: 'students' in '3,000 Sri Lankan students', 'shelter sets' in '615 sets of shelters'."""
    if strong := _strong().match(body, end, end + _STRONG_REACH):
        words = list(_phrase(body, strong.end(), starts))
        return Counted("person", " ".join(_kept(words)), strong.end(), is_far=False) if _kept(words) else None
    if body[end : end + 1] not in {" ", "\u00a0", "-"}:
        return None
    words = list(_phrase(body, end, starts))
    for size in range(len(words), 0, -1):
        found = _counted(body, words[:size], starts)
        if found:
            return found
    alone = len(words) == 1 and words[0].is_state and words[0].text.endswith("ese")
    return Counted("person", "people", words[0].end, is_far=False) if alone else None


def _counted(body: str, words: list[_Word], starts: Mapping[int, StateMention]) -> Counted | None:
    last = words[-1]
    if last.is_own:
        return None
    pair = f"{words[-2].text} {last.text}".lower() if len(words) > 1 else ""
    table = unit_words().counted
    unit = table.get(pair) or table.get(last.text) or table.get(last.text.lower())
    if unit is None and len(words) > 1 and last.text in _DOSES:
        return Counted("dose", " ".join(_kept(words[:-1])) or "vaccine", last.end, is_far=True)
    if unit is None and _MODEL.fullmatch(last.text):
        unit = "unit"
    if unit is None:
        return _people_of_state(words, starts)
    kept = _kept(words)
    if unit == "unit" and last.text.lower() in _SETS:
        what = measured_commodity(body, last.end, starts)
        kept = [what] if what else kept
    return Counted(unit, " ".join(kept) or last.text, last.end, is_far=len(words) > 1)


def _people_of_state(words: list[_Word], starts: Mapping[int, StateMention]) -> Counted | None:
    """'400 Iraqis', '300 Filipinos'."""
    first = words[0]
    if len(words) > 1 and first.text.islower() and first.text.endswith("ed"):  # '104 deported Indians'
        return _people_of_state(words[1:], starts)
    if len(words) == 1 and not first.is_own and (_PEOPLE.fullmatch(first.text) or _is_nation(first, starts)):
        return Counted("person", "people", first.end, is_far=False)
    return None


def _is_nation(word: _Word, starts: Mapping[int, StateMention]) -> bool:
    """Tell whether a word names people by their state, 'Filipinos', 'Turks', or a people without one."""
    mention = starts.get(word.end - len(word.text))
    named = mention is not None and mention.kind == "demonym" and mention.end == word.end and word.text.endswith("s")
    return named or word.text in unit_words().peoples


def _phrase(body: str, at: int, starts: Mapping[int, StateMention], *, leading: bool = False) -> Iterator[_Word]:
    """Up to five words from a place on, until a stop word, a sign or a verb."""
    for count in range(_MOST_WORDS):
        found = _WORD.match(body, at)
        if (
            found is None
            or (count and not found[0][0].isspace())
            or (found["name"] and not count and found["name"].isdigit())
        ):
            return
        text = found["word"] or found["name"]
        start = found.start("word") if found["word"] else found.start("name")
        state = starts.get(start)
        if state and state.end > found.end():
            yield _Word(body[start : state.end], state.end, is_state=True, is_own=False)
            at = state.end
            continue
        further = count == 0 and not leading and text in _FURTHER
        if (text.lower() in unit_words().stop and not further) or _is_verb(text, first=count == 0 and not leading):
            return
        own = found["own"] is not None
        yield _Word(text, found.end(), is_state=state is not None or _is_demonym(text), is_own=own)
        at = found.end()


def _is_verb(text: str, *, first: bool) -> bool:
    if text in _KEPT_PARTICIPLES or text.endswith(("eed", "bred")):
        return False
    return (text.endswith("ed") and not first) or (
        text.endswith("ing")
        and not first
        and text
        not in {
            "training",
            "fighting",
            "landing",
            "refuelling",
            "refueling",
            "charging",
            "milling",
            "dredging",
            "sewing",
            "building",
            "shipping",
            "fishing",
            "testing",
            "housing",
        }
    )


def _is_demonym(text: str) -> bool:
    return _DEMONYM.fullmatch(text) is not None


def _kept(words: list[_Word]) -> list[str]:
    """Give the words that tell what the thing is: no states, no owners, no empty adjectives, nothing before an owner."""
    after_owner = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].is_own), 0)
    kept = [
        word.text for word in words[after_owner:] if not word.is_state and word.text.lower() not in unit_words().dull
    ]
    while kept and kept[0].isdigit():
        kept.pop(0)
    while kept and kept[-1].endswith("ly"):
        kept.pop()
    return kept
