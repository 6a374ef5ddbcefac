"""Who is met where the words name no state: 'his counterpart', 'senior officials', or somebody who speaks for none.

Input: a `Tree`, the trigger, its `Frame`, the article's `Actors`. Output: by which path the article tells the other side; whether the
other side is private, so that no state is to be looked for; whether an organisation only meets by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import nouns
from bilateral.loaders.extract.events.frames import frames_for
from bilateral.loaders.extract.events.paths import stand_ins
from bilateral.loaders.extract.syntax.clauses import governor, is_verb
from bilateral.schema.states import states

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["elsewhere", "stands_aside", "unnamed_partner"]

#: Words before officials without a state by which they are the hosts of whoever meets them.
_LOCAL: Final = frozenset({"government", "local", "host", "senior", "top", "high", "ranking", "level"})
_OWN: Final = frozenset({"his", "her", "their"})
#: Verbs by which a meeting of one's own is told, whoever the other side is.
_LIGHT: Final = frozenset(
    {"hold", "have", "open", "begin", "start", "resume", "conduct", "conclude", "end", "finish", "continue", "complete", "enter",
     "join", "attend", "suspend", "cancel", "postpone", "plan", "schedule", "expect", "prepare", "propose", "seek", "request", "take",
     "break", "convene", "chair", "host", "be", "give", "pay", "make", "arrange", "offer", "agree", "call", "lead", "want", "need"}
)  # fmt: skip


def unnamed_partner(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> str:
    """Tell who is met: 'his counterpart' is of the other state, 'senior officials' are of the place."""
    if frame.type != "CONSULT":
        return ""
    for token in _met(tree, trigger, frame):
        known = actors.one(tree, token)
        if known is not None and known.kind != "reference":
            continue
        left = {c.lemma for c in tree.children(token)}
        if token.lemma in nouns()["peers"] and left & _OWN:
            return "other"
        if token.lemma in nouns()["persons"] and token.tag == "NNS" and left & _LOCAL:
            return "locals"
    return ""


def elsewhere(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> bool:
    """Tell whether no other state is meant: 'talks with the note holders', 'initiated the discussion', 'the G7 meeting'."""
    verb, _ = (trigger, "") if is_verb(trigger) else governor(tree, trigger)
    own = {trigger.index, verb.index} if verb is not None else {trigger.index}
    near = [t for t in _met(tree, trigger, frame) if t.pos != "PRON" and tree[tree[t.head].head].index in own]
    if any(actors.one(tree, t) is None for t in near):
        return True
    if is_verb(trigger):
        return False
    bodies = [a for a in actors.named(tree, trigger) if all(map(states().is_organization, a.codes))]
    return bool(bodies) or (verb is not None and verb.lemma not in _LIGHT)


def stands_aside(tree: Tree, trigger: Token, path: str, actor: Actor) -> bool:
    """Tell whether an organisation is named only as whose meeting it is ('of G7 ministers'), or with whom another meeting was."""
    if is_verb(trigger):
        return path in {"with", "to"} and _with_another(tree, trigger, actor)
    return path == "of" and all(map(states().is_organization, actor.codes))


def _with_another(tree: Tree, trigger: Token, actor: Actor) -> bool:
    """'Spoke to reporters after talks with Chad': with Chad were the talks."""
    prep = tree.head(tree[actor.head])
    over = tree.head(prep) if prep is not None else None
    if over is None or over == trigger or is_verb(over) or (over.dep == "dobj" and over.head == trigger.index):
        return False
    return any(f.type == "CONSULT" for f in frames_for(over.lemma, True))


def _met(tree: Tree, trigger: Token, frame: Frame) -> list[Token]:
    return [t for p in ("with", "obj", "between") if p in frame.target for t in stand_ins(tree, trigger, p)]
