"""Whether a frame fits the words around a trigger: particles, object, governor, words it needs or shuns.

Input: a `Tree`, the trigger, a `Frame`. Output: what does not fit, in words; nothing where all fits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.wished import wished
from bilateral.loaders.extract.syntax.clauses import (
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

    from bilateral.loaders.extract.events.frames import Frame
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["misfit"]

#: Conjunctions of clauses that only say when or why.
_BESIDE: Final = frozenset(
    {"after", "as", "while", "because", "when", "before", "since", "although", "though", "whereas"}
)


def misfit(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    """Say what a frame asks for that does not fit: particles, object, governor, words that it needs or shuns; nothing if all fits."""
    return (
        _misformed(tree, token, frame, noun)
        or _misplaced(tree, token, frame, noun)
        or _misworded(tree, token, frame, noun)
    )


def _misformed(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    forms = _forms(frame.nouns if noun else frame.verbs, token.lemma, -1 if noun else 0)
    if noun:
        before = [t.lemma for t in tree.tokens[max(0, token.index - 3) : token.index]]
        if not any(all(word in before for word in f[:-1]) for f in forms):
            return "the words before it are others"
    elif not any(_has_particles(tree, token, f[1:]) for f in forms):
        return "its particle or preposition is another"
    return ""


@lru_cache(maxsize=16384)
def _forms(phrases: tuple[str, ...], lemma: str, head: int) -> tuple[tuple[str, ...], ...]:
    """Give the phrases that the lemma is the head of, each as its words."""
    return tuple(words for phrase in phrases if (words := tuple(phrase.split()))[head] == lemma)


def _misplaced(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:  # noqa: PLR0911 - one case a line
    if not _object_fits(tree, token, frame, noun):
        return "its object is none that the frame asks for"
    if (frame.bare or frame.infinitive) and _completed(tree, token) is frame.bare:
        return "an infinitive completes it" if frame.bare else "no infinitive completes it"
    if frame.plain and (
        len(tree.children(token, "dobj", "oprd", "attr")) > (token.lemma != "be")
        or tree.children(token, "ccomp", "acomp")
    ):
        return "it says what its object is called"
    if frame.transitive and not (objects(tree, token) if is_passive(tree, token) else tree.children(token, "dobj")):
        return "it has no object"
    if frame.active and tree.children(token, "agent"):
        return "it is in the passive"
    if frame.passive and not tree.children(token, "auxpass", "nsubjpass"):
        return "it is not in the passive"
    if frame.wish and not wished(tree, token):
        return "what completes it is no wish"
    if (frame.subject or frame.subject_not) and not _subject_fits(tree, token, frame):
        return "its subject is none that the frame asks for"
    if frame.governor and not _governed(tree, token, frame):
        return "it depends on another verb than the frame asks for"
    return ""


def _misworded(tree: Tree, token: Token, frame: Frame, noun: bool) -> str:
    if frame.label and not {t.lemma for top in _labels(tree, token) for t in tree.subtree(top)} & frame.label:
        return "what its object is called is no word that the frame asks for"
    if frame.words:
        near = _near(tree, token, noun, all_below=True)
        if not near & frame.words or (frame.also and not near & frame.also):
            return "a word that the frame asks for is not near"
    if frame.words_not:
        near = _near(tree, token, noun, all_below=False)
        if near & frame.words_not:
            return f"{', '.join(sorted(near & frame.words_not))} stands near it"
    return ""


def _near(tree: Tree, token: Token, noun: bool, *, all_below: bool) -> frozenset[str]:
    """Give the words near a trigger: all below it, or only those said of the act itself, and those around both."""
    key = (token.index, noun, all_below)
    if (known := tree.near.get(key)) is None:
        below = tree.subtree(token) if all_below else _said(tree, token)
        known = frozenset(w for t in (*below, *_around(tree, token, noun)) for w in _words(t))
        tree.near[key] = known
    return known


def _around(tree: Tree, token: Token, noun: bool) -> tuple[Token, ...]:
    """Give the words of the act's clause, and what stands above it: governing words, or what was done in 'the tariffs imposed'."""
    above = objects(tree, token) if not noun and token.dep in {"acl", "relcl"} else ()
    if noun:
        verb, _ = governor(tree, token)
        above = (*tree.ancestors(token), *((verb,) if verb is not None else ()))
    return (token, *region(tree, token), *above)


def _said(tree: Tree, top: Token) -> Iterator[Token]:
    """Give what stands below a word, without what is only told beside it: 'and a ship sank', 'after the ministers met'."""
    yield top
    for child in tree.children(top):
        beside = child.dep == "conj" and is_verb(child)
        when = child.dep == "advcl" and any(t.lemma in _BESIDE for t in tree.children(child, "mark", "advmod"))
        if not beside and not when:
            yield from _said(tree, child)


def _has_particles(tree: Tree, verb: Token, particles: tuple[str, ...]) -> bool:
    if not particles:
        return True
    at = verb
    idiom = tree.children(verb, "prt") or any(t.lemma in particles for t in tree.children(verb, "dobj"))
    taken = () if idiom else tree.children(verb, "dobj")
    for word in particles:
        following = tree.tokens[at.index + 1 : at.index + 4]
        after = (t for t in (*tree.children(at), *following) if t.index > at.index)
        nearby = [t for t in after if t.lemma == word or t.text.lower() == word]
        if not nearby or (taken and nearby[0].dep == "prep" and nearby[0].index > taken[0].index):
            return False
        if any(t.kind in {"official", "state"} for t in tree.tokens[at.index + 1 : nearby[0].index]):
            return False
        if nearby[0].head != at.index and any(t.pos == "ADP" for t in tree.tokens[at.index + 1 : nearby[0].index]):
            return False  # 'speaking after talks with'
        at = nearby[0]
    return True


def _completed(tree: Tree, verb: Token) -> bool:
    """Tell whether an infinitive completes the verb: 'called on X to leave'."""
    near = tree.children(verb, "xcomp", "ccomp", "advcl")
    near += tuple(t for a in tree.children(verb, "acomp") for t in tree.children(a, "xcomp"))
    behind = [t for p in tree.children(verb, "prep") for t in (p, *tree.children(p, "pcomp", "pobj"))]
    near += tuple(
        t
        for o in (*tree.children(verb, "dobj"), *behind)
        for t in (o, *tree.children(o, "acl", "relcl", "xcomp", "ccomp"))
    )
    return any(is_infinitive(tree, n) for n in near)


def _labels(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give what the object is called: 'called it a crime', 'described it as hostile'."""
    behind = tuple(
        t
        for p in tree.children(verb, "prep", "advmod")
        if p.lemma == "as"
        for t in tree.children(p, "pobj", "amod", "pcomp")
    )
    both = tree.children(verb, "dobj")
    return (*tree.children(verb, "oprd", "attr", "acomp", "ccomp", "xcomp"), *behind, *both[1:])


def _subject_fits(tree: Tree, token: Token, frame: Frame) -> bool:
    heads = subjects(tree, token) if is_verb(token) else ()
    heads += objects(tree, token) if is_verb(token) and is_passive(tree, token) else ()
    for head in heads:
        near = {*tree.children(head, "compound"), *_reach(tree, head)}
        if frame.subject_not & {word for t in near for word in _words(t)}:
            return False
    words = frame.subject
    return not words or any({_lemma(t), t.kind.upper()} & words for h in heads for t in tree.subtree(h))


def _governed(tree: Tree, noun: Token, frame: Frame) -> bool:
    verb, _ = governor(tree, noun)
    phrases = (f"{verb.lemma} {t.lemma}" for t in tree.children(verb, "dobj")) if verb is not None else ()
    return verb is not None and not frame.governor.isdisjoint({verb.lemma, *phrases})


def _object_fits(tree: Tree, token: Token, frame: Frame, noun: bool) -> bool:
    if not frame.object and not frame.object_not:
        return True
    if noun:
        heads = [p for c in tree.children(token, "prep") if c.lemma == "of" for p in tree.children(c, "pobj")]
    else:
        heads = [*objects(tree, token), *(tree.children(token, "dobj") if is_passive(tree, token) else ())]
        heads += [a for t in tree.children(token, "dative") for a in tree.children(t, "nummod") if a.kind == "amount"]
    lemmas = {_lemma(t) for h in heads for t in _reach(tree, h)}
    if frame.object and not lemmas & frame.object:
        return False
    behind = () if noun else _behind_particles(tree, token, frame)
    return not {t.lemma for t in (*heads, *behind)} & frame.object_not


def _behind_particles(tree: Tree, verb: Token, frame: Frame) -> Iterator[Token]:
    """Give the object of 'call on' or 'appeal to', which stands behind the preposition."""
    particles = {form[-1] for form in _forms(frame.verbs, verb.lemma, 0) if len(form) > 1}
    preps = (p for p in tree.children(verb, "prep") if p.lemma in particles)
    return (t for p in preps for t in tree.children(p, "pobj"))


def _words(token: Token) -> tuple[str, ...]:
    """Give the lemma, and of a name of several words each word: `International Court of Justice` has `court` in it."""
    if token.kind == "amount":
        return ("AMOUNT",)
    if "March" in token.text and token.pos != "VERB":
        return (token.text,)  # the month is no rally
    if not token.kind:
        return (token.lemma, *token.lemma.lower().split()) if " " in token.lemma else (token.lemma,)
    parts = token.lemma.lower().split()
    return (token.lemma, *parts, *(p.removesuffix("s") for p in parts))


def _lemma(token: Token) -> str:
    return {"official": "ACTOR", "state": "ACTOR", "amount": "AMOUNT"}.get(token.kind, token.lemma)


def _reach(tree: Tree, head: Token) -> Iterator[Token]:
    """Give the object's head, its partners, and what it is 'of': 'a series of talks', 'millions of dollars in aid'."""
    for token in tree.conjuncts(head):
        yield token
        for prep in tree.children(token, "prep"):
            if prep.lemma in {"of", "in", "worth"}:
                yield from (t for p in tree.children(prep, "pobj") for t in tree.conjuncts(p))
        yield from tree.children(token, "compound", "nmod", "appos")
