"""Who says it: the subject of the reporting verb above an act.

Input: a `Tree`, the token that names the act, the `Scene`. Output: the speaker's words, or None where the article itself speaks.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bilateral.loaders.extract.syntax.clauses import clause_verb, is_verb, subjects
from bilateral.loaders.extract.text.lexicon import word_lists

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["reporting_verb", "speaker_of"]

_BELOW = frozenset({"ccomp", "xcomp", "parataxis", "conj", "advcl", "acl", "pcomp", "relcl"})


def reporting_verb(tree: Tree, token: Token) -> Token | None:
    """Give the nearest verb of saying above the token's clause."""
    at = clause_verb(tree, token)
    while at is not None and not at.is_root:
        up = tree[at.head]
        if is_verb(up) and up.lemma in _verbs() and at.dep in {"ccomp", "parataxis", "advcl"}:
            return up
        quoting = [t for t in tree.children(at, "parataxis", "ccomp") if is_verb(t) and t.lemma in _verbs()]
        if quoting:
            return quoting[0]
        at = up if at.dep in _BELOW else clause_verb(tree, up)
    return None


def speaker_of(tree: Tree, token: Token, scene: Scene) -> str | None:
    """Give the words of the reporting verb's subject."""
    verb = reporting_verb(tree, token)
    if verb is None:
        first = tree.tokens[0]
        return first.text.removeprefix("According to ").strip() if first.kind == "source" else None
    for subject in subjects(tree, verb):
        row = tree.subtree(subject, frozenset({"relcl", "acl", "appos", "advcl"}))
        return scene.body[row[0].start : row[-1].end].strip()
    return None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word_lists("reporting")["verbs"])
