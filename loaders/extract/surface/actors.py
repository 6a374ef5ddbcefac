"""States that may act in a sentence, read off its surface: no firms, teams or places that only bear a state's name.

Input: an article's marks and a sentence with its words. Output: `Actor`s in text order, each with the word that leads it in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.surface.agencies import agency_names, short_names
from bilateral.loaders.extract.surface.banks import is_state_bank
from bilateral.loaders.extract.surface.seat import is_seat
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import OfficialMark, StateMention
    from bilateral.loaders.extract.text.words import Word

__all__ = ["Actor", "actors_in", "surnames"]

_DASHES: Final = "-–—/"
_BODY: Final = 14
_PORTFOLIO: Final = 5
_SHORTEST: Final = 3
_COURTS: Final = frozenset({"ICJ", "ICC", "ECHR", "ITLOS", "PCA", "ICTY"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A state at `body[start:end]`; `lead` is the preposition or word before it, `shape` how it stands there."""

    start: int
    end: int
    code: str
    lead: str
    shape: str  # "name", "possessive", "owner", "adjective", "origin", "pair", "official"

    @property
    def acts(self) -> bool:
        """Tell whether it may be a party: neither a place nor the mere owner of something."""
        return not self.place and self.shape not in {"owner", "origin"}

    @property
    def place(self) -> bool:
        """Tell whether it is only where something is."""
        return self.lead in _grammar("surface actors places") and self.shape in {"name", "possessive"}


def actors_in(scene: Scene, words: Sequence[Word], start: int, end: int, names: Mapping[str, str]) -> tuple[Actor, ...]:
    """Give the states that may act in `body[start:end]`, whose words are `words`; `names` are the officials' surnames."""
    officials = scene.officials_in(start, end)
    found = [actor for official in officials for actor in _of_official(words, official)]
    for mention in scene.mentions_in(start, end):
        if mention.code in _COURTS or any(o.start <= mention.start < o.end for o in officials):
            continue
        actor = _of_mention(scene.body, words, mention)
        if actor is not None:
            found.append(actor)
    found += _agencies(scene.body, words, found, start, end)
    found += _surnames(words, names, [*((o.start, o.end) for o in officials), *((a.start, a.end) for a in found)])
    return tuple(sorted(found, key=lambda a: (a.start, a.code)))


def _agencies(body: str, words: Sequence[Word], taken: Sequence[Actor], start: int, end: int) -> list[Actor]:
    """Find agencies that act for a state without its name, or by the letters that the text gives them."""
    short = short_names(body)
    found = [(hit.start, hit.end, hit.value) for hit in agency_names().find(body, start, end)]
    found += [(word.start, word.end, short[word.text]) for word in words if word.text in short]
    return [
        Actor(first, last, code, _lead(words, first), "name")
        for first, last, code in dict.fromkeys(found)
        if body[first].isupper() and not any(a.start < last and first < a.end for a in taken)
    ]


def surnames(scene: Scene) -> dict[str, str]:
    """Give the state that each surname of the article's officials stands for; names of two states' people are left out."""
    states: dict[str, set[str | None]] = {}
    for official in scene.officials:
        last = official.name.split()[-1] if official.name.split() else ""
        if len(last) >= _SHORTEST:
            states.setdefault(last, set()).add(official.country)
    return {name: next(iter(codes)) or "" for name, codes in states.items() if len(codes) == 1 and None not in codes}


def _surnames(words: Sequence[Word], names: Mapping[str, str], taken: Sequence[tuple[int, int]]) -> list[Actor]:
    """Find officials by their bare surname."""
    return [
        Actor(word.start, word.end, names[word.text], _lead_of_name(words, at), "official")
        for at, word in enumerate(words)
        if word.text in names and not any(a <= word.start < b for a, b in taken)
    ]


def _lead_of_name(words: Sequence[Word], at: int) -> str:
    """Give the word before a name, its titles and first names left aside."""
    while at > 0 and words[at - 1].capital and at > 1:
        at -= 1
    return _lead(words, words[at].start)


def _of_official(words: Sequence[Word], official: OfficialMark) -> list[Actor]:
    if official.country is None:
        return []
    return [Actor(official.start, official.end, official.country, _lead(words, official.start), "official")]


def _of_mention(body: str, words: Sequence[Word], mention: StateMention) -> Actor | None:
    after = next((i for i, w in enumerate(words) if w.start >= mention.end), len(words))
    shape = _shape(body, words, mention, after)
    listed = shape == "adjective" and mention.kind == "name"  # 'the Ministry of Culture of A and the …'
    carrier = _carrier(words, mention) if shape in {"name", None} or listed else None
    if carrier is not None:
        return Actor(mention.start, mention.end, mention.code, _lead(words, words[carrier].start), "name")
    if shape is None or (shape != "pair" and _named_after(words, mention)):
        return None
    if (shape == "name" or listed) and _of_something(words, mention):
        shape = "origin"
    lead = "in" if is_seat(words, _number(words, mention)) else _lead(words, mention.start)
    return Actor(mention.start, mention.end, mention.code, lead, shape)


def _carrier(words: Sequence[Word], mention: StateMention) -> int | None:
    """Find the public body that the name completes: 'the Ministry of Border Affairs of Chad'; give its word's number."""
    at = _number(words, mention) - 1
    while at >= 0 and words[at].low in {"the", "republic", "kingdom", "state"}:
        at -= 1
    seated = mention.kind == "capital" or (at > 0 and words[at - 1].low in _grammar("surface actors houses"))
    if at < 1 or words[at].low not in ({"of", "in"} if seated else {"of"}):
        return None
    for back in range(at - 1, max(-1, at - _BODY), -1):
        if words[back].low in _grammar("surface actors bodies") or is_state_bank(words, back):
            return back
        if not words[back].capital and words[back].low not in {"of", "and", "for", "the", ",", "&"}:
            return None
    return None


def _number(words: Sequence[Word], mention: StateMention) -> int:
    return next((i for i, w in enumerate(words) if w.start >= mention.start), len(words))


def _of_something(words: Sequence[Word], mention: StateMention) -> bool:
    """Tell whether 'of' ties the name to what is no government: 'a unit of Acme of Chad'."""
    at = _number(words, mention) - 1
    while at >= 0 and words[at].low in {"the", "republic", "kingdom", "state"}:
        at -= 1
    if at < 1 or words[at].low != "of":
        return False
    named = words[at - 1].capital and words[at - 1].low not in _government() and at > 1
    return named or words[at - 1].low in _private() or words[at - 1].low == "commerce"


def _shape(body: str, words: Sequence[Word], mention: StateMention, after: int) -> str | None:
    """Tell how the state's name stands in its phrase; None where it belongs to something that is no state."""
    before, glued = body[mention.start - 1 : mention.start], body[mention.end : mention.end + 1]
    if glued and glued in _DASHES:
        return None if body[mention.end + 1 : mention.end + 2].islower() else "pair"
    paired = bool(before) and before in _DASHES
    follower = words[after] if after < len(words) else None
    if follower is not None and follower.low == "'s":
        return "possessive" if _carried(words, after + 1) else "owner"
    if follower is None or follower.sign or paired:
        return "pair" if paired else "name"
    return _before_noun(words, mention, after)


def _before_noun(words: Sequence[Word], mention: StateMention, after: int) -> str | None:
    """Tell what a state's name is to the word after it: 'Chadian minister', 'Chadian firm', 'Chadian cotton'."""
    follower, second = words[after], words[after + 1].low if after + 1 < len(words) else ""
    if mention.kind == "igo" and follower.low in _grammar("surface actors one of them"):
        return None  # 'the fourth bloc member to sign'
    office = follower.low in _portfolio() and second not in _private() and _carried(words, after)
    firm = second in _private() and follower.low not in _government() | word_set("agreement_words", "left stop")
    if not office and (firm or follower.low in _private()):
        return None
    if follower.low in {"and", "or"} or _carried(words, after):
        return "adjective"
    capital = follower.capital and not _opens(words, follower)
    people = mention.surface.endswith("s") and not follower.capital
    if mention.kind == "demonym" and not people:
        return None if follower.capital else "origin"
    return None if capital else "name"


def _carried(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun of government stands here, with nothing but its portfolio before it."""
    for word in words[at : at + _PORTFOLIO]:
        if word.low in _government():
            return True
        if word.low not in _portfolio() and word.low != ",":
            return False
    return False


def _opens(words: Sequence[Word], word: Word) -> bool:
    """Tell whether a capitalised word after a name may begin something else: a month, any word of a line in capitals."""
    return (
        word.low in _grammar("surface actors months")
        or len(word.text) == 1
        or all(w.capital or not w.text[0].isalpha() for w in words)
    )


def _named_after(words: Sequence[Word], mention: StateMention) -> bool:
    """Tell whether a capitalised word right before the name makes it a part of another name: 'ICC Sri Lanka'."""
    at = next((i for i, w in enumerate(words) if w.start >= mention.start), len(words))
    if at < 2:  # noqa: PLR2004 - the first word of a sentence is always capitalised
        return False
    before = words[at - 1]
    gap_free = before.end + 1 == mention.start
    return (
        gap_free
        and before.capital
        and before.low not in _government()
        and before.low not in _grammar("surface actors skipped") | _grammar("surface actors months")
        and mention.kind != "leader"
    )


def _lead(words: Sequence[Word], start: int) -> str:
    """Give the word that leads a phrase in, articles and 'the government of' left aside."""
    at = next((i for i, w in enumerate(words) if w.start >= start), len(words)) - 1
    while at >= 0 and words[at].low in _grammar("surface actors skipped"):
        at -= 1
    return words[at].low if at >= 0 else ""


def _private() -> frozenset[str]:
    return word_set("agreement_words", "private")


def _portfolio() -> frozenset[str]:
    return word_set("agreement_words", "portfolio")


def _government() -> frozenset[str]:
    return word_set("agreement_words", "government")


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
