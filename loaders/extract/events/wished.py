"""Clauses that tell what shall be: 'suggested that Chad should join', 'demanded that Chad leave'.

Input: a `Tree` and the verb above the clause. Output: whether the clause tells a wish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import is_infinitive

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["wished"]

_MUST: Final = frozenset({"have", "need", "ought"})

#: Verbs whose clause tells a wish by its bare verb: 'demanded that Chad leave'.
_WISHING: Final = frozenset(
    {"suggest", "propose", "demand", "ask", "insist", "request", "recommend", "urge", "advise", "require",
     "desire", "plead"}
)  # fmt: skip


def wished(tree: Tree, verb: Token) -> bool:
    """Tell whether the clause below tells what shall be: 'suggested that Chad should join', 'proposed Chad join'."""
    for clause in tree.children(verb, "ccomp"):
        helpers = {t.text.lower() for t in tree.children(clause, "aux")}
        single = verb.lemma in _WISHING and any(
            (t.tag in {"NN", "NNP"} or t.kind) and not tree.children(t, "conj")
            for t in tree.children(clause, "nsubj", "nsubjpass")
        )
        if helpers & {"should", "must", "ought"} or (single and not helpers and clause.tag in {"VB", "VBP"}):
            return True
        duty = any(is_infinitive(tree, t) for t in tree.children(clause, "xcomp"))  # not 'has a right to'
        bound = clause.lemma != "have" or not tree.children(clause, "advmod", "dobj")
        if duty and bound and clause.lemma in _MUST:
            return True
    return False
