"""The words that move an act away from fact, by lexicon/modality.yaml: governing verbs, and nouns that carry an act.

Input: a governing token and how the act hangs on it. Output: the kind of reading that it makes, with the word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from bilateral.loaders.extract.events.later import only_later
from bilateral.loaders.extract.syntax.clauses import governor, is_passive
from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = [
    "Kind",
    "called_off",
    "carrier",
    "fell_through",
    "main_future",
    "own_deed",
    "polite",
    "setting_out",
    "still_to_come",
    "untrue",
    "word",
    "words",
    "yet",
]

Kind = Literal[
    "asserted",
    "planned",
    "proposed",
    "requested",
    "possible",
    "conditional",
    "negated",
    "denied",
    "cancelled",
    "alleged",
]

_OVER: Final[tuple[Kind, ...]] = ("denied", "negated", "cancelled", "alleged")
_OFF: Final = frozenset({("call", "off"), ("put", "off"), ("push", "back"), ("hold", "off")})
_FIXED: Final = frozenset({"schedule", "plan", "expect", "set", "slate", "arrange"})
#: Verbs by which a meeting is said to be held or not.
_HELD: Final = frozenset({"take", "happen", "occur", "materialise", "materialize", "go", "fall"})
#: What is said by wishing to say it: 'wishes to express its gratitude', 'would like to thank'.
_SAYS: Final = frozenset(
    {"thank", "express", "convey", "congratulate", "extend", "commend", "reiterate", "reaffirm", "pay", "voice",
     "offer", "applaud", "salute", "stress", "recall", "affirm", "welcome"}
)  # fmt: skip
_FALSE: Final = frozenset(
    {"false", "untrue", "wrong", "baseless", "unfounded", "groundless", "incorrect", "lie", "fabrication", "fake"}
)
_RINGS: Final = frozenset({"call", "phone", "telephone", "ring", "write", "contact", "cable", "rise"})
_UNTIL: Final = frozenset({"when", "before", "until", "once"})
_WISHES: Final = frozenset({"wish", "like", "want", "desire"})
_SETS_OUT: Final = frozenset({"leave", "depart", "embark"})
_TALKS: Final = frozenset(
    {
        "meeting",
        "talk",
        "talks",
        "summit",
        "negotiation",
        "consultation",
        "discussion",
        "session",
        "dialogue",
        "conference",
    }
)
#: "Told them that it had signed" only reports; "told them to sign" asks.
_REPORTS: Final = frozenset({"tell", "insist", "warn", "believe", "think"})


def word(governing: Token, role: str) -> Iterator[tuple[Kind, str]]:
    """Read what a governing verb makes of the act: 'plans to', 'refused to', 'was accused of'."""
    lists, lemma = words(), governing.lemma
    own = lemma == "claim" and role == "xcomp"  # of oneself: 'claimed to have shelled the port'
    over = next((kind for kind in _OVER if lemma in lists[kind] and not own), None)
    if over is not None:
        yield over, lemma
    elif (role == "prep" and lemma != "look") or (lemma == "aim" and role == "obj"):  # 'the visit is aimed at'
        return
    elif lemma in lists["planned"] and not (role == "ccomp" and lemma in {"announce", "decide", "agree"}):
        if not (lemma == "announce" and role in {"obj", "subj"}):
            yield "planned", lemma
    elif role == "ccomp" and lemma in _REPORTS:
        return
    elif lemma in lists["requested"]:
        yield "requested", lemma
    elif lemma == "welcome" and role == "obj":
        return
    elif lemma in lists["proposed"] and role != "ccomp":
        yield "proposed", lemma
    elif lemma in lists["possible"]:
        yield "possible", lemma


def own_deed(tree: Tree, deed: Token, claim: Token) -> bool:
    """Tell whether somebody claims a deed of his own, as an army does: 'claimed it had sunk the trawler'."""
    selves = (t for t in tree.children(deed, "nsubj") if t.lemma in {"it", "they", "we"})
    return claim.lemma == "claim" and any(selves)


def polite(act: Token, governing: Token) -> bool:
    """Tell whether it is said by the wish to say it, or by phone: 'would like to thank', 'called to thank'."""
    if act.lemma not in _SAYS or act.dep not in {"xcomp", "advcl"}:
        return False
    return governing.lemma in _RINGS or (act.dep == "xcomp" and governing.lemma in _WISHES)


def yet(tree: Tree, governing: Token) -> Iterator[tuple[Kind, str]]:
    """Read 'has yet to' as not done."""
    if governing.lemma in {"have", "be"} and any(t.lemma == "yet" for t in tree.children(governing, "advmod")):
        yield "negated", "yet"


def called_off(tree: Tree, verb: Token) -> Iterator[tuple[Kind, str]]:
    """Read 'called off', 'put off'; and 'Cancel the summit!' as what somebody wants."""
    beside = {(verb.lemma, t.lemma) for t in tree.children(verb, "prt", "advmod")}
    if ("rule", "out") in beside:
        yield "negated", "rule out"
    off = beside & _OFF
    if not off and verb.lemma not in words()["cancelled"]:
        return
    if verb.tag == "VB" and not tree.children(verb, "aux") and verb.dep in {"ROOT", "conj", "ccomp"}:
        yield "requested", verb.lemma
    elif off:
        yield "cancelled", verb.lemma


def fell_through(tree: Tree, meeting: Token) -> bool:
    """Tell whether a meeting is said not to have been held after all: 'did not take place', 'never materialised'."""
    verb, role = governor(tree, meeting)
    if verb is not None and role in {"subj", "obj"} and _planned_in_vain(tree, verb):
        return True
    if role != "subj" or verb is None or verb.lemma not in _HELD or tree.children(verb, "mark"):
        return False
    if any(t.lemma == "no" for t in tree.children(meeting, "det")):
        return False
    off = any(t.dep == "neg" or t.lemma == "never" for t in tree.children(verb))
    if off and only_later(tree, verb):
        return False
    return off or (verb.lemma == "fall" and any(t.lemma == "through" for t in tree.children(verb)))


def _planned_in_vain(tree: Tree, verb: Token) -> bool:
    """Tell of 'was scheduled for May, but was cancelled'."""
    after = (t for t in tree.children(verb, "conj") if t.tag in {"VBN", "VBD"} and not tree.children(t, "neg"))
    off = any(t.lemma in words()["cancelled"] or any(called_off(tree, t)) for t in after)
    return off and verb.lemma in _FIXED and is_passive(tree, verb)


def carrier(noun: Token) -> Iterator[tuple[Kind, str]]:
    """Read what a noun makes of the act that it carries: 'a plan to', 'the refusal to'."""
    lists = words()
    if noun.lemma in lists["requested_nouns"]:
        yield "requested", noun.lemma
    elif noun.lemma in lists["planned_nouns"]:
        yield "planned", noun.lemma
    elif noun.lemma in lists["proposed_nouns"]:
        yield "proposed", noun.lemma
    elif noun.lemma in lists["negative_nouns"]:
        yield "negated", noun.lemma


def untrue(tree: Tree, noun: Token) -> Iterator[tuple[Kind, str]]:
    """Read 'denied reports that', 'dismissed the claim that', 'the report that … is false'."""
    over = tree.head(noun)
    if over is None:
        return
    if noun.dep == "nsubj" and any(t.lemma in _FALSE for t in tree.children(over, "acomp", "attr")):
        yield "denied", "false"
    if noun.dep == "dobj" and over.lemma in words()["denied"]:
        yield "denied", over.lemma


@cache
def words() -> dict[str, frozenset[str]]:
    """Give the lists of the lexicon."""
    return {key: frozenset(found) for key, found in word_lists("modality").items()}


def main_future(tree: Tree, verb: Token) -> Iterator[tuple[Kind, str]]:
    """Read a visit during which something will be signed as still to come."""
    for at in (verb, *tree.ancestors(verb)):
        if at.dep in {"advcl", "relcl", "acl"} and at.tag in {"VBN", "VBD"}:
            return  # 'will pay, as agreed during their meeting'
        if any(t.text.lower() in {"will", "shall"} for t in tree.children(at, "aux")):
            yield "planned", "will"
            return


def still_to_come(verb: Token, child: Token) -> bool:
    """Tell whether a word beside the verb puts it ahead: 'are due', 'when the president visits'."""
    if child.dep == "acomp":
        return child.lemma in words()["planned"]
    return child.lemma in _UNTIL and child.dep in {"advmod", "mark"} and verb.tag in {"VBZ", "VBP"}


def setting_out(verb: Token, role: str, meeting: Token) -> bool:
    """Tell whether somebody only sets out for it: 'left on Monday for talks'."""
    return role == "for" and verb.lemma in _SETS_OUT and meeting.lemma in _TALKS
