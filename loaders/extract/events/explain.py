"""Why the words of a parsed sentence gave no event: which role stayed empty, what a frame asked for, what a later step let go.

Input: a `Tree` with what was read in it, or the candidates before and after a step. Output: `Dropped`s. Nothing here decides anything; it is
asked only when somebody wants to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.dropped import Dropped
from bilateral.loaders.extract.events.events import ONE_STATE, UNFILLED
from bilateral.loaders.extract.events.fit import misfit
from bilateral.loaders.extract.events.frames import frames_for
from bilateral.loaders.extract.events.paths import stand_ins, walk
from bilateral.loaders.extract.syntax.clauses import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.events.candidate import Candidate
    from bilateral.loaders.extract.events.events import Miss
    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["explain", "lost"]

_PLACES: Final = {"subj": "subject", "obj": "object", "iobj": "indirect object"}
_LONGEST: Final = 60
_FRAMES: Final = 3


def explain(tree: Tree, found: Sequence[Candidate], missed: Sequence[Miss], actors: Actors) -> Iterator[Dropped]:
    """Tell of every word that gave no event; where no frame held at all, of the words that no frame fits."""
    start, end = tree.sentence.start, tree.sentence.end
    for miss in missed:
        yield Dropped(start, end, "events", _why(tree, miss, actors), miss.word.text, miss.frame.id)
    if found or missed:
        return
    unfit = list(_unfit(tree))
    yield from unfit or (Dropped(start, end, "events", "no frame fits its words"),)


def _why(tree: Tree, miss: Miss, actors: Actors) -> str:
    if miss.reason == UNFILLED:
        return empty_roles(tree, miss.word, miss.frame, actors)
    if miss.frame.negated and miss.reason != ONE_STATE:
        return "it was done, and the rule is about what was left undone"
    return miss.reason.removesuffix(" ()")


def lost(before: Iterable[Candidate], after: Iterable[Candidate], reason: str) -> Iterator[Dropped]:
    """Tell of the candidates that a step did not hand on."""
    kept = {c.trigger for c in after}
    for each in before:
        if each.trigger not in kept:
            yield Dropped(*each.sentence, "events", reason, "", each.frame.id)


def _unfit(tree: Tree) -> Iterator[Dropped]:
    """Give the words that could begin a frame, each with what the frames ask for in vain."""
    for token in tree:
        noun = token.pos in {"NOUN", "PROPN"} and not is_verb(token)
        if token.kind or not (noun or is_verb(token)):
            continue
        for frame in frames_for(token.lemma, noun)[:_FRAMES]:
            why = misfit(tree, token, frame, noun)
            if why:
                yield Dropped(tree.sentence.start, tree.sentence.end, "events", why, token.text, frame.id)


def empty_roles(tree: Tree, trigger: Token, frame: Frame, actors: Actors) -> str:
    """Say which role no state fills, and what stands there instead."""
    source = _actors(tree, trigger, frame.source, actors)
    target = _actors(tree, trigger, frame.target, actors)
    if frame.mutual:
        return _too_few(tree, trigger, frame, (*source, *target), actors)
    if not source:
        return f"source missing: {_instead(tree, trigger, frame.source, actors)}"
    acting = {code for actor in source for code in actor.codes}
    if all(actor.kind == "people" for actor in source):
        return "source missing: people do not act for their state"
    if not target:
        return f"target missing: {_instead(tree, trigger, frame.target, actors)}"
    if {code for actor in target for code in actor.codes} <= acting:
        return f"target missing: it would be the source itself ({', '.join(sorted(acting))})"
    return (
        f"a role is filled by what the frame does not take ({', '.join(sorted({a.kind for a in (*source, *target)}))})"
    )


def _actors(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors) -> tuple[Actor, ...]:
    return tuple(a for path in paths for a in walk(tree, trigger, path, actors))


def _too_few(tree: Tree, trigger: Token, frame: Frame, found: Sequence[Actor], actors: Actors) -> str:
    codes = sorted({code for actor in found for code in actor.codes})
    instead = _instead(tree, trigger, dict.fromkeys((*frame.source, *frame.target)), actors)
    return f"fewer than two states take part ({', '.join(codes) or 'none'}): {instead}"


def _instead(tree: Tree, trigger: Token, paths: Iterable[str], actors: Actors) -> str:
    """Give the words that stand in the role's places and act for no state."""
    told = []
    for path in paths:
        place = _PLACES.get(path, f"after ‘{path}’")
        told += [
            f"‘{_phrase(tree, token)}’ ({place})"
            for token in stand_ins(tree, trigger, path)
            if actors.one(tree, token) is None
        ]
    return f"{', '.join(dict.fromkeys(told))} acts for no state" if told else "nobody stands in its place"


def _phrase(tree: Tree, token: Token) -> str:
    row = [t for t in tree.subtree(token) if t.start <= token.start]
    words = " ".join(t.text for t in row)
    return words if len(words) <= _LONGEST else f"…{words[-_LONGEST:]}"
