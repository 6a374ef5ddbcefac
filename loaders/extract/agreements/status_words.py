"""The words of lexicon/status.yaml, ready to be found: which status they mean, in which form, and how they take an instrument."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.text.lexicon import read_lexicon, word_set
from bilateral.loaders.extract.text.phrases import PhraseIndex, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Trigger", "status_index", "status_turns", "status_verbs"]

_PLACE: Final = "lexicon/status.yaml"
_FORMS: Final = ("base", "past", "participle", "ing")
_PARTS: Final = 4
_NO_FORM: Final = "-"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reading of a word: its status, how it takes an instrument, its form, and the one type it is limited to."""

    status: str
    relation: str  # object, subject, noun, adjective
    form: str  # base, past, participle, ing; noun; adjective
    only: str | None = None
    lemma: str = ""


@cache
def status_index() -> PhraseIndex[tuple[Trigger, ...]]:
    """Give the index of all status words; a phrase may have several readings."""
    readings: dict[str, list[Trigger]] = {}
    for phrase, trigger in _entries():
        folded = " ".join(fold_word(word) for word in phrase.split())
        readings.setdefault(folded, []).append(trigger)
    return PhraseIndex((phrase, tuple(dict.fromkeys(found))) for phrase, found in readings.items())


@cache
def status_verbs() -> frozenset[str]:
    """Give every form of one word that is a verb, with the -s form."""
    verbs: set[str] = set()
    for phrase, trigger in _entries():
        if trigger.relation in {"object", "subject"} and " " not in phrase:
            verbs.add(phrase)
    return frozenset(verbs - word_set("agreement_grammar", "status also names"))


@cache
def status_turns() -> frozenset[tuple[str, ...]]:
    """Give the finite forms of verbs of two words and more: 'ran out', 'came into force'."""
    found = ((phrase, t) for phrase, t in _entries() if t.relation in {"object", "subject"} and " " in phrase)
    turns = {tuple(phrase.casefold().split()) for phrase, t in found if t.form in {"base", "past"}}
    return frozenset(turn for turn in turns if turn[0] not in word_set("agreement_grammar", "status no opening"))


def _entries() -> Iterator[tuple[str, Trigger]]:
    lexicon = read_lexicon("status")
    if not isinstance(lexicon, dict):
        raise InputError("not a mapping", place=_PLACE, remedy="Write a status, then its relations below it.")
    for status, relations in lexicon.items():
        if not isinstance(relations, dict):
            raise InputError(
                f"{status} has no relations", place=_PLACE, remedy="Write object, subject, noun or adjective below it."
            )
        for relation, words in relations.items():
            for word in words if isinstance(words, list) else ():
                yield from _forms(str(status), str(relation), str(word))


def _forms(status: str, key: str, word: str) -> Iterator[tuple[str, Trigger]]:
    relation, _, only = key.partition(" ")
    if relation in {"noun", "adjective", "describes"}:
        yield word, Trigger(status, relation, relation, only or None, word)
        return
    forms = [form.strip() for form in word.split("/")]
    if len(forms) != _PARTS:
        raise InputError(f"{word!r} has not four forms", place=_PLACE, remedy="Write base / past / participle / -ing.")
    for name, form in zip(_FORMS, forms, strict=True):
        if form == _NO_FORM:
            continue
        yield form, Trigger(status, relation, name, only or None, forms[0])
        if name == "base":
            yield _with_s(form), Trigger(status, relation, name, only or None, forms[0])


def _with_s(base: str) -> str:
    """Give the form with -s of a verb's first word: 'reach an accord' gives 'reaches an accord'."""
    first, _, rest = base.partition(" ")
    if first.endswith("y") and first[-2:-1] not in set("aeiou"):
        return f"{first[:-1]}ies {rest}".strip()
    ending = "es" if first.endswith(("s", "h", "x", "o", "z")) else "s"
    return f"{first}{ending} {rest}".strip()
