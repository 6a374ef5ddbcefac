"""What an article's own readers know by the bare word: 'the Cabinet', 'two senior ministers', 'His Majesty'.

Input: the `Scene`, a `Tree`, a noun without a state's name. Output: the state that the article is written from, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor
from bilateral.loaders.extract.events.carried import modifiers

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["at_home"]

_BARE: Final = frozenset({"government", "cabinet", "parliament", "ministry", "minister", "majesty", "highness"})
#: What behind the noun tells whose it is.
_WHOSE: Final = frozenset({"of", "from", "in", "for"})


def at_home(scene: Scene, tree: Tree, token: Token) -> Actor | None:
    """Read the noun as the home's if no word beside it tells of another state or person."""
    if scene.home is None or token.lemma.lower() not in _BARE or tree.children(token, "appos"):
        return None
    if any(t.pos == "PROPN" or t.kind for t in modifiers(tree, token)):
        return None
    if any(p.lemma in _WHOSE for p in tree.children(token, "prep")):
        return None
    return Actor((scene.home,), "body", token.start, token.end, (), token.index)
