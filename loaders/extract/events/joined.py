"""How surely a word joins two given actors: who does what it says, and to whom.

Input: a `Tree`, a word that names an act, the tokens of the two actors. Output: a number for each side, 0 where it has no part in the act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.acts import carries, speaks
from bilateral.loaders.extract.syntax.clauses import (
    clause_verb,
    governor,
    is_infinitive,
    is_verb,
    objects,
    region,
    subjects,
)

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["ABOVE", "NEAR", "acts", "doers", "undergoes"]

#: How surely the first actor does it: by grammar, as a part of who does it, in a clause above.
_BY_GRAMMAR, _AS_PART, ABOVE = 3, 2, 1
#: How surely it is done to the second: below the act's word, further off.
NEAR, _FAR_OFF = 2, 1
_OWNS: Final = frozenset({"poss", "amod", "compound", "nmod"})
_MAKES: Final = frozenset({"by", "from", "between"})
_SMALL: Final = frozenset({"ccomp", "xcomp", "oprd", "acl"})
_ORDERS: Final = frozenset({"order", "want", "have", "get", "see", "command", "decree", "approve"})
_TACKED: Final = frozenset({"acl", "advcl", "xcomp"})
_APART: Final = frozenset({"advcl", "relcl", "parataxis"})


def acts(tree: Tree, word: Token, source: Token, target: Token) -> int:
    """Tell how surely the source does what the word says."""
    who = doers(tree, word)
    if any(source in tree.conjuncts(d) or _both(tree, d, source, target) for d in who):
        return _BY_GRAMMAR
    if any(source in tree.subtree(d) for d in who):
        return _AS_PART
    above = [
        v for v in tree.ancestors(word) if is_verb(v) and any(source in tree.subtree(s) for s in subjects(tree, v))
    ]
    himself = any(d.tag == "PRP" for d in who) and any(speaks(v) for v in above)  # 'the firm said it would sue'
    return _AS_PART if himself else ABOVE if above else 0


def undergoes(tree: Tree, word: Token, source: Token, target: Token) -> int:
    """Tell how surely it is done to the target."""
    who = doers(tree, word)
    if any(_both(tree, d, source, target) for d in who):
        return NEAR
    if any(target in tree.subtree(d) for d in who if word not in tree.subtree(d)):
        return 0
    named = (t for o in (objects(tree, word) if is_verb(word) else ()) for t in tree.subtree(o))
    if target in {*region(tree, word), *named} or target in tree.subtree(word):
        return _FAR_OFF if _beyond(tree, word, target) else NEAR
    return NEAR if _carried(tree, word, target) else _FAR_OFF * _in_clause(tree, word, target)


def doers(tree: Tree, word: Token) -> tuple[Token, ...]:
    """Give those who do it."""
    if is_verb(word):
        return _of_verb(tree, word)
    made = [p for t in tree.children(word, "prep") if t.lemma in _MAKES for p in tree.children(t, "pobj")]
    verb = _verb_over(tree, word)
    found = (*tree.children(word, *_OWNS), *made, *(subjects(tree, verb) if verb is not None else ()))
    whose = [p for t in tree.children(word, "prep") if t.lemma == "of" for p in tree.children(t, "pobj")]
    return found or tuple(whose)


def _of_verb(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Those of 'a resolution condemning it' are who passed the resolution, those of 'ordered him freed' who ordered it."""
    if (above := _orderer(tree, verb)) is not None:
        return subjects(tree, above)
    own = subjects(tree, verb)
    over = governor(tree, own[0])[0] if verb.dep == "acl" and own else None
    return (*own, *(subjects(tree, over) if over is not None and is_verb(over) else ()))


def _orderer(tree: Tree, verb: Token) -> Token | None:
    """Give the verb above that has something done: 'had the site blocked', 'wants him freed'."""
    if (
        verb.dep not in _SMALL
        or verb.tag not in {"VBN", "VBD"}
        or tree.children(verb, "aux", "auxpass", "mark", "agent")
    ):
        return None
    above = clause_verb(tree, tree[verb.head])
    return above if above is not None and above.lemma in _ORDERS else None


def _verb_over(tree: Tree, word: Token) -> Token | None:
    """Give the verb of which a noun is an argument or an adjective the complement."""
    verb = tree.head(word) if word.pos == "ADJ" else governor(tree, word)[0]
    return verb if verb is not None and is_verb(verb) else None


def _both(tree: Tree, doer: Token, source: Token, target: Token) -> bool:
    return {source, target} <= {*tree.subtree(doer)}


def _in_clause(tree: Tree, word: Token, target: Token) -> bool:
    verb = word if is_verb(word) else _verb_over(tree, word)
    return verb is not None and target in tree.subtree(verb)


def _carried(tree: Tree, word: Token, target: Token) -> bool:
    """Read 'sent the minister a letter threatening a boycott', 'called him to thank him'."""
    over = next((t for t in tree.ancestors(word) if is_verb(t)), None) if word.dep in _TACKED else None
    return over is not None and carries(over) and target in region(tree, over)


def _beyond(tree: Tree, word: Token, target: Token) -> bool:
    """Tell whether a clause of its own stands between them."""
    at = target
    while at.index != word.index and not at.is_root:
        if at.dep in _APART and not (at.dep == "advcl" and is_infinitive(tree, at)):
            return True
        at = tree[at.head]
    return False
