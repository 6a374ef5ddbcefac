"""Fill a frame's roles: which states stand where its paths point.

Input: a `Tree`, a trigger token, a `Frame`, the article's `Actors`. Output: `Filled` (source and target actors) or None where a role
stays empty or both are the same state. Both roles must be filled by actors of states: that rule decides precision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.paths import DEFERRED, heads_of, walk
from bilateral.loaders.extract.syntax.clauses import governor, is_passive, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Filled", "fill"]

#: Acts with which states answer acts, and the words that say so.
_ANSWERS: Final = frozenset(
    {"THREATEN", "SANCTION", "COERCE", "REJECT", "ACCUSE", "PROTEST", "MOBILIZE", "ASSAULT", "REQUEST"}
)
_ANSWERING: Final = frozenset(
    {"response", "retaliation", "retaliate", "respond", "reprisal", "retaliatory", "reciprocal"}
)
_JOINT: Final = frozenset({"speaker", "subj", "owner", "pair", "between", "among", "of", "by"})


@dataclass(frozen=True, slots=True)
class Filled:
    """The actors of both roles; `deferred` names the path by which the target is to be found in the article, if it is."""

    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    deferred: str = ""

    @property
    def source_codes(self) -> tuple[str, ...]:
        """The states that act."""
        return _codes(self.source)

    @property
    def target_codes(self) -> tuple[str, ...]:
        """The states acted upon."""
        return _codes(self.target)


def fill(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Fill source and target."""
    if frame.mutual:
        return _participants(tree, trigger, frame, actors)
    source = _first(tree, trigger, frame.source, actors, frame, taken=())
    source = tuple(a for a in source if a.kind != "people" and (not frame.source_kind or a.kind in frame.source_kind))
    if not source:
        return None
    target = _first(tree, trigger, frame.target, actors, frame, taken=_codes(source))
    if target:
        return Filled(source, target)
    deferred = next((p for p in frame.target if p in DEFERRED), "") or _answer(tree, frame)
    return Filled(source, (), deferred) if deferred and len(_codes(source)) == 1 else None


def _answer(tree: Tree, frame: Frame) -> str:
    """Tell whether the sentence says that the act answers another: 'threatened to close the border in response'."""
    return "accuser" if frame.type in _ANSWERS and any(t.lemma in _ANSWERING for t in tree) else ""


def _first(  # noqa: PLR0917 - what a role needs, each by its own name
    tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, frame: Frame, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Give the actors on the first path that leads to another state than those taken."""
    for path in paths:
        if path in DEFERRED:
            continue
        found = [a for a in walk(tree, trigger, path, actors) if set(a.codes) - set(taken)]
        if taken:
            found = [a for a in found if not (a.kind == "reference" and set(a.codes) & set(taken))]
            found = [a for a in found if frame.people or a.kind != "people"]
            found = [a for a in found if not frame.target_kind or a.kind in frame.target_kind]
        if found:
            return tuple(found)
        if taken and (meant := _the_other(tree, trigger, path, actors, taken)):
            return meant
    return _bearers(tree, trigger, paths, actors, taken) if taken and frame.people and not frame.target_kind else ()


def _the_other(tree: Tree, trigger: Token, path: str, actors: Actors, taken: tuple[str, ...]) -> tuple[Actor, ...]:
    """Read 'the minister urged the government' as that of the other of two states: it cannot be her own."""
    for actor in walk(tree, trigger, path, actors):
        if actor.kind == "reference" and tree[actor.head].text.lower() == "its" and set(actor.codes) == set(taken):
            codes = actors.only_other(tree, taken)
            return (replace(actor, codes=codes, officials=()),) if codes else ()
        if (
            actor.kind == "reference"
            and tree[actor.head].pos in {"NOUN", "PROPN"}
            and set(actor.codes) == set(taken)
            and not actor.officials
        ):
            codes = actors.references.other(taken)
            if codes:
                return (replace(actor, codes=codes),)
    return ()


def _bearers(
    tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors, taken: tuple[str, ...]
) -> tuple[Actor, ...]:
    """Give the state whose name the target bears: 'sanctions on Iranian banks', 'trains Iraqi pilots'."""
    for path in paths:
        if path not in DEFERRED and "." not in path and path not in {"deep", "before", "owner", "main"}:
            found = [
                a for t in heads_of(tree, trigger, path) for c in tree.conjuncts(t) for a in actors.before(tree, c)
            ]
            found = [a for a in found if set(a.codes) - set(taken)]
            if found:
                return tuple(found)
    return ()


def _participants(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> Filled | None:
    """Gather all who take part in a mutual act; the first to be named is the source."""
    left = [a for a in _gather(tree, trigger, frame.source, actors) if _kind_fits(a, frame.source_kind)]
    right = [
        a for a in _gather(tree, trigger, frame.target, actors) if a not in left and _kind_fits(a, frame.target_kind)
    ]
    if len(left) == 1 and tree[left[0].head].kind == "pair":
        return _split(left)
    source, target = _codes(left), _codes(right)
    if set(target) - set(source) and source:
        return Filled(tuple(left), tuple(a for a in right if set(a.codes) - set(source)))
    joint = _gather(tree, trigger, [p for p in (*frame.source, *frame.target) if p in _JOINT], actors)
    if not left and not joint:
        return _with_whom(tree, trigger, frame, right)
    everyone = [*left, *right]
    codes = _codes(everyone)
    if len(codes) > 1 and (not is_verb(trigger) or "subj" in frame.target):
        return _split(everyone)
    deferred = next((p for p in frame.target if p in DEFERRED), "")
    if not deferred or not codes or not (is_verb(trigger) or governor(tree, trigger)[1] in {"obj", "subj"}):
        return None
    return Filled(tuple(everyone), (), deferred)


def _with_whom(tree: Tree, trigger: Token, frame: Frame, right: list[Actor]) -> Filled | None:
    """'Talks were held with the Chadian minister': by the other of the article's two states."""
    verb, role = governor(tree, trigger) if not is_verb(trigger) else (None, "")
    if verb is None or role != "obj" or not is_passive(tree, verb) or "other" not in frame.target or not right:
        return None
    return Filled(tuple(right), (), "other")


def _kind_fits(actor: Actor, kinds: frozenset[str]) -> bool:
    return not kinds or actor.kind in kinds


def _split(everyone: list[Actor]) -> Filled:
    """Take the first state as the source and the others as the target."""
    first = everyone[0]
    rest = tuple(a for a in everyone[1:] if set(a.codes) - set(first.codes))
    if rest:
        return Filled((first,), rest)
    one = type(first)(first.codes[:1], first.kind, first.start, first.end, first.officials, first.head)
    other = type(first)(first.codes[1:], first.kind, first.start, first.end, first.officials, first.head)
    return Filled((one,), (other,))


def _gather(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors) -> list[Actor]:
    found: dict[tuple[int, int], Actor] = {}
    for path in paths:
        if path not in DEFERRED:
            for actor in walk(tree, trigger, path, actors):
                if actor.kind != "people":
                    found.setdefault((actor.start, actor.end), actor)
    return list(found.values())


def _codes(found: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for a in found for c in a.codes))
