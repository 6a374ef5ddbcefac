"""The states that a noun carries with it: before it as its own words, behind it after 'of' and 'from'.

Input: a `Tree`, the noun, the article's `Scene`. Output: its modifiers, and the codes of the states that they name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor, nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree
    from bilateral.loaders.extract.text.marks import OfficialMark

__all__ = ["counted", "leaders", "linked", "mentioned", "modifiers", "only_other", "out_of_office", "seat_before"]

_MODIFIERS: Final = ("amod", "compound", "nmod", "poss", "nummod", "det")
_LINKS: Final = frozenset({"of", "from", "for"})
#: Whose officials and delegates act for no state: 'executives from Chadian companies'.
_PRIVATE: Final = frozenset(
    {"community", "company", "firm", "university", "club", "bank", "business", "corporation", "media", "diaspora"}
)
#: Who is for what they serve: 'the minister for trade', 'a spokesman for the Chadian presidency'.
_FOR: Final = frozenset({"minister", "secretary", "spokesman", "spokeswoman", "spokesperson"})
#: What sits in its own capital, unlike embassies: 'the foreign ministry in Oslo'.
_SEATED: Final = frozenset(
    {"government", "ministry", "authority", "authorities", "parliament", "presidency", "cabinet", "junta", "army",
     "leadership", "regime", "administration", "lawmaker", "policymaker", "official"}
)  # fmt: skip
_GOVERNMENTS: Final = frozenset({"government", "cabinet", "administration"})
_HEADS: Final = frozenset({"head", "lead", "chair"})
_SENDS: Final = frozenset({"send", "dispatch", "despatch", "deploy"})
_SENT: Final = frozenset(
    {"team", "contingent", "delegation", "mission", "unit", "crew", "convoy", "plane", "aircraft", "ship", "vessel"}
)
_DEEPEST: Final = 4
_WORD_BEFORE: Final = 14


def counted(tree: Tree, token: Token) -> bool:
    """Tell whether the word is one of many: 'the Chadians', 'a Chadian'."""
    return token.tag in {"NNS", "NNPS"} or any(t.text.lower() in {"a", "an"} for t in tree.children(token, "det"))


def mentioned(scene: Scene, token: Token) -> Actor | None:
    """Give the states that the token names."""
    codes = tuple(dict.fromkeys(m.code for m in scene.mentions_in(token.start, token.end)))
    return Actor(codes, "state", token.start, token.end, (), token.index) if codes else None


def modifiers(tree: Tree, token: Token, depth: int = 0) -> tuple[Token, ...]:
    """Give the modifiers of a noun, with their own modifiers."""
    found: list[Token] = []
    for child in tree.children(token, *_MODIFIERS):
        found.append(child)
        if depth < _DEEPEST and child.dep in {"amod", "compound", "nmod", "poss"}:
            found += modifiers(tree, child, depth + 1)
        found += [t for t in tree.conjuncts(child)[1:] if t.kind in {"state", "official"}]
    return tuple(found)


def leaders(tree: Tree, token: Token) -> Iterable[Token]:
    """Give who heads or sends it: 'a delegation led by the Chadian minister', 'a team sent by Oslo', 'he heads a delegation that'."""
    over = tree.head(token)
    if token.dep == "dobj" and over is not None and over.lemma in _HEADS and token.lemma in _SENT:
        yield from tree.children(over, "nsubj")
    parts = [t for p in tree.children(token, "prep") if p.lemma == "of" for t in tree.children(p, "pobj")]
    for verb in (v for t in (token, *parts) for v in tree.children(t, "acl")):  # 'a team of 82 members sent by Oslo'
        if verb.lemma in _HEADS or (verb.lemma in _SENDS and token.lemma in _SENT):
            for agent in (p for a in tree.children(verb, "agent") for p in tree.children(a, "pobj")):
                yield from (agent, *tree.children(agent, "appos"))


def _seated(scene: Scene, tree: Tree, token: Token, prep: Token) -> Iterable[str]:
    """Give the state of 'the ministry in Oslo' and of 'the minister in the Chadian government'."""
    for place in tree.children(prep, "pobj"):
        here = scene.mentions_in(place.start, place.end)
        if token.lemma in _SEATED and place.kind == "state":
            yield from (m.code for m in here if m.kind in {"capital", "seat"})
        elif place.lemma in _GOVERNMENTS:
            yield from (m.code for t in modifiers(tree, place) for m in scene.mentions_in(t.start, t.end))


def _peers_in(scene: Scene, tree: Tree, token: Token, prep: Token) -> Iterable[str]:
    """Give the states of 'his counterparts in Ghana and Chad'; one alone may be where they met."""
    places = [t for p in tree.children(prep, "pobj") for t in tree.conjuncts(p)]
    if token.lemma in nouns()["peers"] and token.tag == "NNS" and len(places) > 1:
        yield from (c for t in places if t.kind == "state" and (a := mentioned(scene, t)) for c in a.codes)


def linked(scene: Scene, tree: Tree, token: Token, depth: int = 0) -> Iterable[str]:
    """Give the states of 'the Minister of Foreign Affairs of Chad', 'officials from Norway and Chad'."""
    for prep in tree.children(token, "prep"):
        if prep.lemma == "in" and depth == 0:
            yield from _seated(scene, tree, token, prep)
            yield from _peers_in(scene, tree, token, prep)
        if (
            prep.lemma not in _LINKS
            or any(t.lemma in _PRIVATE for t in tree.children(prep, "pobj"))
            or (prep.lemma == "for" and depth == 0 and token.lemma not in _FOR)
        ):
            continue
        for first in tree.children(prep, "pobj"):
            for pobj in tree.conjuncts(first):
                if pobj.kind == "state":
                    actor = mentioned(scene, pobj)
                    yield from actor.codes if actor else ()
                elif pobj.kind == "official" and depth == 0 and token.lemma in nouns()["bodies"]:
                    mark = scene.official_at(pobj.start)  # 'the government of President Ola Berg'
                    yield from (mark.country,) if mark and mark.country and not out_of_office(scene, mark) else ()
                elif depth < _DEEPEST:
                    near = [a for t in modifiers(tree, pobj) if t.kind == "state" and (a := mentioned(scene, t))]
                    yield from (c for a in near for c in a.codes)
                    yield from linked(scene, tree, pobj, depth + 1)


def out_of_office(scene: Scene, mark: OfficialMark) -> bool:
    """'Former', 'opposition', 'rebel' before a title: such a person does not act for the state."""
    before = scene.body[max(0, mark.start - _WORD_BEFORE) : mark.name_start].lower().replace("-", " ").split()
    return any(word in nouns()["not_for_state"] for word in before[-len((mark.title or "").split()) - 2 :])


def only_other(scene: Scene, tree: Tree, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Give the one state that the sentence names beside those taken."""
    start, end = tree.sentence.start, tree.sentence.end
    codes = [m.code for m in scene.mentions_in(start, end)]
    codes += [o.country for o in scene.officials_in(start, end) if o.country]
    others = tuple(dict.fromkeys(c for c in codes if c not in taken))
    return others if len(others) == 1 else ()


def seat_before(scene: Scene, tree: Tree, token: Token) -> tuple[str, ...]:
    """Read 'In Oslo, the government said' as Norway's: the capital that opens the sentence is where the government sits."""
    first = tree.tokens[0]
    if first.text != "In" or token.dep != "nsubj":
        return ()
    seats = [m for t in tree.children(first, "pobj") for m in scene.mentions_in(t.start, t.end)]
    here = scene.body[seats[0].end : seats[0].end + 2] if len(seats) == 1 else ""
    return (seats[0].code,) if here == ", " and seats[0].kind == "capital" else ()
