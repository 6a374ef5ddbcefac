"""Words that fit a frame and yet do nothing: shared views, orders to one's own, traffic in general, borders that meet.

Input: a `Tree`, the trigger, the `Frame`. Output: why the words tell of no act; nothing where they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.tense import past
from bilateral.loaders.extract.syntax.clauses import governor, is_infinitive, is_verb, objects, subjects

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["idle"]

_VIEWS: Final = frozenset({"agree", "concur"})
_ORDERS: Final = frozenset({"order", "command", "instruct", "tell", "ask", "require", "direct", "task"})
#: Whom a state orders about at home.
_OWN: Final = frozenset(
    {"troop", "army", "force", "soldier", "military", "navy", "police", "ministry", "minister", "official", "agency",
     "government", "cabinet", "guard", "commander", "general", "officer", "unit", "reservist", "bank", "airline"}
)  # fmt: skip
_WISHES: Final = frozenset({"want", "expect", "seek"})
_TRAFFIC: Final = frozenset(
    {"visit", "exchange", "contact", "meeting", "trip", "talk", "talks", "dialogue", "consultation"}
)
_FREQUENT: Final = frozenset({"mutual", "frequent", "regular", "reciprocal", "high-level", "level", "more", "exchange"})
_FOSTER: Final = frozenset(
    {"increase", "promote", "enhance", "strengthen", "maintain", "encourage", "intensify", "boost", "expand", "step",
     "facilitate", "keep", "continue", "further", "foster", "deepen", "exchange", "stimulate", "value", "support"}
)  # fmt: skip
_LANDS: Final = frozenset({"border", "frontier", "river", "road", "sea", "ocean", "territory", "boundary", "line"})
_LEAVE: Final = frozenset({"leave", "depart", "quit"})
_BIDDEN: Final = frozenset(
    {"give", "order", "tell", "ask", "force", "want", "demand", "allow", "compel", "urge", "instruct", "hour", "day",
     "week", "month", "time", "advise", "permit", "forbid", "refuse"}
)  # fmt: skip
_LEFT: Final = frozenset({("SANCTION", "withdrawal from talks"), ("RETREAT", "withdrawal")})
_PHONE: Final = frozenset({"phone", "telephone", "video", "conference"})
#: What is said of an act that is yet to be done.
_WEIGHED: Final = frozenset(
    {"importance", "necessity", "urgency", "possibility", "prospect", "chance", "benefit", "value", "idea"}
)
_OFFERS: Final = frozenset({"offer", "invitation", "proposal"})
_HELP: Final = frozenset({"help", "aid", "assist"})
_ABOUT: Final = frozenset({"on", "of", "for", "under", "through", "to", "via"})
_GIVERS: Final = frozenset({"send", "deploy", "dispatch", "fly", "ship", "use", "move", "work", "come", "go", "travel"})


def idle(tree: Tree, token: Token, frame: Frame) -> str:
    """Say why the words tell of no act."""
    return next((why for why, test in _TESTS if test(tree, token, frame)), "")


def _view(tree: Tree, token: Token, frame: Frame) -> bool:
    """'Agreed that ties had deepened' tells of a view that they share, not of what they will do."""
    if frame.type != "AGREE" or token.lemma not in _VIEWS:
        return False
    told = tree.children(token, "ccomp")
    return any(past(tree, t) and t.tag != "VB" for t in told) and not tree.children(token, "xcomp")


def _own_people(tree: Tree, token: Token, frame: Frame) -> bool:
    """'Ordered its troops to wait' is done at home."""
    if frame.type != "REQUEST" or token.lemma not in _ORDERS or not is_verb(token):
        return False
    return any(t.lemma in _OWN and any(p.tag == "PRP$" for p in tree.children(t, "poss")) for t in objects(tree, token))


def _own_wish(tree: Tree, token: Token, frame: Frame) -> bool:
    """'Wants to sell more rice to Chad' asks nothing of Chad."""
    if frame.type != "REQUEST" or token.lemma not in _WISHES or not is_verb(token) or tree.children(token, "dobj"):
        return False
    wished = tree.children(token, "xcomp")
    return bool(wished) and not tree.children(token, "ccomp") and not any(tree.children(t, "nsubj") for t in wished)


def _in_general(tree: Tree, token: Token, frame: Frame) -> bool:
    """'To increase high-level visits' is about no visit."""
    if frame.type != "CONSULT" or token.tag not in {"NNS", "NNPS"} or token.lemma not in _TRAFFIC:
        return False
    frequent = {t.lemma for t in tree.children(token, "amod", "compound", "nmod")} & _FREQUENT
    verb, role = governor(tree, token)
    fostered = verb is not None and role == "obj" and verb.lemma in _FOSTER
    return bool(frequent) and fostered and not _past_deed(tree, verb)


def _past_deed(tree: Tree, verb: Token | None) -> bool:
    """Tell whether the verb says what was done."""
    return verb is not None and verb.tag == "VBD" and past(tree, verb)


def _lands_meet(tree: Tree, token: Token, _: Frame) -> bool:
    """'Where Ghana and Chad meet' is a place."""
    if token.lemma not in {"meet", "join"} or not is_verb(token):
        return False
    where = any(t.lemma == "where" for t in tree.children(token, "advmod"))
    heads = subjects(tree, token)
    states = bool(heads) and all(t.kind == "state" for t in heads)
    return (where and states and token.tag in {"VBP", "VBZ"}) or any(t.lemma in _LANDS and not t.kind for t in heads)


def _sent_away(tree: Tree, token: Token, frame: Frame) -> bool:
    """'Was given a week to leave Chad' is not the end of a visit."""
    if frame.mode != "visit" or token.lemma not in _LEAVE or not is_infinitive(tree, token):
        return False
    above = tree.head(token)
    return token.dep in {"xcomp", "ccomp", "acl", "relcl", "advcl"} and above is not None and above.lemma in _BIDDEN


def _call_for(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of 'a call for restraint', which is no call by phone."""
    if frame.mode != "call" or token.lemma != "call" or is_verb(token):
        return False
    wired = {t.lemma for t in tree.children(token, "compound", "amod", "nmod")} & _PHONE
    return not wired and any(t.lemma == "for" for t in tree.children(token, "prep"))


def _in_office(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of an ambassador who is somewhere or confirms something: nobody is appointed."""
    if frame.mode != "appoint ambassador":
        return False
    if is_verb(token):
        return bool(tree.children(token, "ccomp")) and token.lemma == "confirm"
    verb, role = governor(tree, token)
    return role == "subj" and verb is not None and verb.lemma == "be" and not tree.children(verb, "attr")


def _help_meant(tree: Tree, token: Token, frame: Frame) -> bool:
    """'Gave computers, to help the pupils' tells what was given for what; 'sent troops to help Chad' tells of help."""
    if frame.type != "AID" or token.lemma not in _HELP or token.dep != "advcl" or not is_infinitive(tree, token):
        return False
    if any(t.kind == "state" for t in objects(tree, token)):
        return False
    above = tree.head(token)
    return above is not None and above.lemma not in _GIVERS


def _left_for(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of those who 'left for Oslo' for talks or for a mission, which is not to leave these."""
    if token.lemma != "leave" or not is_verb(token) or (frame.type, frame.mode) not in _LEFT:
        return False
    named = {t.lemma for t in objects(tree, token)}
    return any(t.lemma == "for" for t in tree.children(token, "prep")) and not named & {"talk", "talks", "negotiation"}


def _valued(tree: Tree, token: Token, _: Frame) -> bool:
    """Tell of 'the importance of Peru and Chad settling it', which is not settled."""
    over = tree.head(token) if token.tag == "VBG" and token.dep in {"acl", "pcomp"} else None
    above = tree.head(over) if over is not None and over.lemma == "of" else over
    return above is not None and above.lemma in _WEIGHED


def _stands_to(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of one who 'stands to lose' or gain, and so stands by nobody."""
    return frame.type == "SUPPORT" and token.lemma == "stand" and bool(tree.children(token, "xcomp"))


def _stops_doing(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of one who 'stops selling' in a country and so does not stop over there."""
    return frame.mode == "visit" and token.lemma == "stop" and bool(tree.children(token, "xcomp"))


def _own_regret(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of 'expressed regret for not attending', which blames nobody else."""
    regrets = [t for t in objects(tree, token) if t.lemma == "regret"] if frame.type == "ACCUSE" else []
    fors = [p for t in regrets for p in tree.children(t, "prep") if p.lemma == "for"]
    return any(tree.children(p, "pcomp") for p in fors)


def _in_a_compound(tree: Tree, token: Token, _: Frame) -> bool:
    """Tell of 'Berg (centre-left)', who left nothing."""
    return bool(token.index) and tree[token.index - 1].text == "-" and token.lemma == "leave"


def _in_a_name(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of 'an MoU on the Norway-Chad Ocean Dialogue', which only names one."""
    named = token.text[:1].isupper() and tree[token.index - 1].text[:1].isupper() if token.index else False
    if frame.type != "CONSULT" or is_verb(token) or not named:
        return False
    return governor(tree, token)[1] in _ABOUT or (token.dep == "pobj" and tree[token.head].lemma in _ABOUT)


def _taken_up(tree: Tree, token: Token, frame: Frame) -> bool:
    """Tell of an offer that is accepted: no demand is yielded to."""
    if frame.type != "CONCEDE" or token.lemma != "accept":
        return False
    return any(t.lemma in _OFFERS for t in objects(tree, token))


_TESTS: Final[tuple[tuple[str, Callable[[Tree, Token, Frame], bool]], ...]] = (
    ("it is a view that they share", _view),
    ("it is said to their own people", _own_people),
    ("it is what they want to do themselves", _own_wish),
    ("it is about such acts in general", _in_general),
    ("it is where lands meet", _lands_meet),
    ("they set out", _left_for),
    ("it is only said to be worth doing", _valued),
    ("they stand to gain or to lose", _stands_to),
    ("an offer is taken up", _taken_up),
    ("they end what they did", _stops_doing),
    ("it is part of another word", _in_a_compound),
    ("it is only a name", _in_a_name),
    ("it is what they regret of themselves", _own_regret),
    ("they are told to go", _sent_away),
    ("it is a call for something", _call_for),
    ("nobody is appointed", _in_office),
    ("it is what another act is for", _help_meant),
)
