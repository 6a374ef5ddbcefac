"""Clauses of which the word above says nothing: 'as the leaders met', 'those who signed', what stands behind a semicolon.

Input: a `Tree`, the verb or noun of a clause and the word that it hangs on. Output: whether it is told by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.tense import past
from bilateral.loaders.extract.syntax.clauses import is_infinitive

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["by_itself"]

#: Conjunctions that set a clause beside the main one.
_ASIDE: Final = frozenset(
    {"as", "after", "because", "since", "while", "although", "though", "whereas", "when", "where", "even"}
)
_AFTERWARDS: Final = frozenset({"after", "since", "despite", "following"})
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_SAYING: Final = frozenset({"say", "add", "tell"})


def by_itself(tree: Tree, at: Token, up: Token) -> bool:
    """Tell whether the mood of the word above is not that of this clause."""
    return _own_scope(tree, at) or _told_beside(tree, at) or _parted(tree, at, up)


def _own_scope(tree: Tree, clause: Token) -> bool:
    """Tell whether what stands above says nothing of this clause: 'did not stop, as the leaders met', 'those who signed'."""
    if clause.dep == "relcl":  # 'those who signed', not 'time to sign'
        return not is_infinitive(tree, clause)
    if clause.dep == "prep" and clause.lemma in _AFTERWARDS:  # 'suspended the talks after accusing Chad'
        return True
    return clause.dep == "advcl" and any(t.lemma in _ASIDE for t in tree.children(clause, "mark", "advmod"))


def _told_beside(tree: Tree, verb: Token) -> bool:
    """Tell whether 'he said' was hung below the verb of a quotation beside it, which says nothing of what he said."""
    if verb.dep == "ccomp" and verb.index < verb.head and tree[verb.head].lemma in _SAYING:
        return not tree.children(tree[verb.head], "neg")  # 'urges Chad to stop, says ready to act'
    return verb.dep == "ccomp" and verb.lemma in _SAYING and past(tree, verb) and not tree.children(verb, "mark")


def _parted(tree: Tree, at: Token, up: Token) -> bool:
    """Tell whether a semicolon, or a subject of its own, parts a clause from the one that the parser hung it on."""
    own = at.dep == "conj" and up.is_root and tree.children(at, *_SUBJECTS) and tree.children(up, *_SUBJECTS)
    if own and not tree.children(up, "mark"):  # 'the line was never drawn, and Chad suspended the talks'
        return True
    first, last = sorted((at.index, up.index))
    return at.dep in {"ccomp", "conj", "advcl"} and any(t.text == ";" for t in tree.tokens[first:last])
