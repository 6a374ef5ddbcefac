"""Whom an office without a name means: 'the minister', 'the PM', 'the envoy', 'the high guest', 'the visiting dignitary'.

Input: a `Scene`, the words of the expression, its place. Output: the naming of the official meant, or None where it could be another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.text.marks import OfficialMark

__all__ = ["called", "words_of"]

_NEAR: Final = 40
_WORD = re.compile(r"[^\W\d_]+")


def called(scene: Scene, office: Iterable[str], offset: int) -> OfficialMark | None:
    """Give the official that the words mean: by the office, by another name of it, or as the guest of the text's home."""
    words = words_of(" ".join(office))
    polite = frozenset(word_lists("actors")["polite"])
    plain = frozenset(words) - polite
    visitor = bool(plain & _guests()) or "visiting" in words
    before = [o for o in scene.officials if o.start < offset]
    before = [o for o in before if o.country != scene.home] if visitor and scene.home else before
    if plain and not plain & _guests() and (found := _last(before, plain)):
        return found
    senses = _senses().get(" ".join(word for word in words if word in plain), ())
    meant = [o for o in before if any(_bears(o, frozenset(words_of(sense))) for sense in senses)]
    if meant:
        return _only(meant)
    return _only([o for o in before if o.country]) if visitor and scene.home else None


def _bears(official: OfficialMark, words: frozenset[str]) -> bool:
    return words <= set(words_of(official.title))


def _last(before: Sequence[OfficialMark], words: frozenset[str]) -> OfficialMark | None:
    """Give the last official with these words in the title, if no other stands right beside."""
    found = [o for o in before if _bears(o, words)]
    last = found[-1] if found else None
    near = {o.name for o in found if last and last.start - o.start < len(last.name) + _NEAR}
    return last if len(near) == 1 else None


def _only(found: Sequence[OfficialMark]) -> OfficialMark | None:
    """Give the one person that all namings are of, by surname."""
    return found[-1] if len({words_of(o.name)[-1:] for o in found}) == 1 else None


@cache
def _guests() -> frozenset[str]:
    return frozenset(word_lists("actors")["guests"])


@cache
def _senses() -> Mapping[str, Sequence[str]]:
    return word_lists("called")


@cache
def words_of(text: str | None) -> tuple[str, ...]:
    """Give the words of a title or a name, in small letters."""
    return tuple(w.lower() for w in _WORD.findall(text or ""))
