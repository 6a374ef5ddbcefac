"""Words that the parser takes for others: offices with a hyphen, 'thanks' in a headline, the named subject cut off by a participle.

Input: the tokens of one sentence. Output: tokens with another head or relation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.lost_subjects import FRONTED, NAMED, SWALLOWED, officials, unled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.syntax.tree import Token

__all__ = ["MISREAD"]

_CHARGES: Final = frozenset({"accuse", "suspect", "convict", "blame"})
_FINITE: Final = frozenset({"VBD", "VBZ"})
_BEFORE: Final = frozenset({"vice", "ex", "co", "deputy", "under", "foreign"})
_AFTER: Final = frozenset({"general", "designate", "elect", "at", "in"})


def _hyphened(row: Sequence[Token]) -> Iterator[Token]:
    """'Chad's vice-president' is a president, 'the secretary-general of the bloc' a secretary."""
    for dash in row[1:-1]:
        first, last = row[dash.index - 1], row[dash.index + 1]
        if dash.text not in {"-", "‑"} or first.end != dash.start or dash.end != last.start:
            continue
        if first.lemma in _BEFORE and last.lemma in officials():
            head, tail = last, first
        elif first.lemma in officials() and last.lemma in _AFTER:
            head, tail = first, last
        else:
            continue
        outer = next((t for t in (head, tail) if t.head not in {first.index, last.index, dash.index}), head)
        top = head.index if outer.head == outer.index else outer.head
        yield replace(head, head=top, dep=outer.dep)
        yield replace(tail, head=head.index, dep="compound")
        yield replace(dash, head=head.index, dep="punct")
        for token in row:
            if token.head in {tail.index, dash.index} and token.index not in {first.index, dash.index, last.index}:
                yield replace(token, head=head.index)


def _headline_thanks(row: Sequence[Token]) -> Iterator[Token]:
    """'Minister thanks Accra for aid, asks Oslo for more': thanks are given by who stands before to who stands after."""
    for word in row[1:-1]:
        giver, taker = row[word.index - 1], row[word.index + 1]
        named = giver.kind in NAMED or giver.lemma in officials()
        if word.text != "thanks" or not named or taker.kind not in NAMED or taker.dep in {"amod", "compound", "poss"}:
            continue
        yield replace(word, head=word.index, dep="ROOT", tag="VBZ", pos="VERB")
        yield replace(giver, head=word.index, dep="nsubj")
        yield replace(taker, head=word.index, dep="dobj")
        for token in row[taker.index :]:
            if token.dep == "prep" and token.lemma == "for" and token.index == taker.index + 1:
                yield replace(token, head=word.index)
            elif token.tag in _FINITE and (token.dep == "ROOT" or token.head == token.index):
                yield replace(token, head=word.index, dep="conj")
        return


def _cut_off(row: Sequence[Token]) -> Iterator[Token]:
    """'After a meeting, Berg, speaking in Oslo, called': the person named between commas is who calls."""
    if not row or row[0].pos not in FRONTED:
        return
    for verb in unled(row, 3):
        if verb.tag not in _FINITE or row[verb.index - 1].text != ",":
            continue
        for name in reversed(row[1 : verb.index - 1]):
            between = row[name.index + 1 : verb.index]
            if any(t.tag in {*_FINITE, "VBP", "MD"} for t in between):
                break
            apart = row[name.index - 1].text == "," and row[name.index + 1].text == ","
            if name.kind == "official" and apart and name.dep in SWALLOWED and name.head < name.index:
                yield replace(name, head=verb.index, dep="nsubj")
                break


def _helped(row: Sequence[Token]) -> Iterator[Token]:
    """Read what stands with the helper of a passive as a verb: 'is committed to'."""
    helped = {t.head for t in row if t.dep == "auxpass"}
    yield from (replace(t, tag="VBN", pos="VERB") for t in row if t.index in helped and t.tag == "JJ")


def _headline_visit(row: Sequence[Token]) -> Iterator[Token]:
    """Read what a headline begins or cancels as a noun: 'Chadian leader begins visit to Norway'."""
    for word in row[1:]:
        above = row[word.head]
        bare = word.tag in {"VB", "VBP"} and word.dep in {"xcomp", "ccomp"} and above.index == word.index - 1
        if bare and word.lemma in {"visit", "tour"} and above.tag in {"VBZ", "VBP", "VBD"}:
            yield replace(word, tag="NN", pos="NOUN", dep="dobj")


def _opposite_number(row: Sequence[Token]) -> Iterator[Token]:
    """'His Chadian opposite number' is his counterpart."""
    for word in row[1:]:
        if word.lemma == "number" and row[word.index - 1].lemma == "opposite":
            yield replace(word, lemma="counterpart")


def _charged_with(row: Sequence[Token]) -> Iterator[Token]:
    """'Accused Chadian officials of backing rebels': the charge hangs on the verb, not on the officials."""
    for prep in row[2:]:
        noun = row[prep.head]
        verb = row[noun.head]
        charge = prep.lemma == "of" and prep.dep == "prep" and noun.dep == "dobj" and verb.lemma in _CHARGES
        if charge and any(t.head == prep.index and t.dep == "pcomp" for t in row):
            yield replace(prep, head=verb.index)


def _named_peers(row: Sequence[Token]) -> Iterator[Token]:
    """'Her counterparts from Chad and Ghana, Kone and Mensah' are Kone and Mensah: names are not joined to states."""
    for name in row[3:]:
        state = row[name.head]
        if name.kind != "official" or name.dep != "conj" or state.kind != "state" or row[name.index - 1].text != ",":
            continue
        first = row[state.head] if state.dep == "conj" else state
        prep = row[first.head]
        peers = row[prep.head]
        if first.dep == "pobj" and prep.lemma in {"from", "of"} and peers.tag == "NNS" and peers.lemma in officials():
            yield replace(name, head=peers.index, dep="appos")


MISREAD: Final = (
    _helped,
    _headline_visit,
    _opposite_number,
    _hyphened,
    _headline_thanks,
    _cut_off,
    _charged_with,
    _named_peers,
)
