"""Which sentences are parsed at all: those with a trigger word and two states in reach.

Input: a `Scene`. Output: the sentences worth parsing, and for each of the others why not. Parsing is the dear step; most sentences of
most articles cannot tell of two states and are let go here for the price of a few look-ups.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.frames import load_frames
from bilateral.loaders.extract.events.sport import words_of_sport
from bilateral.loaders.extract.scene.groups import names_group
from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.sport import SportWords
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import Sentence

__all__ = ["gate"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Talks that were told of before: 'the first round of the negotiations was held'.
_TALKS: Final = re.compile(
    r"\b(?:the|these|this|an?)(?: [\w-]+){0,6} (?:talks|negotiations|consultations|meeting|round|session|summit|discussions)"
    r"(?: [\w-]+){0,3} (?:held|take|took|begin|began|start|started|ended?|concluded?|resumed?|scheduled|postponed|cancell?ed)\b",
    re.IGNORECASE,
)
_REACH: Final = 3
_SPORTY: Final = 5
_SHARE: Final = 4
_TWO: Final = 2
_HALVES: Final = frozenset({"north", "south"})
_PRONOUNS: Final = frozenset({"he", "she", "we", "i", "both", "us", "our", "they", "his", "her", "koreas"})
_IRREGULAR: Final = {
    "met": "meet", "held": "hold", "told": "tell", "said": "say", "gave": "give", "given": "give", "sent": "send", "lent": "lend",
    "sought": "seek", "fought": "fight", "shot": "shoot", "struck": "strike", "broke": "break", "broken": "break", "withdrew": "withdraw",
    "withdrawn": "withdraw", "spoke": "speak", "spoken": "speak", "went": "go", "flew": "fly", "left": "leave", "led": "lead",
    "paid": "pay", "came": "come", "took": "take", "taken": "take", "made": "make", "began": "begin", "begun": "begin", "rang": "ring",
    "brought": "bring", "hit": "hit", "threw": "throw", "thrown": "throw", "forgave": "forgive", "forgiven": "forgive", "wrote": "write", "written": "write",
    "overrode": "override", "froze": "freeze", "frozen": "freeze", "unfroze": "unfreeze", "stood": "stand", "felt": "feel", "built": "build", "ran": "run",
    "sat": "sit", "drew": "draw", "shook": "shake", "caught": "catch", "kept": "keep", "dealt": "deal", "forbade": "forbid", "sold": "sell",
    "spent": "spend", "bought": "buy", "chose": "choose", "drove": "drive", "sank": "sink", "was": "be", "is": "be", "were": "be", "are": "be",
    "been": "be", "stole": "steal", "swore": "swear", "upheld": "uphold", "got": "get", "cut": "cut", "put": "put", "let": "let", "found": "find", "won": "win", "lost": "lose", "taught": "teach", "laid": "lay", "sunk": "sink", "hung": "hang", "saw": "see", "seen": "see", "rose": "rise", "swung": "swing", "blew": "blow", "blown": "blow", "slain": "slay",
}  # fmt: skip


def gate(scene: Scene) -> tuple[tuple[Sentence, ...], tuple[tuple[Sentence, str], ...]]:
    """Part the sentences into those to parse and those let go, with the reason."""
    kept, dropped = [], []
    article = words_of_sport(scene.body, 0, len(scene.body))
    sport = [words_of_sport(scene.body, s.start, s.end) if article.all else article for s in scene.sentences]
    if len(article.all) >= _SPORTY and sum(bool(words.all) for words in sport) * _SHARE >= len(sport):
        return (), tuple((s, "the article is about sport") for s in scene.sentences)
    for sentence, words in zip(scene.sentences, sport, strict=True):
        reason = _why_sport(scene, sentence, words, article) or _why_not(scene, sentence)
        if reason:
            dropped.append((sentence, reason))
        else:
            kept.append(sentence)
    return tuple(kept), tuple(dropped)


def _why_sport(scene: Scene, sentence: Sentence, words: SportWords, article: SportWords) -> str:
    """Say that a sentence is about sport: by two words, by a sure one where no official is named, by a vague one in such an article."""
    sure = words.sure and not scene.officials_in(sentence.start, sentence.end)
    by_article = words.vague and len(article.sure) >= _TWO
    return "it is about sport" if len(words.all) >= _TWO or sure or by_article else ""


def _why_not(scene: Scene, sentence: Sentence) -> str:
    words = {w.lower() for w in _WORD.findall(scene.body, sentence.start, sentence.end)}
    here = _states(scene, sentence.start, sentence.end)
    group = names_group(scene.body, sentence.start, sentence.end)
    told = _TALKS.search(scene.body, sentence.start, sentence.end)
    if not here and not group and not told and not _refers(words) and not (words & _HALVES and _koreas(scene)):
        return "no state is named or meant"
    first = scene.sentences[max(0, sentence.index - _REACH)].start
    if (
        len(_states(scene, first, sentence.end) | ({scene.home} if scene.home else set())) < _TWO
        and len(here) < _TWO
        and not (here and group)
        and not _leading(scene)
    ):
        return "no second state is in reach"
    if not any(stem in _triggers() for word in words for stem in _stems(word)):
        return "no word names an act"
    return ""


def _refers(words: set[str]) -> bool:
    """Tell whether a word may mean a state that is not named: 'the ministries', 'both countries', 'he'."""
    return any(stem in _referring() for word in words for stem in _stems(word))


def _koreas(scene: Scene) -> bool:
    """Tell whether 'the North' may be a state."""
    return {"PRK", "KOR"} <= {m.code for m in scene.mentions}


def _leading(scene: Scene) -> bool:
    return len({m.code for m in scene.mentions} | {o.country for o in scene.officials if o.country}) >= _TWO


def _states(scene: Scene, start: int, end: int) -> set[str]:
    codes = {m.code for m in scene.mentions_in(start, end)}
    return codes | {o.country for o in scene.officials_in(start, end) if o.country}


@lru_cache(maxsize=16384)  # texts use the same words over and over
def _stems(word: str) -> tuple[str, ...]:
    """Give what a word may be a form of; too many is harmless, too few is not."""
    found = [word, _IRREGULAR.get(word, word)]
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending):
            stem = word[: -len(ending)] + instead
            found.append(stem)
            if len(stem) > _TWO and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(found)


@cache
def _triggers() -> frozenset[str]:
    frames = [f for f in load_frames() if "thanked" not in f.source]  # the words of thanks name an act themselves
    return frozenset(w.split()[0] for f in frames for w in f.verbs) | frozenset(
        w.split()[-1] for f in frames for w in f.nouns
    )


@cache
def _referring() -> frozenset[str]:
    lists = word_lists("actors")
    return frozenset(w for key in ("bodies", "persons", "sides", "pairs", "couples") for w in lists[key]) | _PRONOUNS
