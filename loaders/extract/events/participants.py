"""Who takes part in what states do together: meetings, calls, talks, summits.

Input: a `Tree`, a trigger, a `Frame` whose roles are one set of participants, the article's `Actors`. Output: `Filled`, the first state named
as the source; None where fewer than two take part and nothing tells who the other is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor
from bilateral.loaders.extract.events.filled import Filled, codes_of
from bilateral.loaders.extract.events.partner import elsewhere, stands_aside, unnamed_partner
from bilateral.loaders.extract.events.paths import DEFERRED, walk
from bilateral.loaders.extract.events.unknown import UNKNOWN
from bilateral.loaders.extract.syntax.clauses import governor, is_passive, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.events.actors import Actors
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["participants", "split"]

_TWO: Final = 2
_JOINT: Final = frozenset({"speaker", "subj", "owner", "pair", "between", "among", "of", "by"})
#: What is done to a meeting by others than those who meet: 'discussed the summit'.
_SPOKEN_OF: Final = frozenset(
    {"discuss", "review", "raise", "debate", "mention", "recall", "hail", "praise", "welcome", "criticise", "criticize"}
)
_HOUSES: Final = frozenset(
    {
        "cabinet",
        "parliament",
        "council",
        "committee",
        "assembly",
        "senate",
        "board",
        "politburo",
        "congress",
        "commission",
    }
)
#: Houses of one state alone; a commission may be of two.
_OWN_HOUSES: Final = frozenset({"cabinet", "parliament", "assembly", "senate", "congress", "politburo", "court"})
#: What is said of 'the talks' that were told of before.
_GOES: Final = frozenset(
    {"take", "hold", "last", "focus", "cover", "center", "centre", "conclude", "end", "open", "address",
     "touch", "deal", "convene", "chair", "schedule", "postpone", "cancel", "plan", "set", "resume", "begin", "start"}
)  # fmt: skip
#: By which a meeting is one more of those told of: 'a new meeting was scheduled'.
_AGAIN: Final = frozenset({"new", "another", "next", "further", "second", "third", "follow-up"})


def participants(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Gather all who take part in a mutual act; the first to be named is the source."""
    left = _fitting(tree, trigger, _sources(tree, trigger, frame, actors), frame.source_kind, actors)
    named = [p for p in frame.target if p != "speaker"]
    right = [a for a in _fitting(tree, trigger, named, frame.target_kind, actors) if a not in left]
    if len(codes_of([*left, *right])) < _TWO:
        right = [a for a in _fitting(tree, trigger, frame.target, frame.target_kind, actors) if a not in left]
    complete = _gather(tree, trigger, ("between",), actors) if "between" in frame.target else []
    if len(codes_of(complete)) > 1:
        return split(complete)
    if len(left) == 1 and tree[left[0].head].kind == "pair":
        return split(left)
    source, target = codes_of(left), codes_of(right)
    if set(target) - set(source) and source:
        return Filled(tuple(left), tuple(a for a in right if set(a.codes) - set(source)))
    joint = _gather(tree, trigger, [p for p in (*frame.source, *frame.target) if p in _JOINT], actors)
    if left or joint:
        return _one_sided(tree, trigger, frame, [*left, *right], actors)
    return _with_whom(tree, trigger, frame, right) if right else _told_before(tree, trigger, frame, actors)


def _fitting(tree: Tree, trigger: Token, paths: Iterable[str], kinds: frozenset[str], actors: Actors) -> list[Actor]:
    return [a for a in _gather(tree, trigger, paths, actors) if not kinds or a.kind in kinds]


def _one_sided(tree: Tree, trigger: Token, frame: Frame, everyone: list[Actor], actors: Actors) -> Filled | None:
    """Part those on one side, or leave the other side to the article."""
    codes = codes_of(everyone)
    if len(codes) > 1 and (not is_verb(trigger) or "subj" in frame.target):
        return split(everyone)
    unnamed = unnamed_partner(tree, trigger, frame, actors) if codes else ""
    deferred = unnamed or next((p for p in frame.target if p in DEFERRED), "")
    if not unnamed and frame.type == "CONSULT" and elsewhere(tree, trigger, frame, actors):
        return None
    if not deferred or not codes or (not unnamed and _by_themselves(tree, trigger, everyone)):
        return None
    governed = is_verb(trigger) or governor(tree, trigger)[1] in {"obj", "subj"}
    return Filled(tuple(everyone), (), deferred) if unnamed or governed else None


def _by_themselves(tree: Tree, trigger: Token, everyone: Iterable[Actor]) -> bool:
    """Tell whether a house discusses something with nobody but its members: 'the Cabinet discussed the drought'."""
    return is_verb(trigger) and all(tree[a.head].lemma.lower() in _HOUSES for a in everyone)


def _sources(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> tuple[str, ...]:
    """Whose meeting it is takes part, not who speaks of it: 'Norway backs Chad's talks with Niger'."""
    if is_verb(trigger) or frame.type != "CONSULT":
        return frame.source
    verb, role = governor(tree, trigger)
    if verb is not None and role == "obj" and verb.lemma in _SPOKEN_OF:
        return tuple(p for p in frame.source if p != "subj")
    own = [a for a in actors.before(tree, trigger) if tree[a.head].dep == "poss" and a.kind != "reference"]
    return tuple(p for p in frame.source if p != "subj") if own else frame.source


def _told_before(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Read 'the talks took place in Oslo' as those of the two states that the text has been about."""
    verb, role = governor(tree, trigger) if not is_verb(trigger) else (None, "")
    if frame.type != "CONSULT" or verb is None or role not in {"subj", "obj"} or verb.lemma not in _GOES:
        return None
    first = tree.subtree(trigger)[0].lemma
    again = first in {"a", "another"} and {t.lemma for t in tree.children(trigger, "amod", "det")} & _AGAIN
    parts = {t.lemma for p in tree.children(trigger, "prep") if p.lemma == "of" for t in tree.children(p, "pobj")}
    if (first not in {"the", "this", "these"} and not again) or parts & _OWN_HOUSES or _length(tree, verb):
        return None
    codes = actors.references.leading_before(trigger.start) if frame.mode != "summit" else ()
    both = Actor(codes, "reference", trigger.start, trigger.end, (), trigger.index)
    return split([both]) if codes else None


def _length(tree: Tree, verb: Token) -> bool:
    """Tell whether only the length is told: 'were scheduled to last a day'."""
    return any(t.lemma in {"last", "run", "end"} for t in tree.children(verb, "xcomp"))


def _with_whom(tree: Tree, trigger: Token, frame: Frame, right: list[Actor]) -> Filled | None:
    """'Talks were held with the Chadian minister': by the other of the article's two states."""
    verb, role = governor(tree, trigger) if not is_verb(trigger) else (None, "")
    if verb is None or role != "obj" or not is_passive(tree, verb) or "other" not in frame.target or not right:
        return None
    return Filled(tuple(right), (), "other")


def split(everyone: list[Actor]) -> Filled:
    """Take the first state as the source and the others as the target; officials of no known state stand back."""
    known = [a for a in everyone if not any(c.startswith(UNKNOWN) for c in a.codes)]
    everyone = known if len(codes_of(known)) > 1 else everyone
    first = everyone[0]
    rest = tuple(a for a in everyone[1:] if set(a.codes) - set(first.codes))
    if rest:
        return Filled((first,), rest)
    return Filled((replace(first, codes=first.codes[:1]),), (replace(first, codes=first.codes[1:]),))


def _gather(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors) -> list[Actor]:
    found: dict[tuple[int, int], Actor] = {}
    for path in paths:
        if path not in DEFERRED:
            for actor in walk(tree, trigger, path, actors):
                if actor.kind != "people" and not stands_aside(tree, trigger, path, actor):
                    found.setdefault((actor.start, actor.end), actor)
    return list(found.values())
