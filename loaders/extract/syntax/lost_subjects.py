"""Subjects that the parser lost: swallowed by a fronted phrase, by a list, or given to the wrong one of two joined verbs.

Input: the tokens of one sentence. Output: tokens with another head or relation.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.syntax.tree import Token

__all__ = ["FRONTED", "MENDS", "NAMED", "SUBJECTS", "SWALLOWED", "officials", "unled"]

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
NAMED: Final = frozenset({"official", "state"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
SWALLOWED: Final = frozenset({"conj", "appos", "compound", "npadvmod", "dep", "nmod", "pobj"})
_OF_PHRASES: Final = frozenset({"ADJ", "NOUN", "PROPN", "DET", "CCONJ", "NUM"})
FRONTED: Final = frozenset({"ADP", "SCONJ", "VERB", "ADV"})


@cache
def officials() -> frozenset[str]:
    """Give the nouns for persons who act for a state."""
    return frozenset(word_lists("actors")["persons"])


def unled(row: Sequence[Token], after: int) -> Iterator[Token]:
    """Give the finite verbs from word `after` on that have no subject."""
    led = {t.head for t in row if t.dep in SUBJECTS}
    for verb in row[after:]:
        if verb.tag in _FINITE and verb.dep not in {"aux", "auxpass"} and verb.index not in led:
            yield verb


def _over_helpers(row: Sequence[Token], verb: Token) -> int:
    """Give the number of the word before a verb with its adverbs and helping verbs."""
    at = verb.index - 1
    while at > 0 and (row[at].pos in {"ADV", "AUX"} or row[at].dep in {"aux", "auxpass", "neg"}):
        at -= 1
    return at


def _lost_subject(row: Sequence[Token]) -> Iterator[Token]:
    """'Speaking after talks with Merkel, Macron said': who stands after the comma, right before a verb without a subject, is its subject."""
    for verb in unled(row, 2):
        at = _over_helpers(row, verb)
        name = row[at]
        if (
            name.kind == "official"
            and name.dep in SWALLOWED
            and at
            and row[at - 1].text == ","
            and (name.head < at or name.head == verb.index)
        ):
            passive = any(t.head == verb.index and t.dep == "auxpass" for t in row)
            yield replace(name, head=verb.index, dep="nsubjpass" if passive else "nsubj")
            if (verb.head == name.index or verb.dep in {"relcl", "conj"}) and name.head != verb.index:
                yield replace(verb, head=verb.index, dep="ROOT")


def _state_before_verb(row: Sequence[Token]) -> Iterator[Token]:
    """'Recognised its independence and Oslo recalled its envoy': a state joined to a thing, right before a verb, is the verb's subject."""
    for verb in row[3:]:
        name, joint = row[verb.index - 1], row[verb.index - 2]
        partner = row[name.head]
        if (
            verb.tag in _FINITE
            and verb.dep not in {"aux", "auxpass"}
            and name.kind == "state"
            and name.dep == "conj"
            and joint.tag == "CC"
            and partner.kind not in NAMED
            and partner.lemma not in officials()
            and not any(row[t.head] == partner for t in row if t.kind == "state" and t.dep == "conj" and t != name)
            and partner.dep in {"dobj", "pobj"}
        ):
            yield replace(name, head=verb.index, dep="nsubj")


def _past_beside_infinitive(row: Sequence[Token]) -> Iterator[Token]:
    """Hang a past that was joined to an infinitive on the main verb: 'called it an attempt to annex the isle and thanked Chad'."""
    for verb in row:
        if verb.dep != "conj" or verb.tag not in {"VBD", "VBZ"} or row[verb.head].tag not in {"VB", "VBG"}:
            continue
        if any(t.head == verb.index and t.dep in SUBJECTS for t in row) or row[verb.head].dep == "conj":
            continue
        over = row[row[verb.head].head]
        for _ in row:
            if over.tag in _FINITE or over.head == over.index:
                break
            over = row[over.head]
        if over.tag in _FINITE and over.index < verb.index:
            yield replace(verb, head=over.index)


def _lost_officials(row: Sequence[Token]) -> Iterator[Token]:
    """'After talks in Accra, Chadian and Ghanaian officials said': what stands between the comma and the verb is its subject."""
    for verb in unled(row, 2):
        noun = row[verb.index - 1]
        if noun.kind:
            continue
        commas = [t.index for t in row[: noun.index] if t.text == ","]
        phrase = row[commas[-1] + 1 : verb.index] if commas else ()
        plain = all(t.pos in _OF_PHRASES or t.kind == "state" for t in phrase)
        if noun.lemma not in officials() or not plain or row[0].pos not in {"ADP", "SCONJ", "VERB"}:
            continue
        yield replace(noun, head=verb.index, dep="nsubj")
        inside = {t.index for t in phrase}
        for token in phrase[:-1]:
            if token.head not in inside or token.dep == "conj":
                yield replace(token, head=noun.index, dep="amod" if token.kind else "compound")


def _lost_phrase(row: Sequence[Token]) -> Iterator[Token]:
    """'During his visit to Ghana, the head of the Chadian senate plans': the whole phrase between comma and verb is its subject."""
    if not row or row[0].pos not in FRONTED:
        return
    for verb in unled(row, 3):
        commas = [t.index for t in row[: verb.index] if t.text == ","]
        if not commas:
            continue
        last = _over_helpers(row, verb) + 1
        phrase = row[commas[-1] + 1 : last]
        tops = [t for t in phrase if not commas[-1] < t.head < last]
        lost = len(phrase) > 1 and len(tops) == 1 and tops[0].head < commas[-1] and tops[0].dep in SWALLOWED - {"pobj"}
        if lost and tops[0].tag not in _FINITE:  # 'In reply, he shut the border, declared a truce and left'
            yield replace(tops[0], head=verb.index, dep="nsubj")


def _second_claim(row: Sequence[Token]) -> Iterator[Token]:
    """'Oslo said that the plan was dead and refused to pay': what only an actor can do is done by who said so."""
    for verb in row:
        first = row[verb.head]
        main = row[first.head]
        if verb.dep != "conj" or verb.tag not in _FINITE or first.dep != "ccomp" or main.tag != verb.tag:
            continue
        own = [t for t in row if t.dep in SUBJECTS and t.head in {first.index, verb.index}]
        over = [t for t in row if t.dep in SUBJECTS and t.head == main.index]
        if len(own) == 1 and own[0].head == first.index and not _acts(own[0]) and any(_acts(t) for t in over):
            yield replace(verb, head=main.index)


def _acts(token: Token) -> bool:
    return token.kind in NAMED or token.pos == "PRON" or token.lemma in officials() or token.lemma in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(word_lists("actors")["bodies"])


def _with_doing(row: Sequence[Token]) -> Iterator[Token]:
    """'… with Chad recalling its envoy': a state or official behind 'with' does what the next word says."""
    for verb in row[2:]:
        name = row[verb.index - 1]
        led = name.kind in NAMED and name.dep == "pobj" and row[name.head].lemma == "with"
        if led and verb.tag == "VBG" and verb.dep == "advcl" and verb.head != name.index:
            yield replace(verb, head=name.index, dep="acl")


def _joined_to_its_like(row: Sequence[Token]) -> Iterator[Token]:
    """'Is ordering the envoy to leave and freezing trade': a participle is joined to the participle above, not to the infinitive."""
    for verb in row:
        first = row[verb.head]
        over = row[first.head]
        if (
            verb.dep == "conj"
            and verb.tag == over.tag == "VBG"
            and first.tag == "VB"
            and first.dep in {"xcomp", "ccomp"}
        ):
            yield replace(verb, head=over.index)


MENDS: Final = (
    _lost_subject,
    _state_before_verb,
    _past_beside_infinitive,
    _lost_officials,
    _lost_phrase,
    _second_claim,
    _with_doing,
    _joined_to_its_like,
)
