"""What the parser is known to misread in news and press notes, put right before any rule looks at the tree.

Input: the tokens of one sentence. Output: the same tokens, some with another head, relation or tag: the subject that a fronted phrase
swallowed ('After talks with Merkel, Macron said'), two names with a comma between them at the head of a line ('Berg, Mensah meet'),
'received on Monday the minister', a headline's verb read as a plural ('Berg heads to Accra').
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.lost_subjects import MENDS, NAMED, SUBJECTS, officials
from bilateral.loaders.extract.syntax.misread import MISREAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.syntax.tree import Token

__all__ = ["repaired"]

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_FINITE_OR_MODAL: Final = frozenset({*_FINITE, "MD"})
_NOUNS: Final = frozenset({"NN", "NNP", "NNS", "NNPS"})
_DAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_PAIR: Final = 3
_STOPS: Final = frozenset({".", "”", '"'})
_PASTS: Final = frozenset({"VBN", "VBD"})


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Put right what is known to be wrong; a mend that would hang a word below itself is left undone."""
    row = list(tokens)
    for mend in (
        _named_and_past,
        _joined_bodies,
        _capital_plural,
        *MISREAD,
        _past_before_its_object,
        _noun_with_a_past,
        _helper_subject,
        _headline_verb,
        _headline_pair,
        _day_before,
        *MENDS,
        _time_of_what_is_said,
        _time_of_the_saying,
        _place_as_time,
    ):
        changed = {token.index: token for token in mend(row)}
        mended = [changed.get(token.index, token) for token in row]
        if not any(_below_itself(mended, token) for token in changed.values()):
            row = mended
    return tuple(row)


def _below_itself(row: Sequence[Token], token: Token) -> bool:
    """Tell whether the way up from a word never reaches a root."""
    at = token
    for _ in row:
        if at.head == at.index:
            return False
        at = row[at.head]
    return True


def _capital_plural(row: Sequence[Token]) -> Iterator[Token]:
    """Read 'Envoys' at the head of a sentence and 'Foreign Ministers' anywhere as plurals, not as names."""
    for token in row:
        if token.kind or token.tag not in {"NNP", "NNPS"} or not token.text.endswith("s"):
            continue
        word = token.text.lower()
        single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
        if single in officials():
            yield replace(token, lemma=single, tag="NNS", pos="NOUN")


def _joined_bodies(row: Sequence[Token]) -> Iterator[Token]:
    """Join 'the Ministry of Health and Chad's Ministry of Labour' as two ministries, not as what the first is for."""
    for token in row:
        field = row[token.head]
        prep = row[field.head]
        body = row[prep.head]
        if token.dep == "conj" and field.dep == "pobj" and prep.lemma == "of" and not (field.kind or token.kind):
            own = any(t.head == token.index and t.kind == "state" for t in row)
            if own and token.lemma == body.lemma:
                yield replace(token, head=body.index)


def _named_and_past(row: Sequence[Token]) -> Iterator[Token]:
    """Read the past after a comma as what the first one named did: 'The premier, in a call with Berg, voiced concern.'."""
    if not row or row[-1].text not in _STOPS or any(t.tag in _FINITE_OR_MODAL for t in row):
        return
    top = next((t for t in row if t.head == t.index), None)
    if top is None or not (top.kind in NAMED or top.lemma in officials()):
        return
    for verb in row[top.index + 2 :]:
        if verb.tag in _PASTS and row[verb.index - 1].text == "," and verb.head != verb.index:
            noun = row[verb.head]
            for thing in (noun, row[noun.head]) if verb.dep == "amod" else ():
                if thing.index > verb.index:
                    yield replace(thing, head=verb.index, dep="dobj")
                    break
            yield replace(top, head=verb.index, dep="nsubj")
            yield replace(verb, head=verb.index, dep="ROOT", tag="VBD", pos="VERB")
            return


def _past_before_its_object(row: Sequence[Token]) -> Iterator[Token]:
    """Read 'Berg severed diplomatic ties with Chad.' as a clause, not as ties that were severed: who is named first did it."""
    if not row or row[-1].text not in _STOPS:
        return
    for verb in row[1:]:
        name, thing = row[verb.index - 1], row[verb.head]
        first = row[name.head] if name.dep == "conj" else name
        led = name.kind in NAMED and (first.head in {verb.index, thing.index} or name.dep in {"npadvmod", "dep"})
        if led and verb.tag in _PASTS and verb.dep == "amod" and thing.index > verb.index and thing.head == thing.index:
            yield replace(first, head=verb.index, dep="nsubj")
            yield replace(verb, head=verb.index, dep="ROOT", tag="VBD", pos="VERB")
            yield replace(thing, head=verb.index, dep="dobj")
            for token in row:
                if token.head == thing.index and (token.dep in {"npadvmod", "advcl", "punct"} or token.kind == "date"):
                    yield replace(token, head=verb.index)
            return


def _noun_with_a_past(row: Sequence[Token]) -> Iterator[Token]:
    """Read 'A delegation called on the minister.' as a clause: the sentence has no verb but one taken for a participle."""
    if not row or row[-1].text not in _STOPS or any(t.tag in _FINITE and t.dep not in {"acl", "amod"} for t in row):
        return
    for verb in row[1:]:
        head = row[verb.head]
        over = row[head.head]
        if verb.dep == "amod" and head.dep == "appos" and over.head == over.index and row[verb.index - 1].text == ",":
            yield replace(over, head=verb.index, dep="nsubj")
            yield replace(head, head=verb.index, dep="dobj")
            yield replace(verb, head=verb.index, dep="ROOT", tag="VBD", pos="VERB")
            return
        if verb.dep == "acl" and verb.tag in _PASTS and head.head == head.index and head.tag in _NOUNS:
            if any(t.head == verb.index and t.dep in {"agent", "auxpass"} for t in row):
                continue
            yield replace(head, head=verb.index, dep="nsubj")
            yield replace(verb, head=verb.index, dep="ROOT", tag="VBD", pos="VERB")
            return


def _helper_subject(row: Sequence[Token]) -> Iterator[Token]:
    """Give the subject of a helping verb to the verb it helps."""
    for token in row:
        helper = row[token.head]
        if token.dep == "nsubj" and helper.dep in {"aux", "auxpass"}:
            yield replace(token, head=helper.head, dep="nsubjpass" if helper.dep == "auxpass" else "nsubj")


def _headline_verb(row: Sequence[Token]) -> Iterator[Token]:
    """'Berg heads to Accra': the name is the subject of a verb, where the line has no other."""
    if any(t.tag in _FINITE_OR_MODAL for t in row):
        return
    for token in row[1:]:
        before = row[token.index - 1]
        if (
            token.tag == "NNS"
            and token.head == token.index
            and before.kind == "official"
            and before.head == token.index
        ):
            yield replace(token, tag="VBZ", pos="VERB")
            yield replace(before, dep="nsubj")
            return


def _headline_pair(row: Sequence[Token]) -> Iterator[Token]:
    """'Berg, Mensah meet' and 'Ghanaian, Togolese officials meet' have two subjects."""
    if len(row) <= _PAIR or row[0].kind not in NAMED or row[1].text != "," or row[2].kind not in NAMED:
        return
    first, second = row[0], row[2]
    noun = row[second.head] if second.dep in {"amod", "compound", "nmod"} else second
    verb = row[noun.head]
    if not verb.tag.startswith("VB") or noun.dep not in SUBJECTS or any(t.text == "," for t in row[3 : verb.index]):
        return
    if noun is second:
        yield replace(first, head=verb.index, dep=noun.dep)
        yield replace(second, head=0, dep="conj")
    elif first.kind == second.kind == "state":
        yield replace(first, head=noun.index, dep=second.dep)


def _day_before(row: Sequence[Token]) -> Iterator[Token]:
    """'Received on Tuesday the minister': the day is the time, the minister the object."""
    for day in row[1:-1]:
        prep, noun = row[day.index - 1], row[day.index + 1]
        known = day.text.lower() in _DAYS or day.kind == "date"
        if not known or prep.text.lower() != "on" or noun.kind != "official" or noun.head != prep.index:
            continue
        verb = row[prep.head]
        if verb.tag.startswith("VB") and day.head == noun.index:
            yield replace(day, head=prep.index, dep="pobj")
            yield replace(noun, head=verb.index, dep="dobj")


def _time_of_what_is_said(row: Sequence[Token]) -> Iterator[Token]:
    """'They will meet in Oslo, on June 21, the agency said': what stands before the comma tells of the meeting, not of the saying."""
    first = {t.head: t for t in reversed(row) if t.dep == "ccomp" and t.index < t.head}
    for verb, told in ((row[at], first[at]) for at in sorted(first)):
        who = next((t for t in row if t.head == verb.index and t.dep in SUBJECTS), None)
        if who is None or not told.index < who.index < verb.index:
            continue
        commas = [t.index for t in row[told.index : who.index] if t.text == ","]
        for part in row[told.index : commas[-1]] if commas else ():
            if part.head == verb.index and part.dep in {"prep", "npadvmod"}:
                yield replace(part, head=told.index)


def _time_of_the_saying(row: Sequence[Token]) -> Iterator[Token]:
    """'Told her on Monday that it will close': what stands before 'that' tells of the telling, not of the closing."""
    marks = (t for t in row if t.dep == "mark" and t.lemma == "that" and row[t.head].dep == "ccomp")
    for mark in marks:
        told = row[mark.head]
        for part in row[told.head + 1 : mark.index]:
            if part.head == told.index and part.dep in {"prep", "npadvmod"}:
                yield replace(part, head=told.head)


def _place_as_time(row: Sequence[Token]) -> Iterator[Token]:
    """Read a state right after a verb as its object, never as a time."""
    for token in row[1:]:
        verb = row[token.head]
        if (
            token.kind == "state"
            and token.dep == "npadvmod"
            and verb.index == token.index - 1
            and verb.tag.startswith("VB")
        ):
            yield replace(token, dep="dobj")
