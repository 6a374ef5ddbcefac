"""Which phrases act for a state.

Input: a `Tree`, the token that heads a phrase, the article's `Scene`. Output: `Actor`s: state codes with the officials named. A state
acts through its name, its capital, its officials, or a noun of lexicon/actors.yaml that carries its name: 'Norwegian ministry',
'delegation from Oslo'. Firms, teams and rebels that carry a state's name do not act for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor, nouns
from bilateral.loaders.extract.events.at_home import at_home
from bilateral.loaders.extract.events.carried import (
    counted,
    leaders,
    linked,
    mentioned,
    modifiers,
    only_other,
    out_of_office,
    seat_before,
)
from bilateral.loaders.extract.events.collective import collective, neighbour, unnamed
from bilateral.loaders.extract.events.filled import codes_of
from bilateral.loaders.extract.events.next_door import beside, next_door
from bilateral.loaders.extract.events.pronouns import Pronouns
from bilateral.loaders.extract.events.unknown import UNKNOWN
from bilateral.loaders.extract.scene.reference import References
from bilateral.loaders.extract.scene.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Actor", "Actors"]

_OF: Final = frozenset({"of", "by", "between"})
_REIGNING: Final = frozenset({"majesty", "highness"})
_ABOUT: Final = frozenset({"of", "by", "between", "in", "from", "against", "on"})


class Actors:
    """Reads phrases of one article as actors."""

    __slots__ = ("_pronouns", "_refs", "_scene")

    def __init__(self, scene: Scene, refs: References | None = None) -> None:
        self._scene = scene
        self._refs = refs or References(scene)
        self._pronouns = Pronouns(self, self._refs, Voices(scene))

    def note(self, tree: Tree, met: tuple[str, ...] = ()) -> None:
        """Remember whom a sentence was about and who met in it, for the pronouns of the next."""
        self._pronouns.note(tree, met)

    def speaker(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        """Give who says what the token tells."""
        return self._pronouns.speaker(tree, token)

    @property
    def references(self) -> References:
        """The article's short expressions."""
        return self._refs

    def of(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        """Read the phrase that the token heads, and those joined to it."""
        row = list(tree.conjuncts(token))
        row += [t for r in row if r.kind == "official" for t in tree.children(r, "appos") if t.kind == "official"]
        listed = [t for r in row if not r.kind for t in tree.children(r, "appos") if t.kind == "state"]
        row += [c for t in listed for c in tree.conjuncts(t)[1:]]
        row += [
            c
            for r in row
            if not r.kind and r.tag == "NNS"
            for t in tree.children(r, "appos")
            for c in _named_row(tree, t)
        ]
        return tuple(a for t in row if (a := self.one(tree, t)) is not None)

    def one(self, tree: Tree, token: Token) -> Actor | None:
        """Read one phrase, without those joined to it."""
        if token.kind == "official":
            return self._official(tree, token)
        if token.kind in {"state", "pair"}:
            return self._state(tree, token)
        if token.lemma in nouns()["wholes"] and (part := self._part(tree, token)):
            return part
        if token.text in {"North", "South"} and (half := self._refs.half(token.text, token.start)):
            return Actor(half, "state", token.start, token.end, (), token.index)
        if token.pos in {"NOUN", "PROPN", "ADJ", "X"} and not token.kind:
            return self._headed(tree, token)
        return (
            self._pronouns.pronoun(tree, token) if token.pos in {"PRON", "DET", "NUM"} or token.tag == "PRP$" else None
        )

    def _part(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'thousands of Chadian troops' and 'members of the Chadian army' as the troops and the army."""
        behind = (p for p in tree.children(token, "prep") if p.lemma == "of")
        whole = next((t for p in behind for t in tree.children(p, "pobj")), None)
        return self.one(tree, whole) if whole is not None else None

    def before(self, tree: Tree, noun: Token) -> tuple[Actor, ...]:
        """Give the states that stand before a noun as its own: 'Oslo's decision', 'the Chadian move'."""
        left = [t for t in modifiers(tree, noun) if t.dep == "poss" or not self._place(t)]
        return tuple(a for t in left if (a := self._owner(tree, t)) is not None)

    def _place(self, token: Token) -> bool:
        """Tell whether the token is a city that only says where: 'the Minsk meeting'."""
        return any(m.kind in {"capital", "seat"} for m in self._scene.mentions_in(token.start, token.end))

    def owners(self, tree: Tree, noun: Token, wide: bool = False) -> tuple[Actor, ...]:
        """Give the states that a noun belongs to, before or after it; `wide` takes in 'the arrests in Chad'."""
        near = self.before(tree, noun)
        if near:
            return near
        for prep in tree.children(noun, "prep", "agent"):
            if prep.lemma in (_ABOUT if wide else _OF):
                behind = [t for p in tree.conjuncts(prep) if p.lemma == prep.lemma for t in tree.children(p, "pobj")]
                found = [a for t in behind for a in self.of(tree, t) or self.owners(tree, t, wide)]
                if found:
                    return tuple(found)
        return ()

    def here(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        """Give the article's home for 'arrived here'."""
        found = [t for t in tree.children(token, "advmod") if t.lemma == "here"] if self._scene.home else []
        return tuple(Actor((str(self._scene.home),), "state", t.start, t.end, (), t.index) for t in found[:1])

    def only_other(self, tree: Tree, taken: tuple[str, ...]) -> tuple[str, ...]:
        """Give the one state that the sentence names beside those taken."""
        return only_other(self._scene, tree, taken)

    def personal(self, token: Token) -> bool:
        """Tell whether the token is an official or a noun for one, whatever state it serves."""
        return token.kind == "official" or token.lemma in nouns()["persons"]

    def paired(self, token: Token) -> tuple[Actor, ...]:
        """Give the two states of 'A-B'."""
        return tuple(a for a in (mentioned(self._scene, token),) if a)

    def named(self, tree: Tree, noun: Token) -> tuple[Actor, ...]:
        """Give the state or city that stands before a noun: 'a Minsk airport'."""
        return tuple(a for t in modifiers(tree, noun) if (a := mentioned(self._scene, t)) is not None)

    def any(self, tree: Tree, token: Token) -> Actor | None:
        """Read a token as an actor, or as a mention of a state in whatever place."""
        return self.one(tree, token) or (mentioned(self._scene, token) if token.kind in {"state", "pair"} else None)

    def _owner(self, tree: Tree, token: Token) -> Actor | None:
        if token.kind in {"state", "pair"}:
            return mentioned(self._scene, token)
        if token.dep == "poss" or token.kind == "official" or token.text in {"North", "South"}:
            return self.one(tree, token)
        return None

    def _official(self, tree: Tree, token: Token) -> Actor | None:
        mark = self._scene.official_at(token.start)
        if mark is None or out_of_office(self._scene, mark):
            return None
        codes = (mark.country,) if mark.country else self._carried(tree, token, modifiers(tree, token))
        return Actor(codes or (UNKNOWN + mark.name,), "official", token.start, token.end, (mark.name,), token.index)

    def _state(self, tree: Tree, token: Token) -> Actor | None:
        actor = mentioned(self._scene, token)
        if actor is None or token.dep in {"amod", "compound", "nmod"}:
            return None
        if counted(tree, token) and all(m.kind == "demonym" for m in self._scene.mentions_in(token.start, token.end)):
            return Actor(actor.codes, "people", token.start, token.end, (), token.index)
        appositive = tuple(n for t in tree.children(token, "appos") if t.kind == "official" for n in self._names(t))
        return Actor(actor.codes, "state", token.start, token.end, appositive, token.index)

    def _names(self, token: Token) -> tuple[str, ...]:
        mark = self._scene.official_at(token.start)
        return (mark.name,) if mark else ()

    def _headed(self, tree: Tree, token: Token) -> Actor | None:  # noqa: PLR0911 - one case a line
        """Read a noun that acts for a state if it carries the state's name, or if it refers back to one."""
        words = nouns()
        lemma = token.lemma
        people = lemma in words["people"]
        if not people and not any(lemma in words[sort] for sort in ("bodies", "persons", "sides")):
            return self._collective(tree, token) or self._appositive(tree, token) or at_home(self._scene, tree, token)
        left = modifiers(tree, token)
        if any(t.lemma in words["not_for_state"] for t in left):
            return None
        peer = lemma in nouns()["peers"] and not any(t.kind for t in left)
        if (peer or lemma in words["sides"]) and (named := self._named_beside(tree, token)):
            return named
        if neighbour(tree, token):
            return beside(self, tree, token)
        if group := self._collective(tree, token):
            return group
        codes = self._carried(tree, token, left)
        names = self._inside(tree, token)
        start, end = min([t.start for t in left] + [token.start]), token.end
        if codes:
            return Actor(codes, "people" if people else "body", start, end, names, token.index)
        if people and lemma not in words["sides"]:
            return None
        if led := self._led(tree, token):
            return Actor(led.codes, "body", start, end, led.officials, token.index)
        pointed = self._pronouns.phrase(tree, token, left, start)
        seat = seat_before(self._scene, tree, token) if not pointed and unnamed(tree, token) else ()
        understood = Actor(seat, "body", start, end, (), token.index) if seat else pointed
        return understood or self._appositive(tree, token) or at_home(self._scene, tree, token)

    def _named_beside(self, tree: Tree, token: Token) -> Actor | None:
        """'Its neighbour Chad' is Chad, 'her counterpart, Mr Kone of Togo,' Mr Kone."""
        beside = (self.one(tree, t) for t in tree.children(token, "appos") if t.kind)
        return next((a for a in beside if a is not None and not a.codes[0].startswith(UNKNOWN)), None)

    def _collective(self, tree: Tree, token: Token) -> Actor | None:
        if other := next_door(self, tree, token):
            return other
        codes = collective(tree, token, self._refs) or self._pronouns.people(tree, token)
        return Actor(codes, "reference", token.start, token.end, (), token.index) if codes else None

    def _led(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'a delegation headed by the Chadian minister' as his."""
        return next((a for t in leaders(tree, token) if (a := self.one(tree, t))), None)

    def _carried(self, tree: Tree, token: Token, left: Iterable[Token]) -> tuple[str, ...]:
        codes = [c for t in left if t.kind in {"state", "pair"} and (a := mentioned(self._scene, t)) for c in a.codes]
        if codes:
            return tuple(dict.fromkeys(codes))
        behind = tuple(dict.fromkeys(linked(self._scene, tree, token)))
        if behind and any(t.tag == "PRP$" for t in left):
            return behind  # 'her counterparts from Chad and Niger'
        owners = [a for t in left if t.dep == "poss" and t.kind != "state" and (a := self.one(tree, t))]
        owners += [a for t in left if t.dep == "compound" and not t.kind and (a := self._surname(t))]
        if owners:
            return codes_of(owners)
        return behind

    def _inside(self, tree: Tree, token: Token) -> tuple[str, ...]:
        near = tree.children(token, "appos", "amod", "compound", "nmod")
        return tuple(n for t in near if t.kind == "official" for n in self._names(t))

    def _appositive(self, tree: Tree, token: Token) -> Actor | None:
        styled = token.lemma in nouns()["styles"]  # 'His Majesty the King of Chad'
        reigns = styled and token.lemma in _REIGNING and not tree.children(token, "appos", "prep")
        if reigns and (codes := self._refs.reigning(token.start)):
            return Actor(codes, "official", token.start, token.end, (), token.index)
        for child in tree.children(token, "appos"):
            if (styled or child.kind in {"official", "state"}) and (actor := self.one(tree, child)):
                return actor
        return self._surname(token)

    def _surname(self, token: Token) -> Actor | None:
        mark = self._refs.named(token.text, token.start) if token.pos == "PROPN" else None
        if mark is None:
            return None
        codes = (mark.country or UNKNOWN + mark.name,)
        return Actor(codes, "official", token.start, token.end, (mark.name,), token.index)


def _named_row(tree: Tree, token: Token) -> tuple[Token, ...]:
    """Give the officials by whom a plural is explained: 'the ministers of both countries, Berg of Norway and Kone of Chad, met'."""
    row = tree.conjuncts(token) if token.kind == "official" else ()
    return row if len(row) > 1 and all(t.kind == "official" for t in row) else ()
