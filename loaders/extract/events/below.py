"""What stands below an act: its objects, the clauses that complete it, and the states named anywhere inside them.

Input: a `Tree`, the trigger, the article's `Actors`. Output: tokens, or actors, nearest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.collective import nickname
from bilateral.loaders.extract.events.unknown import UNKNOWN
from bilateral.loaders.extract.syntax.clauses import (
    complements,
    is_infinitive,
    is_passive,
    is_verb,
    objects,
    objects_before,
    region,
    subjects,
)

if TYPE_CHECKING:
    from bilateral.loaders.extract.events.actors import Actor, Actors
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["completing", "deep", "inside", "objects_of"]

#: Verbs that tell what befell the subject.
_SUFFER: Final = frozenset({"be", "suffer", "face", "see", "fall", "come", "lose", "become", "have", "feel", "need"})

#: What is a state's own, and violated by others.
_HELD: Final = frozenset({"sovereignty", "territory", "airspace", "integrity", "independence", "soil", "waters"})


def objects_of(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give the objects of a verb, those that its pronoun means first."""
    return (*objects_before(tree, trigger), *objects(tree, trigger)) if is_verb(trigger) else ()


def completing(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give the clauses that complete the act, also behind its preposition: 'accused X of sending'."""
    own = complements(tree, trigger)
    if own:
        return own
    behind = [t for p in tree.children(trigger, "prep") for t in tree.children(p, "pcomp")]
    called = tree.children(trigger, "acomp")  # 'is ready to', 'is committed to strengthening'
    behind += [t for a in called for t in tree.children(a, "xcomp")]
    behind += [t for a in called for p in tree.children(a, "prep") for t in tree.children(p, "pcomp")]
    tops = (trigger,) if not is_verb(trigger) else tree.children(trigger, "dobj")
    nested = [t for o in tops for t in tree.children(o, "acl", "relcl")]
    return tuple(t for t in (*behind, *nested) if is_verb(t))


def deep(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give any state named below the act's object or in the clause that completes it, nearest first."""
    if any(actors.personal(t) for t in objects_of(tree, trigger)):
        return []
    aims = tuple(t for t in tree.children(trigger, "advcl") if is_infinitive(tree, t))
    tops = (*objects_of(tree, trigger), *completing(tree, trigger), *aims) if is_verb(trigger) else (trigger,)
    below = {t.index: t for top in tops for t in tree.subtree(top)} or {t.index: t for t in region(tree, trigger)}
    later = (t for i in sorted(below) if i > trigger.index and (t := below[i]).tag != "PRP$" and not nickname(t))
    found = [a for t in later if (a := actors.any(tree, t))]
    return ([a for a in found if not a.codes[0].startswith(UNKNOWN)] or found)[:1]


def inside(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give the state named inside, unless the speaker tells what he did himself: 'said its troops had bombed Chad'."""
    own = {c for t in subjects(tree, trigger) for a in actors.of(tree, t) for c in a.codes}
    deeds = (v for v in completing(tree, trigger) if not is_passive(tree, v) and v.lemma not in _SUFFER)
    deeds = (v for v in deeds if not tree.children(v, "ccomp"))  # 'it is known that'
    if any(set(a.codes) <= own for v in deeds for t in subjects(tree, v) for a in actors.of(tree, t)):
        return []
    return [a for a in deep(tree, trigger, actors) if len(a.codes) == 1 and not _wronged(tree, tree[a.head])]


def _wronged(tree: Tree, state: Token) -> bool:
    """Tell whether a state is the one that suffers: 'a violation of Chad's sovereignty'."""
    over = tree.head(state)
    if over is None or state.dep not in {"poss", "amod", "compound", "nmod", "pobj"}:
        return False
    held = tree.head(over) if state.dep == "pobj" and over.lemma == "of" else over
    return held is not None and held.lemma in _HELD
