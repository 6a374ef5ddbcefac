"""Where an act happened, as its own clause tells.

Input: a `Tree`, the token that names the act, the `Scene`. Output: the place after 'in' or 'at', and the state whose capital it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.syntax.clauses import is_verb, region

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["capital_of", "place_of"]

#: What is talked of, wherever it is.
_TOPICS: Final = frozenset(
    {"situation", "crisis", "war", "conflict", "development", "election", "peace", "stability", "security", "project",
     "violence", "ceasefire", "process", "unrest", "earthquake", "quake", "flood", "investment", "reform", "truce",
     "attack", "fighting", "tension", "coup", "problem", "issue", "interest", "company", "resource", "people", "role"}
)  # fmt: skip
_PLACE_PREPS: Final = frozenset({"in", "at"})


def capital_of(tree: Tree, trigger: Token, scene: Scene) -> str:
    """Give the state whose capital the act's clause names as its place: 'in Hanoi'."""
    for token in region(tree, trigger):
        if token.lemma in _PLACE_PREPS and token.dep == "prep":
            for pobj in tree.children(token, "pobj"):
                for mention in scene.mentions_in(pobj.start, pobj.end):
                    if mention.kind in {"capital", "seat", "name"}:
                        return mention.code
    return ""


def place_of(tree: Tree, trigger: Token, scene: Scene) -> str | None:
    """Give the place named in the act's clause after 'in' or 'at'."""
    for token in region(tree, trigger):
        if token.lemma in _PLACE_PREPS and token.dep == "prep":
            for pobj in tree.children(token, "pobj"):
                if (
                    pobj.pos == "PROPN"
                    and not _spoken_of(tree, trigger, token)
                    and not scene.dates_in(pobj.start, pobj.end)
                    and not any(c.isdigit() for c in pobj.text)
                ):
                    row = [
                        t
                        for t in tree.subtree(pobj, frozenset({"relcl", "prep", "appos", "acl", "conj", "cc", "punct"}))
                        if t.dep != "det"
                    ]
                    return scene.body[row[0].start : row[-1].end] if row else None
    return None


def _spoken_of(tree: Tree, trigger: Token, prep: Token) -> bool:
    """Tell whether a place belongs to what is talked of: 'discussed the situation in Chad'."""
    if prep.index and tree[prep.index - 1].lemma in _TOPICS:
        return True
    over = tree.head(prep)
    if over is None or over == trigger or over.kind or is_verb(over):
        return False
    return over.lemma in _TOPICS
