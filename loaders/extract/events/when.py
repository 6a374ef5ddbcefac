"""When an act happened, as its own clause tells.

Input: a `Tree`, the token that names the act, the `Scene`. Output: the date that belongs to the act (never that of the statement
about it), the date of the statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.later import only_later
from bilateral.loaders.extract.events.speaker import reporting_verb
from bilateral.loaders.extract.events.stay import lasting, opening
from bilateral.loaders.extract.syntax.clauses import clause_verb, is_verb, region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.loaders.extract.text.marks import DateMark, Tense
    from bilateral.schema.values import PartialDate

__all__ = ["When", "when"]

_ROLES: Final = frozenset({"when", "since"})
_ATTRIBUTIVE: Final = frozenset({"compound", "nummod", "amod", "nmod", "poss"})
_CHAIN: Final = frozenset({"xcomp", "conj", "acl"})
_DECISIONS: Final = frozenset(
    {
        "decision",
        "move",
        "step",
        "order",
        "plan",
        "intention",
        "charge",
        "claim",
        "accusation",
        "allegation",
        "measure",
        "act",
        "action",
    }
)
_EARLIER: Final = frozenset({"after", "since", "following", "follow"})
_BEFORE_THAT: Final = frozenset({"earlier"})
_BESIDE: Final = 3
_AT_ONCE: Final = frozenset({"after", "when", "as", "while", "once"})
#: Verbs that say when something was told of, not when it is.
_TOLD: Final = frozenset(
    {"announce", "confirm", "report", "say", "agree", "approve", "discuss", "propose", "mention", "cancel", "postpone"}
)
_SET: Final = frozenset({"schedule", "plan", "slate", "set", "fix", "expect"})


@dataclass(frozen=True, slots=True)
class When:
    """The act's own date with its offsets, and the date of the statement that tells of it.

    `earlier` says that the act was before another that the text does not date: 'a year earlier'.
    """

    date: PartialDate | None = None
    span: tuple[int, int] | None = None
    said: PartialDate | None = None
    earlier: bool = False


def when(tree: Tree, trigger: Token, scene: Scene, tense: Tense) -> When:
    """Choose among the sentence's dates."""
    marks = [m for m in scene.dates_in(tree.sentence.start, tree.sentence.end) if m.role in _ROLES or _then(tree, m)]
    telling = reporting_verb(tree, trigger)
    said = _said(tree, telling, marks) if telling is not None else None
    ranked = ((_rank(tree, trigger, m, telling), m) for m in marks)
    own = [(rank, abs(m.start - trigger.start), m) for rank, m in ranked if rank is not None]
    if not own:
        return When(said=said)
    best = min(own, key=lambda t: (t[0], t[1], t[2].start))[2]
    best = next((m for _, _, m in own if _within(m, best)), best)
    if _set_for(tree, best):
        tense = "future"
    elif _told_as_past(tree, trigger, best):
        tense = "past"
    date = best.read(tense) or best.past or best.future
    earlier = date is None and best.surface.split()[-1].lower() in _BEFORE_THAT
    return When(lasting(tree, trigger, date, _top(tree, best)) if date else None, (best.start, best.end), said, earlier)


def _then(tree: Tree, mark: DateMark) -> bool:
    """Tell whether the date ends a wait and not the act: 'did not visit Chad until March'."""
    token = _top(tree, mark)
    verb = clause_verb(tree, token) if mark.role == "until" and token is not None else None
    return verb is not None and only_later(tree, verb) and any(t.dep == "neg" for t in tree.children(verb))


def _within(day: DateMark, longer: DateMark) -> bool:
    """Tell whether one date is a day of the other: 'this year's meeting, which took place today'."""
    a, b = (m.read("past") or m.past or m.future for m in (day, longer))
    if a is None or b is None or a.precision != "day" or b.precision not in {"year", "month"}:
        return False
    return a.overlaps(b) != "no"


def _set_for(tree: Tree, mark: DateMark) -> bool:
    """Tell whether the date was only set: 'the meeting scheduled for Friday was called off'."""
    token = _top(tree, mark)
    verb = clause_verb(tree, token) if token is not None else None
    return verb is not None and verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in _SET


def _beside_saying(tree: Tree, telling: Token, token: Token) -> bool:
    """Tell whether the date stands between 'said' and what is said: 'said on Tuesday it will close'."""
    between = tree.tokens[telling.index + 1 : token.index]
    behind = tree.tokens[token.index + 1 : token.index + 2]
    subject = any(t.dep in {"nsubj", "nsubjpass", "poss", "mark", "det", "expl"} for t in behind)
    return 0 < len(between) + 1 <= _BESIDE and subject and all(t.tag in {"IN", "RB"} for t in between)


def _told_as_past(tree: Tree, trigger: Token, mark: DateMark) -> bool:
    """Tell whether the date is that of a past verb above the act: 'on Tuesday announced shutting the crossing'."""
    token = _top(tree, mark)
    if token is None or token.index > trigger.index:
        return False
    verb = clause_verb(tree, token)
    return verb is not None and verb != trigger and verb.tag == "VBD"


def _said(tree: Tree, telling: Token, marks: list[DateMark]) -> PartialDate | None:
    for mark in marks:
        token = _top(tree, mark)
        own = clause_verb(tree, token) if token is not None else None
        if token is not None and _beside_saying(tree, telling, token):
            return mark.read("past")
        if own is not None and (own == telling or (own.head == telling.index and _at_that_time(tree, own))):
            return mark.read("past")
    return None


def _rank(tree: Tree, trigger: Token, mark: DateMark, telling: Token | None) -> int | None:
    """Tell how closely a date belongs to the act: 0 inside its phrase, 1 in its clause, 2 along the governing chain."""
    token = _top(tree, mark)
    if token is None or _of_another(tree, trigger, token) or (telling and _beside_saying(tree, telling, token)):
        return None
    verb = clause_verb(tree, token)
    if verb is not None and (verb in opening(tree, trigger) or _tells_when(tree, trigger, verb)):
        return 0
    if any(t.index == token.index for t in region(tree, trigger)) and _close(tree, trigger, verb):
        return 0 if token in tree.subtree(trigger) else 1
    if verb is None:
        return None
    for distance, step in enumerate(_chain(tree, trigger, telling)):
        if step == verb:
            return 2 + distance
    return None


def _of_another(tree: Tree, trigger: Token, token: Token) -> bool:
    """Tell whether the date is that of another noun: 'the 2011 treaty', 'resumed talks after the secession in 2011'."""
    if token.dep in _ATTRIBUTIVE and not token.is_root and token.head != trigger.index:
        return True
    above = (token, *tree.ancestors(token))
    for below, noun, over in zip(above, above[1:], above[2:], strict=False):
        if noun == trigger or is_verb(noun):
            return False
        if below.dep == "prep" and noun.dep == "pobj" and over.lemma in _EARLIER and noun.pos == "NOUN":
            return True
    return False


def _tells_when(tree: Tree, trigger: Token, verb: Token) -> bool:
    """Tell whether a verb says when what the noun names is held: 'the visit, which is expected to take place in May'."""
    while verb.dep == "xcomp" and is_verb(tree[verb.head]):
        verb = tree[verb.head]
    if verb.dep != "relcl" or is_verb(trigger):
        return False
    verbs = (verb, *tree.children(verb, "xcomp"))
    if verb.head == trigger.index:
        return not {v.lemma for v in verbs} & _TOLD
    place = any(t.lemma == "place" for v in verbs for t in tree.children(v, "dobj"))
    return place and tree[verb.head] in tree.subtree(trigger)


def _close(tree: Tree, trigger: Token, verb: Token | None) -> bool:
    """Tell whether the date's own verb is the act, or stands in the noun phrase that names it or above it."""
    if verb is None or verb == trigger:
        return True
    return not is_verb(trigger) and (
        verb == clause_verb(tree, trigger) or (verb.dep == "acl" and verb.head == trigger.index)
    )


def _chain(tree: Tree, trigger: Token, telling: Token | None) -> Iterator[Token]:
    """Give the verbs that share their time with the act: its own, and those it completes or is joined to."""
    at = clause_verb(tree, trigger)
    if at is not None and not is_verb(trigger) and at == telling:
        return
    while at is not None:
        yield at
        head = tree.head(at)
        summed = head is not None and at.dep in {"acl", "relcl"} and head.lemma in _DECISIONS
        if head is not None and summed:  # 'announced its decision to leave', 'closed the port, a move that X condemned'
            head = clause_verb(tree, head)
        joined = summed or at.dep in _CHAIN or _at_that_time(tree, at)
        at = head if head is not None and joined and is_verb(head) else None


def _at_that_time(tree: Tree, verb: Token) -> bool:
    """Tell whether a clause is told as of the time of the one above: 'recalled its envoy on Monday after Chad shut the port'."""
    if verb.dep != "advcl" or verb.tag not in {"VBD", "VBN", "VBG"}:
        return False
    return any(t.lemma in _AT_ONCE for t in tree.children(verb, "mark", "advmod"))


def _top(tree: Tree, mark: DateMark) -> Token | None:
    inside = tree.within(mark.start, mark.end)
    indexes = {t.index for t in inside}
    return next((t for t in inside if t.is_root or t.head not in indexes), None)
