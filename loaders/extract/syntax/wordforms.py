"""Part of speech and lemma of words, each worked out once: what the model's rules say of a word depends on its tag and relation alone.

Input: the tokens of a parsed text that has not been through the model's rule-based steps. Output: part of speech and lemma as those steps
give them. A few rules look at two words ('let's', 'there is'): a text with the first of such a pair goes through the steps whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ATTRIBUTES", "WordForms"]

#: What is asked of each token, in this order.
ATTRIBUTES: Final = ("ORTH", "TAG", "DEP", "HEAD", "LENGTH", "SPACY", "IS_SPACE")
Key = tuple[int, int, int]
Form = tuple[str, str, str, str]  # part of speech, tag, relation, lemma
_MOST: Final = 200_000
#: Verbs of which the model's table gives another, or none.
_MISREAD: Final = {
    "unfroze": "unfreeze",
    "unfrozen": "unfreeze",
    "ax": "axe",
    "appal": "appall",
    "extoll": "extol",
    "instal": "install",
    "cordone": "cordon",
    "airdroppe": "airdrop",
    "unbanne": "unban",
    "reconnecte": "reconnect",
    "relaunche": "relaunch",
    "rearreste": "rearrest",
    "reappointe": "reappoint",
    "readmitte": "readmit",
    "reoccupie": "reoccupy",
    "resupplie": "resupply",
}
#: A short verb that would double its last letter before '-ed' and '-ing': where it did not, it ends in 'e' ('fined', 'staged', 'hopes').
_SHORT: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
_ENDINGS: Final = ("ed", "ing", "es")
_FIRST_OF_TWO: Final = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})


class WordForms:
    """Remembers the forms of words; `steps` are the model's own, which work on a whole text."""

    __slots__ = ("_forms", "_pairs", "_steps")

    def __init__(self, steps: Sequence[Any]) -> None:
        self._steps = tuple(steps)
        self._forms: dict[Key, Form] = {}
        self._pairs: frozenset[int] | None = None

    def of(self, doc: Any, rows: Sequence[Sequence[int]]) -> list[Form]:
        """Give the form of every token; `rows` are the ATTRIBUTES of each."""
        keys = [(row[0], row[1], row[2]) for row in rows]
        if self._paired(doc, keys):
            return self._whole(doc)
        new = [key for key in dict.fromkeys(keys) if key not in self._forms]
        if new:
            self._learn(doc, new)
        return [self._forms[key] for key in keys]

    def _paired(self, doc: Any, keys: Iterable[Key]) -> bool:
        strings = doc.vocab.strings
        if self._pairs is None:
            cased = {form for word in _FIRST_OF_TWO for form in (word, word.upper(), word.capitalize())}
            self._pairs = frozenset(strings.add(each) for each in ("expl", *sorted(cased)))
        return any(key[0] in self._pairs or key[2] in self._pairs for key in keys)

    def _whole(self, doc: Any) -> list[Form]:
        for step in self._steps:
            doc = step(doc)
        return [(token.pos_, token.tag_, token.dep_, _lemma(token)) for token in doc]

    def _learn(self, doc: Any, keys: Sequence[Key]) -> None:
        """Work out new words in a text made of them, with a full stop between any two."""
        if len(self._forms) + len(keys) > _MOST:
            self._forms = {key: self._forms[key] for key in keys if key in self._forms}
        strings = doc.vocab.strings
        columns = [(strings[orth], strings[tag], strings[dep]) for orth, tag, dep in keys]
        spread = [cell for column in columns for cell in (column, (".", ".", "punct"))]
        words, tags, deps = (list(column) for column in zip(*spread, strict=True))
        made = type(doc)(doc.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        self._forms.update(zip(keys, self._whole(made)[::2], strict=True))


def _lemma(token: Any) -> str:
    """Give the lemma in small letters; 'Ministers' in a title is 'minister'."""
    lemma: str = token.lemma_.lower()
    if token.pos_ == "VERB":
        lemma = _MISREAD.get(lemma) or _with_e(token.text.lower(), lemma)
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss") else lemma


def _with_e(word: str, lemma: str) -> str:
    """Read 'fined' as 'fine', where the model's table says 'fin'."""
    bare = _SHORT.fullmatch(lemma) is not None and word.removeprefix(lemma) in _ENDINGS and word.startswith(lemma)
    return f"{lemma}e" if bare else lemma
