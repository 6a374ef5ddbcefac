"""How far an act is from having happened: asserted, planned, proposed, requested, possible, conditional, negated, denied, cancelled, alleged.

Input: a `Tree` and the token that names the act. Output: a `Reading` with the word that decided it. Helping verbs, negation, the
adjective before a noun and the chain of governing verbs and nouns are read from the act upwards; the first word that moves
the act away from fact decides, and a negation or a condition further up overrules it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.later import not_yet, only_later
from bilateral.loaders.extract.events.modality_words import (
    Kind,
    called_off,
    carrier,
    fell_through,
    main_future,
    own_deed,
    polite,
    setting_out,
    still_to_come,
    untrue,
    word,
    words,
    yet,
)
from bilateral.loaders.extract.events.negation import instead_of, no_longer, nor, undone
from bilateral.loaders.extract.events.scope import by_itself
from bilateral.loaders.extract.events.tense import (
    DURING,
    answered,
    being_at,
    goes_on,
    past,
    temporal,
    tense_of,
    under_way,
)
from bilateral.loaders.extract.events.uttered import REPLIES, replied
from bilateral.loaders.extract.syntax.clauses import clause_verb, governor, is_infinitive, is_verb
from bilateral.loaders.extract.syntax.thanks import thanked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.loaders.extract.text.marks import Tense

__all__ = ["Kind", "Reading", "read"]

_OVERRULES: Final = frozenset({"negated", "denied", "conditional", "cancelled", "alleged", "requested"})
_RANKED: Final = frozenset({"first", "second", "third", "last", "latest", "only", "late"})
_CONVENED: Final = frozenset({"hold", "take", "convene", "organise", "organize", "begin", "start", "open", "host"})
_NOT_CANCELLED: Final = frozenset({"requested", "proposed", "possible", "conditional", "negated", "alleged"})
_UP: Final = frozenset({"acomp", "xcomp", "ccomp", "pcomp", "acl", "advcl", "conj", "prep", "relcl"})
_DONE: Final = frozenset({"decision", "move", "order", "failure"})
_ADJECTIVES: Final[tuple[tuple[str, Kind], ...]] = (
    ("future_adjectives", "planned"),
    ("proposed_adjectives", "proposed"),
    ("negative_adjectives", "cancelled"),
)
_CARRIERS: Final = ("planned_nouns", "proposed_nouns", "requested_nouns", "negative_nouns")
_TRAVEL: Final = frozenset({"travel", "fly", "arrive", "go", "leave", "depart", "head", "come"})
_DUE: Final = frozenset({"expect", "schedule", "slate", "plan", "set", "due"})
#: What a warning or a hope is about has not been resolved upon.
_FORETELLS: Final = frozenset({"warn", "hope", "wish", "fear"})
_LATER: Final = frozenset({"planned", "proposed"})
_HAPPEN: Final = frozenset(
    {"take", "happen", "occur", "begin", "start", "be", "go", "come", "follow", "materialise", "materialize"}
)
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind, the word that decided it, the tense of the act's verb, and whether it goes on."""

    kind: Kind = "asserted"
    cue: str = ""
    tense: Tense = "past"
    ongoing: bool = False


def read(tree: Tree, trigger: Token) -> Reading:
    """Read how the sentence puts the act; what one is thanked for was done."""
    done = thanked(tree, trigger) or replied(tree, trigger)
    steps = [s for s in (() if done else _steps(tree, trigger)) if s[0] != "asserted"]
    verb = clause_verb(tree, trigger)
    role = trigger.lemma if is_verb(trigger) else governor(tree, trigger)[1]
    ongoing = verb is not None and (
        goes_on(tree, verb, carried=is_verb(trigger) or role in {"obj", "subj"})
        or being_at(tree, verb, role)
        or (role == "subj" and under_way(tree, verb))
        or any(t.lemma in {"ongoing", "continuing"} for t in tree.children(trigger, "amod"))
    )
    if not steps:
        return Reading("asserted", "", tense_of(tree, verb), ongoing)
    kind, cue = next((s for s in steps if s[0] in _OVERRULES), steps[0])
    if kind == "cancelled":  # 'urged him to cancel the summit'
        kind = "requested" if any(s[0] in _NOT_CANCELLED for s in steps) else kind
    return Reading(kind, cue, "future" if kind in {"planned", "proposed"} else tense_of(tree, verb), ongoing)


def _steps(tree: Tree, trigger: Token) -> Iterator[tuple[Kind, str]]:
    """Give what each word from the act upwards says, nearest first."""
    if is_verb(trigger):
        yield from _upwards(tree, trigger)
    elif fell_through(tree, trigger):
        yield "cancelled", "not"
    else:
        yield from _of_noun(tree, trigger)
        yield from _over_noun(tree, trigger)


def _over_noun(tree: Tree, trigger: Token) -> Iterator[tuple[Kind, str]]:
    if answered(tree, trigger):
        return
    at, role = governor(tree, trigger)
    if temporal(tree, trigger):
        at, role = clause_verb(tree, trigger), "during"
    if at is None:
        at, role = clause_verb(tree, trigger), ""
    if at is None:
        return
    if setting_out(at, role, trigger):
        yield "planned", at.lemma
        return
    if role in DURING or (role == "subj" and at.lemma not in _HAPPEN):
        yield from main_future(tree, at)
        return
    if off := tuple(called_off(tree, at)) if role == "obj" else ():
        yield from off
        if off[0][0] == "cancelled":
            yield from (s for s in _upwards(tree, at) if s[1] != at.lemma)
            return
    fronted = role != "obj" and trigger.index < at.index  # 'in Oslo for a visit, the minister discussed'
    if role in {"obj", "for", "to", "on"} and not fronted and not (role == "obj" and at.lemma == "order"):
        yield from word(at, role)
    yield from _upwards(tree, at)


def _upwards(tree: Tree, verb: Token) -> Iterator[tuple[Kind, str]]:
    at, told = verb, False
    for _ in range(_LONGEST):
        if is_verb(at):
            yield from (s for s in _of_verb(tree, at) if not (told and s[0] == "planned"))
        up = tree.head(at)
        if up is None or at.dep not in _UP or by_itself(tree, at, up) or polite(at, up):
            return
        if at.dep == "conj" and past(tree, at) and any(t.lemma == "to" for t in tree.children(up, "aux")):
            return  # 'the only states to have signed it also criticised'
        yield from _link(tree, at, up)
        told = told or (at.dep == "ccomp" and past(tree, at))
        at = up


def _of_noun(tree: Tree, noun: Token) -> Iterator[tuple[Kind, str]]:
    lists = words()
    for child in tree.children(noun, "amod", "det", "compound", "neg"):
        yield from ((kind, child.lemma) for key, kind in _ADJECTIVES if child.lemma in lists[key])
        if child.lemma == "no":
            yield "negated", "no"
        elif child.lemma == "any" and noun.tag == "NN":
            yield "possible", "any"
    prep = tree.head(noun) if noun.dep == "pobj" else None
    if prep is not None and prep.lemma == "of" and prep.index and tree[prep.index - 1].lemma == "ahead":
        yield "planned", "ahead of"
    if any(t.dep == "relcl" and t.lemma in _DUE and t.tag in {"VBN", "JJ"} for t in tree.subtree(noun)):
        yield "planned", "expect"
    if any(t.lemma in _CONVENED for t in _to_be(tree, noun)):
        yield "planned", "to"
    if prep is not None and prep.lemma == "without":
        yield "negated", "without"
    over = tree.head(prep) if prep is not None else None
    if over is not None and not is_verb(over):
        yield from carrier(over)


def _to_be(tree: Tree, noun: Token) -> Iterator[Token]:
    """Give the verbs of 'talks to be held on Monday'."""
    return (verb for verb in tree.children(noun, "acl", "relcl") if is_infinitive(tree, verb))


def _of_verb(tree: Tree, verb: Token) -> Iterator[tuple[Kind, str]]:
    if verb.index > 1 and (tree[verb.index - 2].lemma, tree[verb.index - 1].lemma) == ("rather", "than"):
        yield "negated", "rather than"
    if nor(tree, verb):
        yield "negated", "nor"
    for child in tree.children(verb):
        if child.dep == "neg" or child.lemma == "never" or no_longer(tree, child):
            yield from not_yet(tree, verb) if only_later(tree, verb) else (("negated", child.lemma),)
        elif child.dep == "mark" and child.lemma in words()["conditions"]:
            yield "conditional", child.lemma
        elif still_to_come(verb, child):
            yield "planned", child.lemma
        elif child.dep == "aux":
            yield from _helping(tree, verb, child)
        elif child.dep in {"dobj", "nsubjpass", "nsubj", "attr"} and any(
            t.lemma == "no" for t in tree.children(child, "det")
        ):
            yield "negated", "no"


def _helping(tree: Tree, verb: Token, aux: Token) -> Iterator[tuple[Kind, str]]:
    word = aux.text.lower()
    if word in {"will", "shall", "'ll", "’ll", "wo", "would"}:
        yield "planned", word
    elif word in {"can", "could", "may", "might"}:
        yield "possible", word
    elif word in {"should", "must", "ought", "need"}:
        yield "proposed", word
    elif word == "to" and verb.dep == "advcl" and tree[verb.head].lemma in _TRAVEL:
        yield "planned", "to"
    elif word == "to" and tree[verb.head].lemma == "be" and past(tree, tree[verb.head]) and undone(tree, verb):
        yield "cancelled", "was to have"
    elif word == "to" and (verb.is_root or verb.dep in {"acl", "relcl"} or tree[verb.head].lemma == "be"):
        head = tree.head(verb)
        if head is not None and any(t.lemma in _RANKED for t in tree.children(head, "amod")):
            return  # 'the first minister to visit'
        if head is None or (head.lemma not in _DONE and not any(head.lemma in words()[c] for c in _CARRIERS)):
            yield "planned", "to"


def _link(tree: Tree, at: Token, up: Token) -> Iterator[tuple[Kind, str]]:
    """Read what a governing word makes of the act below it."""
    if at.dep in {"xcomp", "ccomp", "pcomp", "prep"}:
        yield from yet(tree, up) if at.dep == "xcomp" else ()
        told = at.dep == "ccomp" and past(tree, at)
        done = told or (at.tag == "VBG" and up.lemma == "announce")  # 'announced shutting the crossing'
        own = told and own_deed(tree, at, up)
        yield from (s for s in word(up, at.dep) if not own and not (done and s[0] in _LATER))
        if at.dep == "prep" and not is_verb(up):
            yield from carrier(up)
        if at.dep == "ccomp" and up.lemma in _FORETELLS and not past(tree, at):
            yield "alleged", up.lemma
        if (at.dep == "pcomp" and (up.lemma in {"without", "from"} or instead_of(tree, up))) or (
            at.dep != "ccomp" and up.lemma == "rule"
        ):
            yield "negated", up.lemma
    elif at.dep == "advcl" and is_infinitive(tree, at) and any(t.lemma == "for" for t in tree.children(at, "mark")):
        yield from word(up, "xcomp")  # 'called for it to be lifted'
    elif at.dep in {"acl", "relcl"} and (
        any(t.lemma == "to" for t in tree.children(at, "aux"))
        or (
            any(t.lemma == "that" for t in tree.children(at, "mark"))
            and not (at.lemma in words()["denied"] or (at.lemma in REPLIES and past(tree, at)))
        )
    ):
        yield from carrier(up)
        yield from untrue(tree, up)
