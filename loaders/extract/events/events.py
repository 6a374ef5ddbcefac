"""From a parsed sentence to the events it tells: clause + frame + actors + date + place.

Input: a `Tree`, the article's `Scene` and `Actors`. Output: `Candidate`s in text order, and for each trigger that gave none, why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.candidate import Candidate
from bilateral.loaders.extract.events.disowned import disowned
from bilateral.loaders.extract.events.fit import misfit
from bilateral.loaders.extract.events.frames import Frame, frames_for
from bilateral.loaders.extract.events.idle import idle
from bilateral.loaders.extract.events.modality import Reading, read
from bilateral.loaders.extract.events.orders import own_order
from bilateral.loaders.extract.events.roles import fill
from bilateral.loaders.extract.events.telling import each, tell
from bilateral.loaders.extract.syntax.clauses import is_infinitive, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.events.actors import Actors
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["ONE_STATE", "UNFILLED", "Miss", "misfit", "read_sentence"]

#: Why a frame did not hold that found no state for a role.
UNFILLED: Final = "source or target is no state"
#: The same for both roles.
ONE_STATE: Final = "source and target are one state"

_FORCE: Final = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN"}
)
_LASTING: Final = frozenset({"CONSULT", "SANCTION", "ASSAULT", "COERCE", "AID", "MOBILIZE", "COOPERATE", "RETREAT"})
#: Modes of acts that are done in a moment: 'is recalling its ambassador' is no lasting state.
_MOMENTARY: Final = frozenset(
    {"expulsion", "recall", "summon", "release", "extradition", "donation", "return of an envoy", "withdrawal of privileges", "listing",
     "withdrawal from an organisation"}
)  # fmt: skip
_JOINT_DEEDS: Final = frozenset({"joint exercise", "joint action"})
_APPOINTED: Final = frozenset({"will", "set", "due", "schedule", "to"})
_STATUS: Final = {
    "asserted": "occurred",
    "planned": "scheduled",
    "proposed": "proposed",
    "cancelled": "cancelled",
}
#: Words that make of an act a duty or a readiness, which is told as a request or as a commitment.
_OTHERS_WISH: Final = frozenset(
    {"should", "must", "ought", "need", "willing", "ready", "prepared", "open", "keen", "eager", "effort",
     "attempt", "way", "chance"}
)  # fmt: skip
_MEANS: Final = frozenset(
    {"write", "issue", "use", "hold", "take", "speak", "gather", "join", "tweet", "send", "decision", "move"}
)


#: To decide upon these is to do them.
_DECIDED: Final = frozenset({"SANCTION", "RETREAT", "CONCEDE", "REJECT", "SUPPORT", "AID"})
#: What a state's own people do on its order.
_ORDERED: Final = frozenset({"ACCUSE", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT", "RETREAT"})
_ANNOUNCED: Final = frozenset({"SUPPORT", "REQUEST", "COERCE", "MOBILIZE"})
#: To promise help is a commitment, not yet the help.
_PROMISED: Final = frozenset({"agree", "promise", "pledge", "vow", "undertake", "commit", "swear"})
_FORMAL: Final = frozenset({"lawsuit", "protest", "summon"})
_PROVIDES: Final = frozenset(
    {"offer", "provide", "give", "grant", "spend", "use", "lend", "allocate", "pledge", "deposit"}
)
_PREPARED: Final = frozenset({"will", "would", "'ll", "prepare"})
_TO_COME: Final = frozenset({"planned", "proposed", "possible", "conditional"})


@dataclass(frozen=True, slots=True)
class Miss:
    """A word that may name an act and gave no event: the frame that came nearest, and why it did not hold."""

    word: Token
    frame: Frame
    reason: str


def read_sentence(tree: Tree, scene: Scene, actors: Actors) -> tuple[list[Candidate], list[Miss]]:
    """Read every act that the sentence names."""
    found: list[Candidate] = []
    missed: list[Miss] = []
    for token in tree:
        if (token.kind and token.kind != "visiting") or _nested(tree, token):
            continue
        for outcome in _read_trigger(tree, token, scene, actors):
            if isinstance(outcome, Candidate):
                found.extend(each(outcome))
            else:
                missed.append(outcome)
    return found, missed


def _nested(tree: Tree, token: Token) -> bool:
    """Tell whether a noun is only the 'of' of another that names the same: 'the session of the commission'."""
    if token.dep != "pobj" or is_verb(token):
        return False
    prep = tree[token.head]
    over = tree.head(prep)
    if prep.lemma != "of" or over is None or is_verb(over):
        return False
    above = [f for f in frames_for(over.lemma, True) if f.type == "CONSULT" and not misfit(tree, over, f, True)]
    return bool(above) and any(f.type == "CONSULT" for f in frames_for(token.lemma, True))


def _read_trigger(tree: Tree, token: Token, scene: Scene, actors: Actors) -> Iterator[Candidate | Miss]:
    """Give the event that a trigger tells, then those of other types that its words tell beside it; else why it tells none."""
    frames = _frames(tree, token)
    first = _first([f for f in frames if not f.beside], tree, token, scene, actors)
    told = {first.frame.type} if isinstance(first, Candidate) else set[str]()
    if isinstance(first, Candidate):
        yield first
    for frame in (f for f in frames if f.beside and f.type not in told):
        outcome = _try(tree, token, frame, scene, actors)
        if isinstance(outcome, Candidate) and not outcome.deferred:
            told.add(frame.type)
            yield outcome
    if not told and first is not None:
        yield first


def _first(frames: list[Frame], tree: Tree, token: Token, scene: Scene, actors: Actors) -> Candidate | Miss | None:
    """Try the frames of a trigger, the most demanding first; one that finds both sides is before one that leaves a side open."""
    missed: Miss | None = None
    open_ended: Candidate | None = None
    for frame in frames:
        outcome = _try(tree, token, frame, scene, actors)
        if isinstance(outcome, str):
            missed = missed or Miss(token, frame, outcome)
        elif not outcome.deferred:
            return outcome
        else:
            open_ended = open_ended or outcome
    return open_ended or missed


def _frames(tree: Tree, token: Token) -> list[Frame]:
    noun = token.kind == "visiting" or (token.pos in {"NOUN", "PROPN"} and not is_verb(token))
    if not noun and not is_verb(token):
        return []
    fitting = [f for f in frames_for(token.lemma, noun) if not misfit(tree, token, f, noun)]
    return sorted(fitting, key=lambda f: -(2 * bool(f.object or f.subject) + bool(f.words) + _particled(f, token)))


def _particled(frame: Frame, token: Token) -> int:
    return 2 * (not any(v == token.lemma for v in (*frame.verbs, *frame.nouns)))


def _try(tree: Tree, token: Token, frame: Frame, scene: Scene, actors: Actors) -> Candidate | str:
    reading = read(tree, token)
    if reading.kind == "requested" and frame.type in _ORDERED and own_order(tree, token, actors):
        reading = replace(reading, kind="asserted", cue="order")
    status = "" if frame.type in _FORCE and _only_purpose(tree, token) else _status(frame, reading)
    if frame.type == "CONSULT" and disowned(tree, token):
        status = "denied"
    if not status:
        return f"it is {reading.kind} ({reading.cue})"
    if why := idle(tree, token, frame):
        return why
    filled = fill(tree, token, frame, actors)
    if filled is None:
        return UNFILLED
    if set(filled.source_codes) & set(filled.target_codes) and set(filled.target_codes) <= set(filled.source_codes):
        return ONE_STATE
    return tell(tree, token, frame, scene, actors, filled, reading, status)


def _only_purpose(tree: Tree, token: Token) -> bool:
    """Tell whether the act is only what another act was for: 'lent the money to support growth'."""
    above = tree[token.head]
    if (
        token.dep == "xcomp" and above.lemma in _PROVIDES and tree.children(above, "dobj")
    ):  # 'offered billions to support the budget'
        return True
    summoned = token.dep == "xcomp" and tree[token.head].lemma == "summon"  # 'summoned the envoy to protest'
    if (token.dep not in {"advcl", "acl", "relcl"} and not summoned) or not is_infinitive(tree, token):
        return False
    return (
        not any(f.type == "CONSULT" and not f.beside for f in frames_for(tree[token.head].lemma, False))
        and tree[token.head].lemma not in _MEANS
    )


def _status(frame: Frame, reading: Reading) -> str:  # noqa: PLR0911 - one case a line
    """Give the event's status, nothing where the sentence takes the act back or only imagines it."""
    if frame.negated:
        return "occurred" if reading.kind == "negated" else ""
    if frame.intent:
        # two states promise by what they will do, not by what somebody proposes
        coming = frozenset({"planned"}) if frame.type == "AGREE" else _TO_COME
        return "occurred" if reading.kind in coming else ""
    status = _STATUS.get(reading.kind, "")
    if reading.kind == "possible" and frame.type == "CONSULT" and reading.cue in {"may", "might", "could", "likely"}:
        status = "proposed"
    if frame.type in _DECIDED and (reading.cue == "decide" or (reading.cue == "move" and frame.type == "SANCTION")):
        return "occurred"
    if frame.type == "SUPPORT" and reading.ongoing and status == "scheduled":  # 'will continue to stand by'
        return "occurred"
    if status == "occurred":
        if frame.status:
            return frame.status
        lasts = frame.ongoing or (frame.type in _LASTING and frame.mode not in _MOMENTARY)
        return "ongoing" if reading.ongoing and lasts else "occurred"
    if frame.status:
        return frame.status if status else ""
    return _to_come(frame, reading, status)


def _to_come(frame: Frame, reading: Reading, status: str) -> str:
    """Give the status of an act that is still to come; nothing where to promise or to plan it is another kind of act."""
    if frame.ongoing and reading.ongoing and status == "scheduled":  # 'will continue to cooperate'
        return "ongoing"
    opened = frame.mode == "trade opened" and status == "scheduled" and reading.cue in _APPOINTED
    if opened or (frame.mode in _FORMAL and reading.cue in _PREPARED):
        return status
    if frame.type in {"AID", "RETREAT"} and reading.cue in _PROMISED:
        return ""
    if frame.type != "CONSULT" and reading.cue in _OTHERS_WISH:
        return ""
    if frame.type in _FORCE or frame.type == "AGREE" or (frame.type == "COOPERATE" and frame.mode not in _JOINT_DEEDS):
        return "scheduled" if status == "scheduled" and reading.cue == "will" and frame.type in _ANNOUNCED else ""
    return status
