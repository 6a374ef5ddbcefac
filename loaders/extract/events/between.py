"""What passes between two given actors of a sentence, whoever they are: the last resort where no frame reads it.

Input: a `Tree` and the words of the two actors. Output: `Told`: the type and status, the word that says it, how sure. That something
passes between them is given, so the word that joins them best names it: of the words under whose subject the one stands and
under which the other stands, the highest one; else one beside them. Promises, threats, refusals and requests are read off the words above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.acts import Act, act_of, carries, judged, speaks
from bilateral.loaders.extract.events.modality import read
from bilateral.loaders.extract.syntax.clauses import (
    complements,
    governor,
    is_infinitive,
    is_passive,
    is_verb,
    objects,
    region,
    subjects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Told", "between"]

_CALM: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HARSH: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_LEFT_UNDONE: Final = frozenset({"negated", "denied", "cancelled"})
_TO_COME: Final = frozenset({"planned", "proposed", "conditional"})
_ENDS: Final = frozenset({"stop", "halt", "cease", "suspend", "end", "pause", "cancel", "postpone"})
_RESOLVED: Final = frozenset({"decide", "announce", "agree to"})
#: How surely an actor stands in its role: by grammar, as a part of who does it, in a clause above.
_BY_GRAMMAR, _AS_PART, _ABOVE = 3, 2, 1
_DUTY: Final = frozenset({"should", "must", "ought", "need"})
_OWNS: Final = frozenset({"poss", "amod", "compound", "nmod"})
_MAKES: Final = frozenset({"by", "of", "from", "between"})
_TACKED: Final = frozenset({"acl", "advcl", "xcomp"})
_FAR: Final = frozenset({"advcl", "relcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Told:
    """The type of the event, its mode and status, the word that names it, and how sure the reading is."""

    type: str
    mode: str
    status: str
    word: Token
    confidence: float


@dataclass(frozen=True, slots=True)
class _Option:
    act: Act
    word: Token
    source: int
    target: int
    depth: int


def between(tree: Tree, source: Token, target: Token) -> Told | None:
    """Give what the sentence tells of the first actor's dealing with the second."""
    options = [
        o for t in tree if t.index not in {source.index, target.index} for o in _options(tree, t, source, target)
    ]
    said = _said(tree, source, target)
    if not options or (said and all(o.source <= _ABOVE for o in options)):
        return said
    best = max(options, key=lambda o: (_fit(o), -o.depth, -_distance(o.word, source, target)))
    return _told(tree, best, target)


def _fit(option: _Option) -> float:
    return option.source + option.target - 0.5 * option.act.weak


def _options(tree: Tree, token: Token, source: Token, target: Token) -> Iterator[_Option]:
    act = act_of(tree, token) if not token.kind else None
    if act is not None:
        yield _Option(
            act,
            token,
            _acts(tree, token, source, target),
            _undergoes(tree, token, source, target),
            len(list(tree.ancestors(token))),
        )


def _acts(tree: Tree, word: Token, source: Token, target: Token) -> int:
    """Tell how surely the source does what the word says: 3 by grammar, 2 as part of who does it, 1 in a clause above."""
    doers = _doers(tree, word)
    if any(source in tree.conjuncts(d) or {source, target} <= {*tree.subtree(d)} for d in doers):
        return _BY_GRAMMAR
    if any(source in tree.subtree(d) for d in doers):
        return _AS_PART
    above = (t for t in tree.ancestors(word) if is_verb(t))
    over = any(source in tree.subtree(s) for v in above for s in subjects(tree, v))
    return _AS_PART if over and any(d.tag == "PRP" for d in doers) else _ABOVE if over else 0


def _doers(tree: Tree, word: Token) -> tuple[Token, ...]:
    """Give those who do it; those of 'a resolution condemning it' are who passed the resolution."""
    if is_verb(word):
        own = subjects(tree, word)
        verb = governor(tree, own[0])[0] if word.dep == "acl" and own else None
        if not own and is_passive(tree, word) and (head := tree.head(word)) is not None and carries(head):
            verb = head  # 'ordered him freed'
        return (*own, *(subjects(tree, verb) if verb is not None and is_verb(verb) else ()))
    own = tree.children(word, *_OWNS)
    made = [p for prep in tree.children(word, "prep") if prep.lemma in _MAKES for p in tree.children(prep, "pobj")]
    verb = _verb_over(tree, word)
    return (*own, *made, *(subjects(tree, verb) if verb is not None else ()))


def _verb_over(tree: Tree, word: Token) -> Token | None:
    head = tree.head(word)
    if word.pos == "ADJ":
        return head if head is not None and is_verb(head) else None
    verb = governor(tree, word)[0]
    return verb if verb is not None and is_verb(verb) else None


def _undergoes(tree: Tree, word: Token, source: Token, target: Token) -> int:
    """Tell how surely it is done to the target: 2 below the word or beside the doer, 1 elsewhere below it."""
    doers = _doers(tree, word)
    if any({source, target} <= {*tree.subtree(d)} for d in doers):
        return 2
    if any(target in tree.subtree(d) for d in doers if word not in tree.subtree(d)):
        return 0
    verb = word if is_verb(word) else _verb_over(tree, word)
    reach = {*region(tree, word), *(t for o in (objects(tree, word) if is_verb(word) else ()) for t in tree.subtree(o))}
    if target in reach or target in tree.subtree(word):
        return 2 - _beyond(tree, word, target)
    over = next((t for t in tree.ancestors(word) if is_verb(t)), None) if word.dep in _TACKED else None
    if over is not None and carries(over) and target in region(tree, over):
        return 2  # 'sent the minister a letter threatening a boycott'
    return int(verb is not None and target in tree.subtree(verb))


def _beyond(tree: Tree, word: Token, target: Token) -> int:
    """Tell whether a clause of its own stands between them."""
    at = target
    while at.index != word.index and not at.is_root:
        if at.dep in _FAR and not (at.dep == "advcl" and is_infinitive(tree, at)):
            return 1
        at = tree[at.head]
    return 0


def _distance(word: Token, source: Token, target: Token) -> int:
    return abs(word.index - source.index) + abs(word.index - target.index)


def _told(tree: Tree, option: _Option, target: Token) -> Told:
    kind, status = _moved(tree, option, target)
    sure = 0.5 if option.source > 1 and option.target > 1 else 0.3
    return Told(kind, option.act.mode if kind == option.act.type else "", status, option.word, sure)


def _moved(tree: Tree, option: _Option, target: Token) -> tuple[str, str]:  # noqa: PLR0911 - one case a line
    """Read what the words above make of the act."""
    kind, word = option.act.type, option.word
    reading = read(tree, word)
    calm, harsh = kind in _CALM, kind in _HARSH
    if reading.kind in _LEFT_UNDONE:
        ended = reading.cue in _ENDS or reading.kind == "cancelled"
        return ("CONCEDE" if harsh and ended else "AGREE" if harsh or kind == "REJECT" else "REJECT"), "occurred"
    if not (calm or harsh):
        return ("THREATEN" if kind == "AGREE" and _harsh_aim(tree, word) else kind), "occurred"
    if reading.kind == "requested" and harsh:
        return "THREATEN", "occurred"  # 'called for sanctions against it'
    if reading.kind == "requested" or (reading.cue in _DUTY and target in _doers(tree, word)):
        return "REQUEST", "occurred"
    if reading.cue in _RESOLVED and kind != "CONSULT":
        return kind, "occurred"
    if reading.kind in _TO_COME or (reading.kind == "possible" and harsh and reading.tense != "past"):
        return kind, "scheduled"
    return ("THREATEN" if reading.cue == "threaten" else kind), "occurred"


def _harsh_aim(tree: Tree, verb: Token) -> bool:
    """'Vowed to punish' is no promise."""
    aims = (act_of(tree, v) for v in complements(tree, verb)) if is_verb(verb) else ()
    return any(a is not None and a.type in _HARSH for a in aims)


def _said(tree: Tree, source: Token, target: Token) -> Told | None:
    """Read what the one says of the other: that he must do something, that what he does is bad or good."""
    for verb in (t for t in tree.ancestors(target) if is_verb(t)):
        speech = next((t for t in tree.ancestors(verb) if speaks(t)), None)
        told = speech is not None and any(source in tree.subtree(s) for s in subjects(tree, speech))
        doers = objects(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
        if told and any(target in tree.subtree(s) for s in doers):
            kind = _judgement(tree, verb)
            return Told(kind, "", "occurred", verb, 0.4) if kind else None
    return None


def _judgement(tree: Tree, verb: Token) -> str:
    if any(t.lemma in _DUTY for t in (verb, *tree.children(verb, "aux"))):
        return "REQUEST"
    if kind := judged(t.lemma for t in region(tree, verb)):
        return kind
    act = act_of(tree, verb)
    return (
        "" if act is None else "SUPPORT" if act.type in _CALM else "ACCUSE" if act.type in _HARSH | {"REJECT"} else ""
    )
