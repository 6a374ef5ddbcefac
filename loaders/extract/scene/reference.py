"""What short expressions stand for: 'the two sides', 'the ministry', 'the ambassador', 'he', 'we'. Cheap and safe, or nothing.

Input: a `Scene` and the place of the expression. Output: state codes, or the official meant; nothing where more than one reading
is open. No chain of guesses: each rule looks at names in the text, never at what another rule inferred.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.served_custom import can_have
from bilateral.loaders.extract.scene.called import called, words_of
from bilateral.loaders.extract.scene.groups import by_form, nicknamed
from bilateral.loaders.extract.text.lexicon import word_lists
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import OfficialMark, StateMention

__all__ = ["References"]

_NEAR: Final = 40
_BACK: Final = 2
_REACH: Final = 3
_TIMES: Final = 4  # the second of the two states of an article is named at least a quarter as often as the first
_PAIR: Final = 2
_MARGIN: Final = 2  # a third state may be named at most half as often as the second
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:[A-Z]\w+\s+(?:of|and)\s+(?:the\s+)?)?", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:statement|declaration|communiqu[eé])\b.{0,60}?\b(?:by|from|of)\b(?= .{0,40}\b(?:governments?|ministers?|leaders?|countries|ministries)\b)",
    re.IGNORECASE | re.DOTALL,
)
_HEADS: Final = (
    {"president"},
    {"prime", "minister"},
    {"king"},
    {"premier"},
    {"foreign", "minister"},
    {"chancellor"},
    {"emir"},
    {"amir"},
    {"sultan"},
    {"queen"},
    {"emperor"},
)
_TOP: Final = 6
_REIGNS: Final = frozenset({"king", "queen", "emir", "amir", "sultan", "emperor", "monarch", "crown", "ruler"})
_GATHERED: Final = r"(?:['’]s?)?(?: [\w-]+){0,4} "
_HALVES: Final = {"North": "PRK", "South": "KOR"}
_QUOTES = re.compile(r"[\"“”]")


class References:
    """The readings of one article's short expressions; every answer depends on the article alone."""

    __slots__ = ("_bodies", "_joint", "_koreas", "_leading", "_scene")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bodies: tuple[tuple[int, str, str], ...] | None = None
        self._joint = _joint_authors(scene)
        self._leading: tuple[str, ...] | None = None
        self._koreas = set(_HALVES.values()) <= set(_codes(scene.mentions))

    def dyad(self, offset: int) -> tuple[str, ...]:
        """Give the two states that 'both sides' means: the article's leading two, else the only two of the last sentences."""
        if pair := self.leading():
            return pair
        at = self._scene.sentence_index(offset)
        for index in range(at, max(-1, at - _BACK - 1), -1):
            sentence = self._scene.sentences[index]
            end = offset if index == at else sentence.end
            codes = _codes(self._scene.mentions_in(sentence.start, end)) + _served(self._scene, sentence.start, end)
            distinct = tuple(dict.fromkeys(codes))
            if len(distinct) == _PAIR:
                return distinct
            if len(distinct) > _PAIR:
                break
        return ()

    def leading(self) -> tuple[str, ...]:
        """Give the two states that the article names most, if no third comes near them."""
        if self._leading is None:
            self._leading = _leading(self._scene)
        return self._leading

    def leading_before(self, offset: int) -> tuple[str, ...]:
        """Give the leading two if the text has named both by then."""
        pair = self.leading()
        named = {*_codes(self._scene.mentions_in(0, offset)), *_served(self._scene, 0, offset)}
        return pair if set(pair) <= named else ()

    def other(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Give the other of the article's leading two states."""
        pair, given = self.leading(), set(codes)
        rest = tuple(code for code in pair if code not in given)
        return rest if len(rest) == 1 and len(pair) == _PAIR else ()

    def other_near(self, codes: Iterable[str], index: int) -> tuple[str, ...]:
        """Give the other of the leading two if the sentence of that index, one shortly before it or the title names it."""
        meant = self.other(codes)
        start, end = self._scene.sentences[max(0, index - _REACH)].start, self._scene.sentences[index].end
        near = {
            *_codes(self._scene.mentions_in(start, end)),
            *_served(self._scene, start, end),
            *self._scene.title_codes,
        }
        return meant if set(meant) <= near else ()

    def body(self, lemma: str, offset: int) -> tuple[str, ...]:
        """Give the state of 'the ministry', 'the government': the last one named with that word, else the article's home."""
        if self._bodies is None:
            self._bodies = tuple(_named_bodies(self._scene))
        for start, word, code in reversed(self._bodies):
            if start < offset and word == lemma and lemma not in word_lists("actors")["many"]:
                return (code,)
        return (self._scene.home,) if self._scene.home and lemma in {"government", "ministry", "cabinet"} else ()

    def half(self, text: str, offset: int) -> tuple[str, ...]:
        """Give the Korea that 'the North' or 'the South' means, where the text names both."""
        if not self._koreas or self._scene.body[max(0, offset - 4) : offset].lower() != "the ":
            return ()
        return (_HALVES[text],)

    def region(self, adjectives: str) -> tuple[str, ...]:
        """Give the state of 'the South Asian country': the only state of that region that the article names."""
        found = tuple(
            c for c in self._named() if c in states() and adjectives in {r.casefold() for r in states().get(c).regions}
        )
        return found if len(found) == 1 else ()

    def form(self, words: Iterable[str]) -> tuple[str, ...]:
        """Give the state of 'the Kingdom', 'the Islamic Republic': the only one of that form that the article names."""
        return by_form(words, self._named())

    def nickname(self, text: str) -> tuple[str, ...]:
        """Give the organisation of 'the bloc', 'the Commission': the only one called so that the article names."""
        return nicknamed(text, self._named())

    def _named(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_codes(self._scene.mentions) + _served(self._scene, 0, len(self._scene.body))))

    def titled(self, office: Iterable[str], offset: int) -> OfficialMark | None:
        """Give the official that 'the foreign minister', 'the PM' or 'the high guest' means."""
        return called(self._scene, office, offset)

    def reigning(self, offset: int) -> tuple[str, ...]:
        """Give the state of 'His Majesty', 'Her Highness' alone: of the one monarch told before, else of a home that has one."""
        before = [o for o in self._scene.officials if o.start < offset and _REIGNS & set(words_of(o.title))]
        codes = tuple(dict.fromkeys(o.country for o in before if o.country))
        home = self._scene.home
        if home and can_have(home, "monarch") and (not codes or home in codes):
            return (home,)
        return codes if len(codes) == 1 else ()

    def gathering(self, noun: str, offset: int) -> tuple[str, ...]:
        """Give the organisation of 'the summit': the last one that the text names right before that word."""
        before = [m for m in self._scene.mentions if m.kind == "igo" and m.end < offset]
        near = (m for m in reversed(before) if re.match(_GATHERED + noun, self._scene.body[m.end : m.end + _NEAR]))
        return tuple(m.code for m in (next(near, None),) if m is not None)

    def head_of_state(self, office: Iterable[str]) -> tuple[str, ...]:
        """Give the article's home for 'the President' and 'the Prime Minister', if it names no other who bears the title."""
        words = set(words_of(" ".join(office)))
        known = any(words <= set(words_of(o.title)) for o in self._scene.officials)
        return (self._scene.home,) if self._scene.home and not known and words in _HEADS else ()

    def named(self, text: str, offset: int) -> OfficialMark | None:
        """Give the official with that surname, if one only was introduced under it."""
        last = words_of(text)[-1:]
        found = {
            o.name: o
            for o in self._scene.officials
            if last and last[0] in {*words_of(o.name)[-1:], *words_of(o.name)[:1]}
        }
        if (
            len({words_of(name)[-1] for name in found}) == 1
            and len({o.country for o in found.values() if o.country}) == 1
        ):
            return next((o for o in found.values() if o.country and o.start <= offset), None)
        return None

    def he(self, offset: int) -> OfficialMark | None:
        """Give the person that 'he' or 'she' means, if one official only stands in this sentence before, or in the last."""
        at = self._scene.sentence_index(offset)
        sentence = self._scene.sentences[at]
        before = self._scene.officials_in(sentence.start, offset)
        if not before and at:
            earlier = self._scene.sentences[at - 1]
            before = self._scene.officials_in(earlier.start, earlier.end)
        names = {o.name for o in before}
        return before[0] if len(names) == 1 else None

    def we(self, offset: int) -> tuple[str, ...]:
        """Give the state that 'we' means: the article's own voice outside quotes."""
        if self.quoted(offset):
            return ()
        return self._joint or ((self._scene.home,) if self._scene.home else ())

    def quoted(self, offset: int) -> bool:
        """Tell whether the place stands inside quotation marks of its paragraph."""
        body = self._scene.body
        return len(_QUOTES.findall(body, body.rfind("\n", 0, offset) + 1, offset)) % 2 == 1


def _codes(mentions: Iterable[StateMention]) -> tuple[str, ...]:
    return tuple(m.code for m in mentions if m.kind != "leader")


def _leading(scene: Scene) -> tuple[str, ...]:
    """Give the two states that are named most, if no third comes near them."""
    counts = Counter(_codes(scene.mentions) + _served(scene, 0, len(scene.body)))
    for code in scene.title_codes:
        counts[code] += 2
    ranked = counts.most_common(3)
    if len(ranked) < _PAIR or (len(ranked) > _PAIR and ranked[2][1] * _MARGIN > ranked[1][1]):
        return ()
    if ranked[1][1] * _TIMES < ranked[0][1]:
        return ()
    return tuple(code for code, _ in ranked[:2])


def _joint_authors(scene: Scene) -> tuple[str, ...]:
    """Give the states that issue the text together: 'A joint statement issued by the governments of …'."""
    for sentence in scene.sentences[:_TOP]:
        match = _ISSUED.search(scene.body, sentence.start, sentence.end)
        if match:
            codes = tuple(dict.fromkeys(_codes(scene.mentions_in(match.end(), sentence.end))))
            if len(codes) >= _PAIR:
                return codes
    return ()


def _served(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    return tuple(o.country for o in scene.officials_in(start, end) if o.country)


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word_lists("actors")["bodies"])


def _named_bodies(scene: Scene) -> Iterable[tuple[int, str, str]]:
    """Find ministries, governments and armies that the text names with their state, before or after the word."""
    for mention in scene.mentions:
        if mention.kind == "igo":
            continue
        after = scene.body[mention.end : mention.end + _NEAR].split(".")[0]
        for match in _WORD.finditer(after):
            if match.group().lower() in _body_words():
                yield mention.end + match.start(), match.group().lower(), mention.code
                break
        before = scene.body[max(0, mention.start - _NEAR) : mention.start]
        for match in _WORD.finditer(before):
            if match.group().lower() in _body_words() and _OF.fullmatch(before, match.end()):
                yield mention.start - len(before) + match.start(), match.group().lower(), mention.code
