"""What one side said and the other replied to: 'rejected Chad's claim', 'at the request of Norway', 'studies a demand by Ghana'.

Input: a `Tree` and a noun for something said. Output: whether its reply tells that it was said, and the tokens that head who replied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import clause_verb, governor, is_verb, objects, prepositional, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["REPLIES", "agreed", "authors", "replied", "repliers"]

_UTTERED: Final = frozenset(
    {"request", "demand", "appeal", "plea", "accusation", "criticism", "allegation", "complaint", "condemnation", "rebuke",
     "denunciation", "ultimatum", "threat", "warning", "claim", "assertion", "charge", "reproach", "insinuation",
     "objection", "behest", "insistence", "urging", "entreaty", "bidding", "prompting", "instigation", "petition", "application", "suggestion", "grievance"}
)  # fmt: skip
REPLIES: Final = frozenset(
    {"reject", "dismiss", "deny", "refute", "rebut", "rebuff", "refuse", "decline", "spurn", "brush", "turn", "accept",
     "agree", "grant", "approve", "consider", "study", "examine", "review", "receive", "respond", "reply", "react",
     "answer", "ignore", "accede", "comply", "bow", "yield", "honour", "honor", "contest", "dispute", "repudiate",
     "shrug", "heed", "resist", "counter", "weigh", "fulfil", "fulfill", "oppose", "contradict", "disregard", "scorn", "give", "acquiesce", "succumb", "rubbish", "consent"}
)  # fmt: skip
#: Words that sum up what was just told: 'shut the port, a move that Chad condemned'.
_DEEDS: Final = frozenset(
    {
        "move",
        "step",
        "decision",
        "act",
        "action",
        "measure",
        "gesture",
        "claim",
        "accusation",
        "charge",
        "allegation",
        "demand",
        "assertion",
        "gambit",
        "manoeuvre",
    }
)
_CONDITIONS: Final = frozenset({"if", "unless", "whether"})
_AT: Final = frozenset({"at", "upon", "despite"})


def replied(tree: Tree, noun: Token) -> bool:
    """Tell whether the sentence tells the reply, which does not unsay what was said."""
    if is_verb(noun) or noun.lemma not in _UTTERED or any(t.lemma in {"any", "no"} for t in tree.children(noun, "det")):
        return False
    prep = tree.head(noun) if noun.dep == "pobj" else None
    if prep is not None and prep.lemma in _AT:
        return True
    verb, role = governor(tree, noun)
    if verb is None or any(t.lemma in _CONDITIONS for t in tree.children(verb, "mark")):
        return False
    return verb.lemma in REPLIES and role in {"obj", "to", "with"}


def repliers(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """Give who replies to what was said, or does what was asked."""
    verb = clause_verb(tree, noun) if replied(tree, noun) else None
    return subjects(tree, verb) if verb is not None else ()


def authors(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give whose act it is that a sentence goes on to judge: 'Norway shut the port, a move that Chad condemned'."""
    own, verb = verb, _reported(tree, verb)
    whole = any(_of_which(tree, v) for v in (own, verb))
    summed = verb.dep == "relcl" and any(
        t.lemma in _DEEDS and t.dep not in {"nsubj", "dobj"} for t in objects(tree, verb)
    )
    if not (summed or (whole and verb.dep in {"relcl", "advcl", "ccomp"})):
        return ()
    above = clause_verb(tree, tree[verb.head])
    return subjects(tree, above) if above is not None else ()


def _of_which(tree: Tree, verb: Token) -> bool:
    """Tell whether 'which' is what the verb is done to, also where the parser sees a second subject in it."""
    taken = tree.children(verb, "dobj")
    heads = tree.children(verb, "nsubj")
    return any(t.lemma == "which" for t in (*taken, *(heads if len(heads) > 1 else ())))


def _reported(tree: Tree, verb: Token) -> Token:
    """Give the verb of saying in 'which Chad said it could not accept': the clause behind the comma is its own."""
    over = tree.head(verb)
    return (
        over
        if _of_which(tree, verb) and over is not None and verb.dep == "ccomp" and over.dep in {"relcl", "advcl"}
        else verb
    )


def agreed(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give with whom it was agreed to do it: 'agreed with his counterpart to meet'."""
    over = tree.head(trigger)
    joint = over is not None and trigger.dep in {"xcomp", "ccomp"} and over.lemma in {"agree", "arrange", "plan"}
    return prepositional(tree, over, frozenset({"with"})) if over is not None and joint else ()
