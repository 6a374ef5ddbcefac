"""Words that deny an act without a 'not': 'no longer insists', 'nor has it', 'neither Norway nor Chad', 'instead of', 'was to have'.

Input: a `Tree` and the word or verb in question. Output: whether it denies the act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["instead_of", "no_longer", "nor", "undone"]

_NOBODY: Final = frozenset({"neither", "nobody", "none"})
_SHORT: Final = frozenset({"instead", "short"})


def no_longer(tree: Tree, child: Token) -> bool:
    """Tell whether a word beside the verb says that it is over: 'no longer insists'."""
    return child.lemma in {"long", "longer", "more"} and child.index > 0 and tree[child.index - 1].lemma == "no"


def nor(tree: Tree, verb: Token) -> bool:
    """Tell whether a word before the verb denies it: 'nor has it rejected', 'neither Norway nor Chad recalled'."""
    heads = tree.children(verb, "nsubj", "nsubjpass")
    joined = (t for h in heads for t in (h, *tree.children(h, "preconj", "det", "cc")))
    if any(t.lemma in _NOBODY for t in joined):
        return True
    helpers = tree.children(verb, "aux", "auxpass")
    first = min(t.index for t in (verb, *helpers, *heads))
    return bool(helpers) and first > 0 and tree[first - 1].lemma == "nor"


def instead_of(tree: Tree, word: Token) -> bool:
    """Tell whether what follows a preposition was left undone: 'instead of', 'stopped short of'."""
    return word.lemma == "of" and word.index > 0 and tree[word.index - 1].lemma in _SHORT


def undone(tree: Tree, verb: Token) -> bool:
    """Tell whether the verb tells what did not come about: 'was to have visited'."""
    return any(t.lemma == "have" for t in tree.children(verb, "aux"))
