"""What passes between two given actors of a sentence, whoever they are: the last resort where no frame reads it.

Input: a `Tree` and the words of the two actors. Output: `Told`: the type and status, the word that says it, how sure. That something
passes between them is given, so the word that joins them best names it: of the words under whose subject the one stands and
under which the other stands, the highest one; else one beside them. Promises, threats, refusals and requests are read off the words above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.acts import Act, act_of, judged, speaks
from bilateral.loaders.extract.events.joined import ABOVE, NEAR, acts, doers, undergoes
from bilateral.loaders.extract.events.modality import read
from bilateral.loaders.extract.syntax.clauses import complements, is_passive, is_verb, objects, region, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["CALM", "HARSH", "Told", "between"]

CALM: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HARSH: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_LEFT_UNDONE: Final = frozenset({"negated", "denied", "cancelled"})
_TO_COME: Final = frozenset({"planned", "proposed", "conditional"})
_ENDS: Final = frozenset({"stop", "halt", "cease", "suspend", "end", "pause", "cancel", "postpone"})
_RESOLVED: Final = frozenset({"decide", "announce"})
_ORDERED: Final = frozenset({"order", "command"})
_DUTY: Final = frozenset({"should", "must", "ought", "need"})
_SURE, _SAID, _UNSURE = 0.5, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Told:
    """The type of the event, its mode and status, the word that names it, and how sure the reading is."""

    type: str
    mode: str
    status: str
    word: Token
    confidence: float

    @property
    def sure(self) -> bool:
        """Tell whether the word joins both by grammar."""
        return self.confidence >= _SURE


@dataclass(frozen=True, slots=True)
class _Option:
    act: Act
    word: Token
    source: int
    target: int
    depth: int

    @property
    def fit(self) -> float:
        return self.source + self.target - 0.5 * self.act.weak


def between(tree: Tree, source: Token, target: Token) -> Told | None:
    """Give what the sentence tells of the first actor's dealing with the second."""
    options = [o for t in tree if not t.kind and (o := _option(tree, t, source, target)) is not None]
    said = _said(tree, source, target)
    if not options or (said and all(o.source <= ABOVE for o in options)):
        return said
    best = max(options, key=lambda o: (o.fit, -o.depth, -_distance(o.word, source, target)))
    return _told(tree, best, target)


def _option(tree: Tree, token: Token, source: Token, target: Token) -> _Option | None:
    act = act_of(tree, token) if token.index not in {source.index, target.index} else None
    if act is None:
        return None
    depth = sum(1 for _ in tree.ancestors(token))
    return _Option(act, token, acts(tree, token, source, target), undergoes(tree, token, source, target), depth)


def _distance(word: Token, source: Token, target: Token) -> int:
    return abs(word.index - source.index) + abs(word.index - target.index)


def _told(tree: Tree, option: _Option, target: Token) -> Told:
    kind, status = _moved(tree, option, target)
    sure = _SURE if option.source > ABOVE and option.target >= NEAR and not option.act.weak else _UNSURE
    return Told(kind, option.act.mode if kind == option.act.type else "", status, option.word, sure)


def _moved(tree: Tree, option: _Option, target: Token) -> tuple[str, str]:
    """Read what the words above make of the act."""
    kind, word = option.act.type, option.word
    reading = read(tree, word)
    if reading.kind in _LEFT_UNDONE:
        return _left_undone(kind, ended=reading.cue in _ENDS or reading.kind == "cancelled"), "occurred"
    if kind not in CALM | HARSH:
        return ("THREATEN" if kind == "AGREE" and _harsh_aim(tree, word) else kind), "occurred"
    if reading.cue in _ORDERED and option.source > ABOVE:
        return kind, "occurred"  # 'ordered the release of', 'ordered him freed'
    if reading.kind == "requested" or (reading.cue in _DUTY and target in doers(tree, word)):
        return ("THREATEN" if reading.kind == "requested" and kind in HARSH else "REQUEST"), "occurred"
    resolved = reading.cue == "to" if kind == "CONSULT" else reading.cue in _RESOLVED  # 'flew in to confer with'
    maybe = reading.kind == "possible" and kind in HARSH and reading.tense != "past"
    if (reading.kind in _TO_COME and not resolved) or maybe:
        return kind, "scheduled"
    return ("THREATEN" if reading.cue == "threaten" else kind), "occurred"


def _left_undone(kind: str, *, ended: bool) -> str:
    """Read ending harm as yielding, doing none as a promise, leaving the rest undone as refusing it."""
    if kind in HARSH and ended:
        return "CONCEDE"
    return "AGREE" if kind in HARSH | {"REJECT"} else "REJECT"


def _harsh_aim(tree: Tree, verb: Token) -> bool:
    """'Vowed to punish' is no promise."""
    done = [v for v in complements(tree, verb) if v.lemma not in _ENDS] if is_verb(verb) else []
    aims = (act_of(tree, v) for v in done)
    return any(a is not None and a.type in HARSH for a in aims)


def _said(tree: Tree, source: Token, target: Token) -> Told | None:
    """Read what the one says of the other: that he must do something, that what he does is bad or good."""
    for verb in (t for t in tree.ancestors(target) if is_verb(t)):
        speech = next((t for t in tree.ancestors(verb) if speaks(t)), None)
        told = speech is not None and any(source in tree.subtree(s) for s in subjects(tree, speech))
        about = objects(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
        if told and any(target in tree.subtree(s) for s in about):
            kind = _judgement(tree, verb)
            return Told(kind, "", "occurred", verb, _SAID) if kind else None
    return None


def _judgement(tree: Tree, verb: Token) -> str:
    if any(t.lemma in _DUTY for t in (verb, *tree.children(verb, "aux"))):
        return "REQUEST"
    if kind := judged(t.lemma for t in region(tree, verb)):
        return kind
    act = act_of(tree, verb)
    if act is None:
        return ""
    return "SUPPORT" if act.type in CALM else "ACCUSE" if act.type in HARSH | {"REJECT"} else ""
